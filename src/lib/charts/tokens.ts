/**
 * The colour sets of src/lib/ui/tokens.css as values, for charts that are drawn where no style
 * sheet reaches: at build time, and into exported files.
 */
export interface ChartTokens {
  readonly paper: string;
  /** Subtle panel. */
  readonly paper2: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly hairline: string;
  readonly hairlineStrong: string;
  readonly accent: string;
  readonly accentSoft: string;
  readonly focus: string;
  /** Ground and text of the strip that marks data as invented, empty or a trial. */
  readonly mark: string;
  readonly markInk: string;
  readonly good: string;
  readonly bad: string;
  /** Dimensions in scheme order, dark to light; the last entry serves every further one. */
  readonly dims: readonly [string, string, string, string, string, string, string];
  /** Whether bars carry patterns and outlines, because grey alone has to do. */
  readonly decals: boolean;
}

export const THEME_NAMES = ['light', 'dark', 'print'] as const;
export type ThemeName = (typeof THEME_NAMES)[number];

const light: ChartTokens = {
  paper: '#ffffff',
  paper2: '#f4f6f6',
  ink: '#16201f',
  ink2: '#46524f',
  ink3: '#66716f',
  hairline: '#dde2e2',
  hairlineStrong: '#8b9594',
  accent: '#00535e',
  accentSoft: '#e0eef0',
  focus: '#0b6fbf',
  mark: '#f7e6b5',
  markInk: '#4a3500',
  good: '#1d5a91',
  bad: '#934400',
  dims: ['#003d5a', '#783b08', '#006b5c', '#7a7116', '#797fa5', '#d18053', '#6c7578'],
  decals: false,
};

const dark: ChartTokens = {
  paper: '#14181b',
  paper2: '#1d2327',
  ink: '#e8ebec',
  ink2: '#b4bcc0',
  ink3: '#8f999f',
  hairline: '#30383d',
  hairlineStrong: '#717c82',
  accent: '#6fb8c2',
  accentSoft: '#17353a',
  focus: '#7fb8f0',
  mark: '#4b3b10',
  markInk: '#f8e4ae',
  good: '#8fc1f2',
  bad: '#eda866',
  dims: ['#326f89', '#b56750', '#549c9b', '#cd9e4b', '#b6b5f7', '#ebd0b4', '#879197'],
  decals: false,
};

const print: ChartTokens = {
  paper: '#ffffff',
  paper2: '#f3f3f3',
  ink: '#000000',
  ink2: '#2e2e2e',
  ink3: '#4a4a4a',
  hairline: '#d9d9d9',
  hairlineStrong: '#7a7a7a',
  accent: '#1a1a1a',
  accentSoft: '#e8e8e8',
  focus: '#000000',
  mark: '#ececec',
  markInk: '#000000',
  good: '#1c1c1c',
  bad: '#3a3a3a',
  dims: ['#303030', '#4e4e4e', '#6d6d6d', '#8e8e8e', '#b0b0b0', '#d4d4d4', '#9e9e9e'],
  decals: true,
};

export const TOKENS: Readonly<Record<ThemeName, ChartTokens>> = { light, dark, print };

/** The text stack of tokens.css. Names with spaces are quoted with apostrophes, for attributes. */
export const FONT_STACK =
  "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', system-ui, sans-serif";

/** Colour of the dimension at `index` (0 is the first); from the seventh on all share one grey. */
export function dimensionColour(tokens: ChartTokens, index: number): string {
  return tokens.dims[Math.min(index, 6) as 0 | 1 | 2 | 3 | 4 | 5 | 6];
}
