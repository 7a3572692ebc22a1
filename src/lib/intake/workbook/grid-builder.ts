/** Collects the cells of a sheet; the sheet is as large as its cells, not as it claims to be. */
import { cellAddress } from '../csv/address.ts';
import type { CellContent, Grid, Merge } from './grid.ts';
import type { WorkbookLimits } from './limits.ts';
import { Refused } from './refused.ts';

/** Cells that all sheets of a workbook may still have. */
export interface CellBudget {
  left: number;
}

/** Cells by their column; the last one has content. */
type Row = (CellContent | undefined)[];

/** More merged places than this are no table. */
const MERGES = 100_000;

export class GridBuilder {
  readonly #sheet: string;
  readonly #hidden: boolean;
  readonly #limits: WorkbookLimits;
  readonly #budget: CellBudget;
  readonly #rows: Row[] = [];
  readonly #merges: Merge[] = [];
  readonly #hiddenRows = new Set<number>();
  readonly #hiddenColumns = new Set<number>();
  #columns = 0;

  constructor(sheet: string, hidden: boolean, limits: WorkbookLimits, budget: CellBudget) {
    this.#sheet = sheet;
    this.#hidden = hidden;
    this.#limits = limits;
    this.#budget = budget;
  }

  /** Puts content into a cell, or nothing; refused where the sheet has become too large. */
  put(row: number, column: number, content: CellContent | null): void {
    if (content === null) return;
    if (row >= this.#limits.rows || column >= this.#limits.columns)
      throw this.#tooLarge(`${cellAddress(column, row + 1)}`);
    while (this.#rows.length <= row) this.#rows.push([]);
    const cells = this.#rows[row] ?? [];
    if (cells[column] === undefined && this.#budget.left-- <= 0)
      throw this.#tooLarge(`more than ${this.#limits.cells} cells`);
    cells[column] = content;
    if (column >= this.#columns) this.#columns = column + 1;
  }

  #tooLarge(what: string): Refused {
    return new Refused('too_many_cells', this.#sheet === '' ? what : `${this.#sheet}!${what}`);
  }

  merge(merge: Merge): void {
    this.#merges.push(merge);
    if (this.#merges.length > MERGES) throw this.#tooLarge(`more than ${MERGES} merged places`);
  }

  /** Merged places cannot overlap; a file where they do is broken, or built to keep us busy. */
  #checkMerges(merges: readonly Merge[], cells: number): void {
    const area = merges.reduce(
      (sum, { top, left, bottom, right }) => sum + (bottom - top + 1) * (right - left + 1),
      0,
    );
    if (area > cells) throw new Refused('damaged', `${this.#sheet}: merged places overlap`);
  }

  hideRow(row: number): void {
    if (row < this.#limits.rows) this.#hiddenRows.add(row);
  }

  /** Hides the columns from the first to the last, both included. */
  hideColumns(first: number, last: number): void {
    for (let column = first; column <= Math.min(last, this.#limits.columns - 1); column++)
      this.#hiddenColumns.add(column);
  }

  finish(): Grid {
    const rows = this.#rows;
    const columns = this.#columns;
    const inside = (set: ReadonlySet<number>, end: number) =>
      new Set([...set].filter((index) => index < end).sort((a, b) => a - b));
    const merges = this.#merges.flatMap(({ top, left, bottom, right }) => {
      const merge = {
        top,
        left,
        bottom: Math.min(bottom, rows.length - 1),
        right: Math.min(right, columns - 1),
      };
      const area = (merge.bottom - top + 1) * (merge.right - left + 1);
      return merge.bottom >= top && merge.right >= left && area > 1 ? [merge] : [];
    });
    this.#checkMerges(merges, rows.length * columns);
    for (const merge of merges) clearCovered(rows, merge);
    return {
      sheet: this.#sheet,
      hidden: this.#hidden,
      rows: rows.length,
      columns,
      cell: (row, column) => rows[row]?.[column] ?? null,
      merges,
      hiddenRows: inside(this.#hiddenRows, rows.length),
      hiddenColumns: inside(this.#hiddenColumns, columns),
    };
  }
}

/** Content under a merge is not shown and cannot be selected: some programs leave it behind. */
function clearCovered(rows: readonly Row[], { top, left, bottom, right }: Merge): void {
  for (let row = top; row <= bottom; row++) {
    const cells = rows[row] ?? [];
    const last = Math.min(right, cells.length - 1);
    for (let column = left; column <= last; column++)
      if (row > top || column > left) cells[column] = undefined;
  }
}
