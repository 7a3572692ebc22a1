import type { Lump } from './lumps.ts';

/** A curve through the lumps and how well it foretells an observation that it has not seen. */
export interface Fit {
  /** Value of the curve at each lump. */
  readonly curve: Float64Array;
  /** Σ (y - curve without y)² over all observations; Infinity where one cannot be left out. */
  readonly left_out: number;
}

/** Weights closer together than this have no slope. */
const FLAT = 1e-12;

/**
 * Local-linear regression (R87): at each x the straight line fitted to all observations, weighted by
 * a Gaussian kernel of the distance in x; the plain line for the bandwidth Infinity. A lump without
 * neighbours within reach has the mean there. Leaving out needs no further fits: the residual over
 * 1 - own weight is exactly what the fit without the observation would miss by.
 *
 * @param bandwidth standard deviation of the kernel, on the scale of x
 */
export function localLinear(lumps: readonly Lump[], bandwidth: number): Fit {
  const curve = new Float64Array(lumps.length);
  let leftOut = 0;
  for (const [k, { x, y, count, spread }] of lumps.entries()) {
    let [s0, s1, s2, t0, t1] = [0, 0, 0, 0, 0];
    for (let j = 0; j < lumps.length; j++) {
      const lump = lumps[j]!;
      const d = lump.x - x;
      const w = lump.count * Math.exp(-0.5 * (d / bandwidth) ** 2);
      s0 += w;
      s1 += w * d;
      s2 += w * d * d;
      t0 += w * lump.y;
      t1 += w * d * lump.y;
    }
    const determinant = s0 * s2 - s1 * s1;
    const isFlat = !(determinant > FLAT * s0 * s0 * bandwidthSquare(bandwidth));
    curve[k] = isFlat ? t0 / s0 : (s2 * t0 - s1 * t1) / determinant;
    const own = isFlat ? 1 / s0 : s2 / determinant;
    const kept = 1 - own;
    const miss = spread + count * (y - curve[k]) ** 2;
    leftOut += kept > FLAT ? miss / kept ** 2 : Infinity;
  }
  return { curve, left_out: leftOut };
}

/** The scale of squared distances that count: x lies in [0, 1]. */
const bandwidthSquare = (bandwidth: number): number => Math.min(1, bandwidth * bandwidth);
