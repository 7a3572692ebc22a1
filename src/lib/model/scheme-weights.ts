/** The weights of a scheme in a few letters, for pictures that remember what they were made with. */
import { isGroup, type Scheme, type SchemeNode } from './scheme.ts';

/** Hundreds of indicators; what is longer is cut, and told apart by the hash of the scheme. */
const MOST_LETTERS = 3000;

const plainCode = (code: string): string => code.replace(/[%,:]/gu, encodeURIComponent);

const lines = (node: SchemeNode): string[] => {
  if (!isGroup(node)) return [];
  const method = node.weigh?.method ?? 'given';
  return node.children.flatMap((child) => [
    // What a method finds in the data stands nowhere in the scheme: its name has to do.
    `${plainCode(child.code)}:${method === 'given' ? child.weight : method}`,
    ...lines(child),
  ]);
};

/**
 * Every dimension and indicator with its weight among its siblings, on the scheme's own scale, as
 * `code:weight` in the scheme's order.
 */
export function schemeWeights({ index }: Pick<Scheme, 'index'>): string {
  const kept: string[] = [];
  let letters = 0;
  for (const line of lines(index)) {
    letters += line.length + 1;
    if (letters > MOST_LETTERS) break;
    kept.push(line);
  }
  return kept.join(',');
}

export interface WeightChange {
  readonly code: string;
  /** A number or the name of a method; null where there was, or is, no such element. */
  readonly was: string | null;
  readonly now: string | null;
}

const parsed = (weights: string): Map<string, string> =>
  new Map(
    weights.split(',').flatMap((line): [string, string][] => {
      const [code = '', weight] = line.split(':');
      return weight === undefined ? [] : [[code, weight]];
    }),
  );

const codeOf = (plain: string): string =>
  plain.replace(/%(25|2C|3A)/gu, (escaped) => decodeURIComponent(escaped));

/** What is another weight in `now` than in `was`, both as `schemeWeights` writes them. */
export function weightChanges(was: string, now: string): WeightChange[] {
  const [before, after] = [parsed(was), parsed(now)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((plain) => {
    const [one, other] = [before.get(plain) ?? null, after.get(plain) ?? null];
    return one === other ? [] : [{ code: codeOf(plain), was: one, now: other }];
  });
}
