export type { Deck, NativeChart, NativeSeries, Slide, SlideBody } from './deck.ts';
export { dealRows } from './deal-rows.ts';
export { SLIDE_ROWS } from './table.ts';
export { writePptx } from './write-pptx.ts';
