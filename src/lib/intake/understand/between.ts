/** Cells of a data row that lie beside its table, in no table of their own. */
import type { Meanings } from './meanings.ts';
import type { ReadingBuilder } from './reading.ts';
import type { Region, Sheet } from './sheet.ts';
import type { Table } from './table.ts';

/** Tells numbers there as unknown, and words as remarks. */
export function tellBetween(
  sheet: Sheet,
  meanings: Meanings,
  tables: readonly Table[],
  into: ReadingBuilder,
): void {
  const last = sheet.columns - 1;
  if (tables.every(({ region }) => region.left === 0 && region.right === last)) return;
  const byRow = new Map<number, Region[]>();
  for (const { region, preamble } of tables)
    for (let row = Math.min(region.top, preamble.top); row <= region.bottom; row++) {
      const regions = byRow.get(row);
      if (regions) regions.push(region);
      else byRow.set(row, [region]);
    }
  for (const [row, regions] of byRow) {
    if (into.roleOf(row) !== 'data') continue;
    for (const column of sheet.used(row)) {
      if (regions.some(({ left, right }) => column >= left && column <= right)) continue;
      const place = { row, column };
      if (meanings.isValue(sheet.own(row, column)))
        into.unknown({ ...place, headingText: '', headingCell: place });
      else into.aside({ ...place, why: 'note' });
    }
  }
}
