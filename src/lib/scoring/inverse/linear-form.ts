import { isGroup } from '#lib/model/index.ts';
import type {
  PeerGroup,
  RankStatus,
  Scheme,
  SchemeGroup,
  UnitTable,
  WeightBox,
  WeightRefusal,
} from '#lib/model/index.ts';
import { score } from '../score.ts';
import { withWeights } from './weights.ts';

/**
 * The index of every ranked unit as a function of the weights w of one group's children (R111):
 * f⁻¹(Σ w·y / Σ w) over the children that the unit has, f the identity or the logarithm.
 */
export interface LinearForm {
  /** Codes of the children that can have a positive weight, in the scheme's order. */
  readonly children: readonly string[];
  /** Rows with a place; the units below are numbered in this order. */
  readonly rows: Int32Array;
  /** f of the index if the child had all the weight; by unit, then child; NaN for missing ones. */
  readonly values: readonly Float64Array[];
  readonly isLog: boolean;
  readonly tieTolerance: number;
}

/** The groups from `of` up to the index. */
function pathTo(index: SchemeGroup, of: string): SchemeGroup[] {
  if (index.code === of) return [index];
  for (const child of index.children) {
    const path = isGroup(child) ? pathTo(child, of) : [];
    if (path.length > 0) return [...path, index];
  }
  return [];
}

const FROM_DATA = new Set(['pca', 'factor', 'equal_influence']);

/** What keeps the index from being linear in the weights, if anything does (R111). */
function obstacle(path: readonly SchemeGroup[]): WeightRefusal | null {
  const kind = path[0]!.aggregate;
  for (const [at, { code, aggregate, weigh }] of path.entries()) {
    const isMean = aggregate === 'arithmetic' || aggregate === 'geometric';
    if (!isMean || aggregate !== kind) return { kind: 'not_linear', element: code };
    if (at > 0 && FROM_DATA.has(weigh?.method ?? 'given'))
      return { kind: 'derived_weights', element: code };
  }
  return null;
}

/** Middle of the box, where every weight that can be positive is. */
const middle = (box: WeightBox): Map<string, number> =>
  new Map([...box].map(([code, [low, high]]) => [code, (low + high) / 2]));

/** A form of all ranked peers, and who else might have been among them. */
export interface FormReading {
  readonly form: LinearForm;
  /** Peers that passed the missing-data rule and have no index all the same. */
  readonly stopped: readonly number[];
}

/** Reads the linear form off a run of `score` in the middle of the box. */
export function readForm(
  table: UnitTable,
  scheme: Scheme,
  { period, group }: PeerGroup,
  of: string,
  box: WeightBox,
): FormReading | WeightRefusal {
  const path = pathTo(scheme.index, of);
  const problem = obstacle(path);
  if (problem) return problem;
  // A child that may weigh nothing at all is nobody's.
  const children = path[0]!.children
    .map(({ code }) => code)
    .filter((code) => box.get(code)![1] > 0);
  const isLog = path[0]!.aggregate === 'geometric';
  const f = (x: number) => (isLog ? Math.log(x) : x);
  const result = score(table, withWeights(scheme, of, middle(box)));
  const isPeer = (row: number) =>
    table.rows[row]!.period === period && table.rows[row]!.group === group;
  const peers = [...table.rows.keys()].filter(isPeer);
  const withStatus = (kind: RankStatus['kind']) =>
    peers.filter((row) => result.status[row]!.kind === kind);
  const rows = Int32Array.from(withStatus('ranked'));
  const index = result.scores.get(scheme.index.code)!;
  const scores = result.scores.get(of)!;
  const shares = result.actual_weights.get(of)!;
  const inputs = children.map((code) => result.scores.get(code) ?? result.normalised.get(code)!);
  const valuesOf = (row: number): Float64Array => {
    const share = Number.isNaN(scores[row]!) ? 0 : shares[row]!;
    if (share === 0) return new Float64Array(children.length).fill(f(index[row]!));
    const rest = f(index[row]!) - share * f(scores[row]!);
    return Float64Array.from(inputs, (input) => rest + share * f(input[row]!));
  };
  const values = Array.from(rows, valuesOf);
  const form = { children, rows, values, isLog, tieTolerance: scheme.ranking.tie_tolerance };
  return { form, stopped: withStatus('not_computable') };
}

/**
 * The linear form, if whoever is ranked in the middle of the box is ranked everywhere in it and
 * nobody else is; else the refusal names who might not be, or who might (R112).
 */
export function linearForm(
  table: UnitTable,
  scheme: Scheme,
  peers: PeerGroup,
  of: string,
  box: WeightBox,
): LinearForm | WeightRefusal {
  const read = readForm(table, scheme, peers, of, box);
  if ('kind' in read) return read;
  const { form, stopped } = read;
  const unitOf = (row: number) => table.rows[row]!.unit;
  const vanishing = form.children.find((code) => box.get(code)![0] === 0);
  if (vanishing !== undefined && stopped.length > 0)
    return { kind: 'ranked_set_moves', element: vanishing, unit: unitOf(stopped[0]!) };
  for (const [unit, own] of form.values.entries()) {
    const element = vanishingFor(own, form.children, box);
    if (element !== null)
      return { kind: 'ranked_set_moves', element, unit: unitOf(form.rows[unit]!) };
  }
  return form;
}

/** The child on which alone a unit may come to rest although its weight can be 0; null if none. */
function vanishingFor(
  own: Float64Array,
  children: readonly string[],
  box: WeightBox,
): string | null {
  const isMissing = (i: number) => Number.isNaN(own[i]!);
  const bounds = (i: number) => box.get(children[i]!)!;
  const all = [...children.keys()];
  const there = all.filter((i) => !isMissing(i));
  if (there.length === all.length || there.some((i) => bounds(i)[0] > 0)) return null;
  return children[there[0]!] ?? null;
}
