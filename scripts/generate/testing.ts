/** For the tests: the committed tables of data/ as records of text. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';

export type TextRow = Readonly<Record<string, string>>;

const DATA = join(import.meta.dirname, '..', '..', 'data');

export const readText = (path: string): string => readFileSync(join(DATA, path), 'utf8');

export function parseTable(text: string): TextRow[] {
  const { data, errors } = Papa.parse<TextRow>(text, { header: true, skipEmptyLines: true });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data;
}

export const readTable = (path: string): TextRow[] => parseTable(readText(path));

/** Paths of all tables below data/ or one of its folders, sorted. */
export function tablePaths(folder = ''): string[] {
  return readdirSync(join(DATA, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.csv'))
    .map((path) => join(folder, path))
    .sort();
}

/** The column of a table, every value once, in order. */
export const distinct = (rows: readonly TextRow[], column: string): string[] => [
  ...new Set(rows.map((row) => row[column] ?? '')),
];
