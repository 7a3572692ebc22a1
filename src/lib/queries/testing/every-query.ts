import type { Query } from '#lib/engine/engine.ts';
import * as queries from '../index.ts';

const { originOf, periods, schemeObservations, ...others } = queries;

/** Every exported query that takes no parameters. */
export const QUERIES_WITHOUT_PARAMS: readonly Query<Record<string, never>, unknown>[] =
  Object.values(others).flatMap((exported) => ('sql' in exported ? [exported] : []));

/** What tests of the SQL itself need of a query. */
export type QuerySql = Pick<Query<never, unknown>, 'name' | 'sql' | 'tables'>;

export const EVERY_QUERY: readonly QuerySql[] = [
  ...QUERIES_WITHOUT_PARAMS,
  originOf,
  periods,
  schemeObservations,
];
