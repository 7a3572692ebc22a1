import type { Scheme, ScoreResult, Standing, UnitTable } from '#lib/model/index.ts';
import { score } from '../score.ts';

/** One of two worlds to compare: a period of a table, as a scheme sees it. */
export interface Side {
  readonly table: UnitTable;
  /** One that `checkScheme` accepts. */
  readonly scheme: Scheme;
  readonly period: string;
  /** What `score(table, scheme)` gave, where it is at hand; else it is computed. */
  readonly result?: ScoreResult;
}

export interface UnitKey {
  readonly unit: string;
  readonly group: string;
}

/** A unit in its peer group, as one string. */
export const keyOf = ({ unit, group }: UnitKey): string => JSON.stringify([group, unit]);

export const resultOf = ({ table, scheme, result }: Side): ScoreResult =>
  result ?? score(table, scheme);

/** Rows of the side's period by `keyOf`. */
export function rowsOf({ table, period }: Pick<Side, 'table' | 'period'>): Map<string, number> {
  const rows = new Map<string, number>();
  for (const [at, row] of table.rows.entries()) if (row.period === period) rows.set(keyOf(row), at);
  return rows;
}

export const standingOf = (result: ScoreResult, index: string, row: number): Standing => {
  const status = result.status[row]!;
  const isRanked = status.kind === 'ranked';
  return {
    row,
    status,
    score: isRanked ? result.scores.get(index)![row]! : NaN,
    rank: result.ranks.get(index)![row]!,
  };
};
