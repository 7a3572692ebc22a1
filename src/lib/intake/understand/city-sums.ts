/** A city's row that adds up its counties is a total, not the numbers of the city's own institution. */
import { readValue } from '../values/read-value.ts';
import type { BodyRow } from './body.ts';
import type { Meanings } from './meanings.ts';
import { keyLanesOf, placeKey } from './row-keys.ts';
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
    const { name } = placeKey(sheet, meanings, keys, row);
    if (!name || !BARE_REGION.test(name.text)) continue;
    const region = regionOf(meanings, name.text);
    if (region !== null) found.set(row, region);
  }
  return found;
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
  if (keys.indicator.length > 0 || keys.period.length > 0) return rows;
  const cities = citiesOf(sheet, meanings, table, rows);
  if (cities.size === 0) return rows;
  const sums = new Map<string, Sums>();
  for (const region of cities.values()) sums.set(region, { counties: 0, byColumn: new Map() });
  for (const { row, role } of rows) {
    if (role !== 'data' || cities.has(row)) continue;
    const name = placeKey(sheet, meanings, keys, row).name?.text ?? null;
    const code = placeKey(sheet, meanings, keys, row).code?.text ?? null;
    const match = meanings.place({ code, name, city: null }, null);
    const sum = match.kind === 'institution' ? sums.get(match.region_code.slice(0, 4)) : undefined;
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
    const label = placeKey(sheet, meanings, keys, body.row).name?.text ?? '';
    return same.length > 0 && same.length * 2 > numbers.length
      ? { ...body, role: 'total' as const, label }
      : body;
  });
}
