/** The work programme: what was held has its day, in its quarter; what was not says why. */
import type { Finding } from '../findings/finding.ts';
import type { Catalogue } from '../raw/catalogue.ts';
import { findingAt, type TableRow } from '../raw/table-row.ts';
import type { Check } from './check.ts';

type ActivityRow = TableRow<'activity'>;

function held(row: ActivityRow): Finding[] {
  const { status, done_on, note } = row.values;
  if (status === null || row.unread.has('done_on')) return [];
  if (status === 'done' && done_on === null) return [findingAt(row, 'done_on', 'activity_no_day')];
  if (status !== 'done' && done_on !== null)
    return [findingAt(row, 'done_on', 'activity_day', { params: { status } })];
  return status === 'not_done' && note === null && !row.unread.has('note')
    ? [findingAt(row, 'note', 'activity_no_reason')]
    : [];
}

function time(row: ActivityRow, cutoff: string | undefined): Finding[] {
  const { period, done_on } = row.values;
  if (period === null) return [];
  if (period.period_type !== 'quarter') return [findingAt(row, 'period', 'activity_quarter')];
  if (done_on === null) return [];
  if (done_on < period.period_start || done_on > period.period_end)
    return [
      findingAt(row, 'done_on', 'activity_day_outside', { params: { period: period.period } }),
    ];
  return cutoff !== undefined && done_on > cutoff
    ? [findingAt(row, 'done_on', 'activity_after_cutoff', { params: { cutoff } })]
    : [];
}

const counts = (row: ActivityRow): Finding[] =>
  (['needs', 'participants'] as const).flatMap((column) =>
    (row.values[column] ?? 0) < 0 ? [findingAt(row, column, 'count_negative')] : [],
  );

/** An institution's activity stands under its own region or under the one above it. */
function place(row: ActivityRow, catalogue: Catalogue): Finding[] {
  const { institution_id: id, region_code } = row.values;
  if (id === null || region_code === null) return [];
  const home = catalogue.institution(row.layer, id)?.values.region_code ?? null;
  if (home === null) return [];
  const codes = catalogue.predecessors(row.layer, home);
  const above = catalogue.region(row.layer, home)?.values.parent_code ?? null;
  // A region above that no list knows is reported where it is named.
  if (above !== null && !catalogue.region(row.layer, above)) return [];
  if (codes.has(region_code) || region_code === above) return [];
  const expected = [...codes, ...(above === null ? [] : [above])].join(' | ');
  return [findingAt(row, 'region_code', 'institution_region', { params: { id, expected } })];
}

export const activities: Check = (data, catalogue) =>
  data.rows.activity.flatMap((row) => [
    ...held(row),
    ...time(row, data.edition?.cutoff),
    ...counts(row),
    ...place(row, catalogue),
  ]);
