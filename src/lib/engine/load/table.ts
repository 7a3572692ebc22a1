import { TABLES } from '#lib/model/index.ts';
import type { Column, TableName } from '#lib/model/index.ts';
import type { EngineRow, SqlValue } from '../engine.ts';

/** One table in memory, column by column. */
export interface DecodedTable {
  readonly name: TableName;
  readonly rowCount: number;
  /** One array per column of TABLES[name], in its order; days as ISO strings, missing as null. */
  readonly columns: readonly (readonly SqlValue[])[];
}

export const columnsOf = (name: TableName): readonly Column[] => TABLES[name];

export const emptyTable = (name: TableName): DecodedTable => ({
  name,
  rowCount: 0,
  columns: columnsOf(name).map(() => []),
});

/** The table as row objects, in file order. */
export function tableRows(table: DecodedTable): EngineRow[] {
  const names = columnsOf(table.name).map((column) => column.name);
  return Array.from({ length: table.rowCount }, (_, row) =>
    Object.fromEntries(names.map((name, index) => [name, table.columns[index]?.[row] ?? null])),
  );
}
