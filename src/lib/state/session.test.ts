import { describe, expect, it } from 'vitest';
import { EngineError, type Engine, type EngineHost, type EngineKind } from '#lib/engine/index.ts';
import type { Layer, Manifest, Scheme } from '#lib/model/index.ts';
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
  ranking: { tie_tolerance: 0 },
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
    whenIdle: (task) => idle.push(task),
    startsDuckDb: () => options.starts ?? false,
    mark: (name) => marks.push(name),
  };
  const session = new Session({ manifest: {} as Manifest, schemes: [scheme] }, effects);
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
