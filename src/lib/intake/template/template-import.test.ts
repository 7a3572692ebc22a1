import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LOCALES, type InstitutionLevel, type Locale, type Scheme } from '#lib/model/index.ts';
import { writeWorkbook, type CellValue, type WorkbookModel } from '#lib/office/xlsx/index.ts';
import { importFiles } from '../import/import-files.ts';
import { parsePeriod } from '../period.ts';
import { catalogueOf } from '../raw/catalogue.ts';
import { readData } from '../raw/read-data.ts';
import { FORM_LEFT, FORM_TOP } from './form-sheet.ts';
import type { FormLayer } from './order.ts';
import { templateWorkbook } from './template.ts';

const folder = readdirSync('data', { recursive: true, encoding: 'utf8' })
  .filter((path) => statSync(join('data', path)).isFile())
  .map((path) => ({ path: path.replaceAll('\\', '/'), bytes: readFileSync(join('data', path)) }));
const { data } = readData(folder);
const catalogue = catalogueOf(data);

function form(
  layer: FormLayer,
  level: InstitutionLevel,
  year: string,
  locale: Locale = 'zh',
  id = 'taizhou',
): WorkbookModel {
  const scheme = JSON.parse(readFileSync(`data/schemes/${id}.json`, 'utf8')) as Scheme;
  const period = parsePeriod(year);
  if (!period) throw new Error(year);
  return templateWorkbook({ data, catalogue, layer, level, scheme, period, locale });
}

const importBook = (book: WorkbookModel) =>
  importFiles([{ name: '填报表.xlsx', bytes: writeWorkbook(book) }], folder);

const valueOf = (cell: unknown): CellValue =>
  typeof cell === 'object' && cell !== null
    ? (cell as { value: CellValue }).value
    : (cell as CellValue);

/** What the form asks, in order. */
function asked(book: WorkbookModel) {
  const rows = book.sheets[0]?.rows ?? [];
  const codes = (rows[FORM_TOP - 1]?.cells ?? [])
    .slice(FORM_LEFT, -1)
    .map((cell) => String(valueOf(cell)));
  const places = rows.slice(FORM_TOP).map(({ cells }) => String(valueOf(cells[0] ?? null)));
  return { codes, places };
}

/** The form as a person filled it in: a value or text for each institution and indicator. */
function filled(
  book: WorkbookModel,
  answer: (place: string, code: string, row: number) => CellValue,
  note: string | null = null,
): WorkbookModel {
  const { codes, places } = asked(book);
  const [sheet, ...others] = book.sheets;
  if (!sheet) throw new Error();
  const rows = sheet.rows.map((row, y) => {
    const place = places[y - FORM_TOP];
    if (y < FORM_TOP || place === undefined) return row;
    const cells = row.cells.map((cell, x) => {
      if (typeof cell !== 'object' || cell === null || x < FORM_LEFT) return cell;
      const code = codes[x - FORM_LEFT];
      return { ...cell, value: code === undefined ? note : answer(place, code, y - FORM_TOP) };
    });
    return { ...row, cells };
  });
  return { ...book, sheets: [{ ...sheet, rows }, ...others] };
}

const errors = (outcome: ReturnType<typeof importBook>) =>
  outcome.findings
    .filter(({ severity }) => severity === 'error')
    .map(({ sheet, cell, code, raw }) => [sheet, cell, code, raw].join(' '));

/** The latest value of the layer in a year; null for a gap. */
function known(place: string, code: string, year: string): number | null {
  const rows = data.rows.observation
    .filter(
      ({ values }) =>
        values.institution_id === place &&
        values.indicator === code &&
        values.period?.period === year,
    )
    .sort((a, b) => (b.values.revision ?? 0) - (a.values.revision ?? 0));
  return rows[0]?.values.value ?? null;
}

/** Next year's numbers: those of 2025, with stocks that add up and what was a gap now known. */
function nextYear(place: string, code: string): number {
  const of = (indicator: string) => known(place, indicator, '2025') ?? 1;
  return code === 'TZ2' ? of('TZ2') + of('TZ2N') - of('TZ2X') : of(code);
}

const CASES: readonly (readonly [FormLayer, InstitutionLevel, string])[] = [
  ['template', 'county', '2025'],
  ['template', 'county', '2026'],
  ['synthetic', 'county', '2025'],
  ['synthetic', 'county', '2026'],
  ['synthetic', 'city', '2026'],
];

describe('an untouched form', () => {
  it.each(CASES)('imports nothing and has no fault: %s %s %s', (layer, level, year) => {
    for (const locale of LOCALES)
      for (const scheme of ['taizhou', 'core3']) {
        const outcome = importBook(form(layer, level, year, locale, scheme));
        expect(outcome.counts).toMatchObject({ imported: 0, refused: 0, values: 0, gaps: 0 });
        expect(outcome.questions).toEqual([]);
        expect(errors(outcome)).toEqual([]);
        expect(outcome.findings.filter(({ severity }) => severity === 'warning')).toEqual([]);
        expect(outcome.tables).toEqual([]);
      }
  });
});

describe('a form filled in', () => {
  it.each(LOCALES)('imports every number of next year without a question (%s)', (locale) => {
    const book = form('synthetic', 'county', '2026', locale);
    const { codes, places } = asked(book);
    const outcome = importBook(
      filled(book, (place, code) => (code === 'CLASSA' ? 'B' : nextYear(place, code))),
    );
    expect(outcome.questions).toEqual([]);
    expect(errors(outcome)).toEqual([]);
    expect(outcome.counts).toMatchObject({ imported: places.length, refused: 0 });
    expect(outcome.cells).toHaveLength(places.length * codes.length);
    for (const cell of outcome.cells) {
      const expected =
        cell.indicator === 'CLASSA' ? 2 : nextYear(cell.institution_id, cell.indicator);
      expect([cell.cell, cell.value]).toEqual([cell.cell, expected]);
      expect(cell).toMatchObject({ period: '2026', change: 'new', sheet: book.sheets[0]?.name });
    }
  });

  it('keeps gaps with their reasons and hedges with their words', () => {
    const book = form('template', 'county', '2025');
    const words = ['未报送', '迟报', '未统计', '不适用', '3余', '约3', '3以上', '3以内', '近3'];
    const outcome = importBook(
      filled(
        book,
        (_place, code, row) => (code === 'TZ4B' ? (words[row] ?? null) : null),
        '第一次填报',
      ),
    );
    expect(outcome.questions).toEqual([]);
    expect(errors(outcome)).toEqual([]);
    const told = outcome.cells.map(({ value, missing_reason, qualifier }) =>
      missing_reason === null ? [value, qualifier] : missing_reason,
    );
    expect(told).toEqual([
      ...['not_reported', 'late', 'not_collected', 'not_applicable'],
      ...[
        [3, 'more_than'],
        [3, 'about'],
        [3, 'at_least'],
        [3, 'at_most'],
        [3, 'nearly'],
      ],
    ]);
    expect(outcome.cells.every(({ indicator }) => indicator === 'TZ4B')).toBe(true);
  });

  it('reports a wrong number at its cell and takes nothing of its row', () => {
    const book = form('synthetic', 'county', '2026');
    const outcome = importBook(
      filled(book, (place, code, row) =>
        code === 'CLASSA' ? 'B' : row === 1 && code === 'TZ1' ? 999 : nextYear(place, code),
      ),
    );
    expect(outcome.counts.refused).toBe(1);
    expect(errors(outcome).join('\n')).toContain('F6');
    expect(outcome.cells.some(({ row }) => row === FORM_TOP + 2)).toBe(false);
  });
});
