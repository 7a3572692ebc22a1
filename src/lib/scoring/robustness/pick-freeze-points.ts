import type { Design } from '#lib/model/index.ts';
import { pointsOf } from './points.ts';

/**
 * The points of a sensitivity analysis (R101), row by row: A, B, then A with the coordinates of one
 * factor after the other taken from B.
 */
export interface PickFreezePoints {
  /** Points a row: the number of factors and two. */
  readonly runs: number;
  /** Goes to the next row; to be called before the first. */
  nextRow(): void;
  /** Writes point 0 (A), 1 (B) or 2 + i (A with factor i of B) of the row to `u`. */
  pointAt(run: number, u: Float64Array): void;
}

export function pickFreezePoints(design: Design, seed: number): PickFreezePoints {
  const { dimensions, factors } = design;
  const points = pointsOf('sobol', seed, 2 * dimensions);
  const pairs = pairsOf(design);
  const row = new Float64Array(2 * dimensions);
  return {
    runs: factors.length + 2,
    nextRow: () => points.next(row),
    pointAt(run, u) {
      const swapped = factors[run - 2];
      for (let at = 0; at < dimensions; at++) {
        const fromB = run === 1 || (swapped && at >= swapped.from && at < swapped.to);
        u[at] = row[2 * pairs[at]! + (fromB ? 1 : 0)]!;
      }
    },
  };
}

/**
 * Which pair of quasi-random dimensions each coordinate gets, one for A and one for B. The first
 * dimensions are the most even: factors that hang on a single coordinate come before those that are
 * made of many.
 */
function pairsOf({ dimensions, factors }: Design): Int32Array {
  const pairs = new Int32Array(dimensions);
  let next = 0;
  const narrowFirst = [...factors].sort(
    (a, b) => a.to - a.from - (b.to - b.from) || a.from - b.from,
  );
  for (const { from, to } of narrowFirst) for (let at = from; at < to; at++) pairs[at] = next++;
  return pairs;
}
