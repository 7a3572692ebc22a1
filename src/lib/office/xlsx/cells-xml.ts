/** Rows and cells of a sheet. */
import { element, xmlText } from '../xml.ts';
import { looksLikeFormula } from './cell-text.ts';
import { cellReference } from './references.ts';
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

function formulaXml(cell: StyledCell, formula: string, r: string, s: number): string {
  const f = `<f>${xmlText(formula)}</f>`;
  if (typeof cell.value === 'string')
    return element('c', { r, s, t: 'str' }, `${f}<v>${xmlText(cell.value)}</v>`);
  const v = cell.value === null ? '' : `<v>${numberText(cell.value, r)}</v>`;
  return element('c', { r, s }, f + v);
}

function cellXml(cell: StyledCell, r: string, style: string | undefined, to: Target): string {
  const { value, formula } = cell;
  if (formula !== undefined) return formulaXml(cell, formula, r, to.styles.numberOf(style));
  if (value === null) return element('c', { r, s: to.styles.numberOf(style) });
  if (typeof value === 'number')
    return element('c', { r, s: to.styles.numberOf(style) }, `<v>${numberText(value, r)}</v>`);
  const s = to.styles.numberOf(style, looksLikeFormula(value));
  return element('c', { r, s, t: 's' }, `<v>${to.texts.numberOf(value)}</v>`);
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
  const lines = rows.map((row, y) => {
    if (row.cells.length > SHEET_LIMITS.columns)
      throw new RangeError(`A sheet cannot hold ${row.cells.length} columns.`);
    const cells = row.cells.map((cell, x) => {
      if (cell === null) return '';
      const full = styled(cell);
      const style = full.style ?? row.style ?? columns[x]?.style;
      return cellXml(full, cellReference(y, x), style, to);
    });
    const height = row.height === undefined ? {} : { ht: row.height, customHeight: true };
    return element('row', { r: y + 1, ...height }, cells.join(''));
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
