/** A table of data/ as its records, so that all that is not changed stays byte for byte. */

export interface CsvRecords {
  /** A byte order mark, or nothing. */
  readonly start: string;
  /** As written, without line ends; the first is the header. Blank lines are records, too. */
  readonly records: string[];
  readonly lineEnd: '\n' | '\r\n';
}

const quotesIn = (text: string) => {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count += 1;
  return count;
};

/** Splits at line ends that are not inside quotes. */
export function splitRecords(text: string): CsvRecords {
  const start = text.startsWith('\ufeff') ? '\ufeff' : '';
  const body = text.slice(start.length);
  const lineEnd = /^[^\n]*\r\n/.test(body) ? '\r\n' : '\n';
  const records: string[] = [];
  let open = '';
  for (const line of body.split('\n')) {
    const record = open + line;
    if (quotesIn(record) % 2 === 1) open = `${record}\n`;
    else {
      records.push(record.replace(/\r$/, ''));
      open = '';
    }
  }
  if (open !== '') records.push(open.replace(/\r?\n$/, ''));
  if (records[records.length - 1] === '') records.pop();
  return { start, records, lineEnd };
}

export const joinRecords = ({ start, records, lineEnd }: CsvRecords): string =>
  start + records.map((record) => record + lineEnd).join('');

/** As the tables of data/ are written: quotes only where they are needed. */
export const csvField = (text: string): string =>
  /[",\n\r]|^ | $|^\ufeff/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;

export const csvRecord = (cells: readonly string[]): string => cells.map(csvField).join(',');
