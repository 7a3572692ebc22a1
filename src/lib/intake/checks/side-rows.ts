/** Rows of the small tables: where they stand in their document, and when a break begins. */
import type { Finding } from '../findings/finding.ts';
import { findingAt, type TableRow } from '../raw/table-row.ts';
import type { Check } from './check.ts';

type Located = 'target' | 'event' | 'activity' | 'series_break';

/** An invented row is cited by its cell; a published one by its document. */
function locator<N extends Located>(row: TableRow<N>): Finding[] {
  const { values, layer, unread } = row as TableRow<Located>;
  return layer === 'reported' && values.locator === null && !unread.has('locator')
    ? [findingAt(row as TableRow<Located>, 'locator', 'locator_absent')]
    : [];
}

function beginning(row: TableRow<'series_break'>): Finding[] {
  const { period } = row.values;
  return period === null || period.period_type === 'year'
    ? []
    : [findingAt(row, 'period', 'break_year')];
}

export const sideRows: Check = ({ rows }) => [
  ...rows.target.flatMap(locator),
  ...rows.event.flatMap(locator),
  ...rows.activity.flatMap(locator),
  ...rows.series_break.flatMap((row) => [...locator(row), ...beginning(row)]),
];
