/** Spreadsheet addresses: what a person sees in the name box of a spreadsheet program. */

/** Letters of a zero-based column: 0 is A, 25 is Z, 26 is AA. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** Address of a cell from its zero-based column and its one-based spreadsheet row, e.g. H17. */
export function cellAddress(column: number, row: number): string {
  return `${columnLetters(column)}${row}`;
}
