import {
  furniture,
  TOKENS,
  type Chart,
  type DrawnChart,
  type FigureText,
  type Furniture,
  type ThemeName,
} from '#lib/charts/index.ts';
import type { Layer } from '#lib/model/index.ts';
import { figureNote } from './figure-note.ts';
import { PRESET_SIZES, type DrawnSize } from './presets.ts';

export interface FigureInput {
  readonly chart: Chart;
  readonly text: FigureText;
  /** Decides the mark strip: anything but published facts is marked. */
  readonly layer: Layer;
  readonly trial?: boolean;
  /** Numbers come from files that the reader imported. */
  readonly local?: boolean;
  /** Numbers were reported in what was a blank form. */
  readonly filled?: boolean;
  readonly theme: ThemeName;
  readonly preset: DrawnSize;
  /** False where the document says source, scheme and note for several pictures at once. */
  readonly foot?: boolean;
}

/** A figure laid out, in layout pixels; `scale` leads to the pixels of the picture. */
export interface FigureLayout {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  /** False when a fixed size was too low for the rows and the figure has grown. */
  readonly fits: boolean;
  readonly furniture: Furniture;
  readonly chartTop: number;
  readonly chart: DrawnChart;
}

/** Lays a figure out in one layout width; `height` null for as high as it needs. */
function layoutAt(
  input: FigureInput,
  width: number,
  height: number | null,
  scale: number,
): FigureLayout {
  const whole = furniture(
    { ...input.text, note: figureNote(input) },
    {
      width,
      locale: input.chart.locale,
      tokens: TOKENS[input.theme],
      layer: input.layer,
      trial: input.trial ?? false,
      local: input.local ?? false,
      filled: input.filled ?? false,
    },
  );
  const around =
    input.foot === false ? { ...whole, footer: [], footerHeight: whole.margin / 2 } : whole;
  const room = around.headerHeight + around.footerHeight;
  const draw = (more: number) =>
    input.chart.draw(input.theme, {
      width: width - 2 * around.margin,
      height: height === null ? null : height - room + more,
    });
  const first = draw(0);
  const chart = height === null || first.captionHeight === 0 ? first : draw(first.captionHeight);
  // The unit, last line of the header, stands beside a legend that leaves its side free.
  const chartTop = around.headerHeight - chart.captionHeight;
  const needed = chartTop + chart.height + around.footerHeight;
  const fits = chart.fits && (height === null || needed <= height + 1);
  // Whole pixels in the picture, so that no edge is blurred by rounding.
  const pixels = fits && height !== null ? Math.round(height * scale) : Math.ceil(needed * scale);
  return { width, height: pixels / scale, scale, fits, furniture: around, chartTop, chart };
}

/**
 * Lays a figure out in its preset: with the largest type that fits a fixed size, on paper rather
 * with rows moved together than higher than the type area, and higher than the preset where nothing
 * fits, because a row cut off would be a row withheld.
 */
export function figureLayout(input: FigureInput): FigureLayout {
  const { width, height, maxHeight, layoutWidths } = PRESET_SIZES[input.preset];
  const at = (layoutWidth: number, pixels: number | null) => {
    const scale = width / layoutWidth;
    return layoutAt(input, layoutWidth, pixels === null ? null : pixels / scale, scale);
  };
  let last: FigureLayout | null = null;
  for (const layoutWidth of layoutWidths) {
    const layout = at(layoutWidth, height);
    const low = maxHeight === undefined || layout.height * layout.scale <= maxHeight;
    if (layout.fits && low) return layout;
    last = layout;
  }
  if (maxHeight !== undefined)
    for (const layoutWidth of layoutWidths) {
      const layout = at(layoutWidth, maxHeight);
      if (layout.fits) return layout;
    }
  if (height === null && last) return { ...last, fits: false };
  return { ...at(1280, null), fits: false };
}
