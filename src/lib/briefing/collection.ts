/** What a reader has collected from any views, as one report. */
import { keptDocumentFigure, type KeptFigure } from '#lib/figure/tray/kept-figure.ts';
import type { Messages } from '#lib/i18n/index.ts';
import type { Locale } from '#lib/model/index.ts';
import type { Report } from './report.ts';

export interface Collection {
  readonly title: string;
  /** In the order of the report; at least one. */
  readonly figures: readonly KeptFigure[];
  readonly locale: Locale;
  readonly m: Messages;
}

export function collectionReport({ title, figures, locale }: Collection): Report {
  const days = figures.map(({ text }) => text.cutoff).sort();
  return {
    locale,
    title,
    mark: '',
    day: days[days.length - 1] ?? '',
    sources: [],
    fileParts: [title],
    pieces: [
      { kind: 'title', text: title },
      ...figures.map((kept) => ({
        kind: 'figure' as const,
        figure: keptDocumentFigure(kept),
        caption: kept.caption,
      })),
    ],
  };
}
