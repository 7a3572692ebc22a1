/** What is said of a sheet as a whole: what is hidden, what lies outside, which lanes are left out. */
import type { LocalText } from '#lib/model/index.ts';
import { columnLetters } from '../csv/address.ts';
import { headingKey } from '../mapping/keys.ts';
import { periodOfName } from '../understand/periods.ts';
import type { AsideReason } from '../understand/sheet-reading.ts';
import { cellAddress } from '../csv/address.ts';
import type { Cover } from './cover.ts';
import { placeOf, sheetPlace, type SheetInput } from './drafts.ts';
import { importFinding } from './findings/import-finding.ts';
import type { ImportFinding } from './outcome.ts';
import type { Questions } from './questions.ts';

/** Lanes with content that hold no statistic, as a report names them; the others are part of the table. */
const LANES: Readonly<Partial<Record<AsideReason, LocalText>>> = {
  contact: { zh: '联系人或电话', en: 'a person or telephone' },
  grouping: { zh: '分组', en: 'a grouping' },
  rank: { zh: '名次', en: 'a rank' },
  score: { zh: '得分', en: 'a score' },
  growth: { zh: '增长率', en: 'a rate of growth' },
  row_total: { zh: '合计', en: 'a total' },
  mapping: { zh: '按对应关系不读', en: 'left out by the mapping' },
};

/** How many rows or columns a message names. */
const MOST_NAMED = 20;

const some = (names: readonly (string | number)[]): string =>
  names.length > MOST_NAMED ? `${names.slice(0, MOST_NAMED).join('、')} …` : names.join('、');

function hidden(input: SheetInput, findings: ImportFinding[]): void {
  const { grid, reading } = input;
  if (reading.cells.length === 0) return;
  const place = sheetPlace(input);
  if (grid.hidden) findings.push(importFinding('sheet_hidden', place, { raw: grid.sheet }));
  const [rows, columns] = [new Set<number>(), new Set<number>()];
  for (const { row, column } of reading.cells) {
    if (grid.hiddenRows.has(row)) rows.add(row + 1);
    if (grid.hiddenColumns.has(column)) columns.add(column);
  }
  const sorted = (numbers: ReadonlySet<number>) => [...numbers].sort((a, b) => a - b);
  if (rows.size > 0)
    findings.push(
      importFinding('rows_hidden', place, {
        params: { count: rows.size, rows: some(sorted(rows)) },
      }),
    );
  if (columns.size > 0)
    findings.push(
      importFinding('columns_hidden', place, {
        params: { count: columns.size, columns: some(sorted(columns).map(columnLetters)) },
      }),
    );
}

/** The first words of a row, for a person to find it by. */
function excerpt({ grid }: SheetInput, row: number): string {
  const words: string[] = [];
  for (let column = 0; column < grid.columns && words.length < 4; column++) {
    const text = grid.cell(row, column)?.text.trim() ?? '';
    if (text !== '') words.push(text);
  }
  return words.join(' ').slice(0, 60);
}

function outside(input: SheetInput, findings: ImportFinding[]): void {
  const { reading } = input;
  if (reading.cells.length === 0) return;
  reading.roles.forEach((role, row) => {
    const raw = role === 'outside' ? excerpt(input, row) : '';
    if (raw === '') return;
    const place = { ...sheetPlace(input), row: row + 1 };
    findings.push(importFinding('outside_table', place, { raw }));
  });
}

/** One piece of information a lane: the first cell with content stands for it. */
function lanes(input: SheetInput, findings: ImportFinding[]): void {
  const { grid, reading } = input;
  const transposed = reading.layouts.includes('transposed');
  const said = new Set<string>();
  for (const { row, column, why } of reading.asides) {
    const words = LANES[why];
    const cell = grid.cell(row, column);
    // The sum over the institutions is a column even where those are columns.
    const lies = transposed && why !== 'row_total';
    const lane = `${why}/${lies ? row : column}`;
    if (!words || cell === null || said.has(lane)) continue;
    said.add(lane);
    const heading = headingOf(input, row, column, lies);
    const params = { heading, why: words };
    const place = placeOf(input, row, column);
    findings.push(importFinding('lane_ignored', place, { raw: cell.text, params }));
  }
}

/** What stands at the head of a lane. */
function headingOf(
  { grid, reading }: SheetInput,
  row: number,
  column: number,
  transposed: boolean,
) {
  if (transposed) return grid.cell(row, 0)?.text.trim() ?? columnLetters(column);
  for (let above = row - 1; above >= 0; above--)
    if (reading.roles[above] === 'header') {
      const text = grid.cell(above, column)?.text.trim() ?? '';
      if (text !== '') return text;
    }
  return columnLetters(column);
}

function headings(input: SheetInput, findings: ImportFinding[], questions: Questions): void {
  for (const { row, column, path, match, cells } of input.reading.questions) {
    const heading = path.join(' / ');
    if (cells === 0) {
      const place = placeOf(input, row, column);
      findings.push(importFinding('heading_unused', place, { raw: heading, params: { heading } }));
      continue;
    }
    questions.ask({
      kind: 'heading',
      key: headingKey(path),
      file: input.file,
      sheet: input.grid.sheet,
      cell: cellAddress(column, row + 1),
      proposals: match.proposals.map(({ code, name }) => ({ code, name })),
      waiting: cells,
    });
  }
}

/** Rows that have their name from the one above, by name. */
function carried(input: SheetInput, findings: ImportFinding[]): void {
  const byName = new Map<string, number[]>();
  for (const { row, name } of input.reading.carried) {
    const rows = byName.get(name);
    if (rows) rows.push(row + 1);
    else byName.set(name, [row + 1]);
  }
  for (const [name, rows] of byName) {
    const place = { ...sheetPlace(input), row: rows[0] ?? null };
    const params = { name, count: rows.length, rows: some(rows) };
    findings.push(
      importFinding('place_carried', place, { became: { zh: name, en: name }, params }),
    );
  }
}

/** Said at the cover, once a file; a name of the file that tells another year is a doubt. */
export function sayCover(
  { period, sheet, cell, text }: Cover,
  sheets: readonly SheetInput[],
  findings: ImportFinding[],
): void {
  const using = sheets.filter(({ reading }) => reading.usesCover);
  const [first] = using;
  if (!first) return;
  const named = periodOfName(first.file)?.period ?? null;
  const params = {
    period: period.period,
    sheets: some(using.map(({ grid }) => grid.sheet)),
    named: named ?? '',
  };
  const place = { file: first.file, sheet, row: Number(/\d+$/.exec(cell)?.[0] ?? 0), cell };
  const code = named === null || named === period.period ? 'cover_year' : 'cover_year_doubted';
  findings.push(importFinding(code, place, { raw: text, params }));
}

/** True where the sheet may hold statistics after all. */
function hasNumbers({ grid }: SheetInput): boolean {
  for (let row = 0; row < grid.rows; row++)
    for (let column = 0; column < grid.columns; column++) {
      const cell = grid.cell(row, column);
      if (cell?.kind === 'number') return true;
      if (cell?.kind === 'text' && /^\s*\d[\d,]*(?:\.\d+)?\s*%?\s*$/.test(cell.text)) return true;
    }
  return false;
}

const FAULTS = {
  heading_twice: 'heading_twice',
  no_place_lane: 'no_place_lane',
  ambiguous_layout: 'ambiguous_layout',
} as const;

/** `tableElsewhere`: another sheet of the file holds a table, so that this one need not. */
export function sayOfSheet(
  input: SheetInput,
  tableElsewhere: boolean,
  findings: ImportFinding[],
  questions: Questions,
): void {
  for (const { fault, row, column, text } of input.reading.faults) {
    if (fault === 'no_table') {
      const code = tableElsewhere ? 'sheet_without_table' : 'no_table';
      const numbers = tableElsewhere && !input.grid.hidden && hasNumbers(input);
      const detail = { raw: text, ...(numbers ? { severity: 'warning' as const } : {}) };
      findings.push(importFinding(code, sheetPlace(input), detail));
    } else {
      const place = placeOf(input, row, column);
      findings.push(importFinding(FAULTS[fault], place, { raw: text }));
    }
  }
  hidden(input, findings);
  outside(input, findings);
  lanes(input, findings);
  carried(input, findings);
  headings(input, findings, questions);
}
