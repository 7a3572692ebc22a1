import type { Locale } from '#lib/model/index.ts';

/** One of those compared. Names are in the locale. */
export interface ComparedSeries {
  readonly id: string;
  readonly name: string;
  /** A mean, a median or a best, drawn apart from those measured against it. */
  readonly isReference: boolean;
  /** Parallel to the axes; null is missing and is never drawn as zero. */
  readonly values: readonly (number | null)[];
}

/** Few things by several measures of one unit, as bars in groups or as a radar. */
export interface ComparisonInput {
  readonly series: readonly ComparedSeries[];
  /** The measures, in the order of the scheme. */
  readonly axes: readonly { readonly code: string; readonly name: string }[];
  readonly unit: string;
  readonly decimals: number;
  /** Where the scale ends; else the next round number. */
  readonly max: number;
  readonly locale: Locale;
}

/** What a highlight stands for: a series, a measure, or one bar, which is both. */
export interface ComparedMark {
  readonly series: string | null;
  readonly axis: string | null;
}

/** As the one id that charts and tables share. Ids hold no space, measures have no empty code. */
export const markId = ({ series, axis }: ComparedMark): string | null =>
  series === null && axis === null ? null : `${series ?? ''} ${axis ?? ''}`;

export function markOf(id: string | null | undefined): ComparedMark {
  const at = id?.indexOf(' ') ?? -1;
  if (id == null || at < 0) return { series: null, axis: null };
  return { series: id.slice(0, at) || null, axis: id.slice(at + 1) || null };
}
