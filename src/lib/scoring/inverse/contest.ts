import { bisectLeft } from 'd3-array';
import { rankInto, tieWidth } from '../rank/rank.ts';
import { awayFromZero, leadWithin } from './rows.ts';
import { dot, Feasibility } from './feasibility.ts';
import type { LinearForm } from './linear-form.ts';
import type { Bounds } from './rows.ts';

/** Rounding that a difference of two means of k values may carry, as a multiple of the largest. */
const roundingOf = (k: number): number => (16 + 4 * k) * Number.EPSILON;

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

/**
 * Best and worst place for these weights whatever rounding does, differences of `rounding` (f-)score
 * being taken for leads of whoever it suits less: without a tie, as every difference counts.
 */
export function surePlaces(form: LinearForm, weights: Float64Array, rounding: number) {
  const scores = linearScores(form, weights);
  const sorted = scores.slice().sort();
  const notBelow = (x: number) => sorted.length - bisectLeft(sorted, x);
  return {
    best: Int32Array.from(scores, (own) => notBelow(own - rounding)),
    worst: Int32Array.from(scores, (own) => 1 + notBelow(own + rounding)),
  };
}

/** What a difference of two (f-)scores must be to count, over all weights of the box (R113). */
export interface Tolerances {
  /** Nobody who is ahead by more than this ever shares a place: widest tie, rounding included. */
  readonly widest: number;
  /** Who is ahead by less than this is not ahead, unless a tie from above ends between the two. */
  readonly least: number;
  /** Narrowest tie, rounding taken off. */
  readonly narrowest: number;
  /** What rounding may make of two equal scores. */
  readonly rounding: number;
  /** Of the order of the scores' range. */
  readonly scale: number;
}

/** Differences up to so many roundings, if inside a tie, are none towards the worst place. */
const FAINT = 1e3;

/** The tolerances for all weights of a box. */
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
    roundingOf(form.children.length) *
    (isLog ? Math.max(1, Math.abs(min), Math.abs(max)) : largest(min, max));
  const extremes = Float64Array.of(min, max);
  const width = tieWidth(isLog ? extremes.map(Math.exp) : extremes, tieTolerance);
  const widest = isLog ? Math.log1p(width / Math.exp(min)) : width;
  const scale = max - min || largest(min, max) || 1;
  const narrowest = Math.max(0, narrowestTie(form, bounds, scale) - rounding);
  return {
    widest: widest + rounding,
    least:
      tieTolerance === 0 ? -rounding : Math.max(rounding, Math.min(narrowest, FAINT * rounding)),
    narrowest,
    rounding,
    scale,
  };
}

/** Shares of the range of all values, of which the greatest that the scores' range exceeds is used. */
const SPREADS = [0.3, 0.1, 0.03, 0.01, 1e-3, 1e-4];

/**
 * A width within which everybody shares a place, whatever the weights: the tolerance's share of a range
 * of scores that is never smaller. Either what all reach lies as far apart, or it is proven that units
 * with the same children never come closer together.
 */
function narrowestTie(form: LinearForm, bounds: Bounds, scale: number): number {
  const { values, isLog, tieTolerance } = form;
  const reaches = values.map((own) => reach(own, bounds));
  const apart =
    Math.max(...reaches.map(([low]) => low)) - Math.min(...reaches.map(([, high]) => high));
  const spread = SPREADS.find((share) => neverWithin(form, bounds, share * scale)) ?? 0;
  const range = Math.max(0, apart, spread * scale);
  return isLog ? Math.log1p(tieTolerance * -Math.expm1(-range)) : tieTolerance * range;
}

/** Whether some units with the same children are more than `range` apart for all weights. */
function neverWithin({ values }: LinearForm, bounds: Bounds, range: number): boolean {
  const patterns = new Map<string, Float64Array[]>();
  for (const own of values) {
    const pattern = own.map((y) => Number(Number.isNaN(y))).join('');
    patterns.set(pattern, [...(patterns.get(pattern) ?? []), own]);
  }
  const apart = awayFromZero(bounds);
  return [...patterns.values()].some(([first, ...others]) => {
    const rows = others.flatMap((other) => leadWithin(first!, other, -range, range));
    const rhs = new Float64Array(rows.length + apart.rows.length);
    rhs.set(apart.rhs, rows.length);
    const system = new Feasibility(bounds.low, bounds.high, [...rows, ...apart.rows], rhs);
    for (const row of rhs.keys()) system.demand(row);
    return system.check()?.proven === true;
  });
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
