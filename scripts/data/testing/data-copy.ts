import type { InputFile } from '#lib/intake/index.ts';
import Papa from 'papaparse';

/** Where a change was made, as the report must name it. */
export interface Change {
  readonly file: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly cell: string | null;
}

export type Match = Readonly<Record<string, string>>;

const encode = (text: string) => new TextEncoder().encode(text);

function address(column: number, row: number): string {
  if (column > 25) throw new Error('the raw tables have at most 26 columns');
  return `${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.charAt(column)}${row}`;
}

/** The files of a data folder in memory, to be spoilt one cell at a time. */
export class DataCopy {
  readonly #files: Map<string, Uint8Array>;

  constructor(files: readonly InputFile[]) {
    this.#files = new Map(files.map(({ path, bytes }) => [path, bytes]));
  }

  files(): InputFile[] {
    return [...this.#files].map(([path, bytes]) => ({ path, bytes }));
  }

  text(file: string): string {
    const bytes = this.#files.get(file);
    if (!bytes) throw new Error(`no file ${file}`);
    return new TextDecoder().decode(bytes);
  }

  rows(file: string): string[][] {
    return Papa.parse<string[]>(this.text(file).trimEnd()).data;
  }

  /** Puts bytes or text in place of a file, or adds one. */
  put(file: string, content: Uint8Array | string): Change {
    this.#files.set(file, typeof content === 'string' ? encode(content) : content);
    return { file, row: null, column: null, cell: null };
  }

  drop(file: string): Change {
    this.#files.delete(file);
    return { file, row: null, column: null, cell: null };
  }

  putRows(file: string, rows: readonly (readonly string[])[]): void {
    this.put(
      file,
      `${Papa.unparse(
        rows.map((row) => [...row]),
        { newline: '\n' },
      )}\n`,
    );
  }

  /** Index among `rows(file)` of the only row whose cells are those given. */
  find(file: string, match: Match): number {
    const [header = [], ...rows] = this.rows(file);
    const found = rows.flatMap((row, index) =>
      Object.entries(match).every(([name, text]) => row[header.indexOf(name)] === text)
        ? [index + 1]
        : [],
    );
    if (found.length !== 1)
      throw new Error(`${found.length} rows of ${file} are ${JSON.stringify(match)}`);
    return found[0] ?? 0;
  }

  read(file: string, match: Match, column: string): string {
    const rows = this.rows(file);
    return rows[this.find(file, match)]?.[rows[0]?.indexOf(column) ?? -1] ?? '';
  }

  place(file: string, match: Match, column: string): Change {
    return this.#at(file, this.find(file, match), column);
  }

  /** Types `text` into one cell, or what a function makes of its text. */
  type(
    file: string,
    match: Match,
    column: string,
    text: string | ((old: string) => string),
  ): Change {
    const rows = this.rows(file);
    const index = this.find(file, match);
    const at = rows[0]?.indexOf(column) ?? -1;
    const row = rows[index];
    if (!row || at < 0) throw new Error(`${file} has no column ${column}`);
    row[at] = typeof text === 'string' ? text : text(row[at] ?? '');
    this.putRows(file, rows);
    return this.#at(file, index, column);
  }

  /** Appends a copy of a row with some cells changed. */
  repeat(file: string, match: Match, changes: Match, column: string): Change {
    const rows = this.rows(file);
    const header = rows[0] ?? [];
    const row = [...(rows[this.find(file, match)] ?? [])];
    for (const [name, text] of Object.entries(changes)) row[header.indexOf(name)] = text;
    this.putRows(file, [...rows, row]);
    return this.#at(file, rows.length, column);
  }

  /** Deletes one row. */
  cut(file: string, match: Match): Change {
    const rows = this.rows(file);
    rows.splice(this.find(file, match), 1);
    this.putRows(file, rows);
    return { file, row: null, column: null, cell: null };
  }

  /** Types into the header; `column` is the name before. */
  rename(file: string, column: string, name: string): Change {
    const rows = this.rows(file);
    const at = rows[0]?.indexOf(column) ?? -1;
    if (!rows[0] || at < 0) throw new Error(`${file} has no column ${column}`);
    rows[0][at] = name;
    this.putRows(file, rows);
    return { file, row: 1, column: name, cell: address(at, 1) };
  }

  #at(file: string, index: number, column: string): Change {
    const at = this.rows(file)[0]?.indexOf(column) ?? -1;
    return { file, row: index + 1, column, cell: address(at, index + 1) };
  }
}
