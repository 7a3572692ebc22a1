import type { EngineRow, Query, SqlValue } from '../../engine.ts';

/** A query that hands its rows over as they are. */
export const ask = (sql: string, ...values: SqlValue[]): Query<null, EngineRow> => ({
  name: 'ask',
  tables: [],
  sql,
  bind: () => values,
  plain: () => [{ from: 'plain' }],
  decode: (row) => row,
});

/** Runs for minutes, one small step after the other. */
export const ENDLESS = ask(
  'select count(*) as n from range(10000000) a(i), range(10000) b(j) where i * j % 7 = 3',
);

/** Makes DuckDB 1.4.3 read outside its memory: RuntimeError, and again for every later query. */
export const CRASH = ask(`select repeat('a', 3000000000) as a`);

/** One single step that takes for ever, so that no cancellation is ever looked at. */
export const DEAF = ask(
  `select regexp_matches(repeat('a', 100000), '${'('.repeat(5000)}a${')*'.repeat(5000)}') as a`,
);
