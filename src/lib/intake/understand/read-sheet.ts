/** Takes a sheet apart: which cell speaks of whom, what and when. */
import type { Recogniser } from '../recognise/recogniser.ts';
import type { Grid } from '../workbook/grid.ts';
import { bodyOf } from './body.ts';
import { carriedNames } from './carried.ts';
import { withCitySums } from './city-sums.ts';
import { defaultsOf } from './defaults.ts';
import { tellBetween } from './between.ts';
import { Meanings } from './meanings.ts';
import { ReadingBuilder } from './reading.ts';
import { Records } from './records.ts';
import { Sheet } from './sheet.ts';
import type { SheetReading, Surroundings } from './sheet-reading.ts';
import type { Table } from './table.ts';
import { tablesOf } from './tables.ts';
import { tellFaults } from './faults.ts';
import { tellRowTotals, tellTotals, type Placed, type TotalRow } from './totals.ts';

/**
 * Reads the tables of a sheet. Headings are known by their words, wherever they stand; nothing is
 * guessed. Every row gets one role, and every cell of a data row is told exactly once: as a value
 * with its institution, indicator, period and unit, as something that is no value, or as unknown.
 */
export function readSheet(
  grid: Grid,
  surroundings: Surroundings,
  recogniser: Recogniser,
): SheetReading {
  const sheet = new Sheet(grid);
  const meanings = new Meanings(recogniser);
  const into = new ReadingBuilder(sheet);
  const tables = sheet.rows > 0 ? tablesOf(sheet, meanings, sheet.all) : [];
  for (const table of tables) readTable(sheet, meanings, table, tables, surroundings, into);
  if (tables.length === 0 && sheet.rows > 0) into.fault('no_table', { row: 0, column: 0 }, '');
  tellBetween(sheet, meanings, tables, into);
  return into.finish();
}

function readTable(
  sheet: Sheet,
  meanings: Meanings,
  table: Table,
  tables: readonly Table[],
  surroundings: Surroundings,
  into: ReadingBuilder,
): void {
  const { head, preamble } = table;
  const defaults = defaultsOf(meanings, table, tables, surroundings);
  const records = new Records(sheet, meanings, table, defaults);
  const placed: Placed[] = [];
  const totals: TotalRow[] = [];
  into.layout(table.layout);
  if (defaults.isFromCover && records.usesDefaultPeriod) into.usesCover();
  for (const [row, role] of preamble.roles) into.role(row, role);
  for (let row = head.top; row <= head.bottom; row++)
    into.role(row, head.unitRows.has(row) ? 'unit' : 'header');
  for (let row = preamble.top; row <= head.bottom; row++)
    into.beside(row, sheet.used(row, table.region), 'note');
  const rows = withCitySums(sheet, meanings, table, bodyOf(sheet, meanings, table));
  const carried = carriedNames(sheet, meanings, table, rows);
  for (const body of rows) {
    into.role(body.row, body.role);
    if (body.role !== 'data') {
      const why = body.role === 'total' ? 'row_total' : 'note';
      into.beside(body.row, sheet.used(body.row, table.region), why);
    }
    if (body.role !== 'data' && body.role !== 'total') continue;
    const above = carried.get(body.row) ?? null;
    const name = above?.name ?? above?.code;
    if (name) into.carried(body.row, name.text);
    const record = records.record(body, above);
    if (body.role === 'total') totals.push({ record, label: body.label ?? '' });
    else {
      const cells = records.tell(record, into);
      tellRowTotals({ sheet, meanings, table, records }, record, cells, into);
      const city = record.place.city?.text ?? body.group.city;
      for (const cell of cells) placed.push({ cell, block: body.block, city });
    }
  }
  tellFaults(sheet, table, defaults, into);
  tellTotals({ sheet, meanings, table, records }, totals, placed, into);
}
