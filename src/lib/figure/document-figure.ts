/** A figure as documents and slides take it, whether it is drawn now or was collected earlier. */
import { figureSvg, type Figure } from '#lib/export/index.ts';
import type { EditableChart } from '#lib/export/native.ts';
import { unnumbered } from './caption.ts';
import { isLocal, type ChartModule, type FigureSubject } from './subject.ts';

/** The full width of a page, half of it, and a slide. */
export type DocumentSize = 'a4' | 'a4-half' | 'wide';

export interface DocumentFigure {
  /** Without a number: a document numbers its figures itself. */
  readonly title: string;
  readonly subtitle: string;
  /** Empty where there is none. */
  readonly note: string;
  /** The figure in words: the caption, then everything that is drawn. */
  readonly describe: (caption: string) => string;
  /** The same for slides, as charts that can be edited; none where only the picture will do. */
  readonly native: () => readonly EditableChart[];
  /**
   * Without its title, which the document or the slide around it says; the mark of invented data
   * and the source stay in the picture, because pictures are copied out of documents.
   */
  readonly picture: (size: DocumentSize) => Figure;
}

export const documentFigure = (subject: FigureSubject, charts: ChartModule): DocumentFigure => ({
  title: unnumbered(subject.text.title),
  subtitle: subject.text.subtitle,
  note: subject.text.note,
  describe: (caption) => subject.chart(charts).summary(caption.replace(/[。.]$/u, '')),
  native: () => subject.native?.() ?? [],
  picture: (preset) =>
    figureSvg({
      chart: subject.chart(charts),
      text: { ...subject.text, title: '', subtitle: '' },
      layer: subject.layer,
      trial: subject.trial ?? false,
      local: isLocal(subject),
      theme: 'light',
      preset,
      provenance: subject.provenance,
    }),
});
