/** Bytes of a CSV file to cells with their places. No value is interpreted here. */
import Papa from 'papaparse';
import { makeFinding, type Finding } from '../findings/finding.ts';
import { cellAddress } from './address.ts';
import { decodeUtf8 } from './decode.ts';

export interface RawRow {
  /** Spreadsheet row; the header is row 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

export interface RawTable {
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly RawRow[];
  /** Rows of the file below the header, whatever became of them. */
  readonly rowsInFile: number;
  readonly findings: readonly Finding[];
  /** False when no table could be made out at all; `rows` is empty then. */
  readonly readable: boolean;
}

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');

function unreadable(file: string, finding: Finding): RawTable {
  return { file, header: [], rows: [], rowsInFile: 0, findings: [finding], readable: false };
}

function parse(text: string) {
  return Papa.parse<string[]>(text.replace(/\r\n?/g, '\n'), {
    delimiter: ',',
    newline: '\n',
    dynamicTyping: false,
    skipEmptyLines: false,
  });
}

function ragged(file: string, row: RawRow, expected: number): Finding {
  return makeFinding(
    'row_ragged',
    { file, row: row.row },
    {
      found: row.cells.join(','),
      params: { expected, actual: row.cells.length },
    },
  );
}

/**
 * Reads a CSV file: UTF-8 (with or without byte order mark), comma, any line ending. Rows whose
 * number of cells differs from the header are reported and left out; blank rows are reported.
 */
export function readCsv(file: string, bytes: Uint8Array): RawTable {
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok)
    return unreadable(
      file,
      makeFinding(
        'encoding',
        { file, row: decoded.line },
        {
          found: decoded.looksLike,
          params: { encoding: decoded.looksLike },
        },
      ),
    );
  const parsed = parse(decoded.text);
  const all = parsed.data.map((cells, index) => ({ row: index + 1, cells }));
  if (all.at(-1)?.cells.join('') === '') all.pop();
  const header = all[0]?.cells ?? [];
  if (isBlank(header)) return unreadable(file, makeFinding('file_empty', { file }));
  if (header.length === 1 && /[，;；\t|]/.test(header[0] ?? ''))
    return unreadable(
      file,
      makeFinding('delimiter', { file, row: 1, cell: 'A1' }, { found: header[0] ?? '' }),
    );

  const findings: Finding[] = [];
  for (const error of parsed.errors.filter((fault) => fault.type === 'Quotes')) {
    const row = (error.row ?? 0) + 1;
    findings.push(
      makeFinding(
        'quotes',
        { file, row },
        { found: (all[row - 1]?.cells ?? []).join(',').slice(0, 80) },
      ),
    );
  }
  const rows: RawRow[] = [];
  for (const row of all.slice(1)) {
    if (isBlank(row.cells))
      findings.push(
        makeFinding('row_blank', { file, row: row.row, cell: cellAddress(0, row.row) }),
      );
    else if (row.cells.length !== header.length) findings.push(ragged(file, row, header.length));
    else rows.push(row);
  }
  return { file, header, rows, rowsInFile: all.length - 1, findings, readable: true };
}
