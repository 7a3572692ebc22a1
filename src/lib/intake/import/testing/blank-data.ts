/** The data folder of the project with every number of the fictional counties taken out. */
import { readdirSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { InputFile } from '../../raw/read-data.ts';

const DATA = new URL('../../../../../data/', import.meta.url);

type Row = Record<string, string>;

function blank(text: string): string {
  const { data, meta } = Papa.parse<Row>(text.trimEnd(), { header: true });
  const rows = data.map((row) => ({
    ...row,
    value: '',
    value_text: '',
    missing_reason: 'not_reported',
    qualifier: 'exact',
    note: '',
  }));
  const fields = meta.fields ?? [];
  return `${Papa.unparse({ fields, data: rows }, { newline: '\n' })}\n`;
}

/** Files of data/ from 2023 on, with the fictional observations blank, and without what was published of them. */
export function blankData(): InputFile[] {
  const paths = readdirSync(DATA, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(?:csv|json)$/.test(path))
    .filter((path) => path !== 'editions.json' && !path.includes('/published/'))
    .filter((path) => !/synthetic\/observations\/202[12]/.test(path))
    .sort();
  return paths.map((path) => {
    const bytes = new Uint8Array(readFileSync(new URL(path, DATA)));
    if (!path.startsWith('synthetic/observations/')) return { path, bytes };
    const text = blank(new TextDecoder().decode(bytes));
    // A number that came late has a row of each revision; one blank row is enough.
    const seen = new Set<string>();
    const lines = text.split('\n').filter((line) => {
      const key = line.split(',').slice(0, 7).join(',');
      if (line !== '' && seen.has(key)) return false;
      seen.add(key);
      return true;
    });
    return { path, bytes: new TextEncoder().encode(lines.join('\n')) };
  });
}
