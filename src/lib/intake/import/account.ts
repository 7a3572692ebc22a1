/** Nothing is lost: every cell of a row of data is a value, something else that is known, or unknown. */
import type { SheetInput } from './drafts.ts';
import { withoutMarks, withoutSpaces } from '../values/characters.ts';
import type { Counts, FileReport } from './outcome.ts';

const isEmpty = (text: string) => withoutSpaces(withoutMarks(text)) === '';

function lost(input: SheetInput, what: string): never {
  throw new Error(`import: ${input.file} ${input.grid.sheet}: ${what}`);
}

/** Throws where the reading of a sheet leaves a row or a cell with content out: a fault of the program. */
export function assertAccounted(input: SheetInput): void {
  const { grid, reading } = input;
  if (reading.roles.length !== grid.rows)
    lost(input, `${reading.roles.length} roles for ${grid.rows} rows`);
  const taken = new Set<number>();
  const claim = ({ row, column }: { row: number; column: number }, once: boolean) => {
    const place = row * grid.columns + column;
    if (row >= grid.rows || column >= grid.columns || reading.roles[row] !== 'data')
      lost(input, `row ${row + 1}, column ${column + 1} is outside the rows of data`);
    if (once && taken.has(place)) lost(input, `row ${row + 1}, column ${column + 1} is read twice`);
    taken.add(place);
  };
  reading.cells.forEach((cell) => claim(cell, true));
  reading.unknown.forEach((cell) => claim(cell, true));
  reading.asides.forEach((cell) => claim(cell, false));
  reading.roles.forEach((role, row) => {
    if (role !== 'data' && role !== 'blank') return;
    for (let column = 0; column < grid.columns; column++) {
      const cell = grid.cell(row, column);
      if (cell === null || taken.has(row * grid.columns + column) || isEmpty(cell.text)) continue;
      lost(input, `row ${row + 1}, column ${column + 1} is accounted for nowhere`);
    }
  });
}

/** Throws unless rows in = imported + skipped + refused, of every sheet and of the whole. */
export function assertConserved(
  files: readonly FileReport[],
  rowsIn: number,
  counts: Counts,
): void {
  const rows = files.flatMap((file) => file.sheets.flatMap((sheet) => sheet.rows));
  const by = (fate: string) => rows.filter((row) => row.fate.fate === fate).length;
  const { imported, skipped, refused } = counts;
  const holds =
    rows.length === rowsIn &&
    counts.rows === rowsIn &&
    imported + skipped + refused === rowsIn &&
    by('imported') === imported &&
    by('skipped') === skipped &&
    by('refused') === refused;
  if (!holds)
    throw new Error(
      `import: ${rowsIn} rows in, ${imported} + ${skipped} + ${refused} accounted for`,
    );
}
