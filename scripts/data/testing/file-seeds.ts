import { of, seed, YEAR, type Seed } from './seed.ts';

const SCHEME = 'schemes/core3.json';
const line = (text: string, index: number) => text.split('\n')[index] ?? '';

/** GB18030 for the one word that the seeds need; the platform can decode but not encode it. */
const GB18030_WORD = [0xbc, 0xd7, 0xcf, 0xd8]; // 甲县

function editJson(text: string, change: (json: Record<string, unknown>) => void): string {
  const json = JSON.parse(text) as Record<string, unknown>;
  change(json);
  return JSON.stringify(json);
}

/** Faults of whole files, headers and rows. */
export const FILE_SEEDS: readonly Seed[] = [
  seed('the indicator table is gone', 'file_missing', (copy) => copy.drop('indicators.csv')),
  seed('a year in the middle is gone', 'file_missing', (copy) =>
    copy.drop('synthetic/observations/2023.csv'),
  ),
  seed('the year of the ranking is gone', 'file_missing', (copy) => copy.drop(YEAR)),
  seed('a backup lies among the tables', 'file_unknown', (copy) =>
    copy.put('synthetic/observations/2025 (1).csv', copy.text(YEAR)),
  ),
  seed('an xlsx lies among the tables', 'file_unknown', (copy) =>
    copy.put('synthetic/2025.xlsx', 'PK'),
  ),
  seed('an empty file', 'file_empty', (copy) => copy.put('reported/targets.csv', '')),
  seed('a year with nothing but its header', 'file_no_rows', (copy) =>
    copy.put(YEAR, `${line(copy.text(YEAR), 0)}\n`),
  ),
  seed('an indicator of the ranking is gone for everybody', 'indicator_absent', (copy) => {
    const rows = copy.rows(YEAR);
    const at = rows[0]?.indexOf('indicator') ?? -1;
    copy.putRows(
      YEAR,
      rows.filter((row) => row[at] !== 'TZ5'),
    );
    return { file: YEAR, row: null, column: null, cell: null };
  }),
  seed('GB18030', 'encoding', (copy) => {
    const header = new TextEncoder().encode(`${line(copy.text('sources.csv'), 0)}\n`);
    const change = copy.put(
      'sources.csv',
      new Uint8Array([...header, ...GB18030_WORD, ...new TextEncoder().encode(',,,,,,,,\n')]),
    );
    return { ...change, row: 2 };
  }),
  seed('UTF-16', 'encoding', (copy) => ({
    ...copy.put('reported/checks.csv', new Uint8Array([0xff, 0xfe, 0x63, 0, 0x68, 0])),
    row: 1,
  })),
  seed('semicolons', 'delimiter', (copy) => ({
    ...copy.put('reported/checks.csv', copy.text('reported/checks.csv').replaceAll(',', ';')),
    row: 1,
    cell: 'A1',
  })),
  seed(
    'an unclosed quote',
    'quotes',
    (copy) => {
      const lines = copy.text(YEAR).trimEnd().split('\n');
      lines[lines.length - 1] = `"${lines.at(-1) ?? ''}`;
      return { ...copy.put(YEAR, lines.join('\n')), row: lines.length };
    },
    ['row_ragged', 'row_missing'],
  ),
  seed('a column is gone', 'column_missing', (copy) => {
    const rows = copy.rows(YEAR);
    const at = rows[0]?.indexOf('unit') ?? -1;
    copy.putRows(
      YEAR,
      rows.map((row) => row.filter((_cell, index) => index !== at)),
    );
    return { file: YEAR, row: 1, column: 'unit', cell: null };
  }),
  seed('a misspelt column', 'column_unknown', (copy) => copy.rename(YEAR, 'note', 'notes'), [
    'column_missing',
  ]),
  seed(
    'a prototype name for a column',
    'column_unknown',
    (copy) => copy.rename(YEAR, 'note', '__proto__'),
    ['column_missing'],
  ),
  seed('a column twice', 'column_duplicate', (copy) => copy.rename(YEAR, 'note', 'unit'), [
    'column_missing',
  ]),
  seed(
    'a row that is short',
    'row_ragged',
    (copy) => {
      const { row } = copy.place(YEAR, of('TZ6D'), 'value');
      const rows = copy.rows(YEAR);
      rows[(row ?? 0) - 1]?.pop();
      copy.putRows(YEAR, rows);
      return { file: YEAR, row, column: null, cell: null };
    },
    ['row_missing'],
  ),
  seed(
    'a row with an extra comma',
    'row_ragged',
    (copy) => {
      const { row } = copy.place(YEAR, of('TZ6D'), 'value');
      const rows = copy.rows(YEAR);
      rows[(row ?? 0) - 1]?.splice(3, 0, 'x');
      copy.putRows(YEAR, rows);
      return { file: YEAR, row, column: null, cell: null };
    },
    ['row_missing'],
  ),
  seed('a scheme that is no JSON', 'json_invalid', (copy) =>
    copy.put(SCHEME, copy.text(SCHEME).slice(0, -5)),
  ),
  seed('an answer of the mapping without a code', 'mapping_invalid', (copy) => ({
    ...copy.put('mapping.json', '{"version":1,"headings":[{"heading":"台账数"}]}'),
    column: 'headings[0].indicator',
  })),
  seed('a synonym twice', 'duplicate_key', (copy) => ({
    ...copy.put('synonyms.csv', 'indicator,synonym\nTZ1,强检能力\nTZ2,强制检定 能力\n'),
    row: 3,
    column: 'synonym',
    cell: 'B3',
  })),
  seed('a cut-off that is no day', 'edition_invalid', (copy) => ({
    ...copy.put('edition.json', copy.text('edition.json').replace('2025-12-31', '2025-12-32')),
    column: 'cutoff',
  })),
  seed('an edition of a layer of no list', 'edition_invalid', (copy) => ({
    ...copy.put('edition.json', copy.text('edition.json').replace('"synthetic"', '"real"')),
    column: 'layer',
  })),
  seed('an edition with a scheme of no file', 'edition_scheme', (copy) => ({
    ...copy.put('edition.json', copy.text('edition.json').replace('"taizhou"', '"wenzhou"')),
    column: 'scheme',
  })),
  seed('a scheme with an unknown option', 'scheme_invalid', (copy) => ({
    ...copy.put(
      SCHEME,
      editJson(copy.text(SCHEME), (json) => (json['weight'] = 1)),
    ),
    column: '/weight',
  })),
  seed('a scheme with an indicator of no catalogue', 'scheme_indicator', (copy) =>
    copy.put(SCHEME, copy.text(SCHEME).replaceAll('"TZ1"', '"TZ99"')),
  ),
  seed('a scheme twice', 'scheme_duplicate', (copy) =>
    copy.put('schemes/zz-copy.json', copy.text(SCHEME)),
  ),
];
