/** Charts that an office program draws itself and that can be edited there. */
import { TOKENS } from '#lib/charts/tokens.ts';
import type { NativeChart } from '#lib/office/pptx/index.ts';

/** As office writes it, but for its words, which are those of the caption that it gets. */
export type EditableChart = Omit<NativeChart, 'alt'>;

const { dims, accent, hairlineStrong } = TOKENS.light;

const hex = (colour: string): string => colour.replace('#', '').toUpperCase();

export const ACCENT = hex(accent);
export const GREY = hex(hairlineStrong);

/** Of a dimension or series by its position in the scheme or the choice. */
export const seriesColour = (position: number): string =>
  hex(dims[Math.min(Math.max(position, 0), dims.length - 1)]!);

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
