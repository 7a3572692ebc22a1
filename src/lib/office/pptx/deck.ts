/** A set of slides as plain data, before any file format. */
import type { Locale } from '#lib/model/index.ts';
import type { TableBlock } from '../docx/document.ts';

export interface NativeSeries {
  readonly name: string;
  /** One a category; null is missing and is left empty, never zero. */
  readonly values: readonly (number | null)[];
  /** Six hexadecimal digits. */
  readonly colour: string;
}

/** A chart that the slide program draws itself, from a workbook inside the file. */
export interface NativeChart {
  /** Bars lie, columns stand; stacked ones add up. */
  readonly form: 'bars' | 'stacked-bars' | 'columns' | 'lines';
  readonly categories: readonly string[];
  readonly series: readonly NativeSeries[];
  /** Of the values, beside their axis. */
  readonly unit: string;
  readonly decimals: number;
  /** End of the axis of values; null for the program to choose. */
  readonly max: number | null;
  /** Places: 1 is the best and stands at the top. */
  readonly isRank: boolean;
  /** The chart in words. */
  readonly alt: string;
}

export type SlideBody =
  | { readonly kind: 'text'; readonly paragraphs: readonly string[] }
  | { readonly kind: 'chart'; readonly chart: NativeChart }
  | {
      readonly kind: 'picture';
      readonly png: Uint8Array;
      /** Of the picture, in pixels. */
      readonly width: number;
      readonly height: number;
      readonly alt: string;
    }
  | {
      readonly kind: 'table';
      readonly table: Pick<TableBlock, 'columns' | 'rows'>;
    };

export interface Slide {
  readonly title: string;
  /** Empty where there is none. */
  readonly subtitle: string;
  readonly body: SlideBody;
  /** What must be known of its data, where that is not so for all slides. */
  readonly mark?: string;
  /** Source, cut-off, scheme; on the slide itself. */
  readonly source: string;
  /** What the speaker has before them. */
  readonly notes: readonly string[];
}

export interface Deck {
  readonly locale: Locale;
  readonly title: string;
  /** Stands on every slide: what must be known of the data; empty where nothing must. */
  readonly mark: string;
  /** Stands pale behind every slide; empty or not given for none. */
  readonly watermark?: string;
  /** ISO day that the file is dated with: the cut-off of its data, never the clock. */
  readonly day: string;
  readonly slides: readonly Slide[];
}
