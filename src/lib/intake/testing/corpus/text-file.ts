/** A sheet as a text file in one of the ways programs write them. */
import iconv from 'iconv-lite';
import type { Sheet } from './sheet.ts';

export const ENCODINGS = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'gb18030'] as const;
export const SEPARATORS = [',', '\t', ';', '，', '|'] as const;
export const LINE_ENDS = ['\n', '\r\n'] as const;
export const QUOTES = ['where_needed', 'always'] as const;

export interface TextForm {
  readonly encoding: (typeof ENCODINGS)[number];
  readonly separator: (typeof SEPARATORS)[number];
  readonly lineEnd: (typeof LINE_ENDS)[number];
  readonly quotes: (typeof QUOTES)[number];
}

export const TEXT_FORMS = {
  encoding: ENCODINGS,
  separator: SEPARATORS,
  lineEnd: LINE_ENDS,
  quotes: QUOTES,
} as const;

function quoted(text: string, { separator, quotes }: TextForm): string {
  const needed = text.includes(separator) || /["\n\r]/.test(text) || /^\s|\s$/.test(text);
  return quotes === 'always' || needed ? `"${text.replaceAll('"', '""')}"` : text;
}

export function textOf(sheet: Sheet, form: TextForm): string {
  const width = Math.max(...sheet.rows.map((row) => row.length));
  return sheet.rows
    .map((row) =>
      Array.from({ length: width }, (_, column) => quoted(row[column]?.text ?? '', form)).join(
        form.separator,
      ),
    )
    .map((line) => `${line}${form.lineEnd}`)
    .join('');
}

export function encoded(text: string, encoding: TextForm['encoding']): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return iconv.encode(text, 'utf-8');
    case 'utf-8-bom':
      return iconv.encode(text, 'utf-8', { addBOM: true });
    case 'utf-16le':
      return iconv.encode(text, 'utf-16le', { addBOM: true });
    case 'utf-16be':
      return iconv.encode(text, 'utf-16be', { addBOM: true });
    case 'gb18030':
      return iconv.encode(text, 'gb18030');
  }
}

export const textEnding = ({ separator }: TextForm): string => (separator === '\t' ? 'tsv' : 'csv');
