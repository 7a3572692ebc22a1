import type { Query } from '#lib/engine/engine.ts';
import * as queries from '../index.ts';

const { periods, schemeObservations, READ_ALL: _, ...withoutParams } = queries;

/** Every exported query that takes no parameters. */
export const QUERIES_WITHOUT_PARAMS: readonly Query<Record<string, never>, unknown>[] =
  Object.values(withoutParams);

/** What tests of the SQL itself need of a query. */
export type QuerySql = Pick<Query<never, unknown>, 'name' | 'sql' | 'tables'>;

export const EVERY_QUERY: readonly QuerySql[] = [
  ...QUERIES_WITHOUT_PARAMS,
  periods,
  schemeObservations,
];
