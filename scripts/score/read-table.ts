import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { readParquet } from '#lib/engine/node/read-parquet.ts';
import { readCsv } from '#lib/intake/csv/read-csv.ts';
import { InputError, problem, stopOn } from './problem.ts';

export type Cell = string | number | null;

/** A table of a file, before the scheme says what its columns are. */
export interface FileTable {
  readonly path: string;
  readonly header: readonly string[];
  /** `row` is the line in the file, counted from the header as 1. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly Cell[] }[];
}

/** Reads a CSV or Parquet file. Throws InputError with everything wrong about its form. */
export async function readTable(path: string, flag = '--data'): Promise<FileTable> {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile())
    throw new InputError([problem(flag, '找不到文件', 'no such file', { found: path })]);
  const table = /\.parquet$/i.test(path) ? await fromParquet(path) : await fromCsv(path);
  const repeated = table.header.filter((name, i) => table.header.indexOf(name) < i);
  stopOn(
    [...new Set(repeated)].map((name) =>
      problem(path, '列名重复，请改为不同的名称', 'this column name stands twice: rename one', {
        row: 1,
        column: name,
      }),
    ),
  );
  return table;
}

async function fromParquet(path: string): Promise<FileTable> {
  try {
    const { header, rows } = await readParquet(path);
    return { path, header, rows: rows.map((cells, i) => ({ row: i + 1, cells })) };
  } catch {
    throw new InputError([
      problem(path, '不是可读的 Parquet 文件', 'is not a readable Parquet file'),
    ]);
  }
}

async function fromCsv(path: string): Promise<FileTable> {
  const { header, rows, findings } = readCsv(path, await readFile(path));
  // A blank line loses nothing; everything else that intake reports would.
  stopOn(
    findings
      .filter(({ severity }) => severity === 'error')
      .map(({ rule, todo, row, column, found }) =>
        problem(path, `${rule.zh}。${todo.zh}`, `${rule.en}. ${todo.en}`, {
          ...(row !== null && { row }),
          ...(column !== null && { column }),
          ...(found !== '' && { found }),
        }),
      ),
  );
  return { path, header: header.map((name) => name.trim()), rows };
}
