/** Names left blank below the first row, as merged cells are exported to text: whose those rows are. */
import type { BodyRow } from './body.ts';
import type { Meanings } from './meanings.ts';
import { keyLanesOf, keyText, placeKey, type KeyLanes, type PlaceKey } from './row-keys.ts';
import type { Sheet } from './sheet.ts';
import type { Table } from './table.ts';

interface Group {
  readonly key: PlaceKey;
  /** What its rows tell, each once. */
  readonly told: Set<string>;
  readonly rows: number[];
}

/** The indicator and the period that a row gives itself; empty where it gives neither. */
function toldBy(sheet: Sheet, { indicator, period }: KeyLanes, row: number): string {
  const own = (lanes: KeyLanes['period']) =>
    lanes
      .map(({ column }) => sheet.text(row, column))
      .join(' ')
      .trim();
  const [what, when] = [own(indicator), own(period)];
  return what === '' && when === '' ? '' : `${what}\n${when}`;
}

/** Rows under a name that stands once; null where somebody else may have begun in any of them. */
function groupsOf(
  sheet: Sheet,
  meanings: Meanings,
  keys: KeyLanes,
  rows: readonly BodyRow[],
): readonly Group[] | null {
  const groups: Group[] = [];
  let group: Group | null = null;
  let before: string | null = null;
  for (const { row, role } of rows) {
    const key = role === 'data' ? placeKey(sheet, meanings, keys, row) : null;
    const name = (key?.name ?? key?.code)?.text ?? null;
    if (key === null) {
      group = null;
      before = null;
    } else if (name !== null) {
      // Where names are written in every row, none was merged with those below.
      if (name === before) return null;
      group = { key, told: new Set([toldBy(sheet, keys, row)]), rows: [] };
      groups.push(group);
      before = name;
    } else if (group) {
      const told = toldBy(sheet, keys, row);
      const place = keyText(sheet, [...keys.city, ...keys.region], row);
      if (place !== null || told === '' || group.told.has(told)) {
        group.rows.length = 0;
        group = null;
        continue;
      }
      group.told.add(told);
      group.rows.push(row);
    }
  }
  return groups;
}

/**
 * Rows without a name, each with the name above it. Only where it cannot be another's: no name is
 * written twice in a row, the rows go on without a break, each tells something new of its institution,
 * and nothing that is not told of another institution in the same way.
 */
export function carriedNames(
  sheet: Sheet,
  meanings: Meanings,
  table: Table,
  rows: readonly BodyRow[],
): ReadonlyMap<number, PlaceKey> {
  const keys = keyLanesOf(table.lanes);
  const carried = new Map<number, PlaceKey>();
  if (keys.indicator.length + keys.period.length === 0) return carried;
  const groups = groupsOf(sheet, meanings, keys, rows)?.filter((one) => one.rows.length > 0) ?? [];
  for (const { key, told, rows: own } of groups) {
    const others = groups.filter((other) => other.key !== key);
    const isAlike = [...told].every((one) => others.some((other) => other.told.has(one)));
    if (isAlike) for (const row of own) carried.set(row, key);
  }
  return carried;
}
