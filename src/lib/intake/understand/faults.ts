/** What is wrong with the way a table lies, said once for the whole table. */
import type { Lane } from './lane.ts';
import type { ReadingBuilder } from './reading.ts';
import type { TableDefaults } from './records.ts';
import type { Sheet } from './sheet.ts';
import type { Table } from './table.ts';

export function tellFaults(
  sheet: Sheet,
  { head, lanes, hasPlace, region }: Table,
  { place }: TableDefaults,
  into: ReadingBuilder,
): void {
  const corner = { row: head.top, column: sheet.used(head.top, region)[0] ?? region.left };
  if (!hasPlace && place === null)
    into.fault('no_place_lane', corner, sheet.text(corner.row, corner.column));
  const seen = new Set<string>();
  for (const lane of lanes) {
    if (lane.is.kind === 'unknown') into.question(lane.headingCell, lane.path, lane.is.match, 0);
    const key = sameHeading(lane);
    if (key === null) continue;
    if (seen.has(key)) into.fault('heading_twice', lane.headingCell, lane.headingText);
    seen.add(key);
  }
}

/** What two columns with values have in common that tell the same. */
function sameHeading({ is, period, part, place }: Lane): string | null {
  if (is.kind !== 'value') return null;
  return [
    is.indicator?.indicator ?? '',
    period?.period ?? '',
    part ?? '',
    is.indicator?.previous ? 'previous' : '',
    place?.above ?? '',
    place?.name ?? '',
  ].join('\n');
}
