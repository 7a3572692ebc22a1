import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixtureContracts } from '#lib/queries/testing/contract-data.ts';
import type { EngineError, EngineProgress, EngineRow } from '../engine.ts';
import { createTableLoader } from '../load/load-tables.ts';
import { failureOf } from '../testing/failure.ts';
import { ask, CRASH, DEAF, ENDLESS } from './testing/ask.ts';
import { openWasmEngine } from './index.ts';
import type { BundleName, WasmEngine, WasmOptions } from './index.ts';

const [fixture] = fixtureContracts();
if (!fixture) throw new Error('no fixture');
const { published, cases, tables } = fixture;

const open = (options: WasmOptions = {}): Promise<WasmEngine> =>
  openWasmEngine(createTableLoader(published.source, published.manifest, published.layer), options);

const endOf = (engine: WasmEngine): Promise<EngineError> =>
  new Promise((resolve) => engine.onEnd(resolve));

describe.each(['eh', 'mvp'] satisfies BundleName[])('the %s bundle', (bundle) => {
  let engine: WasmEngine;
  const progress: EngineProgress[] = [];
  const one = (sql: string): Promise<EngineRow[]> => engine.query(ask(sql), null);

  beforeAll(async () => {
    engine = await open({
      bundle,
      memoryLimit: '100MB',
      onProgress: (step) => progress.push(step),
    });
  });
  afterAll(() => engine.close());

  it('reports the bytes of its file, then the phases up to ready', () => {
    expect(engine).toMatchObject({ kind: 'duckdb-wasm', bundle, layer: published.layer });
    const bytes = progress.map(({ loaded }) => loaded);
    expect(bytes).toEqual([...bytes].sort((a, b) => a - b));
    expect([...new Set(progress.map(({ phase }) => phase))]).toEqual([
      'fetch',
      'boot',
      'load',
      'ready',
    ]);
    expect(progress.at(-1)?.loaded).toBe(progress.at(-1)?.total);
  });

  it('answers like the plain functions', async () => {
    const sample = cases.filter(({ label }, index) => index % 10 === 0 && !label.includes('""'));
    for (const each of sample)
      expect(await each.ask(engine), each.label).toEqual(each.expected(tables));
  });

  it('survives running out of memory', async () => {
    const error = await failureOf(
      one('select max(l) as a from (select list(i) as l from range(100000000) r(i))'),
    );
    expect(error.code).toBe('query_failed');
    expect(error.message).toContain('Out of Memory Error');
    expect(await one('select count(*) as n from institution')).toEqual([
      { n: published.manifest.files.find(({ table }) => table === 'institution')?.rows },
    ]);
  });

  it('refuses what other builds load from the Internet with a Catalog Error', async () => {
    for (const sql of [
      'select current_date as a',
      'select today() as a',
      `select * from read_parquet('a.parquet')`,
      `select * from read_json('a.json')`,
      `select '{"a":1}'->>'a' as a`,
      `select 'a' collate de as a`,
    ]) {
      const error = await failureOf(one(sql));
      expect([error.code, error.message], sql).toEqual([
        'query_failed',
        expect.stringContaining('Catalog Error'),
      ]);
    }
  });

  it('is locked: no files, no addresses, no settings, no extensions', async () => {
    for (const sql of [
      `select * from read_csv('http://example.com/a.csv')`,
      `select * from 'a.csv'`,
      `copy institution to 'a.csv'`,
      `attach 'a.db'`,
      'set enable_external_access = true',
      'load json',
    ]) {
      const error = await failureOf(one(sql));
      expect([error.code, error.message], sql).toEqual([
        'query_failed',
        expect.stringMatching(/Permission Error|locked|syntax error/),
      ]);
    }
  });
});

describe('an engine', () => {
  let engine: WasmEngine;
  beforeAll(async () => {
    engine = await open();
  });
  afterAll(() => engine.close());

  it('hands parameters over unchanged, whatever they contain', async () => {
    const echo = async (value: string | number | boolean | null) =>
      (await engine.query(ask('select ? as a', value), null))[0]?.['a'];
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.string({ unit: fc.constantFrom("'", '"', '\\', '\0', '?', '$1', ';', '--') }),
          fc.double({ noNaN: true }),
          fc.maxSafeInteger(),
          fc.boolean(),
          fc.constant(null),
        ),
        async (value) => {
          expect(await echo(value)).toBe(Object.is(value, -0) ? 0 : value);
        },
      ),
      { numRuns: 150 },
    );
    expect(await echo(NaN)).toBeNaN();
  });

  it('hands over numbers, texts, booleans and days, and refuses all else', async () => {
    const row = await engine.query(
      ask(
        `select 1::bigint as b, sum(i) as s, 1.5::decimal(9, 2) as d, 7::utinyint as u,
           date '2024-02-29' as day, date '1969-12-31' as before, null as nothing,
           '计' as e, true as t, 0.1::float as f from range(5) r(i)`,
      ),
      null,
    );
    expect(row).toEqual([
      {
        ...{ b: 1, s: 10, d: 1.5, u: 7, day: '2024-02-29', before: '1969-12-31' },
        ...{ nothing: null, e: '计', t: true, f: Math.fround(0.1) },
      },
    ]);
    for (const sql of [
      'select now() as a',
      'select [1] as a',
      `select 'a'::blob as a`,
      `select 'a'::enum ('a') as a`,
    ])
      expect((await failureOf(engine.query(ask(sql), null))).code, sql).toBe('decode_failed');
  });

  it('cancels a query at its deadline and when the caller gives up, and lives on', async () => {
    expect((await failureOf(engine.query(ENDLESS, null, { deadline: 300 }))).code).toBe('deadline');
    const caller = new AbortController();
    const aborted = failureOf(engine.query(ENDLESS, null, { signal: caller.signal }));
    setTimeout(() => caller.abort(), 200);
    expect((await aborted).code).toBe('aborted');
    expect(await engine.query(ask('select 1 as a'), null, { deadline: 2000 })).toEqual([{ a: 1 }]);
  });

  it('refuses more or fewer parameters than the statement has', async () => {
    for (const values of [[], [1, 2]])
      expect((await failureOf(engine.query(ask('select ? as a', ...values), null))).code).toBe(
        'query_failed',
      );
  });
});

describe('the end of an engine', () => {
  it('comes with a crash, which ends every query under way', async () => {
    const engine = await open();
    const end = endOf(engine);
    const failures = [ask('select 1 as a'), CRASH, ENDLESS].map((query) =>
      engine.query(query, null).catch((error: unknown) => (error as EngineError).code),
    );
    expect((await Promise.all(failures)).slice(1)).toEqual(['engine_crashed', 'engine_crashed']);
    expect(await end).toMatchObject({ code: 'engine_crashed', sql: CRASH.sql });
    expect((await failureOf(engine.query(ask('select 1 as a'), null))).code).toBe('engine_crashed');
  });

  it('comes when a worker does not react after a deadline', async () => {
    const engine = await open();
    const end = endOf(engine);
    expect((await failureOf(engine.query(DEAF, null, { deadline: 300 }))).code).toBe('deadline');
    expect(await end).toMatchObject({ code: 'engine_crashed' });
  });

  it('comes when the worker was killed, and a boot that is given up leaves no worker', async () => {
    const workers: Worker[] = [];
    const Original = Worker;
    window.Worker = class extends Original {
      constructor(url: string | URL) {
        super(url);
        workers.push(this);
      }
    };
    try {
      const engine = await open();
      const end = endOf(engine);
      const failure = failureOf(engine.query(ENDLESS, null, { deadline: 500 }));
      workers[0]?.terminate();
      expect((await failure).code).toBe('deadline');
      expect((await end).code).toBe('engine_crashed');

      const caller = new AbortController();
      const boot = failureOf(open({ signal: caller.signal }));
      caller.abort();
      expect((await boot).code).toBe('aborted');
      expect(workers).toHaveLength(2);
    } finally {
      window.Worker = Original;
    }
  });
});
