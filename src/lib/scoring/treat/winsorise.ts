import type { Shape } from '#lib/model/index.ts';
import { extremesOf } from '../statistics/present.ts';
import { shapeOf } from './outliers.ts';
import type { OutlierLimits } from './outliers.ts';

export interface WinsoriseOptions extends OutlierLimits {
  /** Cells to alter at most; Infinity for no limit. */
  readonly max: number;
  /** Go on up to the limit whatever the shape. */
  readonly force: boolean;
}

export interface Winsorised {
  readonly values: Float64Array;
  /** Of the winsorised values. */
  readonly shape: Shape;
  /** Positions of the cells that were lowered, and of those that were raised. */
  readonly high: readonly number[];
  readonly low: readonly number[];
  /** As the limit counts them: the cells of `high` and `low`. */
  readonly cells: number;
}

function positionsOf(values: Float64Array, value: number): number[] {
  const positions: number[] = [];
  for (let i = 0; i < values.length; i++) if (values[i] === value) positions.push(i);
  return positions;
}

/** The distinct value next to `extreme` on the inside, NaN when there is none. */
function nextTo(values: Float64Array, extreme: number, isHigh: boolean): number {
  let next = NaN;
  for (let i = 0; i < values.length; i++) {
    const x = values[i]!;
    if (x !== extreme && !(isHigh ? x <= next : x >= next)) next = x;
  }
  // Which of 0 and -0 came first must not show.
  return next + 0;
}

/**
 * Brings in the outermost values one by one, on the side of the skew, until the outlier rule is
 * content or `max` cells are altered (R16). All cells at the extreme move together, so that ties
 * can exceed the limit.
 *
 * @param values without NaN
 * @param given their shape
 */
export function winsorise(
  values: Float64Array,
  options: WinsoriseOptions,
  given = shapeOf(values, options),
): Winsorised {
  const out = values.slice();
  let shape = given;
  let high: number[] = [];
  let low: number[] = [];
  while ((shape.passes === false || options.force) && high.length + low.length < options.max) {
    const isHigh = shape.skewness >= 0;
    const { min, max } = extremesOf(out);
    const extreme = isHigh ? max : min;
    const next = nextTo(out, extreme, isHigh);
    if (Number.isNaN(next)) break;
    const moved = positionsOf(out, extreme);
    for (const i of moved) out[i] = next;
    if (isHigh) high = moved;
    else low = moved;
    shape = shapeOf(out, options);
  }
  return { values: out, shape, high, low, cells: high.length + low.length };
}
