import Papa from 'papaparse';
import { csvRecord } from './csv-records.ts';

/** Names of the columns of a table, from its first record. */
export const columnsOfHeader = (record: string): string[] =>
  Papa.parse<string[]>(record, { delimiter: ',' }).data[0] ?? [];

/** A record with the cells under their columns; what the table has no column for is left out. */
export const rowFor = (
  columns: readonly string[],
  cells: Readonly<Record<string, string>>,
): string => csvRecord(columns.map((column) => cells[column] ?? ''));
