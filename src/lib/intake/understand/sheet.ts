/** A grid as its reader sees it: merged places show their text everywhere, spaces show nothing. */
import { withoutMarks } from '../values/characters.ts';
import type { CellContent, Grid, Merge } from '../workbook/grid.ts';
import { MergeIndex } from './merge-index.ts';
import type { CellPlace } from './sheet-reading.ts';

/** A part of a sheet; all four inclusive, zero-based. */
export type Region = Merge;

/** The text of a cell without the spaces around it; empty for no cell. */
export const cellText = (cell: CellContent | null): string =>
  cell === null ? '' : withoutMarks(cell.text).trim();

const NONE: readonly number[] = [];

export class Sheet {
  readonly rows: number;
  readonly columns: number;
  readonly #grid: Grid;
  readonly #merges: MergeIndex;
  /** Columns with visible content, by row. */
  readonly #used: readonly (readonly number[])[];

  constructor(grid: Grid) {
    this.#grid = grid;
    this.rows = grid.rows;
    this.columns = grid.columns;
    this.#merges = new MergeIndex(grid.merges);
    this.#used = Array.from({ length: grid.rows }, (_, row) => {
      const used: number[] = [];
      for (let column = 0; column < grid.columns; column++) {
        const cell = grid.cell(row, column);
        if (cell !== null && (cell.kind === 'number' || cellText(cell) !== '')) used.push(column);
      }
      return used;
    });
  }

  /** The whole sheet. */
  get all(): Region {
    return { top: 0, left: 0, bottom: this.rows - 1, right: this.columns - 1 };
  }

  /** Columns of a row that have visible content of their own. */
  used(row: number, within?: Pick<Region, 'left' | 'right'>): readonly number[] {
    const used = this.#used[row] ?? NONE;
    if (!within) return used;
    const { left, right } = within;
    if ((used[0] ?? left) >= left && (used[used.length - 1] ?? right) <= right) return used;
    return used.filter((column) => column >= left && column <= right);
  }

  /** True for any content, also when it is only spaces. */
  filled(row: number, column: number): boolean {
    return this.#grid.cell(row, column) !== null;
  }

  /** The cell's own content. */
  own(row: number, column: number): CellContent | null {
    return this.#grid.cell(row, column);
  }

  /** The cell's own text. */
  text(row: number, column: number): string {
    return cellText(this.#grid.cell(row, column));
  }

  mergeAt(row: number, column: number): Merge | null {
    return this.#merges.at(row, column);
  }

  /** The cell whose content is shown here: the first of the merged place, or the cell itself. */
  source(row: number, column: number): CellPlace {
    if (this.#grid.cell(row, column) !== null) return { row, column };
    const merge = this.#merges.at(row, column);
    return merge ? { row: merge.top, column: merge.left } : { row, column };
  }

  /** What is shown here, through a merged place. */
  shown(row: number, column: number): CellContent | null {
    const { row: top, column: left } = this.source(row, column);
    return this.#grid.cell(top, left);
  }
}
