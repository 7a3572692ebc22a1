/** The fictional province: every name and code is invented, no code belongs to a real place. */

export const PROVINCE = {
  code: '990000',
  zh: '示例省',
  en: 'Example Province (fictional)',
} as const;

export interface City {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

export const CITIES: readonly City[] = [
  { code: '990100', zh: '示例一市', en: 'Example City One (fictional)' },
  { code: '990200', zh: '示例二市', en: 'Example City Two (fictional)' },
  { code: '990300', zh: '示例三市', en: 'Example City Three (fictional)' },
];

export interface County {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** Place in the schematic tile layout, counted from 1. */
  readonly row: number;
  readonly col: number;
  /** The code and name that ended when the county became a city. */
  readonly before?: { readonly code: string; readonly zh: string; readonly en: string };
}

/** First year in which the new code of a reorganised county holds. */
export const REORGANISED_FROM = 2023;

const county = (code: string, zh: string, en: string, row: number, col: number): County => ({
  code,
  zh,
  en: `${en} (fictional)`,
  row,
  col,
});

/** English names resemble real ones, so each says that it is fictional. Districts end in 01–20, counties in 21–80, county-level cities in 81–99. */
export const COUNTIES: readonly County[] = [
  county('990121', '甲县', 'Jia County', 1, 2),
  county('990123', '乙县', 'Yi County', 1, 3),
  county('990124', '丙县', 'Bing County', 1, 4),
  county('990101', '丁区', 'Ding District', 2, 1),
  {
    ...county('990185', '戊市', 'Wu City', 2, 2),
    before: { code: '990122', zh: '戊县', en: 'Wu County (fictional, until 2022)' },
  },
  county('990125', '己县', 'Ji County', 2, 3),
  county('990126', '庚县', 'Geng County', 2, 4),
  county('990102', '辛区', 'Xin District', 3, 1),
  county('990181', '壬市', 'Ren City', 3, 2),
  county('990127', '癸县', 'Gui County', 3, 3),
  county('990221', '子县', 'Zi County', 1, 5),
  county('990222', '寅县', 'Yin County', 1, 6),
  county('990201', '卯区', 'Mao District', 2, 5),
  county('990281', '辰市', 'Chen City', 2, 6),
  county('990223', '巳县', 'Si County', 2, 7),
  county('990224', '午县', 'Wuu County', 3, 4),
  county('990225', '未县', 'Wei County', 3, 5),
  county('990202', '申区', 'Shen District', 3, 6),
  county('990282', '酉市', 'You City', 4, 5),
  county('990226', '戌县', 'Xu County', 4, 6),
  county('990321', '壹县', 'First County', 4, 2),
  county('990322', '贰县', 'Second County', 4, 3),
  county('990301', '叁区', 'Third District', 4, 4),
  county('990381', '肆市', 'Fourth City', 5, 2),
  county('990323', '伍县', 'Fifth County', 5, 3),
  county('990324', '陆县', 'Sixth County', 5, 4),
  county('990325', '柒县', 'Seventh County', 5, 5),
  county('990302', '捌区', 'Eighth District', 6, 3),
  county('990382', '玖市', 'Ninth City', 6, 4),
  county('990326', '拾县', 'Tenth County', 6, 5),
];

/** Code that a county carries in a year. */
export function codeInYear(place: County, year: number): string {
  return place.before && year < REORGANISED_FROM ? place.before.code : place.code;
}

/** Code of the city that a county belongs to. */
export const cityOf = (place: County): string => `${place.code.slice(0, 4)}00`;
