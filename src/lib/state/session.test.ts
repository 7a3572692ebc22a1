import { describe, expect, it } from 'vitest';
import { EngineError, type Engine, type EngineHost, type EngineKind } from '#lib/engine/index.ts';
import type { Layer, Manifest, Scheme } from '#lib/model/index.ts';
import type { RecomputedRow } from '#lib/queries/recompute/index.ts';
import { Session, type SessionEffects } from './session.svelte.ts';

const text = { zh: '', en: '' };
const scheme: Scheme = {
  id: 's',
  version: '1',
  name: text,
  description: text,
  effective_from: '2024-01-01',
  weights_label: text,
  index: {
    code: 'I',
    name: text,
    weight: 1,
    aggregate: 'arithmetic',
    children: [{ code: 'a', name: text, direction: 1, weight: 1 }],
  },
  normalise: { scope: 'panel', range: [0, 100], default: { method: 'minmax' } },
  missing: { min_availability: 0.5, require_all_dimensions: false },
  ranking: { tie_tolerance: 1e-9 },
  bands: [],
};

const answers = (value: number) => ({
  institutions: ['u', 'v'].map((institution_id) => ({
    institution_id,
    level: 'county',
    valid_from: '2000-01-01',
    valid_to: null,
  })),
  'scheme-observations': [
    { institution_id: 'u', period: '2025', indicator: 'a', value },
    { institution_id: 'v', period: '2025', indicator: 'a', value: 1 },
  ],
  sources: [],
});

/** What SQL makes of the canned rows when it computes the index again. */
const again = (score = 100): RecomputedRow[] =>
  ['u', 'v'].map((unit, at) => ({
    unit,
    period: '2025',
    group: 'county',
    element: 'I',
    score: at === 0 ? score : 0,
    place: at + 1,
    status: 'ranked',
  }));

/** DuckDB, which agrees on the rows and computes `rows` from them, or fails to. */
const computing = (rows: readonly RecomputedRow[] | EngineError): Engine => {
  const duckdb = engine('duckdb-wasm', 3);
  return {
    ...duckdb,
    query: (query, params) => {
      if (query.name !== 'recomputation') return duckdb.query(query, params);
      return rows instanceof EngineError ? Promise.reject(rows) : Promise.resolve(rows as never);
    },
  };
};

/** An engine that gives canned rows by the query's name, or fails. */
const engine = (kind: EngineKind, value: number, fault?: () => EngineError | null): Engine => ({
  kind,
  layer: 'synthetic',
  query: (query) => {
    const error = fault?.();
    if (error) return Promise.reject(error);
    return Promise.resolve(answers(value)[query.name as keyof ReturnType<typeof answers>] as never);
  },
  close: () => Promise.resolve(),
});

function setUp(options: {
  duckdb?: Engine | null;
  starts?: boolean;
  fault?: () => EngineError | null;
  scheme?: Scheme;
  /** Whether the code of the engines can be fetched; it can when left out. */
  codeArrives?: () => boolean;
}) {
  const marks: string[] = [];
  const opened: Layer[] = [];
  const closed: Layer[] = [];
  const idle: (() => void)[] = [];
  const openHost = (_manifest: Manifest, layer: Layer): EngineHost => {
    opened.push(layer);
    const plain = engine('typescript', 3, options.fault);
    return {
      layer,
      status: { duckdb: 'off', progress: null, bundle: null, respawns: 0, reason: null },
      subscribe: () => () => undefined,
      engine: plain,
      plain,
      startDuckDb: () => Promise.resolve(options.duckdb ?? null),
      close: () => {
        closed.push(layer);
        return Promise.resolve();
      },
    };
  };
  const effects: SessionEffects = {
    loadEngines: () =>
      options.codeArrives?.() === false
        ? Promise.reject(new TypeError('no network'))
        : Promise.resolve(openHost),
    simulate: () => Promise.reject(new Error('nothing to simulate')),
    whenIdle: (task) => idle.push(task),
    startsDuckDb: () => options.starts ?? false,
    mark: (name) => marks.push(name),
  };
  const schemes = [options.scheme ?? scheme];
  const session = new Session({ manifest: {} as Manifest, schemes }, effects);
  return { session, marks, opened, closed, idle };
}

describe('Session', () => {
  it('loads and scores a layer once, whoever asks', async () => {
    const { session, marks } = setUp({});
    expect(session.get('synthetic', 's')).toBeNull();
    await Promise.all([session.ensure('synthetic', 's'), session.ensure('synthetic', 's')]);
    const loaded = session.get('synthetic', 's');
    expect([...(loaded?.result.scores.get('I') ?? [])]).toEqual([100, 0]);
    expect(loaded?.engine).toBe('typescript');
    expect(marks).toEqual(['hengjian:engine-ready']);
  });

  it('tries to fetch the code of the engines again after it could not be had', async () => {
    let online = false;
    const { session } = setUp({ codeArrives: () => online });
    await session.ensure('synthetic', 's');
    expect(session.failure?.code).toBe('fetch_failed');
    online = true;
    await session.ensure('synthetic', 's');
    expect(session.failure).toBeNull();
    expect(session.get('synthetic', 's')?.engine).toBe('typescript');
  });

  it('keeps a failure as a state, keeps what it had, and recovers on retry', async () => {
    let broken = false;
    const fault = () => (broken ? new EngineError('hash_mismatch', 'bad') : null);
    const { session } = setUp({ fault });
    await session.ensure('synthetic', 's');
    broken = true;
    await session.ensure('template', 's');
    expect(session.failure?.code).toBe('hash_mismatch');
    expect(session.get('template', 's')).toBeNull();
    expect(session.get('synthetic', 's')).not.toBeNull();
    broken = false;
    session.retry();
    await session.ensure('template', 's');
    expect(session.failure).toBeNull();
    expect(session.get('template', 's')).not.toBeNull();
  });

  it('says what is wrong with a scheme that it does not have', async () => {
    const { session } = setUp({});
    await session.ensure('synthetic', 'other');
    expect(session.failure).toMatchObject({ code: 'not_found', subject: 'other' });
  });

  it('closes one layer before it opens another: layers never mix', async () => {
    const { session, opened, closed } = setUp({});
    await session.ensure('synthetic', 's');
    await session.ensure('template', 's');
    expect([opened, closed]).toEqual([['synthetic', 'template'], ['synthetic']]);
  });

  it('lets DuckDB confirm the answers, and passes them on to it', async () => {
    const { session, idle } = setUp({ duckdb: engine('duckdb-wasm', 3), starts: true });
    await session.ensure('synthetic', 's');
    expect(idle).toHaveLength(1);
    await session.startDuckDb();
    expect(session.agreement).toBe('agree');
    expect(session.get('synthetic', 's')?.engine).toBe('duckdb-wasm');
  });

  it('says so when DuckDB gives another number', async () => {
    const { session } = setUp({ duckdb: engine('duckdb-wasm', 3.0001) });
    await session.ensure('synthetic', 's');
    await session.startDuckDb();
    expect(session.agreement).toBe('disagree');
    expect(session.get('synthetic', 's')?.engine).toBe('typescript');
  });

  it('goes on without DuckDB', async () => {
    const { session, idle } = setUp({ duckdb: null });
    await session.ensure('synthetic', 's');
    await session.startDuckDb();
    expect([session.agreement, idle.length]).toEqual(['unknown', 0]);
    expect(session.get('synthetic', 's')).not.toBeNull();
  });
});

describe('the second computation (R138)', () => {
  const judged = async (options: Parameters<typeof setUp>[0]) => {
    const set = setUp(options);
    await set.session.ensure('synthetic', 's');
    await set.session.startDuckDb();
    const waiting = set.session.verdict('synthetic', 's');
    for (const task of set.idle) task();
    return { ...set, waiting };
  };
  const verdictOf = ({ session }: { session: Session }) => session.verdict('synthetic', 's');

  it('runs when the page is idle, after DuckDB has confirmed the rows', async () => {
    const set = await judged({ duckdb: computing(again()) });
    expect(set.waiting).toMatchObject({ kind: 'not_checked' });
    expect(set.idle).toHaveLength(1);
    await expect.poll(() => verdictOf(set)).toEqual({ kind: 'agrees', rows: 2, largest: 0 });
  });

  it('says where the two differ', async () => {
    const set = await judged({ duckdb: computing(again(99.9)) });
    await expect.poll(() => verdictOf(set).kind).toBe('differs');
    expect(verdictOf(set)).toMatchObject({
      differences: 1,
      first: [
        { unit: 'u', period: '2025', element: 'I', what: 'score', scored: 100, recomputed: 99.9 },
      ],
    });
  });

  it('is not asked for where the engines differ on the rows already', async () => {
    const { session, idle } = await judged({ duckdb: engine('duckdb-wasm', 3.0001) });
    expect([session.agreement, idle.length]).toEqual(['disagree', 0]);
    expect(session.verdict('synthetic', 's').kind).toBe('not_checked');
  });

  it('that breaks leaves the ranking unchecked and standing', async () => {
    const set = await judged({ duckdb: computing(new EngineError('query_failed', 'x')) });
    await expect.poll(() => verdictOf(set)).toEqual({ kind: 'not_checked', reason: 'no_sql' });
    expect(set.session.failure).toBeNull();
    expect(set.session.get('synthetic', 's')).not.toBeNull();
  });

  it('says at once, without DuckDB, that a scheme is not covered', async () => {
    const uncovered = { ...scheme, impute: { method: 'mean' } } as const;
    const set = await judged({ scheme: uncovered, duckdb: null });
    expect(verdictOf(set)).toEqual({ kind: 'not_covered', reason: 'impute', element: 'a' });
  });

  it('gives no verdict on a layer that was left meanwhile', async () => {
    const set = setUp({ duckdb: computing(again(1)) });
    await set.session.ensure('synthetic', 's');
    await set.session.startDuckDb();
    await set.session.ensure('template', 's');
    for (const task of set.idle) task();
    await new Promise((done) => setTimeout(done));
    expect(verdictOf(set).kind).toBe('not_checked');
  });
});
