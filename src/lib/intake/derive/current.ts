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
  /** The superseded rows of the same fact. */
  earlier(row: ObservationRow): readonly ObservationRow[];
}

const keyOf = (subject: string, indicator: string, period: string) =>
  `${subject}|${indicator}|${period}`;

const keyOfRow = (row: ObservationRow) =>
  keyOf(subjectOf(row), row.values.indicator ?? '', row.values.period?.period ?? '');

/** Rows without a readable indicator, period or revision take no part. */
export function currentObservations(rows: readonly ObservationRow[]): Current {
  const best = new Map<string, ObservationRow>();
  const superseded: ObservationRow[] = [];
  for (const row of rows) {
    const { indicator, period, revision } = row.values;
    if (indicator === null || period === null || revision === null) continue;
    const key = keyOfRow(row);
    const rival = best.get(key);
    const wins = rival === undefined || revision > (rival.values.revision ?? 0);
    if (wins) best.set(key, row);
    const loser = wins ? rival : row;
    if (loser) superseded.push(loser);
  }
  const winners = new Set(best.values());
  const losers = new Map<string, ObservationRow[]>();
  for (const row of superseded) {
    const key = keyOfRow(row);
    losers.set(key, [...(losers.get(key) ?? []), row]);
  }
  return {
    rows: rows.filter((row) => winners.has(row)),
    superseded,
    find: (subject, indicator, period) => best.get(keyOf(subject, indicator, period)),
    earlier: (row) => losers.get(keyOfRow(row)) ?? [],
  };
}
