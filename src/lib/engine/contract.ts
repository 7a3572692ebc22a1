import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EngineError } from './engine.ts';
import type { Engine, EngineKind, Query, TableReader } from './engine.ts';
import { failureOf } from './testing/failure.ts';
import type { PublishedData } from './testing/publish.ts';

/**
 * What every engine must do, as one suite of tests. An engine answers exactly as the plain
 * function over the rows that were published, order included, and fails with the same errors.
 */

/** One query with parameters, closed over their types. */
export interface ContractCase {
  readonly label: string;
  ask(engine: Engine): Promise<unknown[]>;
  expected(tables: TableReader): unknown[];
}

export interface ContractData {
  readonly label: string;
  readonly published: PublishedData;
  /** The published rows, not read back through the code under test. */
  readonly tables: TableReader;
  readonly cases: readonly ContractCase[];
}

export function contractCase<Params, Row>(query: Query<Params, Row>, params: Params): ContractCase {
  return {
    label: `${query.name} ${JSON.stringify(params).slice(0, 100)}`,
    ask: (engine) => engine.query(query, params),
    expected: (tables) => query.plain(tables, params).map((row) => query.decode(row)),
  };
}

export type EngineFactory = (published: PublishedData) => Promise<Engine>;

/** Registers the suite. `data` must not be empty. */
export function engineContract(
  kind: EngineKind,
  make: EngineFactory,
  data: readonly ContractData[],
): void {
  describe(`engine contract: ${kind}`, () => {
    for (const set of data) answers(kind, make, set);
    for (const set of data.slice(0, 1)) failures(make, set);
  });
}

function answers(kind: EngineKind, make: EngineFactory, set: ContractData): void {
  describe(set.label, () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await make(set.published);
    });
    afterAll(() => engine.close());

    it('says what it is', () => {
      expect({ kind: engine.kind, layer: engine.layer }).toEqual({
        kind,
        layer: set.published.layer,
      });
    });

    it.each(set.cases.map((one) => [one.label, one] as const))('%s', async (_, one) => {
      expect(await outcome(() => one.ask(engine))).toEqual(
        await outcome(() => one.expected(set.tables)),
      );
    });

    it('answers all of them at once as it does one by one', async () => {
      const asked = await Promise.all(set.cases.map((one) => outcome(() => one.ask(engine))));
      const expected = await Promise.all(
        set.cases.map((one) => outcome(() => one.expected(set.tables))),
      );
      expect(asked).toEqual(expected);
    });
  });
}

/** Rows, or the code of the error: a refused parameter must be refused by every engine. */
async function outcome(work: () => unknown[] | Promise<unknown[]>): Promise<unknown> {
  try {
    return { rows: await work() };
  } catch (error) {
    if (error instanceof EngineError) return { code: error.code };
    throw error;
  }
}

const BROKEN: Query<null, string> = {
  name: 'broken',
  tables: ['observation'],
  sql: 'select no_such_column from observation',
  bind: () => [],
  plain: () => {
    throw new TypeError('no such column');
  },
  decode: () => '',
};

const CONSTANT: Query<null, number> = {
  name: 'constant',
  tables: ['observation'],
  sql: 'select 1 as one',
  bind: () => [],
  plain: () => [{ one: 1 }],
  decode: (row) => Number(row['one']),
};

const UNDECODABLE: Query<null, never> = {
  ...CONSTANT,
  name: 'undecodable',
  decode: () => {
    throw new Error('column one: expected text');
  },
};

function failures(make: EngineFactory, set: ContractData): void {
  describe('failures', () => {
    const withEngine = async (work: (engine: Engine) => Promise<void>) => {
      const engine = await make(set.published);
      try {
        await work(engine);
      } finally {
        await engine.close();
      }
    };

    it('a failing query is query_failed with the SQL and the cause, and the engine lives on', () =>
      withEngine(async (engine) => {
        const error = await failureOf(engine.query(BROKEN, null));
        expect(error).toMatchObject({ code: 'query_failed', sql: BROKEN.sql, subject: 'broken' });
        expect(error.cause).toBeInstanceOf(Error);
        expect(await engine.query(CONSTANT, null)).toEqual([1]);
      }));

    it('an unreadable row is decode_failed with the query and the row', () =>
      withEngine(async (engine) => {
        const error = await failureOf(engine.query(UNDECODABLE, null));
        expect(error).toMatchObject({ code: 'decode_failed', subject: 'undecodable' });
        expect(error.message).toContain('row 1: column one: expected text');
      }));

    it('a signal that is already aborted is aborted', () =>
      withEngine(async (engine) => {
        const signal = AbortSignal.abort();
        const error = await failureOf(engine.query(CONSTANT, null, { signal }));
        expect(error.code).toBe('aborted');
        expect(await engine.query(CONSTANT, null)).toEqual([1]);
      }));

    it('a signal aborted on the way is aborted', () =>
      withEngine(async (engine) => {
        const caller = new AbortController();
        const failure = failureOf(engine.query(CONSTANT, null, { signal: caller.signal }));
        caller.abort();
        expect((await failure).code).toBe('aborted');
        expect(await engine.query(CONSTANT, null)).toEqual([1]);
      }));

    it('a deadline that has passed is deadline', () =>
      withEngine(async (engine) => {
        const error = await failureOf(engine.query(CONSTANT, null, { deadline: 0 }));
        expect(error.code).toBe('deadline');
        expect(await engine.query(CONSTANT, null)).toEqual([1]);
      }));

    it('a closed engine says so, and may be closed twice', () =>
      withEngine(async (engine) => {
        await engine.close();
        const error = await failureOf(engine.query(CONSTANT, null));
        expect(error).toMatchObject({ code: 'closed', subject: 'constant' });
        await engine.close();
      }));

    it('closing settles every query that is under way', () =>
      withEngine(async (engine) => {
        const queries = Array.from({ length: 5 }, () =>
          outcome(() => engine.query(CONSTANT, null)),
        );
        await engine.close();
        for (const result of await Promise.all(queries))
          expect([{ rows: [1] }, { code: 'closed' }]).toContainEqual(result);
      }));
  });
}
