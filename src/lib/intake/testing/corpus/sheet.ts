/** A sheet of the corpus: its cells, and what each of them must become. */
import type { MissingReason, Qualifier } from '#lib/model/index.ts';
import type { Told } from './truth.ts';

export interface SheetCell {
  readonly text: string;
  /** In a workbook the cell holds this instead of the text. */
  readonly number?: number;
  readonly format?: string;
  readonly formula?: string;
  /** ISO day of a date cell. */
  readonly day?: string;
}

export interface Merged {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A value that must come out of a cell; places are zero-based. */
export interface Expected {
  readonly institution_id: string;
  readonly indicator: string;
  readonly period: string;
  readonly value: number | null;
  readonly missing_reason: MissingReason | null;
  readonly qualifier: Qualifier;
  readonly row: number;
  readonly column: number;
}

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly (SheetCell | null)[])[];
  readonly merges: readonly Merged[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly expected: readonly Expected[];
}

/** Puts cells down and remembers what they tell. */
export class SheetBuilder {
  readonly #rows: (SheetCell | null)[][] = [];
  readonly #merges: Merged[] = [];
  readonly #expected: Expected[] = [];
  readonly #hidden: number[] = [];

  get height(): number {
    return this.#rows.length;
  }

  /** Starts a row and gives its number. */
  addRow(cells: readonly (SheetCell | string | null)[] = []): number {
    this.#rows.push(cells.map((cell) => (typeof cell === 'string' ? { text: cell } : cell)));
    return this.#rows.length - 1;
  }

  put(row: number, column: number, cell: SheetCell | string): void {
    const cells = this.#rows[row];
    if (!cells) throw new Error(`no row ${row}`);
    while (cells.length <= column) cells.push(null);
    cells[column] = typeof cell === 'string' ? { text: cell } : cell;
  }

  merge(top: number, left: number, bottom: number, right: number): void {
    if (bottom > top || right > left) this.#merges.push({ top, left, bottom, right });
  }

  hide(row: number): void {
    this.#hidden.push(row);
  }

  /** What a cell tells, unless it is empty. */
  expect(
    row: number,
    column: number,
    key: Pick<Expected, 'institution_id' | 'indicator' | 'period'>,
    told: Told,
  ): void {
    if (told.kind === 'silent') return;
    this.#expected.push({
      ...key,
      value: told.kind === 'value' ? told.value : null,
      missing_reason: told.kind === 'gap' ? told.reason : null,
      qualifier: told.kind === 'value' ? told.hedge : 'exact',
      row,
      column,
    });
  }

  finish(name: string, hiddenColumns: readonly number[] = []): Sheet {
    return {
      name,
      rows: this.#rows,
      merges: this.#merges,
      hiddenRows: this.#hidden,
      hiddenColumns,
      expected: this.#expected,
    };
  }
}
