import type { PeriodType } from '#lib/model/index.ts';
import type { EngineRow, Query, SqlValue } from '#lib/engine/engine.ts';
import { orderBy } from './plain-rows.ts';
import { count, day, text } from './rows.ts';

export interface PeriodRow {
  readonly period: string;
  readonly period_start: string;
  readonly period_end: string;
  /** Institutions with any row in the period, be it only to say that nothing was reported. */
  readonly institutions: number;
  /** Institutions with at least one value. */
  readonly with_values: number;
}

/** The periods of one type that institutions have rows in, oldest first. */
export const periods: Query<{ readonly period_type: PeriodType }, PeriodRow> = {
  name: 'periods',
  tables: ['observation'],
  sql: `
    select period, period_start, period_end,
      count(distinct institution_id) as institutions,
      count(distinct case when value is not null then institution_id end) as with_values
    from observation
    where period_type = cast(? as varchar) and institution_id is not null
    group by period, period_start, period_end
    order by period_start, period_end, period`,
  bind: ({ period_type }) => [period_type],
  plain(tables, { period_type }) {
    const groups = new Map<string, PeriodGroup>();
    for (const row of tables.rows('observation')) {
      const institution = row['institution_id'] ?? null;
      if (row['period_type'] !== period_type || institution === null) continue;
      const group = groupOf(groups, row);
      group.institutions.add(institution);
      if (row['value'] !== null) group.withValues.add(institution);
    }
    const rows = [...groups.values()].map((group) => ({
      ...group.key,
      institutions: group.institutions.size,
      with_values: group.withValues.size,
    }));
    return orderBy(rows, 'period_start', 'period_end', 'period');
  },
  decode: (row) => ({
    period: text(row, 'period'),
    period_start: day(row, 'period_start'),
    period_end: day(row, 'period_end'),
    institutions: count(row, 'institutions'),
    with_values: count(row, 'with_values'),
  }),
};

interface PeriodGroup {
  readonly key: EngineRow;
  readonly institutions: Set<SqlValue>;
  readonly withValues: Set<SqlValue>;
}

function groupOf(groups: Map<string, PeriodGroup>, row: EngineRow): PeriodGroup {
  const key = {
    period: row['period'] ?? null,
    period_start: row['period_start'] ?? null,
    period_end: row['period_end'] ?? null,
  };
  const id = JSON.stringify(key);
  const group = groups.get(id) ?? { key, institutions: new Set(), withValues: new Set() };
  groups.set(id, group);
  return group;
}
