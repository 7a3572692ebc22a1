/** The rows of a header: from the row that was recognised up to its outer headings and down to its units. */
import { tidyName } from '../values/tidy-name.ts';
import { isTitleLike } from './head-rows.ts';
import { isUnit, type Meanings } from './meanings.ts';
import { cellText, type Region, type Sheet } from './sheet.ts';
import { tallyOf } from './tally.ts';

export interface Head {
  readonly top: number;
  readonly bottom: number;
  /** Rows of units, and of column numbers (甲 乙 1 2 3): no part of the headings. */
  readonly unitRows: ReadonlySet<number>;
  readonly numberRows: ReadonlySet<number>;
}

/** Headers have few rows; a merged place that claims more is something else. */
const MOST_ROWS = 8;

export function headAt(
  sheet: Sheet,
  meanings: Meanings,
  anchor: number,
  region: Region,
  floor: number,
): Head {
  const top = topOf(sheet, meanings, anchor, region, floor);
  const unitRows = new Set<number>();
  const numberRows = new Set<number>();
  let bottom = Math.max(anchor, mergedDownTo(sheet, top, anchor, region));
  for (let row = top; row <= bottom; row++) {
    if (row !== anchor && isUnitRow(sheet, row, region)) unitRows.add(row);
  }
  while (bottom < region.bottom && bottom - top < MOST_ROWS) {
    const row = bottom + 1;
    if (isUnitRow(sheet, row, region)) unitRows.add(row);
    else if (isNumberRow(sheet, meanings, row, region)) numberRows.add(row);
    else if (unitRows.size > 0 || !continues(sheet, meanings, top, row, region)) break;
    bottom = mergedDownTo(sheet, top, row, region);
  }
  return { top, bottom, unitRows, numberRows };
}

function topOf(
  sheet: Sheet,
  meanings: Meanings,
  anchor: number,
  region: Region,
  floor: number,
): number {
  let top = anchor;
  const anchored = tallyOf(sheet, meanings, anchor, region);
  const across = (anchored?.count('place') ?? 0) > 0 || (anchored?.periods.size ?? 0) > 0;
  while (top > floor && anchor - top < MOST_ROWS) {
    const row = top - 1;
    const tally = tallyOf(sheet, meanings, row, region);
    if (!tally || tally.count('label') + tally.count('note') > 0) break;
    if (tally.count('place') > 0 && !across) break;
    if (isTitleLike(sheet, meanings, row, region)) break;
    top = row;
  }
  return top;
}

/** The last row that a merged place of the header's cells reaches. */
function mergedDownTo(sheet: Sheet, top: number, bottom: number, region: Region): number {
  let last = bottom;
  for (let row = top; row <= bottom; row++)
    for (const column of sheet.used(row, region)) {
      const merge = sheet.mergeAt(row, column);
      if (merge && merge.top === row && merge.bottom - merge.top <= MOST_ROWS)
        last = Math.max(last, merge.bottom);
    }
  return last;
}

function isUnitRow(sheet: Sheet, row: number, region: Region): boolean {
  const used = sheet.used(row, region);
  let units = 0;
  for (const column of used) {
    const cell = sheet.own(row, column);
    if (cell?.kind !== 'text' || cell.text.length > 20) return false;
    const text = tidyName(cell.text);
    if (isUnit(text) !== null) units++;
    else if (!/^(?:计量|数据)?单位:?$|^\($|^-+$|^\/$/.test(text)) return false;
  }
  return units > 0;
}

/** 甲 乙 1 2 3: the numbers of the columns, as printed forms have them under the header. */
function isNumberRow(sheet: Sheet, meanings: Meanings, row: number, region: Region): boolean {
  const used = sheet.used(row, region);
  let next: number | null = null;
  let numbers = 0;
  for (const column of used) {
    const text = cellText(sheet.own(row, column)).replace(/^[([（]?(\d+)[)\]）]?$/, '$1');
    if (/^\d{1,3}$/.test(text)) {
      if (next !== null && Number(text) !== next) return false;
      if (next === null && Number(text) > 3) return false;
      next = Number(text) + 1;
      numbers++;
    } else if (
      numbers > 0 ||
      meanings.isPlace(text) ||
      !/^(?:[甲乙丙丁戊己A-E]|栏次|序号|列号)$/.test(text)
    )
      return false;
  }
  return numbers >= 2 && numbers >= used.length - 3 && used.length > numbers;
}

/** True where the row goes on with the header above it. */
function continues(
  sheet: Sheet,
  meanings: Meanings,
  top: number,
  row: number,
  region: Region,
): boolean {
  const tally = tallyOf(sheet, meanings, row, region);
  if (!tally || tally.count('label') + tally.count('note') > 0) return false;
  const above = rowsAbove(sheet, meanings, top, row - 1, region);
  if (tally.count('place') > 0 && !above.places) return false;
  for (const { column, meaning } of tally.cells) {
    const corner = above.stub.has(column) || column < above.first;
    if (!corner || inMerge(sheet, row, column, top)) continue;
    if (meaning.kind !== 'heading' || meaning.match.kind !== 'role') return false;
  }
  const open = tally.cells.some(
    ({ column }) => isOpen(sheet, row - 1, column) || !above.headed.has(column),
  );
  if (open || tally.cells.some(({ column }) => isSecondWord(sheet, meanings, row, column)))
    return true;
  const years = tally.cells.flatMap(({ meaning }) =>
    meaning.kind === 'period' ? [Number(meaning.period.period.slice(0, 4))] : [],
  );
  return (
    !above.periods &&
    years.length === tally.cells.length &&
    years.every((year, index) => year >= 1990 && year <= 2050 && year - (years[0] ?? year) <= index)
  );
}

/** What the rows of the header found so far have in which columns. */
function rowsAbove(sheet: Sheet, meanings: Meanings, top: number, bottom: number, region: Region) {
  /** Columns that say whose, when or what a row is about. */
  const stub = new Set<number>();
  const headed = new Set<number>();
  let first = region.right;
  let places = false;
  let periods = false;
  for (let row = top; row <= bottom; row++)
    for (const { column, meaning } of tallyOf(sheet, meanings, row, region)?.cells ?? []) {
      headed.add(column);
      first = Math.min(first, column);
      if (meaning.kind === 'place') places = true;
      if (meaning.kind === 'period') periods = true;
      if (meaning.kind === 'heading' && meaning.match.kind === 'role') stub.add(column);
    }
  return { stub, headed, first, places, periods };
}

/** 项目数 under 强制检定: only both together are known. */
function isSecondWord(sheet: Sheet, meanings: Meanings, row: number, column: number): boolean {
  const [above, own] = [cellText(sheet.shown(row - 1, column)), sheet.text(row, column)];
  if (above === '' || own.length > 30) return false;
  const { kind } = meanings.heading([above, own]);
  return kind === 'indicator' || kind === 'computed';
}

/** True under a heading that spans several columns. */
function isOpen(sheet: Sheet, row: number, column: number): boolean {
  const merge = sheet.mergeAt(row, column);
  return merge !== null && merge.right > merge.left;
}

const inMerge = (sheet: Sheet, row: number, column: number, top: number): boolean => {
  const merge = sheet.mergeAt(row, column);
  return merge !== null && merge.top >= top && merge.top < row;
};
