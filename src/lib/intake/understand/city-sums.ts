/** A city's row that adds up its counties is a total, not the numbers of the city's own institution. */
import { readValue } from '../values/read-value.ts';
import type { BodyRow } from './body.ts';
import type { Meanings } from './meanings.ts';
import { keyLanesOf, keyText, placeKey, type KeyLanes } from './row-keys.ts';
import type { Sheet } from './sheet.ts';
import type { Table } from './table.ts';
import { regionOf } from './totals.ts';

const BARE_REGION = /^[^院所中心站]+(?:省|市|州|盟|地区)$/;

interface Sums {
  counties: number;
  readonly byColumn: Map<number, number>;
}

/** Rows of data by the first digits of the codes of the counties that they would be the sum of. */
function citiesOf(
  sheet: Sheet,
  meanings: Meanings,
  table: Table,
  rows: readonly BodyRow[],
): ReadonlyMap<number, string> {
  const keys = keyLanesOf(table.lanes);
  const found = new Map<number, string>();
  for (const { row, role } of rows) {
    if (role !== 'data') continue;
    const name = cityOf(sheet, meanings, keys, row);
    if (name === null) continue;
    const region = regionOf(meanings, name);
    const isAlone = placeKey(sheet, meanings, keys, row).name === null;
    // A city that has no institution is known by its name alone.
    if (region !== null || isAlone) found.set(row, region ?? name);
  }
  return found;
}

/** The city that a row names and no county of it: in the county's place, or beside an empty one. */
function cityOf(sheet: Sheet, meanings: Meanings, keys: KeyLanes, row: number): string | null {
  const { name, code } = placeKey(sheet, meanings, keys, row);
  if (name) return BARE_REGION.test(name.text) ? name.text : null;
  return code === null ? (keyText(sheet, keys.city, row)?.text ?? null) : null;
}

/** A table of several years would add them all up. */
function hasOneYear(sheet: Sheet, { period }: KeyLanes, rows: readonly BodyRow[]): boolean {
  const told = rows.flatMap(({ row, role }) =>
    role === 'data' ? (keyText(sheet, period, row)?.text ?? []) : [],
  );
  return new Set(told).size <= 1;
}

const numberAt = (sheet: Sheet, row: number, column: number): number | null => {
  const read = readValue(sheet.own(row, column), { unit: null, ratio: false });
  return read.kind === 'value' ? read.value : null;
};

/** The rows with those of cities made totals where most of their numbers are the sums of the counties'. */
export function withCitySums(
  sheet: Sheet,
  meanings: Meanings,
  table: Table,
  rows: readonly BodyRow[],
): readonly BodyRow[] {
  const columns = table.lanes
    .filter(({ is, place }) => is.kind === 'value' && place === null)
    .map(({ column }) => column);
  const keys = keyLanesOf(table.lanes);
  if (keys.indicator.length > 0 || !hasOneYear(sheet, keys, rows)) return rows;
  const cities = citiesOf(sheet, meanings, table, rows);
  if (cities.size === 0) return rows;
  const sums = new Map<string, Sums>();
  for (const region of cities.values()) sums.set(region, { counties: 0, byColumn: new Map() });
  let city = '';
  for (const { row, role } of rows) {
    if (role !== 'data' || cities.has(row)) continue;
    city = keyText(sheet, keys.city, row)?.text ?? city;
    const name = placeKey(sheet, meanings, keys, row).name?.text ?? null;
    const code = placeKey(sheet, meanings, keys, row).code?.text ?? null;
    const match = meanings.place({ code, name, city: null }, null);
    const sum =
      match.kind === 'institution'
        ? (sums.get(match.region_code.slice(0, 4)) ?? sums.get(city))
        : undefined;
    if (!sum || match.kind !== 'institution' || match.region_code.endsWith('00')) continue;
    sum.counties++;
    for (const column of columns)
      sum.byColumn.set(
        column,
        (sum.byColumn.get(column) ?? 0) + (numberAt(sheet, row, column) ?? 0),
      );
  }
  return rows.map((body) => {
    const region = cities.get(body.row);
    const sum = region === undefined ? undefined : sums.get(region);
    if (!sum || sum.counties < 2) return body;
    const numbers = columns.flatMap((column) => {
      const number = numberAt(sheet, body.row, column);
      return number === null || number === 0 ? [] : [{ number, sum: sum.byColumn.get(column) }];
    });
    const same = numbers.filter(
      ({ number, sum }) => sum !== undefined && Math.abs(number - sum) < 1e-9 * number,
    );
    const name = cityOf(sheet, meanings, keys, body.row) ?? '';
    // Only of the rows above, where nothing else says which are the city's.
    const label = regionOf(meanings, name) === null ? `${name}小计` : name;
    return same.length > 0 && same.length * 2 > numbers.length
      ? { ...body, role: 'total' as const, label }
      : body;
  });
}
