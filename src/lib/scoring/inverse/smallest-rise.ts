import type { Rise, Scheme, SmallestRise, UnitTable } from '#lib/model/index.ts';
import { specOf } from '../normalise/normalise.ts';
import { score } from '../score.ts';
import { cellsOf, cropped, isMonotone, outcomeOf, peerValues, turningPoints } from './cell.ts';
import type { Cell } from './cell.ts';
import { firstGain, ladder } from './first-gain.ts';

export interface SmallestRiseOptions {
  /** Place to reach. Default: one better than now. */
  readonly to?: number;
  /** Indicators that count whole things: only whole numbers are considered. */
  readonly integer?: ReadonlySet<string>;
  /** Best value that an indicator can have, in its own unit: 100 for a percentage, say. */
  readonly cap?: ReadonlyMap<string, number>;
}

/** Without a cap, so many ranges of the peers beyond the best of them are searched. */
const REACH = 10;

/**
 * For each indicator of a unit, the smallest improvement that gains a place when everything else
 * stays as it is (R117, R118). The whole index is computed anew for every value tried, for the peers'
 * minima and maxima move with it. Less is an improvement where the indicator's direction is -1.
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
    const isInteger = integer.has(code);
    const rising = isMonotone(cell);
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
    return { ...base, exact, outcome: riseOf(cell, goal, steps, isInteger) };
  });
  return { kind: 'rises', place, to: goal, rises };
}

function riseOf(
  cell: Cell,
  goal: number,
  steps: ReturnType<typeof ladder>,
  isInteger: boolean,
): Rise['outcome'] {
  const isThere = (place: number) => place > 0 && place <= goal;
  const search = (of: Cell) =>
    firstGain(cell.value, steps, (x) => isThere(outcomeOf(of, x).place), isInteger);
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
  // The cropped table is only quicker: what it says must hold in the whole one.
  return confirm(search(cropped(cell))) ?? confirm(search(cell))!;
}

/** How far a value can go: the option, the post or target beyond which nothing counts, or far. */
function capOf(cell: Cell, option: number | undefined): Rise['cap'] {
  if (option !== undefined) return { value: option, from: 'option' };
  const { indicator, scheme, factor, value } = cell;
  const { direction } = indicator;
  const spec = specOf(indicator, scheme);
  if (spec.method === 'goalposts' && spec.truncate !== false)
    return { value: (direction === 1 ? spec.high : spec.low) * factor, from: 'posts' };
  if (spec.method === 'target' && spec.cap !== false)
    return { value: spec.target * factor, from: 'posts' };
  const all = [...peerValues(cell), value / factor];
  const min = Math.min(...all);
  const max = Math.max(...all);
  const far = REACH * (max - min || Math.abs(max) || 1);
  const end = direction === 1 ? max + far : min >= 0 ? 0 : min - far;
  return { value: end * factor, from: 'search' };
}
