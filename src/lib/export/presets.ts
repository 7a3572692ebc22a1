/** The fixed sizes of exported figures. */
export const FIGURE_PRESETS = ['auto', 'wide', 'standard', 'a4', 'a4-half'] as const;
export type FigurePreset = (typeof FIGURE_PRESETS)[number];

/** Those that a reader chooses from, and that of two figures side by side on a page of much else. */
export type DrawnSize = FigurePreset | 'a4-pair';

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
export const PRESET_SIZES: Readonly<Record<DrawnSize, PresetSize>> = {
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
  // 88 mm: a page of one institution has no more. Long names of another language in 6 pt rather
  // than the whole picture scaled down.
  'a4-pair': {
    width: 920,
    height: null,
    maxHeight: 1039,
    layoutWidths: [320, 336, 352, 376, 400, 420, 440],
    dpi: 300,
  },
};
