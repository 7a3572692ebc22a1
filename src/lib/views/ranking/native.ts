/** The ranking as charts that slides draw themselves. */
import { inPages, PLAIN, seriesInk, type EditableChart } from '#lib/export/native.ts';
import { formatNumber, type Messages } from '#lib/i18n/index.ts';
import type { Locale } from '#lib/model/index.ts';
import { scoreDecimals } from '#lib/ui/score-decimals.ts';
import type { RankingModel } from './model.ts';

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
  return inPages(rows).map((part) => {
    return {
      form: stacked ? 'stacked-bars' : 'bars',
      categories: part.map(
        ({ rank, name, score }) => `${rank} ${name[locale]} ${formatNumber(score, decimals)}`,
      ),
      series: stacked
        ? model.elements.map(({ name, colour }, i) => ({
            name: name[locale],
            values: part.map(({ segments }) => segments[i] ?? null),
            ink: seriesInk(colour),
          }))
        : [
            {
              name: m.ranking.columns.score,
              values: part.map(({ score }) => score),
              ink: 'accent',
            },
          ],
      unit: m.ranking.scoreUnit,
      ...PLAIN,
      decimals,
      max,
    };
  });
}
