/** Copies of the handed-in sheets with the cells concerned marked, each at its own address. */
import { cellAddress } from '../csv/address.ts';
import {
  columnWidth,
  type CellRange,
  type SheetCell,
  type SheetModel,
  type SheetRow,
} from '#lib/office/xlsx/index.ts';
import type { Locale } from '#lib/model/index.ts';
import type { ImportFinding, ImportSeverity } from '../import/outcome.ts';
import type { CellContent, Grid } from '../workbook/grid.ts';
import type { ReportWords } from './xlsx-words.ts';

const WORST_FIRST: readonly ImportSeverity[] = ['error', 'warning', 'information'];

/** Dates, answers and errors are copied as what the spreadsheet showed. */
const valueOf = (cell: CellContent): string | number =>
  cell.kind === 'number' ? cell.value : cell.text;

/** Where a finding is marked: its cell, else the first cell with content of its row. */
function placeOf({ cell, row }: ImportFinding, grid: Grid): string | null {
  if (cell !== null) return cell;
  if (row === null) return null;
  for (let column = 0; column < grid.columns; column++)
    if (grid.cell(row - 1, column) !== null) return cellAddress(column, row);
  return cellAddress(0, row);
}

function byPlace(findings: readonly ImportFinding[], grid: Grid) {
  const places = new Map<string, ImportFinding[]>();
  for (const finding of findings) {
    const place = placeOf(finding, grid);
    if (place === null) continue;
    const there = places.get(place) ?? [];
    places.set(place, there);
    there.push(finding);
  }
  return places;
}

function marked(
  cell: CellContent | null,
  findings: readonly ImportFinding[],
  words: ReportWords,
  locale: Locale,
): SheetCell {
  const worst = WORST_FIRST.find((severity) => findings.some((one) => one.severity === severity));
  const comment = findings
    .map(({ severity, rule, todo }) =>
      [`${words.severity[severity]}：${rule[locale]}`, todo[locale]]
        .filter((text) => text !== '')
        .join('\n'),
    )
    .join('\n');
  return {
    value: cell === null ? null : valueOf(cell),
    style: worst ?? 'plain',
    comment,
  };
}

/** Those that do not touch one another; a file may claim any. */
function apart(merges: readonly CellRange[], rows: number, columns: number): CellRange[] {
  const kept: CellRange[] = [];
  for (const range of merges) {
    if (range.bottom >= rows || range.right >= columns) continue;
    if (range.top === range.bottom && range.left === range.right) continue;
    const touches = kept.some(
      (other) =>
        range.top <= other.bottom &&
        range.bottom >= other.top &&
        range.left <= other.right &&
        range.right >= other.left,
    );
    if (!touches) kept.push(range);
  }
  return kept;
}

/** More merges than these are decoration. */
const MOST_MERGES = 500;

/** The sheet as it was handed in, without its looks. */
export function markedSheet(
  grid: Grid,
  findings: readonly ImportFinding[],
  words: ReportWords,
  locale: Locale,
): SheetModel {
  const places = byPlace(findings, grid);
  const widths = Array.from({ length: grid.columns }, () => 8);
  const rows = Array.from({ length: grid.rows }, (_, y): SheetRow => {
    const cells = Array.from({ length: grid.columns }, (_, x): SheetCell => {
      const cell = grid.cell(y, x);
      if (cell !== null) widths[x] = columnWidth([cell.text], widths[x], 30);
      const there = places.get(cellAddress(x, y + 1));
      if (there) return marked(cell, there, words, locale);
      return cell === null ? null : valueOf(cell);
    });
    return { cells };
  });
  return {
    name: words.sheets.marked(grid.sheet),
    columns: widths.map((width) => ({ width })),
    rows,
    merges: apart(grid.merges.slice(0, MOST_MERGES), grid.rows, grid.columns),
  };
}
