/** The fixed sizes of exported figures. */
export const FIGURE_PRESETS = ['auto', 'wide', 'standard', 'a4', 'a4-half'] as const;
export type FigurePreset = (typeof FIGURE_PRESETS)[number];

export interface PresetSize {
  /** Pixels at 1x. */
  readonly width: number;
  /** null: as high as the rows need. */
  readonly height: number | null;
  /** Where `height` is null: smaller type is taken before the figure grows beyond this. */
  readonly maxHeight?: number;
  /**
   * Widths in layout pixels (those in which text is 12 to 28 high) to try, the largest type first.
   */
  readonly layoutWidths: readonly number[];
  /** Printing resolution at 1x, where the size on paper matters. */
  readonly dpi: number | null;
}

/** 225 mm at 300 dpi: the height of the type area. */
const TYPE_AREA = 2657;

/**
 * 16:9 and 4:3 for slides; A4 at 300 dpi in the full and half width of the 156 mm type area of
 * official documents (GB/T 9704); `auto` for rankings of any length. On paper no type is smaller
 * than 7.5 pt (Chinese size 6): a figure that has no room at that size grows.
 */
export const PRESET_SIZES: Readonly<Record<FigurePreset, PresetSize>> = {
  auto: { width: 1600, height: null, layoutWidths: [1280], dpi: null },
  wide: { width: 1600, height: 900, layoutWidths: [960, 1120, 1280, 1600], dpi: null },
  standard: { width: 1600, height: 1200, layoutWidths: [960, 1120, 1280, 1600], dpi: null },
  a4: {
    width: 1843,
    height: null,
    maxHeight: TYPE_AREA,
    layoutWidths: [640, 672, 704],
    dpi: 300,
  },
  'a4-half': {
    width: 920,
    height: null,
    maxHeight: TYPE_AREA,
    layoutWidths: [320, 336, 352],
    dpi: 300,
  },
};
