/** A row of a raw table after its cells were read, still knowing where it came from. */
import type { Layer } from '#lib/model/index.ts';
import {
  makeFinding,
  type Finding,
  type FindingCode,
  type FindingDetail,
} from '../findings/finding.ts';
import type { ColumnOf, RawTableName, ValuesOf } from './schemas.ts';

export interface TableRow<N extends RawTableName> {
  readonly table: N;
  readonly file: string;
  /** null for the tables that all layers share. */
  readonly layer: Layer | null;
  readonly row: number;
  readonly values: ValuesOf<N>;
  /** Columns whose text could not be read; their value is null and already reported. */
  readonly unread: ReadonlySet<string>;
  /** Text of each cell as it stands in the file. */
  readonly texts: ReadonlyMap<string, string>;
  /** Spreadsheet address of each cell. */
  readonly cells: ReadonlyMap<string, string>;
}

/** A row of any of the tables named. */
export type AnyRow = { [N in RawTableName]: TableRow<N> }[RawTableName];

/** A finding about one cell of the row. */
export function findingAt<N extends RawTableName>(
  row: TableRow<N>,
  column: ColumnOf<N>,
  code: FindingCode,
  detail: FindingDetail = {},
): Finding {
  return makeFinding(
    code,
    { file: row.file, row: row.row, column, cell: row.cells.get(column) ?? null },
    { found: row.texts.get(column) ?? '', ...detail },
  );
}

/** `file!H17`, the form in which a cell is cited. */
export function citeCell<N extends RawTableName>(row: TableRow<N>, column: ColumnOf<N>): string {
  return `${row.file}!${row.cells.get(column) ?? row.row}`;
}
