/** A row of a raw table after its cells were read, still knowing where it came from. */
import type { Layer } from '#lib/model/index.ts';
import { cellAddress } from '../csv/address.ts';
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
  /** The cells as they stand in the file. */
  readonly texts: readonly string[];
  /** Position of each column in the file; shared by the rows of a table. */
  readonly positions: ReadonlyMap<string, number>;
}

/** A row of any of the tables named. */
export type AnyRow = { [N in RawTableName]: TableRow<N> }[RawTableName];

/** The text of a cell as it stands in the file; empty where the file lacks the column. */
export function textOf<N extends RawTableName>(row: TableRow<N>, column: ColumnOf<N>): string {
  return row.texts[row.positions.get(column) ?? -1] ?? '';
}

/** The spreadsheet address of a cell; null where the file lacks the column. */
export function cellOf<N extends RawTableName>(
  row: TableRow<N>,
  column: ColumnOf<N>,
): string | null {
  const position = row.positions.get(column);
  return position === undefined ? null : cellAddress(position, row.row);
}

/** A finding about one cell of the row. */
export function findingAt<N extends RawTableName>(
  row: TableRow<N>,
  column: ColumnOf<N>,
  code: FindingCode,
  detail: FindingDetail = {},
): Finding {
  return makeFinding(
    code,
    { file: row.file, row: row.row, column, cell: cellOf(row, column) },
    { found: textOf(row, column), ...detail },
  );
}

/** `file!H17`, the form in which a cell is cited. */
export function citeCell<N extends RawTableName>(row: TableRow<N>, column: ColumnOf<N>): string {
  return `${row.file}!${cellOf(row, column) ?? row.row}`;
}
