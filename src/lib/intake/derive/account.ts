/** Where every row of the raw tables went. */
import type { Layer } from '#lib/model/index.ts';
import type { DataSet } from '../raw/read-data.ts';
import type { RawTableName } from '../raw/schemas.ts';
import type { AnyRow } from '../raw/table-row.ts';
import type { Current } from './current.ts';

/** For each file: rows = kept + superseded + left_out. */
export interface FileAccount {
  readonly file: string;
  readonly table: RawTableName;
  readonly layer: Layer | null;
  /** Rows below the header. */
  readonly rows: number;
  readonly kept: number;
  /** Replaced by a higher revision. */
  readonly superseded: number;
  /** Blank or ragged rows, each with a finding of its own. */
  readonly left_out: number;
}

function countByFile(rows: readonly AnyRow[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(row.file, (counts.get(row.file) ?? 0) + 1);
  return counts;
}

export function account(data: DataSet, current: Current): FileAccount[] {
  const read = countByFile(Object.values(data.rows).flat());
  const old = countByFile([...current.superseded]);
  return data.files.map(({ path, table, layer, rowsInFile }) => {
    const superseded = old.get(path) ?? 0;
    const taken = read.get(path) ?? 0;
    return {
      file: path,
      table,
      layer,
      rows: rowsInFile,
      kept: taken - superseded,
      superseded,
      left_out: rowsInFile - taken,
    };
  });
}
