/** A figure as documents and slides take it, whether it is drawn now or was collected earlier. */
import type { FigureText } from '#lib/charts/index.ts';
import type { NatureOfData } from '#lib/export/data-nature.ts';
import { figureSvg, type Figure } from '#lib/export/index.ts';
import type { DrawnSize } from '#lib/export/presets.ts';
import type { EditableChart } from '#lib/export/native.ts';
import { unnumbered } from './caption.ts';
import { stateOf, type ChartModule, type FigureSubject } from './subject.ts';

/** The full width of a page, half of it beside another figure, and a slide. */
export type DocumentSize = 'a4' | 'a4-half' | 'wide';

export interface DocumentFigure {
  /** The words around it; the title without a number: a document numbers its figures itself. */
  readonly text: FigureText;
  /** What must be known of its data. */
  readonly nature: NatureOfData;
  /** The figure in words: the caption, then everything that is drawn. */
  readonly describe: (caption: string) => string;
  /** The same for slides, as charts that can be edited; none where only the picture will do. */
  readonly native: () => readonly EditableChart[];
  /**
   * Without its title, which the document or the slide around it says; the mark of invented data
   * and the source stay in the picture, because pictures are copied out of documents. Of two
   * side by side, where the source would take more room than the chart, the mark alone stays.
   */
  readonly picture: (size: DocumentSize) => Figure;
  /** With its title, in the width of a page: a file of its own. */
  readonly alone: () => Figure;
}

export function documentFigure(subject: FigureSubject, charts: ChartModule): DocumentFigure {
  const text = { ...subject.text, title: unnumbered(subject.text.title) };
  const nature = {
    layer: subject.layer,
    trial: subject.trial ?? false,
    ...stateOf(subject),
    locale: subject.locale,
  };
  const drawn = (preset: DrawnSize, words: FigureText, foot = true) =>
    figureSvg({
      ...nature,
      chart: subject.chart(charts),
      text: words,
      theme: 'light',
      preset,
      foot,
      provenance: subject.provenance,
    });
  return {
    text,
    nature,
    describe: (caption) => subject.chart(charts).summary(caption.replace(/[。.]$/u, '')),
    native: () => subject.native?.() ?? [],
    picture: (size) => {
      const words = { ...text, title: '', subtitle: '' };
      return size === 'a4-half' ? drawn('a4-pair', words, false) : drawn(size, words);
    },
    alone: () => drawn('a4', text),
  };
}
