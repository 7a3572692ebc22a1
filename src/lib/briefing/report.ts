/** A report before it is a document or slides: words, tables and figures in reading order. */
import type { NatureOfData } from '#lib/export/data-nature.ts';
import type { Sheet } from '#lib/export/index.ts';
import type { DocumentFigure } from '#lib/figure/document-figure.ts';
import type { Cell, TableBlock, TableColumn } from '#lib/office/docx/index.ts';
import type { Locale } from '#lib/model/index.ts';

/** Where the numbers of a single figure or table come from, where that is not so for the whole report. */
export interface Origin {
  /** Source, cut-off, scheme, edition in one line. */
  readonly source: string;
  /** What must be known of its data; empty where nothing must. */
  readonly mark: string;
  readonly nature: NatureOfData;
}

export interface FigurePiece {
  readonly kind: 'figure';
  readonly figure: DocumentFigure;
  /** One sentence, without a number. */
  readonly caption: string;
  readonly origin?: Origin;
}

export interface WholeTable {
  /** What it is of, in a few words. */
  readonly title: string;
  /** What it says; empty where it says nothing more. */
  readonly subtitle: string;
  readonly caption: string;
  readonly sheet: Sheet;
  /** Added to the title of a table that has some of the columns; empty where it has them all. */
  readonly part: string;
  /** A table with further columns; the first one stands for all of them in files. */
  readonly isFurther: boolean;
}

export interface TablePiece extends TableBlock {
  /** What must be known to read it; below it, on slides above it. */
  readonly notes?: readonly string[];
  /** Where numbers are rounded, and rows or columns may be left out: all of it, for slides and files. */
  readonly whole?: WholeTable;
  readonly origin?: Origin;
}

export type Piece =
  | {
      readonly kind: 'title' | 'subtitle' | 'mark' | 'paragraph' | 'brief' | 'note';
      readonly text: string;
    }
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'page-break' }
  /** Source of what stands above it; slides say it at their foot. */
  | { readonly kind: 'source'; readonly text: string }
  | TablePiece
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
  /** What its data are, for tables that say it in every row. */
  readonly nature: NatureOfData;
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
