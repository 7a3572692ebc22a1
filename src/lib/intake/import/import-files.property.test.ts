/** Any composition of files: nothing lost, nothing wrong, the order and repetition do not matter. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findFaults } from '../check-data.ts';
import { readData } from '../raw/read-data.ts';
import { importFiles } from './import-files.ts';
import type { HandedIn, ImportOutcome } from './outcome.ts';
import { COUNTIES, importFolder, textOf, withTables } from './testing/folder.ts';

const folder = importFolder();

/** What a cell holds: the text of a number, and the number it means; null for a gap. */
type Write = (number: number) => {
  readonly text: string;
  readonly means: number | null | 'refused';
};

const WAYS: readonly (readonly [number, Write])[] = [
  [12, (value) => ({ text: String(value), means: value })],
  [1, (value) => ({ text: ` ${value} 人`, means: value })],
  [1, (value) => ({ text: `${value / 1e4}万`, means: value })],
  [1, (value) => ({ text: `${value}余`, means: value })],
  [1, () => ({ text: '—', means: null })],
  [1, () => ({ text: '', means: 'refused' })],
  [0.4, (value) => ({ text: `${value}或${value + 1}`, means: 'refused' })],
  [0.4, (value) => ({ text: `第${value}`, means: 'refused' })],
  [0.4, () => ({ text: '500', means: 500 })],
];
const way = fc.oneof(
  ...WAYS.map(([weight, write]) => ({ weight: weight * 10, arbitrary: fc.constant(write) })),
);
/** Few numbers, so that files agree at times. */
const written = fc.record({ way, more: fc.constantFrom(0, 0, 0, 1, 2) });

const INDICATORS = ['一级', '二级', '人员'] as const;
const CODES: Readonly<Record<string, string>> = { 一级: 'A', 二级: 'B', 人员: 'D' };
const ABOUT: Readonly<Record<string, number>> = { 一级: 11, 二级: 3, 人员: 30 };

const line = fc.record({
  who: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...COUNTIES.map((county) => `${county}所`), '椒江所') },
    { weight: 1, arbitrary: fc.constantFrom('无名所', '合计', '') },
  ),
  cells: fc.tuple(written, written, written),
});

const file = fc.record({
  year: fc.constantFrom('2024', '2025', '2026'),
  headings: fc.shuffledSubarray([...INDICATORS], { minLength: 3 }),
  lines: fc.uniqueArray(line, { selector: ({ who }) => who, minLength: 1, maxLength: 6 }),
});
type File = typeof file extends fc.Arbitrary<infer T> ? T : never;

const cellOf = ({ headings, lines }: File, at: number, column: number) => {
  const cell = lines[at]?.cells[column];
  if (!cell) throw new Error('no such cell');
  return cell.way((ABOUT[headings[column] ?? ''] ?? 0) + cell.more);
};

const csv = (file: File): string =>
  [
    `${file.year}年统计表`,
    ['机构', ...file.headings, '备注'].join(','),
    ...file.lines.map(({ who, cells }, at) =>
      [who, ...cells.map((_, column) => cellOf(file, at, column).text), '核实'].join(','),
    ),
  ].join('\n') + '\n';

const handIn = (files: readonly File[]): HandedIn[] =>
  files.map((content, index) => ({
    name: `${index}.csv`,
    bytes: new TextEncoder().encode(csv(content)),
  }));

const files = fc.array(file, { minLength: 1, maxLength: 3 });
const runs = { numRuns: 60 };

const rowsOf = ({ files: reports }: ImportOutcome) =>
  reports.flatMap(({ file: name, sheets }) =>
    sheets.flatMap(({ rows }) => rows.map((row) => ({ name, ...row }))),
  );

test('rows in = imported + skipped + refused, one fate a row, and the folder passes its checks', () => {
  fc.assert(
    fc.property(files, (given) => {
      const handedIn = handIn(given);
      const outcome = importFiles(handedIn, folder);
      const { rows, imported, skipped, refused } = outcome.counts;
      const lines = handedIn.map(
        ({ bytes }) => new TextDecoder().decode(bytes).trimEnd().split('\n').length,
      );
      expect(rows).toBe(imported + skipped + refused);
      expect(rows).toBe(lines.reduce((sum, count) => sum + count, 0));
      for (const [index, count] of lines.entries()) {
        const own = rowsOf(outcome).filter(({ name }) => name === `${index}.csv`);
        expect(own.map(({ row }) => row)).toEqual(Array.from({ length: count }, (_, at) => at + 1));
      }
      const errors = findFaults(withTables(folder, outcome.tables)).filter(
        ({ severity }) => severity === 'error',
      );
      expect(errors).toEqual([]);
      // Whatever is refused says why at its own row, or at its sheet.
      for (const { name, row, fate } of rowsOf(outcome)) {
        if (fate.fate !== 'refused') continue;
        const why = outcome.findings.filter(
          (finding) => finding.file === name && (finding.row === row || finding.row === null),
        );
        expect(why.map(({ code }) => code)).toContain(fate.reason);
      }
    }),
    runs,
  );
});

test('every imported value is the one written, in the report and in the tables', () => {
  fc.assert(
    fc.property(files, (given) => {
      const outcome = importFiles(handIn(given), folder);
      const { data } = readData(withTables(folder, outcome.tables));
      const kept = new Map(
        data.rows.observation.map(({ values }) => [
          `${values.origin_file}/${values.origin_cell}`,
          values,
        ]),
      );
      for (const cell of outcome.cells) {
        const source = given[Number(cell.file.split('.')[0])];
        const column = cell.cell.charCodeAt(0) - 66;
        if (!source) throw new Error('no such file');
        const wrote = cellOf(source, cell.row - 3, column);
        expect(wrote.means).toBe(cell.value);
        expect(CODES[source.headings[column] ?? '']).toBe(cell.indicator);
        expect(cell.period).toBe(source.year);
        expect(wrote.text).toBe(cell.raw);
        if (cell.change !== 'new' && cell.change !== 'fills_gap' && cell.change !== 'revises')
          continue;
        expect(kept.get(`${cell.file}/${cell.cell}`)).toMatchObject({
          value: cell.value,
          missing_reason: cell.missing_reason,
          indicator: cell.indicator,
          institution_id: cell.institution_id,
        });
      }
      // None of the values of a refused row is in the tables.
      const refused = new Set(
        rowsOf(outcome).flatMap(({ name, row, fate }) =>
          fate.fate === 'refused' ? [`${name}/${row}`] : [],
        ),
      );
      for (const { origin_file, origin_cell } of kept.values())
        if (origin_file !== null)
          expect(refused.has(`${origin_file}/${origin_cell?.replace(/[A-Z]/g, '')}`)).toBe(false);
    }),
    runs,
  );
});

test('the same files a second time change nothing', () => {
  fc.assert(
    fc.property(files, (given) => {
      const first = importFiles(handIn(given), folder);
      const merged = withTables(folder, first.tables);
      const again = importFiles(handIn(given), merged);
      const before = new Map(rowsOf(first).map(({ name, row, fate }) => [`${name}/${row}`, fate]));
      expect(again.tables).toEqual([]);
      expect(again.counts).toMatchObject({ imported: 0, values: 0, gaps: 0, revised: 0 });
      for (const { name, row, fate } of rowsOf(again)) {
        const was = before.get(`${name}/${row}`);
        if (was?.fate === 'imported')
          expect(fate).toEqual({ fate: 'skipped', reason: 'unchanged' });
      }
    }),
    runs,
  );
});

test('the order of the files does not matter, to the last byte', () => {
  fc.assert(
    fc.property(files, (given) => {
      const handedIn = handIn(given);
      expect(importFiles([...handedIn].reverse(), folder)).toEqual(importFiles(handedIn, folder));
    }),
    runs,
  );
});

test('rows of the data that are not concerned stay as they are', () => {
  fc.assert(
    fc.property(files, (given) => {
      const { tables } = importFiles(handIn(given), folder);
      for (const { path } of tables.filter((changed) => changed.path.includes('/observations/'))) {
        const before = textOf(folder, path).trimEnd().split('\n').slice(1);
        const after = textOf(tables, path)
          .split('\n')
          .slice(1, before.length + 1);
        before.forEach((text, index) => {
          const blankForm = text.includes(',not_reported,') && path.startsWith('template/');
          if (text !== '' && !blankForm) expect(after[index]).toBe(`${text},,,,,`);
        });
      }
    }),
    runs,
  );
});
