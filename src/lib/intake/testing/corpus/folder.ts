/** A small data folder to import into: a few institutions of the fictional province, 2024 and 2025. */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { InputFile } from '../../raw/read-data.ts';

const DATA = new URL('../../../../../data/', import.meta.url);
const SHARED = [
  'edition.json',
  'sources.csv',
  'indicators.csv',
  'synonyms.csv',
  'schemes/taizhou.json',
  'reported/regions.csv',
  'template/regions.csv',
  'synthetic/regions.csv',
];
export const YEARS = ['2024', '2025'] as const;

/** Seven counties of the first city; 戊市 was 戊县 with the code 990122 until 2022. */
export const COUNTIES = [
  'syn-990121',
  'syn-990123',
  'syn-990101',
  'syn-990122',
  'syn-990125',
  'syn-990102',
  'syn-990181',
] as const;
/** Two counties in two cities that have one name here. */
export const NAMESAKES = ['syn-990221', 'syn-990321'] as const;
const KEPT: readonly string[] = [...COUNTIES, ...NAMESAKES];

type Row = Record<string, string>;
const text = (path: string) => readFileSync(new URL(path, DATA), 'utf8');
const encode = (content: string) => new TextEncoder().encode(content);
const parse = (content: string) => Papa.parse<Row>(content.trimEnd(), { header: true });

function filtered(content: string, keep: (row: Row) => boolean): string {
  const { data, meta } = parse(content);
  const fields = meta.fields ?? [];
  const rows = data.filter(keep).map((row) => fields.map((field) => row[field] ?? ''));
  return `${Papa.unparse({ fields, data: rows }, { newline: '\n' })}\n`;
}

/** 壹县 of the third city is called 子县 as well. */
const renamed = (content: string) => content.replaceAll('壹县', '子县');

const isKept = (row: Row) => KEPT.includes(row['institution_id'] ?? '');

export function corpusFolder(): InputFile[] {
  const ofFacts = (row: Row) => `${row['indicator']} ${row['operands']}`.includes('F_');
  const own = [
    ['rules.csv', filtered(text('rules.csv'), (row) => !ofFacts(row))],
    ['synthetic/institutions.csv', filtered(text('synthetic/institutions.csv'), isKept)],
    ...YEARS.map((year) => {
      const path = `synthetic/observations/${year}.csv`;
      return [path, filtered(text(path), isKept)];
    }),
  ] as const;
  return [...SHARED.map((path) => [path, text(path)] as const), ...own].map(([path, content]) => ({
    path: path ?? '',
    bytes: encode(path?.startsWith('synthetic/') ? renamed(content ?? '') : (content ?? '')),
  }));
}

export interface Place {
  readonly id: string;
  /** 甲县计量检定测试所 */
  readonly institution: string;
  /** 甲县 */
  readonly region: string;
  /** Of 2026. */
  readonly code: string;
  readonly city: string;
}

/** The institutions of the folder by id, as a table names them. */
export function corpusPlaces(): ReadonlyMap<string, Place> {
  const regions = new Map(
    parse(renamed(text('synthetic/regions.csv'))).data.map((row) => [
      row['region_code'] ?? '',
      row,
    ]),
  );
  return new Map(
    parse(renamed(text('synthetic/institutions.csv')))
      .data.filter(isKept)
      .map((row) => {
        const code = row['region_code'] ?? '';
        const region = regions.get(code);
        const city = regions.get(region?.['parent_code'] ?? '');
        const id = row['institution_id'] ?? '';
        return [
          id,
          {
            id,
            institution: row['name_zh'] ?? '',
            region: region?.['name_zh'] ?? '',
            code,
            city: city?.['name_zh'] ?? '',
          },
        ];
      }),
  );
}

/** Values of the folder's last year: institution, then indicator. */
export function lastYear(): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const values = new Map<string, Map<string, number>>();
  for (const row of parse(text('synthetic/observations/2025.csv')).data) {
    const id = row['institution_id'] ?? '';
    if (!isKept(row) || row['value'] === '') continue;
    const own = values.get(id) ?? new Map<string, number>();
    own.set(row['indicator'] ?? '', Number(row['value']));
    values.set(id, own);
  }
  return values;
}
