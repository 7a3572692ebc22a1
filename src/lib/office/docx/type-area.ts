/** Measures and fonts of official documents (GB/T 9704): A4 with a type area of 156 by 225 mm. */

/** Twentieths of a point, in which Word measures. */
export const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);

export const PAGE = { width: 210, height: 297 } as const;
export const MARGIN = { top: 37, bottom: 35, left: 28, right: 26 } as const;

/** The type area, in millimetres. */
export const TYPE_AREA = {
  width: PAGE.width - MARGIN.left - MARGIN.right,
  height: PAGE.height - MARGIN.top - MARGIN.bottom,
} as const;

interface Face {
  /** Of Chinese text. */
  readonly eastAsia: string;
  /** Of Latin letters and digits. */
  readonly ascii: string;
}

const LATIN = 'Times New Roman';

export const FACES = {
  title: { eastAsia: '方正小标宋简体', ascii: LATIN },
  heading: { eastAsia: '黑体', ascii: '黑体' },
  subheading: { eastAsia: '楷体', ascii: LATIN },
  body: { eastAsia: '仿宋', ascii: LATIN },
  table: { eastAsia: '宋体', ascii: LATIN },
} as const satisfies Record<string, Face>;

/**
 * Fonts of the document by name, and what each is taken for where it is missing: the names that
 * Windows, WPS and older systems have.
 */
export const FONTS: readonly { readonly name: string; readonly instead: string }[] = [
  { name: '方正小标宋简体', instead: '宋体' },
  { name: '黑体', instead: 'SimHei' },
  { name: '楷体', instead: '楷体_GB2312' },
  { name: '仿宋', instead: '仿宋_GB2312' },
  { name: '宋体', instead: 'SimSun' },
  { name: LATIN, instead: 'Liberation Serif' },
];

/** Sizes of type in half points: 2号, 3号, 4号, 小4, 5号, 小5, 6号. */
export const SIZES = {
  second: 44,
  third: 32,
  fourth: 28,
  smallFourth: 24,
  fifth: 21,
  small: 18,
  tiny: 15,
} as const;
