import type { TableName } from '#lib/model/index.ts';

/**
 * Order of the rows in each file. Observations lie by period first: a year's ranking then reads
 * one run of rows.
 */
const SORT_KEYS: Readonly<Record<TableName, readonly string[]>> = {
  observation: [
    'period_start',
    'period_end',
    'indicator',
    'region_code',
    'institution_id',
    'entity',
    'source_id',
    'obs_id',
  ],
  institution: ['region_code', 'institution_id'],
  region: ['region_code', 'valid_from'],
  indicator: ['indicator'],
  source: ['source_id'],
  target: ['target_id'],
  event: ['date', 'event_id'],
  check: ['check_id'],
  activity: ['period', 'activity_id'],
  published: ['period', 'edition', 'institution_id', 'element'],
  series_break: ['period', 'break_id'],
};

type Cell = string | number | boolean | null | undefined;

/** By code unit, so that no machine's language changes the order; absent before present. */
function compare(a: Cell, b: Cell): number {
  const [left, right] = [a ?? '', b ?? ''];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A sorted copy; the order does not depend on that of the input. */
export function sortRows<Row extends object>(table: TableName, rows: readonly Row[]): Row[] {
  const keys = SORT_KEYS[table];
  return [...rows].sort((a, b) => {
    const [left, right] = [a, b] as [Record<string, Cell>, Record<string, Cell>];
    for (const key of keys) {
      const order = compare(left[key], right[key]);
      if (order !== 0) return order;
    }
    return 0;
  });
}
