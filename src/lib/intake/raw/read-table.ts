/** A raw table to typed rows: header against schema, then every cell on its own. */
import type { Layer } from '#lib/model/index.ts';
import type { RawColumn, RawSchema } from '../cells/column.ts';
import { cellAddress } from '../csv/address.ts';
import { readCsv, type RawRow, type RawTable } from '../csv/read-csv.ts';
import { makeFinding, type Finding } from '../findings/finding.ts';
import { SCHEMAS, type RawTableName, type ValuesOf } from './schemas.ts';
import type { TableRow } from './table-row.ts';

export interface TableRead<N extends RawTableName> {
  readonly rows: readonly TableRow<N>[];
  readonly findings: readonly Finding[];
  readonly rowsInFile: number;
  readonly readable: boolean;
}

function checkHeader(table: RawTable, schema: RawSchema): Finding[] {
  const { file, header } = table;
  const findings: Finding[] = [];
  const seen = new Map<string, string>();
  header.forEach((name, index) => {
    const cell = cellAddress(index, 1);
    const place = { file, row: 1, column: name, cell };
    const first = seen.get(name);
    if (first !== undefined)
      findings.push(makeFinding('column_duplicate', place, { found: name, params: { first } }));
    else if (!Object.hasOwn(schema, name))
      findings.push(
        makeFinding('column_unknown', place, {
          found: name,
          params: { columns: Object.keys(schema).join(', ') },
        }),
      );
    seen.set(name, first ?? cell);
  });
  for (const [column, spec] of Object.entries(schema))
    if (!spec.mayLack && !seen.has(column))
      findings.push(
        makeFinding('column_missing', { file, row: 1, column }, { params: { column } }),
      );
  return findings;
}

interface CellRead {
  readonly value: unknown;
  readonly unread: boolean;
  readonly finding?: Finding;
}

function readCell(
  file: string,
  row: number,
  column: string,
  spec: RawColumn<unknown>,
  raw: string,
  cell: string,
): CellRead {
  const place = { file, row, column, cell };
  if (raw === '')
    return spec.required
      ? {
          value: null,
          unread: true,
          finding: makeFinding('cell_required', place, { params: { column } }),
        }
      : { value: null, unread: false };
  const result = spec.parse(raw);
  if (result.ok) return { value: result.value, unread: false };
  const { code, params } = result.fault;
  return {
    value: null,
    unread: true,
    finding: makeFinding(code, place, { found: raw, ...(params && { params }) }),
  };
}

/** Reads one raw table; every fault of every cell is reported, none stops the reading. */
export function readTable<N extends RawTableName>(
  name: N,
  layer: Layer | null,
  file: string,
  bytes: Uint8Array,
): TableRead<N> {
  const table = readCsv(file, bytes);
  const { rowsInFile, readable } = table;
  if (!readable) return { rows: [], findings: table.findings, rowsInFile, readable };
  const schema: RawSchema = SCHEMAS[name];
  const findings = [...table.findings, ...checkHeader(table, schema)];

  const toRow = (raw: RawRow): TableRow<N> => {
    const values: Record<string, unknown> = {};
    const unread = new Set<string>();
    const texts = new Map<string, string>();
    const cells = new Map<string, string>();
    for (const [column, spec] of Object.entries(schema)) {
      const index = table.header.indexOf(column);
      values[column] = null;
      if (index < 0) {
        if (!spec.mayLack) unread.add(column);
        continue;
      }
      const text = raw.cells[index] ?? '';
      const cell = cellAddress(index, raw.row);
      const read = readCell(file, raw.row, column, spec, text, cell);
      values[column] = read.value;
      if (read.unread) unread.add(column);
      if (read.finding) findings.push(read.finding);
      texts.set(column, text);
      cells.set(column, cell);
    }
    return {
      table: name,
      file,
      layer,
      row: raw.row,
      values: values as ValuesOf<N>,
      unread,
      texts,
      cells,
    };
  };
  return { rows: table.rows.map(toRow), findings, rowsInFile, readable };
}
