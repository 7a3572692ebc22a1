import type { PublishedRow, SchemeObservation, SeriesBreakRow } from '#lib/queries/index.ts';

/** Beside the scores of a layer: what was published at the time, breaks, further indicators. */
export interface TrendRecords {
  readonly published: readonly PublishedRow[];
  readonly breaks: readonly SeriesBreakRow[];
  /** Of indicators that are in no scheme. */
  readonly observations: readonly SchemeObservation[];
}

export const NO_RECORDS: TrendRecords = { published: [], breaks: [], observations: [] };
