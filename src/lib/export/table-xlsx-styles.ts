/** How exported workbooks look: as a table in an official document, in two typefaces. */
import type { StyleModel } from '#lib/office/xlsx/index.ts';

/** Given numbers; the custom of spreadsheets for what may be changed. */
const GIVEN = '1F4E9E';

export const TABLE_STYLES = {
  mark: { font: { name: '黑体', bold: true }, fill: 'FFF0C8', wrap: true },
  title: { font: { name: '黑体', size: 14 }, wrap: true },
  line: { font: { size: 10, colour: '404040' }, wrap: true, vertical: 'top' },
  /** The same beside empty cells, into which they may run. */
  plainMark: { font: { name: '黑体', bold: true } },
  plainTitle: { font: { name: '黑体', size: 14 } },
  plain: { font: { size: 10, colour: '404040' } },
  head: {
    font: { name: '黑体', size: 10 },
    fill: 'DDE3EA',
    border: 'thin',
    horizontal: 'center',
    wrap: true,
  },
  text: { border: 'thin', wrap: true },
  number: { border: 'thin', horizontal: 'right' },
  key: { font: { name: '黑体', size: 10 }, vertical: 'top' },
  value: { wrap: true, vertical: 'top' },
  given: { border: 'thin', numberFormat: '0.0000', font: { colour: GIVEN } },
  weight: { border: 'thin', numberFormat: '0.0000', font: { colour: GIVEN, bold: true } },
  result: { border: 'thin', numberFormat: '0.0000' },
  place: { border: 'thin', numberFormat: '0' },
} as const satisfies Record<string, StyleModel>;

/** Styles of number columns by the decimals they show. */
export const decimalStyle = (decimals: number): string => `decimals${decimals}`;

export const MOST_DECIMALS = 6;

export const NUMBER_STYLES: Readonly<Record<string, StyleModel>> = Object.fromEntries(
  Array.from({ length: MOST_DECIMALS + 1 }, (_, decimals) => [
    decimalStyle(decimals),
    {
      ...TABLE_STYLES.number,
      numberFormat: decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`,
    },
  ]),
);
