import type { Transform } from '#lib/model/index.ts';
import { extremesOf } from '../statistics/present.ts';
import { skewness } from './outliers.ts';

/**
 * The values after a rising, non-linear transformation (R17), which draws in the long side of a
 * skewed column. Not finite where all values are equal.
 *
 * @param values without NaN
 * @param lambda of Box-Cox
 */
export function transform(values: Float64Array, name: Transform, lambda: number): Float64Array {
  const { min, max } = extremesOf(values);
  const margin = 0.01 * (max - min);
  switch (name) {
    case 'log':
      return values.map((x) => Math.log(x - min + margin));
    // log1p and expm1 keep the digits of values far below 1.
    case 'log_plus1':
      return values.map((x) => Math.log1p(x - min));
    case 'log_signed':
      return skewness(values) > 0
        ? values.map((x) => Math.log(x - min + margin))
        : values.map((x) => -Math.log(max + margin - x));
    case 'boxcox':
      return lambda === 0
        ? values.map((x) => Math.log1p(x - min))
        : values.map((x) => Math.expm1(lambda * Math.log1p(x - min)) / lambda);
  }
}
