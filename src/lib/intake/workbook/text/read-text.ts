/** A text file of separated values as one grid. Every row keeps its place, blank ones too. */
import type { Grid } from '../grid.ts';
import { GridBuilder } from '../grid-builder.ts';
import type { WorkbookLimits } from '../limits.ts';
import { excerpt, Refused } from '../refused.ts';
import { textCell } from '../shown.ts';
import { decodeText, type TextEncoding } from './decode-text.ts';
import { findDelimiter, splitRows } from './delimiter.ts';

/** Control characters that no text file of a table has. */
// eslint-disable-next-line no-control-regex
const BINARY = /[\0-\x08\x0e-\x1a]/;

const MARKUP = /^\s*<(?:!doctype|html|head|body|table|meta|style|\?xml|\?mso|script|div)\b/i;

export interface TextTable {
  readonly format: 'csv' | 'tsv';
  readonly encoding: TextEncoding;
  readonly grid: Grid;
}

/** An open quote swallows the rest of the file: nothing behind it can be trusted. */
function refuseBrokenQuotes(parsed: ReturnType<typeof splitRows>): void {
  const fault = parsed.errors.find(({ type }) => type === 'Quotes');
  if (!fault) return;
  const row = fault.row ?? 0;
  const cells = (parsed.data[row] ?? []).join(' ');
  throw new Refused('damaged', `row ${row + 1}: quote without its pair: ${excerpt(cells)}`);
}

/** The text without trailing rows that have delimiters only; there may be a million of them. */
function withoutTail(text: string, delimiter: string): string {
  let last = text.length - 1;
  while (last >= 0 && (text[last] === '\n' || text[last] === delimiter)) last--;
  const end = text.indexOf('\n', last + 1);
  return end < 0 ? text : text.slice(0, end);
}

function refuseTooLong(text: string, rows: number): void {
  let at = -1;
  for (let row = 0; row <= rows; row++) {
    at = text.indexOf('\n', at + 1);
    if (at < 0) return;
  }
  throw new Refused('too_many_cells', `more than ${rows} lines`);
}

/** Reads separated values: encoding and delimiter are found, no value is interpreted. */
export function readText(bytes: Uint8Array, limits: WorkbookLimits): TextTable {
  const { text: decoded, encoding } = decodeText(bytes);
  if (decoded.trim() === '') throw new Refused('empty', '');
  if (BINARY.test(decoded)) throw new Refused('unknown_format', 'neither a workbook nor text');
  if (MARKUP.test(decoded)) throw new Refused('not_this_format', 'HTML or XML');
  const all = decoded.replace(/\r\n?/g, '\n');
  const delimiter = findDelimiter(all);
  const text = withoutTail(all, delimiter);
  refuseTooLong(text, limits.textRows);
  const parsed = splitRows(text, delimiter);
  refuseBrokenQuotes(parsed);
  const grid = new GridBuilder(
    '',
    false,
    { ...limits, rows: limits.textRows },
    {
      left: limits.cells,
    },
  );
  parsed.data.forEach((cells, row) => {
    cells.forEach((cell, column) => grid.put(row, column, textCell(cell)));
  });
  return { format: delimiter === '\t' ? 'tsv' : 'csv', encoding, grid: grid.finish() };
}
