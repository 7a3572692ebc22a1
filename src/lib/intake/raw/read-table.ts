/** A raw table to typed rows: header against schema, then every cell on its own. */
import type { Layer } from '#lib/model/index.ts';
import type { RawColumn, RawSchema } from '../cells/column.ts';
import { cellAddress } from '../csv/address.ts';
import { readCsv, type RawRow, type RawTable } from '../csv/read-csv.ts';
import { makeFinding, type Finding, type FindingCode, type Params } from '../findings/finding.ts';
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

/** Why the text of a cell is not taken; null for a good one. */
type Fault = { readonly code: FindingCode; readonly params?: Params } | null;

function readCell(column: string, spec: RawColumn<unknown>, text: string): [unknown, Fault] {
  if (text === '')
    return [null, spec.required ? { code: 'cell_required', params: { column } } : null];
  const result = spec.parse(text);
  return result.ok ? [result.value, null] : [null, result.fault];
}

const ALL_READ: ReadonlySet<string> = new Set();

/** Reads one raw table; every fault of every cell is reported, none stops the reading. */
export function readTable<N extends RawTableName>(
  name: N,
  layer: Layer | null,
  file: string,
  bytes: Uint8Array,
): TableRead<N> {
  const table = readCsv(file, bytes);
  const { header, rowsInFile, readable } = table;
  if (!readable) return { rows: [], findings: table.findings, rowsInFile, readable };
  const schema: RawSchema = SCHEMAS[name];
  const columns = Object.entries(schema);
  const findings = [...table.findings, ...checkHeader(table, schema)];
  // Of a column given twice the first counts; the second is reported.
  const positions = new Map(header.map((column) => [column, header.indexOf(column)]));
  const absent = columns.flatMap(([column, spec]) =>
    positions.has(column) || spec.mayLack ? [] : [column],
  );

  const toRow = ({ row, cells: texts }: RawRow): TableRow<N> => {
    const values: Record<string, unknown> = {};
    const unread = [...absent];
    for (const [column, spec] of columns) {
      const position = positions.get(column);
      values[column] = null;
      if (position === undefined) continue;
      const found = texts[position] ?? '';
      const [value, fault] = readCell(column, spec, found);
      values[column] = value;
      if (!fault) continue;
      unread.push(column);
      const place = { file, row, column, cell: cellAddress(position, row) };
      const { code, params = {} } = fault;
      findings.push(makeFinding(code, place, { found, params }));
    }
    return {
      table: name,
      file,
      layer,
      row,
      values: values as ValuesOf<N>,
      unread: unread.length === 0 ? ALL_READ : new Set(unread),
      texts,
      positions,
    };
  };
  return { rows: table.rows.map(toRow), findings, rowsInFile, readable };
}
