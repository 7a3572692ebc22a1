import { CELL } from '#lib/model/index.ts';
import type { Shape, Transform, TreatSpec } from '#lib/model/index.ts';
import { shapeOf } from './outliers.ts';
import type { OutlierLimits } from './outliers.ts';
import { transform } from './transforms.ts';
import { winsorise } from './winsorise.ts';
import type { Winsorised } from './winsorise.ts';

type Active = Exclude<TreatSpec, { method: 'none' }>;

export interface TreatedColumn {
  readonly values: Float64Array;
  /** CELL flags; null where no value was altered. */
  readonly flags: Uint8Array | null;
  readonly given: Shape;
  readonly winsorised: (Shape & { readonly cells: number }) | null;
  readonly transformed: (Shape & { readonly transform: Transform }) | null;
}

/**
 * Treats the values of one indicator among its peers (R15–R17): winsorises while the outlier rule
 * is not content, then transforms if it still is not. A rule that cannot tell leaves the values as
 * they were, and so does a transformation that is not defined for them.
 *
 * @param values without NaN
 */
export function treatColumn(values: Float64Array, spec: Active): TreatedColumn {
  if (spec.method === 'transform') {
    const untouched = untouchedBy(values, DEFAULT_LIMITS);
    return transformed(values, spec, DEFAULT_LIMITS, untouched, null);
  }
  const limits = { ...DEFAULT_LIMITS, ...spec };
  const untouched = untouchedBy(values, limits);
  const { force = false, winsorise_max = 5 } = spec;
  if (untouched.given.passes !== false && !force) return untouched;

  const options = { ...limits, max: winsorise_max ?? Infinity, force };
  const win = winsorise(values, options, untouched.given);
  // Made all equal, a column would say nothing; a rule that cannot tell has only force to go by.
  const isFlat = Number.isNaN(win.shape.skewness);
  if (isFlat || (win.shape.passes === null && !force)) return untouched;
  const winsorised = { ...win.shape, cells: win.cells };
  const after = { ...untouched, values: win.values, flags: flagsOf(win), winsorised };
  const { transform: name = 'log', lambda = 0, combine = false } = spec;
  if (win.shape.passes !== false || name === 'none') return after;
  const from = combine ? after : untouched;
  return transformed(values, { transform: name, lambda }, limits, from, winsorised);
}

const DEFAULT_LIMITS: OutlierLimits = { skewness: 2, kurtosis: 3.5 };

function flagsOf({ values, high, low, cells }: Winsorised): Uint8Array | null {
  if (cells === 0) return null;
  const flags = new Uint8Array(values.length);
  for (const i of high) flags[i] = CELL.winsorised_high;
  for (const i of low) flags[i] = CELL.winsorised_low;
  return flags;
}

const untouchedBy = (values: Float64Array, limits: OutlierLimits): TreatedColumn => ({
  values,
  flags: null,
  given: shapeOf(values, limits),
  winsorised: null,
  transformed: null,
});

function transformed(
  given: Float64Array,
  { transform: name, lambda = 0 }: { readonly transform: Transform; readonly lambda?: number },
  limits: OutlierLimits,
  from: TreatedColumn,
  winsorised: TreatedColumn['winsorised'],
): TreatedColumn {
  const values = transform(from.values, name, lambda);
  const shape = shapeOf(values, limits);
  const done = { ...from, winsorised, transformed: { ...shape, transform: name } };
  if (shape.passes === null || !values.every(Number.isFinite))
    return { ...done, values: given, flags: null };
  const flags = from.flags?.slice() ?? new Uint8Array(values.length);
  for (let i = 0; i < flags.length; i++) flags[i]! |= CELL.transformed;
  return { ...done, values, flags };
}
