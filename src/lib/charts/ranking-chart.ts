import type { Chart } from './chart.ts';
import { rankingBars } from './ranking-bars.ts';
import { prepareRows, rankingGaps } from './ranking-rows.ts';
import { rankingSummary, rowSentence } from './ranking-text.ts';
import type { RankingBarsInput } from './ranking-types.ts';
import { chartWords } from './words.ts';

/** What a ranking is drawn from, before it is known in which theme. */
export type RankingChartInput = Omit<RankingBarsInput, 'theme' | 'highlight'>;

/** The bars of a ranking as a chart. */
export function rankingChart(input: RankingChartInput): Chart {
  const words = chartWords(input.locale);
  const lit = { ...input, theme: 'light' } as const;
  return {
    locale: input.locale,
    stops: prepareRows(input).map((row) => ({
      id: row.bar.id,
      sentence: rowSentence(row, lit),
    })),
    notes: [
      ...(rankingGaps(input) ? [words.missingNote] : []),
      ...(!input.additive && input.elements.length > 1 ? [words.notAdditiveNote] : []),
    ],
    summary: (title) => rankingSummary(lit, title),
    draw: (theme, size, highlight = null) => rankingBars({ ...input, theme, highlight }, size),
  };
}
