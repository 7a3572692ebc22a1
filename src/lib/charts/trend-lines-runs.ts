/** Which stretches of a series may be joined, and how. */
import type { TrendBreak, TrendSeries } from './trend-lines-types.ts';

/** A point of a drawn line; null lifts the pen. */
export type PenPoint = readonly [number, number] | null;

export interface Runs {
  /** Years that compare with one another. */
  readonly solid: readonly PenPoint[];
  /** From the last value before a break to the first after it. */
  readonly dashed: readonly PenPoint[];
}

/** Whether a break stands between the values at `period - 1` and `period`. */
export const isCut = (
  { id }: Pick<TrendSeries, 'id'>,
  breaks: readonly TrendBreak[],
  period: number,
): boolean => breaks.some(({ at, ids }) => at === period && (ids === null || ids.includes(id)));

/** Solid lines within comparable years, dashed ones across breaks, nothing across missing years. */
export function runsOf(series: TrendSeries, breaks: readonly TrendBreak[]): Runs {
  const solid: PenPoint[] = [];
  const dashed: PenPoint[] = [];
  series.points.forEach(({ value }, i) => {
    const before = series.points[i - 1]?.value ?? null;
    if (value === null || before === null) return;
    (isCut(series, breaks, i) ? dashed : solid).push([i - 1, before], [i, value], null);
  });
  return { solid, dashed };
}
