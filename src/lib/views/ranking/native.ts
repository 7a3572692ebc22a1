/** The ranking as charts that slides draw themselves. */
import { ACCENT, PLAIN, seriesColour, type EditableChart } from '#lib/export/native.ts';
import { formatNumber, type Messages } from '#lib/i18n/index.ts';
import type { Locale } from '#lib/model/index.ts';
import { scoreDecimals } from '#lib/ui/score-decimals.ts';
import type { RankingModel } from './model.ts';

/** Bars on a slide before the next one takes over. */
const BARS = 16;

/** `max`: the highest score there can be. */
export function rankingNative(
  model: RankingModel,
  max: number,
  locale: Locale,
  m: Messages,
): EditableChart[] {
  const rows = [...model.ranked].sort((a, b) => a.rank - b.rank);
  const decimals = scoreDecimals(rows);
  const stacked = model.additive && model.elements.length > 1;
  const pages = Math.max(1, Math.ceil(rows.length / BARS));
  const each = Math.ceil(rows.length / pages);
  return Array.from({ length: rows.length === 0 ? 0 : pages }, (_, page) => {
    const part = rows.slice(page * each, (page + 1) * each);
    return {
      form: stacked ? 'stacked-bars' : 'bars',
      categories: part.map(
        ({ rank, name, score }) => `${rank} ${name[locale]} ${formatNumber(score, decimals)}`,
      ),
      series: stacked
        ? model.elements.map(({ name, colour }, i) => ({
            name: name[locale],
            values: part.map(({ segments }) => segments[i] ?? null),
            colour: seriesColour(colour),
          }))
        : [
            {
              name: m.ranking.columns.score,
              values: part.map(({ score }) => score),
              colour: ACCENT,
            },
          ],
      unit: m.ranking.scoreUnit,
      ...PLAIN,
      decimals,
      max,
    };
  });
}
