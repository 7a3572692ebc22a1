import type { PlaceCounts, Uncertainty } from '#lib/model/index.ts';
import { quantile7 } from './quantile.ts';

export interface PlaceStatistics {
  /** How many places were counted. */
  readonly placed: number;
  readonly mean: number;
  readonly p5: number;
  readonly median: number;
  readonly p95: number;
  readonly min: number;
  readonly max: number;
}

/** Figures of one row's places (R96); NaN, and 0 for `min` and `max`, where it never had one. */
export function placeStatistics({ starts, best, counts }: PlaceCounts, i: number): PlaceStatistics {
  const own = counts.subarray(starts[i], starts[i + 1]);
  const first = best[i]!;
  let placed = 0;
  let sum = 0;
  for (let k = 0; k < own.length; k++) {
    placed += own[k]!;
    sum += own[k]! * (first + k);
  }
  const quantile = (p: number) => quantile7(placed, (position) => placeAt(own, first, position), p);
  return {
    placed,
    mean: sum / placed,
    p5: quantile(0.05),
    median: quantile(0.5),
    p95: quantile(0.95),
    min: first,
    max: placed > 0 ? first + own.length - 1 : 0,
  };
}

/** The place at a position of the sorted places, from 0. */
function placeAt(own: Uint32Array, first: number, position: number): number {
  let k = 0;
  for (let passed = own[0]!; passed <= position; passed += own[k]!) k++;
  return first + k;
}

/**
 * Share of the replicates, of those in which row `i` had a place, in which it was k-th or better
 * (R96); NaN when it never had one.
 */
export function placeProbability(
  { places: { starts, best, counts }, placed }: Pick<Uncertainty, 'places' | 'placed'>,
  i: number,
  k: number,
): number {
  const own = counts.subarray(starts[i], starts[i + 1]);
  const until = Math.min(own.length, Math.max(0, Math.floor(k) - best[i]! + 1));
  let within = 0;
  for (let at = 0; at < until; at++) within += own[at]!;
  return within / placed[i]!;
}
