/** Revisions: of all rows with one key the highest revision counts, the others are history. */
import type { TableRow } from '../raw/table-row.ts';
import { subjectOf } from './subject.ts';

type ObservationRow = TableRow<'observation'>;

export interface Current {
  /** In the order of the files. */
  readonly rows: readonly ObservationRow[];
  readonly superseded: readonly ObservationRow[];
  /** The row of a subject (`subjectOf`), indicator and period. */
  find(subject: string, indicator: string, period: string): ObservationRow | undefined;
}

const keyOf = (subject: string, indicator: string, period: string) =>
  `${subject}|${indicator}|${period}`;

/** Rows without a readable indicator, period or revision take no part. */
export function currentObservations(rows: readonly ObservationRow[]): Current {
  const best = new Map<string, ObservationRow>();
  const superseded: ObservationRow[] = [];
  for (const row of rows) {
    const { indicator, period, revision } = row.values;
    if (indicator === null || period === null || revision === null) continue;
    const key = keyOf(subjectOf(row), indicator, period.period);
    const rival = best.get(key);
    const wins = rival === undefined || revision > (rival.values.revision ?? 0);
    if (wins) best.set(key, row);
    const loser = wins ? rival : row;
    if (loser) superseded.push(loser);
  }
  const winners = new Set(best.values());
  return {
    rows: rows.filter((row) => winners.has(row)),
    superseded,
    find: (subject, indicator, period) => best.get(keyOf(subject, indicator, period)),
  };
}
