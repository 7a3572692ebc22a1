/** Turns the panel into the rows of data/synthetic/*.csv. */
import {
  CITIES,
  type City,
  cityOf,
  codeInYear,
  COUNTIES,
  type County,
  PEER_GROUPS,
  PROVINCE,
  REORGANISED_FROM,
} from './places.ts';
import { CLASS_SCHEME, classCell, latestClass } from './classes.ts';
import { type Cell, type Panel, RAW_INDICATORS, UNITS } from './panel.ts';

export type Row = Readonly<Record<string, string | number>>;

/** The one county whose institution is authorised rather than set up by the regulator. */
export const AUTHORISED = '庚县';
export const SOURCE = 'synthetic';
/** Codes are valid from this day on; what was before is not told. */
const SINCE = '2000-01-01';

export interface Institution {
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

/** The id of the institution of a place. */
export function idOf(place: string): string {
  const found = INSTITUTIONS.find((institution) => institution.place === place);
  if (!found) throw new Error(`No institution of ${place}`);
  return found.id;
}

const isCounty = (home: County | City): home is County => 'group' in home;

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
      tile_row: city.row,
      tile_col: city.col,
    }),
  );
  return [province, ...cities, ...COUNTIES.flatMap(countyRegions)];
}

function institutionNote({ place, home }: Institution): string {
  const before = isCounty(home) ? home.before : undefined;
  if (before) return `虚构；${REORGANISED_FROM}年前名为${before.zh}计量检定测试所，编号沿用`;
  return place === AUTHORISED ? '虚构；依法授权的计量检定机构' : '虚构';
}

/** The last class that was given; the one of every year is an observation. */
function classColumns(place: string): Row {
  const last = latestClass(place);
  return last === null ? {} : { class: last, class_scheme: CLASS_SCHEME };
}

function groupColumns(home: County | City): Row {
  if (!isCounty(home)) return {};
  const { zh, en } = PEER_GROUPS[home.group];
  return { peer_group_zh: zh, peer_group_en: en };
}

export function institutionRows(): Row[] {
  return INSTITUTIONS.map((institution) => ({
    institution_id: institution.id,
    name_zh: institution.zh,
    name_en: institution.en,
    region_code: institution.home.code,
    level: institution.level,
    legal_form: institution.place === AUTHORISED ? 'authorised' : 'statutory',
    ...classColumns(institution.place),
    ...groupColumns(institution.home),
    valid_from: SINCE,
    source_id: SOURCE,
    note: institutionNote(institution),
  }));
}

function observationRow(
  { id, zh, home }: Institution,
  year: number,
  indicator: string,
  unit: string,
  cell: Cell,
): Row {
  return {
    institution_id: id,
    institution: zh,
    region_code: isCounty(home) ? codeInYear(home, year) : home.code,
    indicator,
    period: String(year),
    value: cell.value ?? '',
    missing_reason: cell.missing ?? '',
    value_text: cell.text ?? '',
    unit,
    qualifier: cell.qualifier ?? 'exact',
    source_id: SOURCE,
    revision: cell.revision ?? 0,
    note: (cell.notes ?? []).join('；'),
  };
}

/** The year's numbers, and below them the classes, which the counties alone have. */
export function observationRows(panel: Panel, year: number): Row[] {
  return [
    ...INSTITUTIONS.flatMap((institution) =>
      RAW_INDICATORS.map((indicator) => {
        const cell = panel.get(institution.place, year, indicator);
        return observationRow(institution, year, indicator, UNITS[indicator], cell);
      }),
    ),
    ...INSTITUTIONS.filter(({ home }) => isCounty(home)).map((institution) =>
      observationRow(institution, year, 'CLASSA', '级', classCell(institution.place, year)),
    ),
  ];
}
