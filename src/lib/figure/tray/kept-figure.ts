/** A figure put aside for a report: all that a document needs of it, as it was when it was taken. */
import type { FigureText } from '#lib/charts/index.ts';
import type { Figure, Provenance, Sheet } from '#lib/export/index.ts';
import type { EditableChart } from '#lib/export/native.ts';
import type { Layer, Locale } from '#lib/model/index.ts';
import type { DocumentFigure, DocumentSize } from '../document-figure.ts';
import { stateOf } from '../subject.ts';

/** What of a figure goes into the report: the picture, its table, or both. */
export const KEPT_PARTS = ['figure', 'table', 'both'] as const;
export type KeptPart = (typeof KEPT_PARTS)[number];

/** What the reader decides about it. */
export interface KeptWishes {
  /** One sentence, without a number. */
  readonly caption: string;
  /** Stands before it as a paragraph; empty where there is none. */
  readonly paragraph: string;
  readonly part: KeptPart;
  /** Positions of the sheet's columns that the table shows, in its order. */
  readonly columns: readonly number[];
}

/** Plain data, so that a browser can keep it; it never changes when the data of the site do. */
export interface KeptFigure extends KeptWishes {
  readonly id: string;
  readonly name: string;
  readonly locale: Locale;
  readonly layer: Layer;
  readonly trial: boolean;
  readonly local: boolean;
  /** The words around it; the title without its number. */
  readonly text: FigureText;
  /** With the page that it was taken from. */
  readonly provenance: Provenance;
  /** Without title, for documents. */
  readonly pictures: Readonly<Record<DocumentSize, Figure>>;
  /** With title, in the width of a page, to stand alone. */
  readonly alone: Figure;
  /** Everything that is drawn, in words, after the title. */
  readonly summary: string;
  readonly native: readonly EditableChart[];
  readonly sheet: Sheet;
  readonly fileParts: readonly string[];
}

export const keptDocumentFigure = ({
  text,
  layer,
  trial,
  local,
  locale,
  summary,
  native,
  pictures,
  alone,
  provenance,
}: KeptFigure): DocumentFigure => ({
  text,
  nature: { layer, trial, locale, ...stateOf({ provenance }), local },
  describe: (caption) => `${caption} ${summary}`,
  native: () => native,
  picture: (size) => pictures[size],
  alone: () => alone,
});
