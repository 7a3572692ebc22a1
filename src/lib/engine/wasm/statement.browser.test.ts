import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixtureContracts } from '#lib/queries/testing/contract-data.ts';
import { createTableLoader } from '../load/load-tables.ts';
import { judgeStatement } from '../statement.ts';
import { failureOf } from '../testing/failure.ts';
import { HOSTILE_NAMES } from '../testing/hostile.ts';
import { ENDLESS } from './testing/ask.ts';
import { openWasmEngine, type WasmEngine } from './index.ts';

const [fixture] = fixtureContracts();
if (!fixture) throw new Error('no fixture');
const { published } = fixture;

describe('statements of the reader’s own', () => {
  let engine: WasmEngine;
  const ask = (sql: string, limit = 3) => engine.statement(sql, { limit });
  beforeAll(async () => {
    engine = await openWasmEngine(
      createTableLoader(published.source, published.manifest, published.layer),
    );
  });
  afterAll(() => engine.close());

  it('are answered cell by cell, cut where there is more', async () => {
    expect(await ask('select i as a, i + 1 as a from range(100000) r(i) order by i')).toEqual({
      columns: ['a', 'a'],
      rows: [
        [0, 1],
        [1, 2],
        [2, 3],
      ],
      cut: true,
    });
    expect(await ask("select '计' as a, null as b")).toMatchObject({
      rows: [['计', null]],
      cut: false,
    });
    expect((await ask('describe institution', 99)).columns).toContain('column_name');
    expect((await ask('show tables', 99)).rows.length).toBeGreaterThan(8);
  });

  it('cannot write, even where nobody has judged them', async () => {
    const count = 'select count(*) from institution';
    const before = await ask(count);
    for (const sql of [
      'delete from institution',
      'drop table region',
      'create table x as select 1',
      "update region set name_zh = ''",
      "copy region to 'a.csv'",
    ])
      expect((await failureOf(ask(sql))).code, sql).toBe('query_failed');
    expect(await ask(count)).toEqual(before);
  });

  it('leave the engine whole under hostile texts', async () => {
    for (const name of HOSTILE_NAMES.slice(0, 80))
      for (const text of [`select '${name}' as a`, `select 1 as a ${name}`]) {
        const verdict = judgeStatement(text);
        if (verdict.kind === 'fine') await ask(verdict.sql).catch(() => undefined);
      }
    expect(await ask('select 1 as a')).toMatchObject({ rows: [[1]] });
  });

  it('end at their deadline and when the reader gives up', async () => {
    const { sql } = ENDLESS;
    const late = failureOf(engine.statement(sql, { limit: 3, deadline: 300 }));
    expect((await late).code).toBe('deadline');
    const reader = new AbortController();
    const given = failureOf(engine.statement(sql, { limit: 3, signal: reader.signal }));
    setTimeout(() => reader.abort(), 200);
    expect((await given).code).toBe('aborted');
    expect(await ask('select 1 as a')).toMatchObject({ rows: [[1]] });
  });

  it('say DuckDB’s own words where they are wrong', async () => {
    const error = await failureOf(ask('select no_such_column from institution'));
    expect(error.code).toBe('query_failed');
    expect(error.message).toContain('no_such_column');
  });
});
