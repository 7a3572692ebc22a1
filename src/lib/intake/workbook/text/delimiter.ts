/** Which character separates the cells of a text file. */
import Papa from 'papaparse';

export const DELIMITERS = [',', '\t', ';', '，', '；', '|'] as const;

/** Rows that are looked at. */
const SAMPLE = 200;
const SAMPLE_LENGTH = 256 * 1024;

/** Rows of a text with the cells of each. */
export function splitRows(text: string, delimiter: string, preview = 0) {
  return Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    dynamicTyping: false,
    skipEmptyLines: false,
    preview,
  });
}

/**
 * How much a delimiter makes a table of the rows: those it splits, then those of them with the most
 * frequent width. A comma inside sentences splits only some rows.
 */
function tableRows(rows: readonly (readonly string[])[]): { split: number; even: number } {
  const widths = new Map<number, number>();
  for (const { length } of rows) if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
  const counts = [...widths.values()];
  return { split: counts.reduce((sum, count) => sum + count, 0), even: Math.max(0, ...counts) };
}

/** Delimiter of a text; a comma where nothing separates anything. Excel's first line `sep=;` rules. */
export function findDelimiter(text: string): string {
  const said = /^sep=([^\n])(?:\n|$)/i.exec(text)?.[1];
  if (said !== undefined) return said;
  let best: string = ',';
  let most = { split: 0, even: 0 };
  const sample = text.slice(0, SAMPLE_LENGTH);
  for (const delimiter of DELIMITERS) {
    const rows = splitRows(sample, delimiter, SAMPLE).data.filter(
      (row) => row.join('').trim() !== '',
    );
    const score = tableRows(rows);
    if (score.split > most.split || (score.split === most.split && score.even > most.even)) {
      best = delimiter;
      most = score;
    }
  }
  return best;
}
