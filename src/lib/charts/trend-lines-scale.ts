/** The vertical axis of charts over years, and where a value stands on it in pixels. */
import { tickStep } from 'd3-array';
import { formatPlain } from '#lib/i18n/index.ts';
import { axisTicks } from './axis-ticks.ts';
import type { TrendAxis } from './trend-lines-types.ts';

export interface TrendScale {
  readonly min: number;
  readonly max: number;
  /** The smallest value stands at the top. */
  readonly inverse: boolean;
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
  /** True where the axis neither starts at zero nor crosses it, of values that have a zero. */
  readonly broken: boolean;
}

/** Below this share of the highest value the lowest one is near enough to zero to start there. */
const NEAR_ZERO = 0.35;

/** Numbers that no chart can tell from zero, and whose steps would underflow to it. */
const settled = (value: number): number => (Math.abs(value) < 1e-300 ? 0 : value);

/** The axis that holds `values`, with about `count` intervals between round numbers. */
export function trendScale(axis: TrendAxis, values: readonly number[], count: number): TrendScale {
  if (axis.kind === 'rank') return rankScale(axis.worst, count);
  if (axis.kind === 'class') return classScale(axis.ticks);
  const [least = null, most = null] = axis.limits ?? [];
  const low = values.reduce((a, b) => Math.min(a, settled(b)), Infinity);
  const high = values.reduce((a, b) => Math.max(a, settled(b)), -Infinity);
  if (values.length === 0) return ticked({ min: 0, max: 1, step: 1 }, false);
  if (low <= NEAR_ZERO * high || low === high)
    return ticked(
      axisTicks(low, high, count, most !== null && high > 0.75 * most ? most : undefined),
      false,
    );
  const step = tickStep(low, high, count);
  return ticked(
    {
      min: Math.max(Math.floor(low / step + 1e-9) * step, least ?? -Infinity),
      max: Math.min(Math.ceil(high / step - 1e-9) * step, most ?? Infinity),
      step,
    },
    true,
  );
}

function ticked({ min, max, step }: { min: number; max: number; step: number }, broken: boolean) {
  const ticks: { value: number; label: string }[] = [];
  for (let i = 0; min + i * step <= max + step * 1e-6; i += 1)
    ticks.push({ value: min + i * step, label: formatPlain(min + i * step) });
  return { min, max, inverse: false, ticks, broken };
}

function rankScale(worst: number, count: number): TrendScale {
  const step = Math.max(1, Math.ceil(tickStep(1, Math.max(worst, 2), Math.max(count, 6))));
  const values = [1];
  for (let rank = step === 1 ? 2 : step; rank <= worst; rank += step)
    if (rank > 1) values.push(rank);
  return {
    min: 0.5,
    max: Math.max(worst, 1) + 0.5,
    inverse: true,
    ticks: values.map((value) => ({ value, label: String(value) })),
    broken: false,
  };
}

function classScale(ticks: TrendScale['ticks']): TrendScale {
  const values = ticks.map(({ value }) => value);
  return {
    min: values.reduce((a, b) => Math.min(a, b), 1) - 0.5,
    max: values.reduce((a, b) => Math.max(a, b), 1) + 0.5,
    inverse: false,
    ticks,
    broken: false,
  };
}

/** Pixels from the top of a plot `height` pixels high. */
export function pixelOf({ min, max, inverse }: TrendScale, value: number, height: number): number {
  const share = (value - min) / (max - min);
  return (inverse ? share : 1 - share) * height;
}

/** The value at a pixel, also beyond the plot. */
export function valueAt({ min, max, inverse }: TrendScale, pixel: number, height: number): number {
  const share = pixel / height;
  return min + (inverse ? share : 1 - share) * (max - min);
}
