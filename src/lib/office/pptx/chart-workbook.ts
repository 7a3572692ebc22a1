/** The workbook inside a chart: its numbers as numbers, its words as words. */
import { rangeReference, writeWorkbook } from '../xlsx/index.ts';
import type { NativeChart } from './deck.ts';
import { FONT } from './font.ts';

const SHEET = 'Sheet1';

/** Where the name of a series stands, its values, and the names of the categories. */
export function references({ categories }: Pick<NativeChart, 'categories'>, series: number) {
  const cells = (top: number, bottom: number, column: number) =>
    rangeReference(SHEET, { top, bottom, left: column, right: column });
  const last = Math.max(categories.length, 1);
  return {
    name: cells(0, 0, series + 1),
    values: cells(1, last, series + 1),
    categories: cells(1, last, 0),
  };
}

/** A row each category, a column each series; a missing number is no cell. */
export function chartWorkbook({ categories, series, alt, unit }: NativeChart, day: string) {
  return writeWorkbook({
    title: alt,
    creator: 'Hengjian',
    day,
    font: { name: FONT, size: 11 },
    styles: {},
    sheets: [
      {
        name: SHEET,
        columns: [{ width: 24 }, ...series.map(() => ({ width: 14 }))],
        rows: [
          { cells: [unit, ...series.map(({ name }) => name)] },
          ...categories.map((category, at) => ({
            cells: [category, ...series.map(({ values }) => values[at] ?? null)],
          })),
        ],
      },
    ],
  });
}
