import { readdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIXTURE } from '#lib/queries/testing/fixture.ts';
import type { EngineRow, Query } from '../engine.ts';
import { failureOf } from '../testing/failure.ts';
import { makeNodeEngine, withFolder } from '../testing/node-factory.ts';
import { publish } from '../testing/publish.ts';
import { openNodeEngine } from './node-engine.ts';
import type { NodeEngine } from './node-engine.ts';

const published = publish('synthetic', FIXTURE);

const sql = (text: string): Query<null, EngineRow> => ({
  name: 'test',
  tables: [],
  sql: text,
  bind: () => [],
  plain: () => [],
  decode: (row) => row,
});

/** Runs for minutes when nobody stops it. */
const SLOW = sql('select sum(a.range * b.range) as s from range(1000000) a, range(1000000) b');

describe('openNodeEngine(folder, layer)', () => {
  let engine: NodeEngine;
  beforeAll(async () => {
    engine = await makeNodeEngine(published);
  });
  afterAll(() => engine.close());

  const one = async (expression: string) => {
    const rows = await engine.query(sql(`select ${expression} as x`), null);
    return rows[0]?.['x'];
  };

  it.each([
    ["date '2024-02-29'", '2024-02-29'],
    ["date '0850-01-02'", '0850-01-02'],
    ['cast(7 as bigint)', 7],
    ['cast(-7 as hugeint)', -7],
    ['cast(1.25 as decimal(9, 2))', 1.25],
    ['cast(0.1 as double)', 0.1],
    ['(select sum(range) from range(4))', 6],
    ['true', true],
    ['null', null],
    ["'椒江''\"'", '椒江\'"'],
  ])('%s comes back as %j', async (expression, value) => {
    expect(await one(expression)).toBe(value);
  });

  it('an integer that a double cannot hold is decode_failed, not another number', async () => {
    const error = await failureOf(one('9007199254740993'));
    expect(error.code).toBe('decode_failed');
    expect(error.message).toContain('9007199254740993');
  });

  it('a type that no query should return is decode_failed', async () => {
    expect((await failureOf(one('[1, 2]'))).code).toBe('decode_failed');
  });

  it.each([
    "select * from read_csv('package.json')",
    "select * from 'package.json'",
    "copy (select 1) to 'stolen.csv'",
    "attach 'other.db'",
    "set memory_limit = '9GB'",
    'set enable_external_access = true',
    'install httpfs',
    'load httpfs',
  ])('%s is refused after loading', async (text) => {
    expect((await failureOf(engine.query(sql(text), null))).code).toBe('query_failed');
  });

  it('stops a slow query at its deadline and goes on', async () => {
    const error = await failureOf(engine.query(SLOW, null, { deadline: 100 }));
    expect(error).toMatchObject({ code: 'deadline', subject: 'test' });
    expect(await one('1')).toBe(1);
  });

  it('stops a slow query when its caller gives up', async () => {
    const caller = new AbortController();
    const failure = failureOf(engine.query(SLOW, null, { signal: caller.signal }));
    setTimeout(() => caller.abort(), 50);
    expect((await failure).code).toBe('aborted');
    expect(await one('1')).toBe(1);
  });

  it('running out of memory is an error that it survives', async () => {
    const hungry = sql('select list(a.range) as l from range(200000000) a group by a.range');
    const error = await failureOf(engine.query(hungry, null));
    expect(error.code).toBe('query_failed');
    expect(error.message).toMatch(/memory/i);
    expect(await one('1')).toBe(1);
  });

  it('closing ends a slow query with closed, and really stops it', async () => {
    const closing = await makeNodeEngine(published);
    const failure = failureOf(closing.query(SLOW, null));
    await closing.close();
    expect((await failure).code).toBe('closed');
  });
});

describe('openNodeEngine refuses', () => {
  const opening = (spoil: (folder: string) => Promise<unknown>) =>
    withFolder(published, async (folder) => {
      await spoil(folder);
      return failureOf(openNodeEngine(folder, 'synthetic'));
    });

  const firstFile = async (folder: string) => {
    const names = await readdir(join(folder, 'synthetic'));
    return join(folder, 'synthetic', names.sort()[0] ?? '');
  };

  it('a folder without manifest', async () => {
    const error = await failureOf(openNodeEngine('no/such/folder', 'synthetic'));
    expect(error).toMatchObject({ code: 'not_found', subject: 'manifest.json' });
  });

  it('a layer that is not published', async () => {
    const error = await withFolder(published, (folder) =>
      failureOf(openNodeEngine(folder, 'reported')),
    );
    expect(error).toMatchObject({ code: 'not_found', subject: 'reported' });
  });

  it('a truncated file', async () => {
    const error = await opening(async (folder) => truncate(await firstFile(folder), 100));
    expect(error.code).toBe('wrong_content');
  });

  it('a file of the right length with other content', async () => {
    const { bytes = 0 } =
      [...published.manifest.files].sort((a, b) => (a.path < b.path ? -1 : 1))[0] ?? {};
    const error = await opening(async (folder) =>
      writeFile(await firstFile(folder), new Uint8Array(bytes)),
    );
    expect(error.code).toBe('hash_mismatch');
  });

  it('a manifest that is a web page', async () => {
    const error = await opening((folder) => writeFile(join(folder, 'manifest.json'), '<html>'));
    expect(error).toMatchObject({ code: 'wrong_content', subject: 'manifest.json' });
  });
});
