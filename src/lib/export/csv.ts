/** Tables as CSV that spreadsheets open rightly and that cannot run as a formula. */
import { chartWords } from '#lib/charts/index.ts';
import { exportOptionWords } from '#lib/i18n/export-options.ts';
import { dataMark, dataNature, type NatureOfData } from './data-nature.ts';

/** A number stays a number; null is an empty cell, never a zero. */
export type CsvCell = string | number | null;

/** A table of full numbers and words, whatever shows or stores it. */
export interface Sheet {
  readonly columns: readonly string[];
  /** Each as long as `columns`. */
  readonly rows: readonly (readonly CsvCell[])[];
}

export interface CsvInput extends Sheet, NatureOfData {
  /** Lines under the table: title, source, cut-off, scheme. */
  readonly provenance: readonly string[];
  /** Stands below them; empty for none. */
  readonly watermark?: string;
}

/**
 * What a spreadsheet may take for a formula: = + - @ (also full-width), TAB and CR at the start,
 * and the first four behind blanks or quotes that programs strip when they read the cell.
 */
const FORMULA = /^(?:[\t\r\n]|[\s"'\u00a0\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20])/u;

/** Text that a spreadsheet shows as it is: what looks like a formula gets a leading apostrophe. */
export function safeText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Full double precision, so that reading the cell gives the same number; -0 is 0. */
function numberText(value: number): string {
  if (!Number.isFinite(value))
    throw new RangeError(`A CSV cell cannot hold ${value}; pass null for a missing number.`);
  return String(value === 0 ? 0 : value);
}

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return numberText(cell);
  const text = safeText(cell);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** RFC 4180 records with CRLF, without a byte order mark. */
export function csvRecords(records: readonly (readonly CsvCell[])[]): string {
  return records.map((record) => record.map(cellText).join(',') + '\r\n').join('');
}

/**
 * A table file: UTF-8 with byte order mark (which WPS and Excel need to see Chinese), CRLF, RFC
 * 4180, every record of one length. Invented or empty data say so in the first record and again in
 * a last column of every row, so that the mark survives sorting, filtering and copying. Throws a
 * RangeError for a row of another length than the header, or a number that is not finite.
 */
export function csvFile(input: CsvInput): string {
  const { columns, rows, locale, provenance, watermark = '' } = input;
  const width = columns.length + 1;
  const line = (text: string): CsvCell[] => [text, ...Array<null>(width - 1).fill(null)];
  const mark = dataMark(input);
  const nature = dataNature(input);
  rows.forEach((row, i) => {
    if (row.length !== columns.length)
      throw new RangeError(
        `Row ${i + 1} has ${row.length} cells, the header has ${columns.length}.`,
      );
  });
  return (
    '\ufeff' +
    csvRecords([
      ...(mark === null ? [] : [line(mark)]),
      [...columns, chartWords(locale).dataNature],
      ...rows.map((row) => [...row, nature]),
      line(''),
      ...provenance.map(line),
      ...(watermark === '' ? [] : [line(exportOptionWords(locale).watermark.line(watermark))]),
    ])
  );
}
