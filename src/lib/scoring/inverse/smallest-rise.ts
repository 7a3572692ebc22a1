import type { Rise, Scheme, ScoreResult, SmallestRise, UnitTable } from '#lib/model/index.ts';
import { score } from '../score.ts';
import {
  cellsOf,
  isMonotone,
  outcomeIn,
  outcomeOf,
  peerRange,
  postsOf,
  turningPoints,
} from './cell.ts';
import type { Cell, Standing } from './cell.ts';
import { firstGain, ladder } from './first-gain.ts';

export interface SmallestRiseOptions {
  /** Place to reach. Default: one better than now. */
  readonly to?: number;
  /** Indicators that count whole things, besides those that the scheme says do. */
  readonly integer?: ReadonlySet<string>;
  /** Best value that an indicator can have, in its own unit, whatever the scheme says. */
  readonly cap?: ReadonlyMap<string, number>;
}

/**
 * For each indicator of a unit, the smallest improvement that gains a place when everything else
 * stays as it is (R117, R118). For every value tried all is computed anew that it can change, peers'
 * minima and maxima included; the answer is confirmed by `score`. Less is an improvement where the indicator's direction is -1.
 *
 * A missing value is no improvement to be made (see `missingValue`). Throws a RangeError for an
 * unknown row.
 */
export function smallestRise(
  table: UnitTable,
  scheme: Scheme,
  row: number,
  { to, integer = new Set(), cap = new Map() }: SmallestRiseOptions = {},
): SmallestRise {
  const cells = cellsOf(table, scheme, row);
  const now = score(table, scheme);
  const status = now.status[row]!;
  if (status.kind !== 'ranked') return { kind: 'unranked', status };
  const place = now.ranks.get(scheme.index.code)![row]!;
  const goal = to ?? place - 1;
  if (place <= Math.max(1, goal)) return { kind: 'there_already', place };
  const rises = cells.map((cell): Rise => {
    const { code } = cell.indicator;
    const limit = capOf(cell, cap.get(code));
    const isInteger = cell.indicator.integer === true || integer.has(code);
    const rising = isMonotone(cell, now.status);
    const base = { indicator: code, value: cell.value, cap: limit, exact: rising };
    if (Number.isNaN(cell.value) || Number.isNaN(limit.value))
      return { ...base, outcome: { kind: 'missing' } };
    if ((limit.value - cell.value) * cell.indicator.direction <= 0)
      return { ...base, outcome: { kind: 'not_attainable', place_at_cap: place } };
    const steps = ladder(cell.value, limit.value, turningPoints(cell), {
      isInteger,
      isMonotone: rising,
    });
    const exact = rising || steps.isComplete;
    return {
      ...base,
      exact,
      outcome: riseOf(cell, now, goal, steps, { isInteger, isMonotone: rising }),
    };
  });
  return { kind: 'rises', place, to: goal, rises };
}

function riseOf(
  cell: Cell,
  now: ScoreResult,
  goal: number,
  steps: ReturnType<typeof ladder>,
  kind: { readonly isInteger: boolean; readonly isMonotone: boolean },
): Rise['outcome'] {
  const isThere = (place: number) => place > 0 && place <= goal;
  const search = (outcome: (value: number) => Standing) =>
    firstGain(cell.value, steps, (x) => isThere(outcome(x).place), kind);
  const confirm = (found: ReturnType<typeof search>): Rise['outcome'] | null => {
    if (!found) {
      const end = steps.rungs[steps.rungs.length - 1] ?? cell.value;
      const { place } = outcomeOf(cell, end);
      return isThere(place) ? null : { kind: 'not_attainable', place_at_cap: place };
    }
    const { needed, short } = found;
    const { place } = outcomeOf(cell, needed);
    const before = outcomeOf(cell, short).place;
    if (!isThere(place) || isThere(before)) return null;
    const rise = Math.abs(needed - cell.value);
    return { kind: 'gains', needed, rise, place, short: { value: short, place: before } };
  };
  // What was computed narrowly must hold for the whole.
  return confirm(search(outcomeIn(cell, now))) ?? confirm(search((x) => outcomeOf(cell, x)))!;
}

/**
 * How far a value can go: the option; else the best value that it can take (`value_range`), or the
 * post, target or reference beyond which nothing counts, whichever is nearer; else the best peer.
 */
function capOf(cell: Cell, option: number | undefined): Rise['cap'] {
  if (option !== undefined) return { value: option, from: 'option' };
  const { direction, value_range } = cell.indicator;
  const best = ([low, high]: readonly [number, number]) => (direction === 1 ? high : low);
  const possible = value_range ? best(value_range) : NaN;
  const post = best(postsOf(cell));
  const isPost = Number.isFinite(post) && !((post - possible) * direction > 0);
  if (isPost) return { value: post, from: 'posts' };
  if (!Number.isNaN(possible)) return { value: possible, from: 'scheme' };
  return { value: best(peerRange(cell)), from: 'peers' };
}
