import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIXTURE } from '#lib/queries/testing/fixture.ts';
import { TABLE_NAMES } from '#lib/model/index.ts';
import type { NodeEngine } from './node/node-engine.ts';
import { judgeStatement } from './statement.ts';
import { failureOf } from './testing/failure.ts';
import { HOSTILE_NAMES } from './testing/hostile.ts';
import { makeNodeEngine } from './testing/node-factory.ts';
import { publish } from './testing/publish.ts';

const faultOf = (sql: string) => {
  const verdict = judgeStatement(sql);
  return verdict.kind === 'fine' ? verdict.kind : verdict.fault;
};

describe('judgeStatement(text)', () => {
  it.each([
    'select 1',
    'SELECT 1;',
    ' \n-- first\n/* then /* nested */ */ select 1 ;; ',
    "select ';' as a, '--' as b, 'drop table x' as c",
    `select "update" from (select 1 as "update")`,
    'with a as (select 1 as b) select b from a',
    'describe institution',
    'show tables',
    "select e'\\'; drop table x' as a",
    'select $$; drop table x$$ as a, $tag$ $$ $tag$ as b',
    'select updated, settings, loader, dropped from x',
    `select count(*) from "check"`,
    'select replace(name_zh, $$市$$, $$$$) from region',
  ])('lets through %j', (sql) => {
    expect(faultOf(sql)).toBe('fine');
  });

  it.each([
    ['', 'empty'],
    [' ; -- nothing', 'empty'],
    ["select 'a", 'unclosed'],
    ['select "a', 'unclosed'],
    ['select 1 /* ', 'unclosed'],
    ['select $a$ ... $b$', 'unclosed'],
    ['select 1\0; drop table region', 'unclosed'],
    ['select 1; select 2', 'several'],
    ["select 'a'; drop table region", 'several'],
    ["select e'\\''; drop table region", 'several'],
    ['select $$a$$; drop table region', 'several'],
    ['insert into region values (1)', 'not_a_question'],
    ['explain analyze select 1', 'not_a_question'],
    ['(select 1)', 'not_a_question'],
    ['“select 1”', 'not_a_question'],
    ["copy region to 'a.csv'", 'not_a_question'],
    ["attach 'a.db'", 'not_a_question'],
    ['install httpfs', 'not_a_question'],
    ['pragma database_list', 'not_a_question'],
    ['set memory_limit = 1', 'not_a_question'],
    ['with a as (delete from region returning 1) select 1', 'forbidden'],
    ['select 1 into x union select 2 from (update region set a = 1)', 'forbidden'],
    [`select * from read_csv('http://example.com/a.csv')`, 'forbidden'],
    [`select * from "read_csv" ('a.csv')`, 'forbidden'],
    [`select * from READ_PARQUET('a')`, 'forbidden'],
    [`select * from glob('/etc/*')`, 'forbidden'],
    [`select getenv('HOME')`, 'forbidden'],
    [`from query('select 1')`, 'not_a_question'],
    [`select * from query('select 1')`, 'forbidden'],
    [`select * from parquet_scan('a')`, 'forbidden'],
    [`select * from 'a.csv'`, 'file'],
    [`select * from region join 'https://example.com/a.parquet' b on true`, 'file'],
    [`select ${'1,'.repeat(20_000)}1`, 'too_long'],
  ])('refuses %.70j as %j', (sql, fault) => {
    expect(faultOf(sql)).toBe(fault);
  });

  it('names the word it refuses', () => {
    expect(judgeStatement('DROP table x')).toMatchObject({ word: 'drop' });
    expect(judgeStatement('with a as (Delete from b) select 1')).toMatchObject({ word: 'delete' });
  });

  it('never throws, and never lets a second statement through, whatever comes before it', () => {
    const parts = fc.constantFrom(
      ...['drop table region', ';', "'", '"', '--', '/*', '*/', '$$', "e'", '\\', '\n'],
      ...['with', 'x', ' ', '1', '(', ')', 'show', 'delete', "'a'", '"b"', '/* c */'],
    );
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(parts).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(faultOf(text)).toBeTypeOf('string');
        const alone = faultOf(`select 1 ${text}`);
        const followed = faultOf(`select 1 ${text}\n; drop table region`);
        expect(followed).not.toBe('fine');
        if (alone === 'fine') expect(followed).toBe('several');
      }),
    );
  });
});

describe('a native engine behind it', () => {
  let engine: NodeEngine;
  let before: string;
  const ask = (sql: string) => engine.statement(sql, { limit: 3 });
  const counts = async () => {
    const all = TABLE_NAMES.map((name) => `select '${name}' as t, count(*) as n from "${name}"`);
    return JSON.stringify(
      await engine.statement(all.join(' union all ') + ' order by 1', { limit: 99 }),
    );
  };
  beforeAll(async () => {
    engine = await makeNodeEngine(publish('synthetic', FIXTURE));
    before = await counts();
  });
  afterAll(() => engine.close());

  it('answers, cut where there is more', async () => {
    expect(await ask('select i as a, i as a from range(5) r(i) order by i')).toEqual({
      columns: ['a', 'a'],
      rows: [
        [0, 0],
        [1, 1],
        [2, 2],
      ],
      cut: true,
    });
    expect(await ask('select 1 as a')).toMatchObject({ rows: [[1]], cut: false });
    expect((await ask('describe institution')).columns).toContain('column_name');
    expect((await ask('show tables')).rows).toHaveLength(3);
  });

  it('cannot write, even where nobody has judged the statement', async () => {
    for (const sql of [
      'delete from institution',
      'drop table region',
      'create table x as select 1',
      "update region set name_zh = ''",
      'set enable_external_access = true',
      "copy region to '/tmp/a.csv'",
    ])
      expect((await failureOf(ask(sql))).code, sql).toBe('query_failed');
    expect(await counts()).toBe(before);
  });

  it('stays whole under every hostile text: as a statement, in one, and after one', async () => {
    const texts = HOSTILE_NAMES.flatMap((name) => [
      name,
      `select '${name}' as a`,
      `select 1 as a ${name}`,
      `select * from institution where name_zh = '${name}'`,
    ]);
    for (const text of texts) {
      const verdict = judgeStatement(text);
      if (verdict.kind === 'fine') await ask(verdict.sql).catch(() => undefined);
    }
    expect(await counts()).toBe(before);
  });
});
