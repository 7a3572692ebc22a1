import type { Filled, MissingValue, Scheme, UnitTable } from '#lib/model/index.ts';
import { score } from '../score.ts';
import { halfWay } from './bisect.ts';
import {
  cellsOf,
  isMonotone,
  outcomeIn,
  outcomeOf,
  peerRange,
  postsOf,
  turningPoints,
  withCell,
} from './cell.ts';
import type { Cell, Standing } from './cell.ts';
import { EVERY_INTEGER } from './first-gain.ts';

export interface MissingRange {
  readonly low?: number;
  readonly high?: number;
}

/** How close to a turning point its two sides are looked at, as a share of the range. */
const BESIDE = 1e-9;
/** Points looked at between two turning points where the place may go up and down. */
const SCAN = 8;

/**
 * What a missing value of a unit could do: its places and scores over all values that the cell could
 * hold (R119), beside what it is while the cell is missing. The range is [low, high] in the
 * indicator's own unit; by default its `value_range`, else the posts, else the lowest and highest of
 * the peers in all periods that are normalised together; of an indicator that counts things, the
 * whole numbers in it. For a unit without a place it says whether the value would give it one.
 *
 * Throws a RangeError for an unknown row or indicator, or when low is above high.
 */
export function missingValue(
  table: UnitTable,
  scheme: Scheme,
  row: number,
  indicator: string,
  range: MissingRange = {},
): MissingValue {
  const cell = cellsOf(table, scheme, row).find((of) => of.indicator.code === indicator);
  if (!cell) throw new RangeError(`The scheme has no indicator ${indicator}.`);
  return rangeOf(cell, range);
}

/** `missingValue` for every missing cell of a unit, one by one, the others left missing. */
export const missingValues = (table: UnitTable, scheme: Scheme, row: number): MissingValue[] =>
  cellsOf(table, scheme, row)
    .filter(({ value }) => Number.isNaN(value))
    .map((cell) => rangeOf(cell, {}));

function rangeOf(cell: Cell, { low: given, high: until }: MissingRange): MissingValue {
  const { code } = cell.indicator;
  if (!Number.isNaN(cell.value)) return { kind: 'not_missing', indicator: code, value: cell.value };
  const [least, most] = defaultRange(cell);
  const from = given ?? least;
  const to = until ?? most;
  if (from > to) throw new RangeError(`No range: ${from} is above ${to}.`);
  const isInteger = cell.indicator.integer === true;
  const low = isInteger ? Math.ceil(from) : from;
  const high = isInteger ? Math.floor(to) : to;
  const isRange = Number.isFinite(low) && Number.isFinite(high) && low <= high;
  if (!isRange) return { kind: 'no_range', indicator: code };
  const base = score(withCell(cell, (low + high) / 2), cell.scheme);
  const isRising = isMonotone(cell, base.status);
  const outcome = outcomeIn(cell, base);
  const left = outcomeOf(cell, NaN);
  const isEvery = isInteger && high - low < EVERY_INTEGER;
  const values = isEvery
    ? Array.from({ length: high - low + 1 }, (_, i) => low + i)
    : valuesTo(cell, low, high, isRising);
  const tried = withEdges(
    isInteger ? [...new Set(values.flatMap((x) => [Math.floor(x), Math.ceil(x)]))] : values,
    outcome,
    isInteger ? (a, b) => Math.floor((a + b) / 2) : halfWay,
  );
  const ranked = tried.filter(({ place }) => place > 0);
  const pick = (isBetter: (a: Filled, b: Filled) => boolean): Filled | null => {
    const found = ranked.reduce<Filled | null>((a, b) => (a && !isBetter(b, a) ? a : b), null);
    return found && confirmed(cell, found.value);
  };
  const good = cell.indicator.direction === 1 ? high : low;
  return {
    kind: 'range',
    indicator: code,
    low,
    high,
    left,
    best: pick((a, b) => a.place < b.place || (a.place === b.place && a.score > b.score)),
    worst: pick((a, b) => a.place > b.place || (a.place === b.place && a.score < b.score)),
    highest: pick((a, b) => a.score > b.score),
    lowest: pick((a, b) => a.score < b.score),
    unranked_at: tried.find(({ place }) => place === 0)?.value ?? null,
    status: outcomeOf(cell, good).status,
    exact: isRising || isEvery,
  };
}

const confirmed = (cell: Cell, value: number): Filled => {
  const { place, score } = outcomeOf(cell, value);
  return { value, place, score };
};

/**
 * What the values come to, and the last on the way to one that gives no place: a score may fall
 * without end towards it, so that nothing beside it but the very next stands for the limit.
 */
function withEdges(
  values: readonly number[],
  outcome: (value: number) => Standing,
  halve: (a: number, b: number) => number,
): Filled[] {
  const at = (value: number): Filled => ({ value, ...outcome(value) });
  const tried = values.map(at);
  const edges = tried.slice(1).flatMap((b, i): Filled[] => {
    const a = tried[i]!;
    if (a.place > 0 === b.place > 0) return [];
    let [without, placed] = a.place > 0 ? [b, a] : [a, b];
    for (;;) {
      const middle = halve(without.value, placed.value);
      if (middle === without.value || middle === placed.value) return [placed];
      const found = at(middle);
      if (found.place > 0) placed = found;
      else without = found;
    }
  });
  return [...tried, ...edges];
}

function defaultRange(cell: Cell): readonly [number, number] {
  if (cell.indicator.value_range) return cell.indicator.value_range;
  const posts = postsOf(cell);
  return posts.every(Number.isFinite) ? posts : peerRange(cell);
}

/** Both ends, every turning point between them, what lies just beside these, and points between. */
function valuesTo(cell: Cell, low: number, high: number, isMonotone: boolean): number[] {
  const turns = [low, ...turningPoints(cell).filter((x) => x > low && x < high), high];
  const near = BESIDE * (high - low);
  const values = turns.flatMap((x, i) => {
    const next = turns[i + 1] ?? x;
    const steps = isMonotone ? [] : Array.from({ length: SCAN }, (_, j) => (j + 1) / (SCAN + 1));
    return [x - near, x, x + near, ...steps.map((t) => x + t * (next - x))];
  });
  const inside = values.filter((x) => x >= low && x <= high);
  return [...new Set(inside)].sort((a, b) => a - b);
}
