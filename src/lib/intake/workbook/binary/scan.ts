/**
 * What a walk over the records of a binary sheet finds before the library opens it. The library
 * passes over in silence what it cannot read, so that its cells are counted against these.
 */
export interface SheetScan {
  /** Cells with content. */
  cells: number;
  /** Number formats that a file names by number only, of cells that have one: see `cellKey`. */
  readonly formats: Map<number, number>;
}

/** One number for a row and a column (below 2^14). */
export const cellKey = (row: number, column: number): number => row * 16_384 + column;

export const emptyScan = (): SheetScan => ({ cells: 0, formats: new Map() });

/** The formats the library does not know: dates as Chinese programs write them. */
export const isLocalFormat = (id: number): boolean =>
  (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
