import { TABLES } from '#lib/model/index.ts';
import type { TableName } from '#lib/model/index.ts';
import type { EngineRow, SqlValue } from '#lib/engine/engine.ts';

/** The few relational verbs that the plain twins of the queries need. */

export const columnNames = (table: TableName): readonly string[] =>
  TABLES[table].map((column) => column.name);

/** `a.x, a.y` for SQL, from the same list that `pick` takes. */
export const selectList = (alias: string, columns: readonly string[]): string =>
  columns.map((column) => `${alias}.${column}`).join(', ');

export const pick = (row: EngineRow, columns: readonly string[]): Record<string, SqlValue> =>
  Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));

/** The columns of `row`, or nulls (a left join that found nothing), under `prefix`. */
export const prefixed = (
  prefix: string,
  row: EngineRow | undefined,
  columns: readonly string[],
): Record<string, SqlValue> =>
  Object.fromEntries(columns.map((column) => [prefix + column, row?.[column] ?? null]));

/** Looks rows up by a key that is unique in the table; null finds nothing, as in SQL. */
export function lookup(rows: readonly EngineRow[], key: string) {
  const byKey = new Map(rows.map((row) => [row[key], row]));
  return (value: SqlValue | undefined): EngineRow | undefined =>
    value === null ? undefined : byKey.get(value);
}

/** `ORDER BY columns`, ascending, nulls last; text by code point, which is SQL's byte order. */
export function orderBy(rows: readonly EngineRow[], ...columns: string[]): EngineRow[] {
  return [...rows].sort((a, b) => {
    for (const column of columns) {
      const order = compare(a[column] ?? null, b[column] ?? null);
      if (order !== 0) return order;
    }
    return 0;
  });
}

function compare(a: SqlValue, b: SqlValue): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  return Number(a) - Number(b);
}

function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left !== right) return codePointOrder(left) - codePointOrder(right);
  }
  return a.length - b.length;
}

/** UTF-16 puts surrogates (rare characters) before U+E000-U+FFFF; by code point they come after. */
const codePointOrder = (unit: number): number =>
  unit < 0xd800 ? unit : unit >= 0xe000 ? unit - 0x800 : unit + 0x2000;
