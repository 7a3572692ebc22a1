import { RECOMPUTE_TOLERANCE } from '#lib/model/index.ts';
import type { Disagreement, RecomputeVerdict, ScoreResult } from '#lib/model/index.ts';
import type { RecomputedRow } from './recomputation.ts';

/** So many differences are named, the others counted. */
const NAMED = 5;

/**
 * Whether two computations of an index came to the same (R134, R135): the same units in the same
 * periods, the same statuses and places, and every score within RECOMPUTE_TOLERANCE of the greatest
 * score of its group. Neither the order of the rows nor that of the groups matters.
 */
export function checkAgreement(
  result: ScoreResult,
  recomputed: readonly RecomputedRow[],
): RecomputeVerdict {
  const found = differencesOf(result, recomputed);
  const [first, ...more] = found.differences;
  return first
    ? {
        kind: 'differs',
        differences: found.differences.length,
        first: [first, ...more.slice(0, NAMED - 1)],
      }
    : { kind: 'agrees', rows: result.rows.length, largest: found.largest };
}

interface Found {
  readonly differences: readonly Disagreement[];
  /** Largest difference of two scores, as a share of the greatest score of the group. */
  readonly largest: number;
}

function differencesOf(result: ScoreResult, recomputed: readonly RecomputedRow[]): Found {
  const theirs = byPlaceInTable(recomputed);
  const elements = [...result.scores.keys()];
  const sizes = sizesOf(result, recomputed);
  const differences: Disagreement[] = [];
  let largest = 0;
  for (const [at, { unit, period, group }] of result.rows.entries()) {
    for (const [position, element] of elements.entries()) {
      const other = theirs.get(keyOf(unit, period, group, element))?.shift();
      const status = result.status[at]!.kind;
      const report = (
        what: Disagreement['what'],
        scored: Disagreement['scored'],
        again: Disagreement['recomputed'],
      ) => differences.push({ unit, period, element, what, scored, recomputed: again });
      if (!other) {
        report('row', status, null);
        continue;
      }
      if (position === 0 && other.status !== status) report('status', status, other.status);
      const score = numberOrNull(result.scores.get(element)![at]!);
      const apart = distance(score, other.score, sizes.get(element)!);
      if (apart > RECOMPUTE_TOLERANCE) report('score', score, other.score);
      else largest = Math.max(largest, apart);
      const place = result.ranks.get(element)![at]!;
      if (place !== other.place) report('place', place || null, other.place || null);
    }
  }
  for (const { unit, period, element, status } of [...theirs.values()].flat())
    differences.push({ unit, period, element, what: 'row', scored: null, recomputed: status });
  return { differences, largest };
}

const keyOf = (...parts: readonly string[]): string => JSON.stringify(parts);

const numberOrNull = (x: number): number | null => (Number.isNaN(x) ? null : x);

/** 0 for equal, infinite where only one of the two is there. */
function distance(a: number | null, b: number | null, size: number): number {
  if (a === b) return 0;
  return a === null || b === null ? Infinity : Math.abs(a - b) / size;
}

/** A unit that the table has twice in a period has two equal rows. */
function byPlaceInTable(rows: readonly RecomputedRow[]): Map<string, RecomputedRow[]> {
  const byKey = new Map<string, RecomputedRow[]>();
  for (const row of rows) {
    const key = keyOf(row.unit, row.period, row.group, row.element);
    const same = byKey.get(key);
    if (same) same.push(row);
    else byKey.set(key, [row]);
  }
  return byKey;
}

/** The greatest absolute score of each group, in either computation. */
function sizesOf(
  { scores }: ScoreResult,
  recomputed: readonly RecomputedRow[],
): Map<string, number> {
  const sizes = new Map<string, number>();
  const take = (element: string, score: number) => {
    if (!Number.isNaN(score))
      sizes.set(element, Math.max(sizes.get(element) ?? 0, Math.abs(score)));
  };
  for (const [element, column] of scores) {
    sizes.set(element, 0);
    for (const score of column) take(element, score);
  }
  for (const { element, score } of recomputed) take(element, score ?? NaN);
  return sizes;
}
