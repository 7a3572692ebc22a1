/** Which breaks of series stand in the years and measure that are shown. */
import type { BreakKind, LocalText, SeriesBreak } from '#lib/model/index.ts';
import type { TrendBasis } from '#lib/state/trends-view.ts';
import type { Measure } from './measure.ts';

export interface SeriesCut {
  readonly id: string;
  /** Position of the first year shown under the new rule; at least 1. */
  readonly at: number;
  readonly period: string;
  readonly kind: BreakKind;
  /** null: all institutions. */
  readonly institution: string | null;
  readonly indicator: string | null;
  readonly text: LocalText;
}

/**
 * The breaks between years shown. Changes of the scheme concern scores as they were published;
 * computed by one scheme throughout, scores know none.
 */
export function cutsOf(
  breaks: readonly SeriesBreak[],
  measure: Pick<Measure, 'from' | 'indicators'>,
  basis: TrendBasis,
  periods: readonly string[],
): SeriesCut[] {
  return breaks.flatMap((row): SeriesCut[] => {
    const { break_id, indicator, institution_id, period, kind, text_zh, text_en } = row;
    const concerns =
      kind === 'scheme'
        ? measure.from === 'element' && basis === 'published'
        : indicator === null || measure.indicators.includes(indicator);
    const at = periods.findIndex((candidate) => candidate >= period);
    if (!concerns || at < 1) return [];
    return [
      {
        id: break_id,
        at,
        period,
        kind,
        institution: institution_id,
        indicator,
        text: { zh: text_zh, en: text_en },
      },
    ];
  });
}

/** Whether a break of the institution stands after `from` and up to `to` (positions of years). */
export const isCutBetween = (
  cuts: readonly SeriesCut[],
  institution: string,
  from: number,
  to: number,
): boolean =>
  cuts.some(
    (cut) =>
      cut.at > from &&
      cut.at <= to &&
      (cut.institution === null || cut.institution === institution),
  );
