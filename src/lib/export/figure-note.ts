import type { FigureInput } from './figure-layout.ts';

/** The author's note, and what the drawing itself needs to have explained. */
export function figureNote({ chart, text }: Pick<FigureInput, 'chart' | 'text'>): string {
  return [text.note, ...chart.notes]
    .filter((note) => note !== '')
    .join(chart.locale === 'zh' ? '' : ' ');
}
