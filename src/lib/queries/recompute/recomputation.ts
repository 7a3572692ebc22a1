import { EngineError } from '#lib/engine/engine.ts';
import type { Query } from '#lib/engine/engine.ts';
import type { RankStatus, Scheme } from '#lib/model/index.ts';
import { count, nullableNumber, text, word } from '../rows.ts';
import { recomputeStatement } from './statement.ts';

/** A group's score of a unit in a period, as SQL computed it. */
export interface RecomputedRow {
  readonly unit: string;
  readonly period: string;
  /** Peer group. */
  readonly group: string;
  readonly element: string;
  readonly score: number | null;
  /** 0 for none. */
  readonly place: number;
  readonly status: RankStatus['kind'];
}

const NAME = 'recomputation';

const STATUSES = [
  'ranked',
  'no_data',
  'low_availability',
  'dimension_missing',
  'low_nonzero',
  'excluded',
  'not_computable',
] as const satisfies readonly RankStatus['kind'][];

/**
 * The index computed a second time, by SQL alone, over the tables that the page computes it from
 * (R130–R133). Asks for a scheme of which `uncovered` says null. An engine without SQL cannot
 * answer: its plain form throws EngineError `query_failed`, for the scoring code must not be called
 * upon to confirm itself.
 */
export function recomputation(scheme: Scheme): Query<null, RecomputedRow> {
  const { text: statement, values } = recomputeStatement(scheme);
  return {
    name: NAME,
    tables: ['institution', 'observation'],
    sql: statement,
    bind: () => values,
    sqlOnly: true,
    plain: () => {
      throw new EngineError('query_failed', 'Only an SQL engine can compute the index again.', {
        sql: statement,
        subject: NAME,
      });
    },
    decode: (row) => ({
      unit: text(row, 'unit'),
      period: text(row, 'period'),
      group: text(row, 'peers'),
      element: text(row, 'element'),
      score: nullableNumber(row, 'score'),
      place: count(row, 'place'),
      status: word(row, 'status', STATUSES),
    }),
  };
}
