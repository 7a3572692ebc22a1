/** Turns the panel into the rows of data/synthetic/*.csv. */
import {
  CITIES,
  type City,
  cityOf,
  codeInYear,
  COUNTIES,
  type County,
  PROVINCE,
  REORGANISED_FROM,
} from './places.ts';
import { type Panel, RAW_INDICATORS, UNITS } from './panel.ts';

export type Row = Readonly<Record<string, string | number>>;

/** The one county whose institution is authorised rather than set up by the regulator. */
export const AUTHORISED = '庚县';
const SOURCE = 'synthetic';
/** Codes are valid from this day on; what was before is not told. */
const SINCE = '2000-01-01';

interface Institution {
  readonly place: string;
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly level: 'county' | 'city';
  readonly home: County | City;
}

const romanised = (en: string) => en.replace(/ \(.*\)$/, '');

/** An institution keeps the id it was given under its first code. */
const countyInstitution = (home: County): Institution => ({
  place: home.zh,
  id: `syn-${home.before?.code ?? home.code}`,
  zh: `${home.zh}计量检定测试所`,
  en: `${romanised(home.en)} Metrology Institute (fictional)`,
  level: 'county',
  home,
});

const cityInstitution = (home: City): Institution => ({
  place: home.zh,
  id: `syn-${home.code}`,
  zh: `${home.zh}计量技术研究院`,
  en: `${romanised(home.en)} Institute of Metrology (fictional)`,
  level: 'city',
  home,
});

export const INSTITUTIONS: readonly Institution[] = [
  ...COUNTIES.map(countyInstitution),
  ...CITIES.map(cityInstitution),
];

const isCounty = (home: County | City): home is County => 'row' in home;

function regionRow(fields: Row): Row {
  return { valid_from: SINCE, source_id: SOURCE, note: '虚构', ...fields };
}

function countyRegions(county: County): Row[] {
  const shared = {
    parent_code: cityOf(county),
    level: 'county',
    tile_row: county.row,
    tile_col: county.col,
  };
  const now = { region_code: county.code, name_zh: county.zh, name_en: county.en, ...shared };
  if (!county.before) return [regionRow(now)];
  const { code, zh, en } = county.before;
  return [
    regionRow({
      region_code: code,
      name_zh: zh,
      name_en: en,
      ...shared,
      valid_to: `${REORGANISED_FROM - 1}-12-31`,
      successor_code: county.code,
      note: `虚构；${REORGANISED_FROM}年撤县设市，代码停用`,
    }),
    regionRow({
      ...now,
      valid_from: `${REORGANISED_FROM}-01-01`,
      note: `虚构；${REORGANISED_FROM}年由${zh}改设`,
    }),
  ];
}

export function regionRows(): Row[] {
  const province = regionRow({
    region_code: PROVINCE.code,
    name_zh: PROVINCE.zh,
    name_en: PROVINCE.en,
    level: 'province',
  });
  const cities = CITIES.map((city) =>
    regionRow({
      region_code: city.code,
      name_zh: city.zh,
      name_en: city.en,
      parent_code: PROVINCE.code,
      level: 'city',
    }),
  );
  return [province, ...cities, ...COUNTIES.flatMap(countyRegions)];
}

function institutionNote({ place, home }: Institution): string {
  const before = isCounty(home) ? home.before : undefined;
  if (before) return `虚构；${REORGANISED_FROM}年前名为${before.zh}计量检定测试所，编号沿用`;
  return place === AUTHORISED ? '虚构；依法授权的计量检定机构' : '虚构';
}

export function institutionRows(): Row[] {
  return INSTITUTIONS.map((institution) => ({
    institution_id: institution.id,
    name_zh: institution.zh,
    name_en: institution.en,
    region_code: institution.home.code,
    level: institution.level,
    legal_form: institution.place === AUTHORISED ? 'authorised' : 'statutory',
    valid_from: SINCE,
    source_id: SOURCE,
    note: institutionNote(institution),
  }));
}

export function observationRows(panel: Panel, year: number): Row[] {
  return INSTITUTIONS.flatMap(({ place, id, zh, home }) =>
    RAW_INDICATORS.map((indicator) => {
      const cell = panel.get(place, year, indicator);
      return {
        institution_id: id,
        institution: zh,
        region_code: isCounty(home) ? codeInYear(home, year) : home.code,
        indicator,
        period: String(year),
        value: cell.value ?? '',
        missing_reason: cell.missing ?? '',
        value_text: cell.text ?? '',
        unit: UNITS[indicator],
        qualifier: cell.qualifier ?? 'exact',
        source_id: SOURCE,
        revision: cell.revision ?? 0,
        note: (cell.notes ?? []).join('；'),
      };
    }),
  );
}
