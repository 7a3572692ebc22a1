import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EngineRow, Query } from '#lib/engine/engine.ts';
import type { NodeEngine } from '#lib/engine/node/node-engine.ts';
import { makeNodeEngine } from '#lib/engine/testing/node-factory.ts';
import { publish } from '#lib/engine/testing/publish.ts';
import { EVERY_QUERY } from './testing/every-query.ts';
import type { QuerySql } from './testing/every-query.ts';

/**
 * DuckDB in the browser has no JSON, ICU or Parquet extension, and these work in native DuckDB;
 * the clock does not belong in a reproducible answer.
 */
const BANNED = [
  'current_date',
  'current_time',
  'current_timestamp',
  'get_current_timestamp',
  'today',
  'now',
  'random',
  'json',
  '->>',
  'collate',
  'icu',
  'read_parquet',
  'parquet_scan',
  'read_json',
  'read_csv',
  'install',
  'load',
  'pragma',
  'attach',
  'copy',
];

const wordsOf = (sql: string): string[] => sql.toLowerCase().match(/->>|[a-z_]+|\S/g) ?? [];

const problemsOf = ({ sql, tables }: Pick<QuerySql, 'sql' | 'tables'>): string[] => {
  const words = wordsOf(sql);
  const isBanned = (word: string) =>
    BANNED.some((banned) => word === banned || word.startsWith(`${banned}_`));
  const named = [...sql.matchAll(/\b(?:from|join)\s+"?([a-z_]+)"?/gi)].map(([, name]) => name);
  return [
    ...words.filter(isBanned).map((word) => `uses ${word}`),
    ...named
      .filter((name) => !tables.some((table) => table === name))
      .map((name) => `reads ${name}`),
    ...tables.filter((table) => !named.includes(table)).map((table) => `does not read ${table}`),
    ...(words.includes(';') ? ['has more than one statement'] : []),
    ...(sql.includes('--') || sql.includes('/*') ? ['has a comment'] : []),
    ...(words.includes('*') && !/count\(\*\)/.test(sql) ? ['selects *'] : []),
    ...(/order by[^()]*$/.test(sql) ? [] : ['has no order of its rows']),
  ];
};

describe('the SQL of the queries', () => {
  it('there are some', () => {
    expect(EVERY_QUERY.length).toBeGreaterThanOrEqual(10);
    expect(new Set(EVERY_QUERY.map((query) => query.name)).size).toBe(EVERY_QUERY.length);
  });

  it.each(EVERY_QUERY)('$name is plain, portable and ordered, in a file of its name', (query) => {
    expect(problemsOf(query)).toEqual([]);
    expect(existsSync(`src/lib/queries/${query.name}.ts`)).toBe(true);
  });

  it.each([
    ['select current_date as d from source order by d', 'uses current_date'],
    ['select json_extract(note) as d from source order by d', 'uses json_extract'],
    ["select note->>'a' as d from source order by d", 'uses ->>'],
    ['select note collate zh as d from source order by d', 'uses collate'],
    ["select d from read_parquet('x') order by d", 'uses read_parquet'],
    ['select d from source join secret order by d', 'reads secret'],
    ['select 1 as d order by d', 'does not read source'],
    ['select title from source order by title; drop table source', 'has more than one statement'],
    ['select title from source order by title -- x', 'has a comment'],
    ['select * from source order by title', 'selects *'],
    ['select title from (select title from source order by title) s', 'has no order of its rows'],
  ])('the check finds the fault of %j', (sql, problem) => {
    expect(problemsOf({ sql, tables: ['source'] })).toContain(problem);
  });
});

describe('the SQL binds in a real DuckDB', () => {
  let engine: NodeEngine;
  beforeAll(async () => {
    engine = await makeNodeEngine(publish('synthetic', { source: [] }));
  });
  afterAll(() => engine.close());

  const explained = (query: QuerySql): Query<null, EngineRow> => ({
    name: query.name,
    tables: query.tables,
    sql: `explain ${query.sql}`,
    bind: () => [...query.sql.matchAll(/\?/g)].map(() => null),
    plain: () => [],
    decode: (row) => row,
  });

  it.each(EVERY_QUERY)('explain $name', async (query) => {
    const rows = await engine.query(explained(query), null);
    expect(rows[0]?.['explain_key']).toBe('physical_plan');
  });
});
