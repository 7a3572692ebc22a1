/** The default chart as a picture, drawn while the site is built. */
import { rankingBars, rankingSummary } from '#lib/charts/index.ts';
import { renderSvg } from '#lib/chart-host/index.ts';
import { messagesFor } from '#lib/i18n/index.ts';
import type { Locale, Scheme } from '#lib/model/index.ts';
import { rankingFigureInput } from './figure.ts';
import type { RankingModel } from './model.ts';

/** About the width that the figure has beside the table. */
const WIDTH = 600;

export function rankingPlaceholder(
  model: RankingModel,
  scheme: Scheme,
  locale: Locale,
  theme: 'light' | 'dark',
): { svg: string; width: number; height: number } {
  const m = messagesFor(locale);
  const title = m.ranking.title;
  const input = { ...rankingFigureInput(model, scheme, locale, m), theme };
  const { option, width, height } = rankingBars(input, { width: WIDTH, height: null });
  const svg = renderSvg(option, {
    width,
    height,
    locale,
    theme,
    title,
    description: rankingSummary(input, title),
  });
  return { svg, width, height };
}
