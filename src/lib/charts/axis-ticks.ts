import { tickStep } from 'd3-array';

export interface Ticks {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/**
 * A linear axis that contains zero and [low, high] and ends on round numbers, with about `count`
 * intervals of 1, 2 or 5 times a power of ten. `fixedMax` is kept where it contains the data.
 */
export function axisTicks(low: number, high: number, count: number, fixedMax?: number): Ticks {
  const top = Math.max(high, fixedMax ?? 0, low < 0 ? 0 : Number.MIN_VALUE);
  const bottom = Math.min(low, 0);
  if (top - bottom < 1e-12) return { min: 0, max: 1, step: 1 };
  const step = tickStep(bottom, top, count);
  const keepsMax = fixedMax !== undefined && fixedMax >= high;
  // Adding zero turns -0 into 0.
  return {
    min: Math.floor(bottom / step) * step + 0,
    max: keepsMax ? fixedMax : Math.ceil(top / step - 1e-9) * step + 0,
    step,
  };
}
