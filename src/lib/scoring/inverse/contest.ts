import { rankInto, tieWidth } from '../rank/rank.ts';
import { dot } from './feasibility.ts';
import type { LinearForm } from './linear-form.ts';

/** Lowest and highest weights of the form's children, all of the same order. */
export interface Bounds {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Rounding that a score may carry, as a multiple of the largest. */
export const ROUNDING = 16 * Number.EPSILON;

/** Scores (f not undone) of all units for weights on any scale. */
export function linearScores({ values }: LinearForm, weights: Float64Array): Float64Array {
  return Float64Array.from(values, (own) => {
    let sum = 0;
    let total = 0;
    for (let i = 0; i < own.length; i++) {
      if (Number.isNaN(own[i]!)) continue;
      sum += weights[i]! * own[i]!;
      total += weights[i]!;
    }
    return sum / total;
  });
}

/** Places of all units for these weights (R50, R51). */
export function placesFor(form: LinearForm, weights: Float64Array): Int32Array {
  const linear = linearScores(form, weights);
  const scores = form.isLog ? linear.map(Math.exp) : linear;
  const places = new Int32Array(scores.length);
  rankInto(places, scores, Int32Array.from(places.keys()), form.tieTolerance);
  return places;
}

/** What a difference of two (f-)scores must be to count, over all weights of the box (R113). */
export interface Tolerances {
  /** Nobody who is ahead by more than this ever shares a place: widest tie, rounding included. */
  readonly widest: number;
  /** Who is ahead by less than this is not ahead. */
  readonly least: number;
  /** Of the order of the scores' range. */
  readonly scale: number;
}

export function tolerancesOf(form: LinearForm, bounds: Bounds): Tolerances {
  let min = Infinity;
  let max = -Infinity;
  for (const own of form.values)
    for (const y of own) {
      if (y < min) min = y;
      if (y > max) max = y;
    }
  const { isLog, tieTolerance } = form;
  const rounding =
    ROUNDING * (isLog ? Math.max(1, Math.abs(min), Math.abs(max)) : largest(min, max));
  const extremes = Float64Array.of(min, max);
  const width = tieWidth(isLog ? extremes.map(Math.exp) : extremes, tieTolerance);
  const widest = isLog ? Math.log1p(width / Math.exp(min)) : width;
  return {
    widest: widest + rounding,
    least: tieTolerance === 0 ? -rounding : Math.max(rounding, narrowest(form, bounds, rounding)),
    scale: max - min || largest(min, max) || 1,
  };
}

/**
 * A width within which everybody shares a place, whatever the weights; not wider than it need be. It
 * is the tolerance's share of a range that is never smaller: between the two units that are first and
 * last in the middle of the box, or between what all reach.
 */
function narrowest(form: LinearForm, bounds: Bounds, rounding: number): number {
  const { values, isLog, tieTolerance } = form;
  const reaches = values.map((own) => reach(own, bounds));
  const apart =
    Math.max(...reaches.map(([low]) => low)) - Math.min(...reaches.map(([, high]) => high));
  const middle = linearScores(
    form,
    bounds.low.map((low, i) => (low + bounds.high[i]!) / 2),
  );
  const first = values[middle.indexOf(Math.max(...middle))];
  const last = values[middle.indexOf(Math.min(...middle))];
  // A child that only one of the two has makes this NaN for it, and the difference no mean of these.
  const difference = first && last ? first.map((y, i) => y - last[i]!) : new Float64Array(0);
  const between = difference.some(Number.isNaN) ? 0 : reach(difference, bounds)[0];
  const range = Math.max(0, apart, between || 0);
  return Math.min(tieTolerance * (isLog ? -Math.expm1(-range) : range), 1e3 * rounding);
}

const largest = (min: number, max: number) => Math.max(Math.abs(min), Math.abs(max));

/** Lowest and highest (f-)score that a unit can have in the box (R113). */
export function reach(own: Float64Array, { low, high }: Bounds): [number, number] {
  const there = [...own.keys()]
    .filter((i) => !Number.isNaN(own[i]!) && high[i]! > 0)
    .sort((a, b) => own[a]! - own[b]!);
  // Extremes of a ratio over a box: low weights up to some child in the order of values, high ones after.
  const extreme = (order: readonly number[], pick: (a: number, b: number) => number): number => {
    let found = NaN;
    for (let cut = 0; cut <= order.length; cut++) {
      const w = Float64Array.from(order, (i, at) => (at < cut ? high[i]! : low[i]!));
      const total = w.reduce((sum, x) => sum + x, 0);
      if (total === 0) continue;
      const y =
        dot(
          w,
          Float64Array.from(order, (i) => own[i]!),
        ) / total;
      found = Number.isNaN(found) ? y : pick(found, y);
    }
    return found;
  };
  return [extreme(there, Math.min), extreme([...there].reverse(), Math.max)];
}
