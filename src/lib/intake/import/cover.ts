/** The sheet that is no table but names the year of all the others: a cover, or a page of contents. */
import { cellAddress } from '../csv/address.ts';
import type { Period } from '../period.ts';
import type { Recogniser } from '../recognise/recogniser.ts';
import { findPeriods } from '../understand/periods.ts';
import { readSheet } from '../understand/read-sheet.ts';
import type { Grid } from '../workbook/grid.ts';

/** A cover has little on it. */
const MOST_CELLS = 60;
const MOST_ROWS = 80;
/** 填报日期：2026年1月5日 is when it was filled in, not what it is about. */
const FILLED_IN = /日期|时间|印发|发布|批准|制定|备案|有效期|电话|文号/;
/** What is longer is an explanation. */
const LONGEST = 60;

export interface Cover {
  readonly period: Period;
  readonly sheet: string;
  readonly cell: string;
  readonly text: string;
}

function textsOf(grid: Grid): { text: string; cell: string }[] | null {
  if (grid.rows > MOST_ROWS) return null;
  const texts: { text: string; cell: string }[] = [];
  for (let row = 0; row < grid.rows; row++)
    for (let column = 0; column < grid.columns; column++) {
      const text = grid.cell(row, column)?.text.trim() ?? '';
      if (text === '') continue;
      texts.push({ text, cell: cellAddress(column, row + 1) });
      if (texts.length > MOST_CELLS) return null;
    }
  return texts;
}

/** The one year that the sheets without a table name; null where there is none, or they name several. */
export function coverOf(
  grids: readonly Grid[],
  file: string,
  recogniser: Recogniser,
): Cover | null {
  if (grids.length < 2) return null;
  const found = grids.flatMap((grid): Cover[] => {
    const texts = textsOf(grid);
    if (texts === null || texts.length === 0) return [];
    const named = texts
      .filter(({ text }) => text.length <= LONGEST && !FILLED_IN.test(text))
      .flatMap(({ text, cell }) =>
        findPeriods(text).map(({ period }) => ({ period, sheet: grid.sheet, cell, text })),
      )
      .filter(({ period }) => period.period_type === 'year');
    if (named.length === 0) return [];
    const reading = readSheet(grid, { file, sheet: grid.sheet, period: null }, recogniser);
    return reading.layouts.length === 0 ? named : [];
  });
  const [first] = found;
  const same = found.every(({ period }) => period.period === first?.period.period);
  return first && same ? first : null;
}
