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
  /** Place in the schematic tile layout of the cities, which is another one than the counties'. */
  readonly row: number;
  readonly col: number;
}

export const CITIES: readonly City[] = [
  { code: '990100', zh: '示例一市', en: 'Example City One (fictional)', row: 1, col: 1 },
  { code: '990200', zh: '示例二市', en: 'Example City Two (fictional)', row: 1, col: 2 },
  { code: '990300', zh: '示例三市', en: 'Example City Three (fictional)', row: 2, col: 1 },
];

/** Groups of like counties, as invented as the counties; they run across the cities. */
export const PEER_GROUPS = {
  urban: { zh: '城区', en: 'Urban districts' },
  mountain: { zh: '山区县', en: 'Mountain counties' },
  plain: { zh: '平原县', en: 'Plain counties' },
  island: { zh: '海岛县', en: 'Island counties' },
} as const;
export type PeerGroup = keyof typeof PEER_GROUPS;

export interface County {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** Place in the schematic tile layout, counted from 1. */
  readonly row: number;
  readonly col: number;
  readonly group: PeerGroup;
  /** The code and name that ended when the county became a city. */
  readonly before?: { readonly code: string; readonly zh: string; readonly en: string };
}

/** First year in which the new code of a reorganised county holds. */
export const REORGANISED_FROM = 2023;

const county = (
  code: string,
  zh: string,
  en: string,
  row: number,
  col: number,
  group: PeerGroup,
): County => ({
  code,
  zh,
  en: `${en} (fictional)`,
  row,
  col,
  group,
});

/** English names resemble real ones, so each says that it is fictional. Districts end in 01–20, counties in 21–80, county-level cities in 81–99. */
export const COUNTIES: readonly County[] = [
  county('990121', '甲县', 'Jia County', 1, 2, 'plain'),
  county('990123', '乙县', 'Yi County', 1, 3, 'mountain'),
  county('990124', '丙县', 'Bing County', 1, 4, 'mountain'),
  county('990101', '丁区', 'Ding District', 2, 1, 'urban'),
  {
    ...county('990185', '戊市', 'Wu City', 2, 2, 'plain'),
    before: { code: '990122', zh: '戊县', en: 'Wu County (fictional, until 2022)' },
  },
  county('990125', '己县', 'Ji County', 2, 3, 'island'),
  county('990126', '庚县', 'Geng County', 2, 4, 'mountain'),
  county('990102', '辛区', 'Xin District', 3, 1, 'urban'),
  county('990181', '壬市', 'Ren City', 3, 2, 'plain'),
  county('990127', '癸县', 'Gui County', 3, 3, 'mountain'),
  county('990221', '子县', 'Zi County', 1, 5, 'mountain'),
  county('990222', '寅县', 'Yin County', 1, 6, 'plain'),
  county('990201', '卯区', 'Mao District', 2, 5, 'urban'),
  county('990281', '辰市', 'Chen City', 2, 6, 'plain'),
  county('990223', '巳县', 'Si County', 2, 7, 'mountain'),
  county('990224', '午县', 'Wuu County', 3, 4, 'plain'),
  county('990225', '未县', 'Wei County', 3, 5, 'plain'),
  county('990202', '申区', 'Shen District', 3, 6, 'urban'),
  county('990282', '酉市', 'You City', 4, 5, 'island'),
  county('990226', '戌县', 'Xu County', 4, 6, 'mountain'),
  county('990321', '壹县', 'First County', 4, 2, 'plain'),
  county('990322', '贰县', 'Second County', 4, 3, 'plain'),
  county('990301', '叁区', 'Third District', 4, 4, 'urban'),
  county('990381', '肆市', 'Fourth City', 5, 2, 'plain'),
  county('990323', '伍县', 'Fifth County', 5, 3, 'mountain'),
  county('990324', '陆县', 'Sixth County', 5, 4, 'mountain'),
  county('990325', '柒县', 'Seventh County', 5, 5, 'island'),
  county('990302', '捌区', 'Eighth District', 6, 3, 'urban'),
  county('990382', '玖市', 'Ninth City', 6, 4, 'island'),
  county('990326', '拾县', 'Tenth County', 6, 5, 'mountain'),
];

/** Code that a county carries in a year. */
export function codeInYear(place: County, year: number): string {
  return place.before && year < REORGANISED_FROM ? place.before.code : place.code;
}

/** Code of the city that a county belongs to. */
export const cityOf = (place: County): string => `${place.code.slice(0, 4)}00`;
