/** What a chart of any kind is to those who draw it: a page, a build, an exported picture. */
import type { Locale } from '#lib/model/index.ts';
import type { ChartOption } from './option.ts';
import type { ThemeName } from './tokens.ts';

export interface ChartSize {
  readonly width: number;
  /** null: as high as the content needs. */
  readonly height: number | null;
}

/** A chart laid out for one size. */
export interface DrawnChart {
  readonly option: ChartOption;
  readonly width: number;
  readonly height: number;
  /** False: the content needed more than the height asked for, and `height` has grown. */
  readonly fits: boolean;
  /** Height above the plot that is free to its left, where a caption may stand; else 0. */
  readonly captionHeight: number;
}

/** A place where the keyboard cursor stops, and what is said there. */
export interface ChartStop {
  /** What it stands for (an institution, a period), shared with the tables beside; null for none. */
  readonly id: string | null;
  readonly sentence: string;
  /** Position in ECharts; without it, stop i is category i of a chart of horizontal bars. */
  readonly mark?: { readonly series: number; readonly item: number };
}

/** A chart of any kind in one language. Pure: equal arguments give equal drawings. */
export interface Chart {
  readonly locale: Locale;
  readonly stops: readonly ChartStop[];
  /** What the drawing itself needs to have explained, for the note under it. */
  readonly notes: readonly string[];
  /** The whole chart in words, for those who do not see it. */
  summary(title: string): string;
  /** `highlight`: the id of the one thing set off from the others. */
  draw(theme: ThemeName, size: ChartSize, highlight?: string | null): DrawnChart;
}
