import { chartWords, rankingGaps } from '#lib/charts/index.ts';
import type { FigureInput } from './figure-layout.ts';

/** The author's note, and what the drawing itself needs to have explained. */
export function figureNote({ chart, text }: Pick<FigureInput, 'chart' | 'text'>): string {
  const words = chartWords(chart.locale);
  const notes = [
    text.note,
    ...(rankingGaps(chart) ? [words.missingNote] : []),
    ...(!chart.additive && chart.elements.length > 1 ? [words.notAdditiveNote] : []),
  ].filter((note) => note !== '');
  return notes.join(chart.locale === 'zh' ? '' : ' ');
}
