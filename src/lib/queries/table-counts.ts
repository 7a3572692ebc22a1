import { DATA_STATUSES, TABLE_NAMES } from '#lib/model/index.ts';
import type { DataStatus, TableName } from '#lib/model/index.ts';
import type { EngineRow, Query, SqlValue } from '#lib/engine/engine.ts';
import { columnNames, orderBy } from './plain-rows.ts';
import { count, nullableWord, word } from './rows.ts';

export interface TableCount {
  readonly table_name: TableName;
  /** Null for the catalogue of indicators, which is neither reported nor invented. */
  readonly data_status: DataStatus | null;
  readonly row_count: number;
}

const hasStatus = (table: TableName): boolean => columnNames(table).includes('data_status');

/** `check` is a reserved word, hence the quotes. */
const countOf = (table: TableName): string => {
  const status = hasStatus(table) ? 'data_status' : 'cast(null as varchar)';
  return `
      select '${table}' as table_name, ${status} as data_status, count(*) as row_count
      from "${table}" group by 1, 2`;
};

/** Rows of each table by data status; a table without rows is not listed. */
export const tableCounts: Query<Record<string, never>, TableCount> = {
  name: 'table-counts',
  tables: TABLE_NAMES,
  sql: `
    select table_name, data_status, row_count
    from (${TABLE_NAMES.map(countOf).join('\n      union all')}) as counts
    order by table_name, data_status nulls last`,
  bind: () => [],
  plain: (tables) =>
    orderBy(
      TABLE_NAMES.flatMap((table) => countByStatus(table, tables.rows(table))),
      'table_name',
      'data_status',
    ),
  decode: (row) => ({
    table_name: word(row, 'table_name', TABLE_NAMES),
    data_status: nullableWord(row, 'data_status', DATA_STATUSES),
    row_count: count(row, 'row_count'),
  }),
};

function countByStatus(table_name: TableName, rows: readonly EngineRow[]): EngineRow[] {
  const counts = new Map<SqlValue, number>();
  for (const row of rows) {
    const status = row['data_status'] ?? null;
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return [...counts].map(([data_status, row_count]) => ({ table_name, data_status, row_count }));
}
