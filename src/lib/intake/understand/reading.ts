/** Collects what is read of a sheet, and sees to it that no cell of a data row is lost. */
import { cellAddress } from '../csv/address.ts';
import type { HeadingMatch } from '../recognise/recogniser.ts';
import { headingKey } from '../mapping/keys.ts';
import type { Sheet } from './sheet.ts';
import type {
  Aside,
  AsideReason,
  CellPlace,
  DataCell,
  HeadingQuestion,
  LayoutFault,
  RowRole,
  SheetReading,
  TotalCell,
  UnknownCell,
} from './sheet-reading.ts';
import type { Layout } from './table.ts';

/** The surest first: a row that two tables share has the role that loses nothing. */
const ORDER: readonly RowRole[] = [
  ...(['data', 'total', 'header', 'repeated_header', 'unit', 'title', 'note'] as const),
  ...(['outside', 'blank'] as const),
];

export class ReadingBuilder {
  readonly #sheet: Sheet;
  readonly #roles: RowRole[];
  readonly #cells: DataCell[] = [];
  readonly #asides: Aside[] = [];
  readonly #unknown: UnknownCell[] = [];
  readonly #totals: TotalCell[] = [];
  readonly #questions = new Map<
    string,
    { -readonly [K in keyof HeadingQuestion]: HeadingQuestion[K] }
  >();
  readonly #faults: (CellPlace & { fault: LayoutFault; text: string })[] = [];
  readonly #layouts = new Set<Layout>();
  readonly #carried: { row: number; name: string }[] = [];
  #usesCover = false;

  readonly #keys = new Map<string, string>();
  readonly #beside: { row: number; columns: readonly number[]; why: AsideReason }[] = [];

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
    this.#roles = Array.from({ length: sheet.rows }, (_, row) =>
      sheet.used(row).length > 0 ? 'outside' : 'blank',
    );
  }

  role(row: number, role: RowRole): void {
    const before = this.#roles[row];
    if (before === undefined || before === 'blank') return;
    if (ORDER.indexOf(role) < ORDER.indexOf(before)) this.#roles[row] = role;
  }

  roleOf(row: number): RowRole {
    return this.#roles[row] ?? 'blank';
  }

  layout(layout: Layout): void {
    this.#layouts.add(layout);
  }

  carried(row: number, name: string): void {
    this.#carried.push({ row, name });
  }

  usesCover(): void {
    this.#usesCover = true;
  }

  cell(cell: DataCell): void {
    this.#cells.push(cell);
  }

  aside(aside: Aside): void {
    this.#asides.push(aside);
  }

  unknown(cell: UnknownCell): void {
    this.#unknown.push(cell);
  }

  total(total: TotalCell): void {
    this.#totals.push(total);
  }

  fault(fault: LayoutFault, place: CellPlace, text: string): void {
    this.#faults.push({ fault, row: place.row, column: place.column, text });
  }

  /** Asks once for all cells under the same headings. */
  question(place: CellPlace, path: readonly string[], match: HeadingMatch, cells = 1): void {
    if (match.kind !== 'unknown' || path.length === 0) return;
    const written = path.join('\n');
    const key = this.#keys.get(written) ?? headingKey(path);
    this.#keys.set(written, key);
    const asked = this.#questions.get(key);
    if (asked) asked.cells += cells;
    else this.#questions.set(key, { row: place.row, column: place.column, path, match, cells });
  }

  /** A row that is no data for a table of its own: its cells, should the row be data of another. */
  beside(row: number, columns: readonly number[], why: AsideReason): void {
    this.#beside.push({ row, columns, why });
  }

  /** Where two tables share a row, the cells of the one that has no data in it are asides. */
  #tellBeside(): void {
    for (const { row, columns, why } of this.#beside)
      if (this.#roles[row] === 'data')
        for (const column of columns) this.#asides.push({ row, column, why });
  }

  finish(): SheetReading {
    this.#tellBeside();
    this.#assertWhole();
    return {
      roles: this.#roles,
      cells: this.#cells,
      asides: this.#asides,
      unknown: this.#unknown,
      totals: this.#totals,
      questions: [...this.#questions.values()],
      faults: this.#faults,
      layouts: [...this.#layouts],
      carried: this.#carried,
      usesCover: this.#usesCover,
    };
  }

  /** Every cell with content in a data row is told exactly once; no other row has any. */
  #assertWhole(): void {
    const width = this.#sheet.columns;
    const told = new Marks(this.#sheet.rows, width);
    for (const list of [this.#cells, this.#asides, this.#unknown])
      for (const { row, column } of list) {
        if (!told.mark(row, column)) this.#lost('is told twice', row, column);
        if (this.#roles[row] !== 'data') this.#lost('is in no data row', row, column);
      }
    for (let row = 0; row < this.#roles.length; row++) {
      if (this.#roles[row] !== 'data') continue;
      for (const column of this.#sheet.used(row))
        if (!told.has(row, column)) this.#lost('is not told', row, column);
    }
  }

  #lost(how: string, row: number, column: number): never {
    throw new Error(`The cell ${cellAddress(column, row + 1)} ${how}.`);
  }
}

/** One mark a cell; rows take memory only once one of their cells is marked. */
class Marks {
  readonly #rows: (Uint8Array | undefined)[];
  readonly #width: number;

  constructor(rows: number, width: number) {
    this.#rows = new Array<Uint8Array | undefined>(rows);
    this.#width = width;
  }

  /** False where the cell had its mark already. */
  mark(row: number, column: number): boolean {
    const marks = (this.#rows[row] ??= new Uint8Array(this.#width));
    if (marks[column] === 1) return false;
    marks[column] = 1;
    return true;
  }

  has(row: number, column: number): boolean {
    return this.#rows[row]?.[column] === 1;
  }
}
