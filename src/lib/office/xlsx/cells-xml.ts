/** Rows and cells of a sheet. */
import { columnLetters } from '#lib/model/index.ts';
import { element, xmlText } from '../xml.ts';
import { looksLikeFormula } from './cell-text.ts';
import type { SharedTexts } from './shared-texts.ts';
import type { Styles } from './styles-part.ts';
import {
  SHEET_LIMITS,
  type SheetCell,
  type SheetModel,
  type StyledCell,
} from './workbook-model.ts';

const styled = (cell: SheetCell): StyledCell =>
  typeof cell === 'object' && cell !== null ? cell : { value: cell };

/** Shortest decimal that reads back as the same double; -0 is 0. */
function numberText(value: number, place: string): string {
  if (!Number.isFinite(value)) throw new RangeError(`${place}: a cell cannot hold ${value}.`);
  return String(value === 0 ? 0 : value);
}

/*
 * A sheet may have a million cells: their tags are put together by hand. An address, a number and
 * the number of a style or text hold nothing that XML minds.
 */

function formulaXml(cell: StyledCell, formula: string, r: string, s: number): string {
  const f = `<f>${xmlText(formula)}</f>`;
  if (typeof cell.value === 'string')
    return `<c r="${r}" s="${s}" t="str">${f}<v>${xmlText(cell.value)}</v></c>`;
  const v = cell.value === null ? '' : `<v>${numberText(cell.value, r)}</v>`;
  return `<c r="${r}" s="${s}">${f}${v}</c>`;
}

function cellXml(cell: StyledCell, r: string, style: string | undefined, to: Target): string {
  const { value, formula } = cell;
  const { styles, texts } = to;
  if (formula !== undefined) return formulaXml(cell, formula, r, styles.numberOf(style));
  if (value === null) return `<c r="${r}" s="${styles.numberOf(style)}"/>`;
  if (typeof value === 'number')
    return `<c r="${r}" s="${styles.numberOf(style)}"><v>${numberText(value, r)}</v></c>`;
  const s = styles.numberOf(style, looksLikeFormula(value));
  return `<c r="${r}" s="${s}" t="s"><v>${texts.numberOf(value)}</v></c>`;
}

/** Where texts and styles of the workbook are kept. */
export interface Target {
  readonly texts: SharedTexts;
  readonly styles: Styles;
}

/** The `sheetData` element; throws for a number that is not finite, or a sheet too large. */
export function sheetData(sheet: SheetModel, to: Target): string {
  const { rows, columns = [] } = sheet;
  if (rows.length > SHEET_LIMITS.rows)
    throw new RangeError(`A sheet cannot hold ${rows.length} rows.`);
  const letters = Array.from(
    { length: rows.reduce((most, { cells }) => Math.max(most, cells.length), 0) },
    (_, x) => columnLetters(x),
  );
  if (letters.length > SHEET_LIMITS.columns)
    throw new RangeError(`A sheet cannot hold ${letters.length} columns.`);
  const lines = rows.map((row, y) => {
    const number = y + 1;
    let cells = '';
    row.cells.forEach((cell, x) => {
      if (cell === null) return;
      const full = styled(cell);
      const style = full.style ?? row.style ?? columns[x]?.style;
      cells += cellXml(full, `${letters[x]}${number}`, style, to);
    });
    const height = row.height === undefined ? {} : { ht: row.height, customHeight: true };
    return element('row', { r: number, ...height }, cells);
  });
  return element('sheetData', {}, lines.join(''));
}

export interface PlacedComment {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** The comments of a sheet, row by row. */
export function commentsOf(sheet: SheetModel): readonly PlacedComment[] {
  return sheet.rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, column) => {
      const text = cell === null ? undefined : styled(cell).comment;
      return text === undefined || text === '' ? [] : [{ row, column, text }];
    }),
  );
}

export const hasFormulas = (sheet: SheetModel): boolean =>
  sheet.rows.some(({ cells }) =>
    cells.some((cell) => cell !== null && styled(cell).formula !== undefined),
  );
