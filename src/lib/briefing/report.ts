/** A report before it is a document or slides: words, tables and figures in reading order. */
import type { DocumentFigure } from '#lib/figure/document-figure.ts';
import type { Cell, TableBlock, TableColumn } from '#lib/office/docx/index.ts';
import type { Locale } from '#lib/model/index.ts';

export interface FigurePiece {
  readonly kind: 'figure';
  readonly figure: DocumentFigure;
  /** One sentence, without a number. */
  readonly caption: string;
}

export type Piece =
  | {
      readonly kind: 'title' | 'subtitle' | 'mark' | 'paragraph' | 'brief' | 'note';
      readonly text: string;
    }
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'page-break' }
  | TableBlock
  | FigurePiece
  /** Side by side, in half the width. */
  | { readonly kind: 'pair'; readonly figures: readonly [FigurePiece, FigurePiece] };

export interface Report {
  readonly locale: Locale;
  readonly title: string;
  /** What must be known of the data; empty where nothing must. */
  readonly mark: string;
  /** ISO day: the cut-off of the data. */
  readonly day: string;
  /** Source, cut-off, scheme, edition: for slides and the notes of the speaker. */
  readonly sources: readonly string[];
  /** What is in the file, for its name. */
  readonly fileParts: readonly string[];
  readonly pieces: readonly Piece[];
}

export const text = (words: string): Cell => ({ kind: 'text', text: words });
export const missing = (words: string): Cell => ({ kind: 'missing', text: words });
export const number = (words: string): Cell => ({ kind: 'number', text: words });

export const column = (
  title: string,
  width: number,
  align: TableColumn['align'] = 'left',
): TableColumn => ({ title, width, align });
