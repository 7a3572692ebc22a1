/** Which merged place covers a cell, without looking through all of them. */
import type { Merge } from '../workbook/grid.ts';

type Line = Merge[];

function add(lines: Map<number, Line>, from: number, to: number, merge: Merge): void {
  for (let index = from; index <= to; index++) {
    const line = lines.get(index);
    if (line) line.push(merge);
    else lines.set(index, [merge]);
  }
}

/** The last of a line, sorted by `start`, that begins at or before the place. */
function before(line: Line | undefined, place: number, start: 'top' | 'left'): Merge | null {
  if (!line) return null;
  let low = 0;
  let high = line.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((line[middle]?.[start] ?? Infinity) <= place) low = middle + 1;
    else high = middle;
  }
  return line[low - 1] ?? null;
}

/**
 * Merged places by row where they are wide and by column where they are tall, so that a sheet full of
 * them takes no more memory than its cells. They do not overlap, as the grid sees to.
 */
export class MergeIndex {
  readonly #rows = new Map<number, Line>();
  readonly #columns = new Map<number, Line>();

  constructor(merges: readonly Merge[]) {
    for (const merge of merges) {
      const tall = merge.bottom - merge.top > merge.right - merge.left;
      if (tall) add(this.#columns, merge.left, merge.right, merge);
      else add(this.#rows, merge.top, merge.bottom, merge);
    }
    for (const line of this.#rows.values()) line.sort((a, b) => a.left - b.left);
    for (const line of this.#columns.values()) line.sort((a, b) => a.top - b.top);
  }

  at(row: number, column: number): Merge | null {
    const wide = before(this.#rows.get(row), column, 'left');
    if (wide && wide.right >= column) return wide;
    const tall = before(this.#columns.get(column), row, 'top');
    return tall && tall.bottom >= row ? tall : null;
  }
}
