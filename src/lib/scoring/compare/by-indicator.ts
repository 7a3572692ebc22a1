import { isGroup } from '#lib/model/index.ts';
import type { IndicatorParts, Scheme } from '#lib/model/index.ts';
import { walk } from '../structure/hierarchy.ts';
import { sixthsOf } from './shapley.ts';
import type { Seen } from './worlds.ts';

const notArithmetic = (scheme: Scheme): string[] =>
  [...walk(scheme.index)].flatMap(({ node }) =>
    isGroup(node) && node.aggregate !== 'arithmetic' ? [node.code] : [],
  );

const indicatorsOf = (scheme: Scheme): string[] =>
  [...walk(scheme.index)].flatMap(({ node }) => (isGroup(node) ? [] : [node.code]));

/**
 * Splits the own part of a score's change by indicator (R128): in each of the four pairs of worlds
 * that differ in the unit's own data alone, an indicator's points change by so much; the parts are
 * those changes with Shapley's weights. What rounding leaves over goes to the largest.
 *
 * @param seen the unit in each of the eight worlds
 * @param own the own part, in half steps
 * @param half half a step, in points
 */
export function partsByIndicator(
  schemes: readonly Scheme[],
  seen: readonly Seen[],
  own: number,
  half: number,
): IndicatorParts {
  const elements = [...new Set(schemes.flatMap(notArithmetic))].sort();
  if (elements.length > 0) return { kind: 'not_additive', elements };
  const codes = [...new Set(schemes.flatMap(indicatorsOf))];
  const exact = codes.map((code) => {
    const points = seen.map(({ pointsOf }) => pointsOf(code));
    return sixthsOf('own', points) / 6 / half;
  });
  const rounded = exact.map((x) => Math.sign(x) * Math.round(Math.abs(x)));
  // Of equally large ones the first by code, whichever scheme comes first.
  const larger = (a: number, b: number) =>
    Math.abs(exact[b]!) - Math.abs(exact[a]!) || (codes[a]! < codes[b]! ? -1 : 1);
  const largest = [...codes.keys()].sort(larger)[0]!;
  rounded[largest]! += own - rounded.reduce((sum, x) => sum + x, 0);
  return {
    kind: 'parts',
    points: new Map(codes.map((code, i) => [code, (rounded[i]! + 0) * half])),
  };
}
