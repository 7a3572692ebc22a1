/** A document as plain data, before any file format: what stands in it, in reading order. */
import type { Locale } from '#lib/model/index.ts';

/** A cell says what kind of thing it holds, so that numbers align and gaps are not taken for zero. */
export interface Cell {
  readonly kind: 'text' | 'number' | 'missing';
  /** As printed; a missing one says why, or that it is missing. */
  readonly text: string;
  /** Below it, smaller. */
  readonly sub?: string;
}

export interface TableColumn {
  readonly title: string;
  /** Share of the table's width, in any unit common to the columns. */
  readonly width: number;
  readonly align: 'left' | 'centre' | 'right';
}

export interface TableBlock {
  readonly kind: 'table';
  /** What it shows; the writer numbers it. Empty: not numbered. */
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  /** Smaller type for many columns; 5号 where it is not given. */
  readonly type?: 'small' | 'tiny';
  /** Each as long as `columns`. */
  readonly rows: readonly (readonly Cell[])[];
}

export interface FigureBlock {
  readonly kind: 'figure';
  readonly png: Uint8Array;
  /** Of the picture on paper, in millimetres. */
  readonly width: number;
  readonly height: number;
  /** What it shows; the writer numbers it. */
  readonly caption: string;
  /** The picture in words. */
  readonly alt: string;
}

export type Block =
  | {
      /** `brief`: a paragraph in small type, where a page must hold much. */
      readonly kind: 'title' | 'subtitle' | 'mark' | 'paragraph' | 'brief' | 'note';
      readonly text: string;
    }
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'page-break' }
  | TableBlock
  | FigureBlock
  /** Side by side, none higher than that many millimetres. */
  | {
      readonly kind: 'figure-row';
      readonly figures: readonly FigureBlock[];
      readonly maxHeight: number;
    };

export interface Document {
  readonly locale: Locale;
  readonly title: string;
  /** Stands at the head of every page: what must be known of the data; empty where nothing must. */
  readonly mark: string;
  /** Stands pale behind the text of every page; empty or not given for none. */
  readonly watermark?: string;
  /** ISO day that the document is dated with: the cut-off of its data, never the clock. */
  readonly day: string;
  readonly blocks: readonly Block[];
}

/**
 * Numbers of figures and tables, each counted from 1 in reading order; of a row of figures that of
 * its first; null for other blocks.
 */
export function numbersOf(blocks: readonly Block[]): (number | null)[] {
  let figures = 0;
  let tables = 0;
  return blocks.map((block) => {
    if (block.kind === 'figure') return (figures += 1);
    if (block.kind === 'table' && block.caption !== '') return (tables += 1);
    if (block.kind !== 'figure-row') return null;
    figures += block.figures.length;
    return figures - block.figures.length + 1;
  });
}
