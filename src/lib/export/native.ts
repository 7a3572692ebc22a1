/** Charts that an office program draws itself and that can be edited there. */
import type { NativeChart, NativeSeries } from '#lib/office/pptx/index.ts';

/** What a series is, which says its colour: the page that names it need not know colours. */
export type SeriesInk = 'accent' | 'grey' | `dim-${number}`;

interface EditableSeries extends Omit<NativeSeries, 'colour'> {
  readonly ink: SeriesInk;
}

/** As office writes it, but for its colours, and its words, which are those of its caption. */
export interface EditableChart extends Omit<NativeChart, 'alt' | 'series'> {
  readonly series: readonly EditableSeries[];
}

/** Of a dimension or series by its position in the scheme or the choice. */
export const seriesInk = (position: number): SeriesInk => `dim-${position}`;

/** What most charts have in common. */
export const PLAIN = {
  decimals: 1,
  max: null,
  isRank: false,
} as const satisfies Partial<EditableChart>;

/** Bars on a slide before the next one takes over. */
const BARS = 16;

/** What bars stand for, in even parts of as many as a slide can show; none of nothing. */
export function inPages<Item>(items: readonly Item[]): Item[][] {
  const pages = Math.ceil(items.length / BARS);
  const each = Math.ceil(items.length / Math.max(1, pages));
  return Array.from({ length: pages }, (_, page) => items.slice(page * each, (page + 1) * each));
}
