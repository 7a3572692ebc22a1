/** A small made-up world for tests of views: a scheme, counties, and a session that knows them. */
import type { Engine, EngineError, EngineHost } from '#lib/engine/index.ts';
import type { Layer, Manifest, Scheme, ScoreResult } from '#lib/model/index.ts';
import { score } from '#lib/scoring/index.ts';
import { makeDataset, unitTable, type Dataset, type DatasetRows } from '../dataset.ts';
import { Session } from '../session.svelte.ts';

const text = (zh: string) => ({ zh, en: zh });

/** Two indicators, `a` and `b`, each a dimension by itself, equally weighed, posts 0 and 10,000. */
export const SCHEME: Scheme = {
  id: 's',
  version: '1',
  name: text('方案'),
  description: text(''),
  effective_from: '2024-01-01',
  weights_label: text('示例权重'),
  index: {
    code: 'I',
    name: text('指数'),
    weight: 1,
    aggregate: 'arithmetic',
    children: ['a', 'b'].map((code) => ({ code, name: text(code), direction: 1, weight: 1 })),
  },
  normalise: {
    scope: 'panel',
    range: [0, 100],
    default: { method: 'goalposts', low: 0, high: 10_000 },
  },
  missing: { min_availability: 0.9, require_all_dimensions: true },
  ranking: { tie_tolerance: 1e-9 },
  bands: [{ code: 'x', name: text('领先'), min: 0 }],
};

export const MANIFEST = {
  edition: { id: '2025', cutoff: '2025-12-31', layer: 'synthetic', scheme: 's' },
  files: [{ layer: 'synthetic', table: 'observation', path: 'o.parquet', sha256: 'abc' }],
  schemes: [],
  recomputed: [],
  editions: [],
} as unknown as Manifest;

/** `n` counties with full data, the first the best; the last one lacks `b` where `gap` is set. */
export function rowsOf(n: number, gap = false, periods: readonly string[] = ['2025']): DatasetRows {
  const units = Array.from({ length: n }, (_, i) => `u${i}`);
  return {
    institutions: units.map((id) => ({
      institution_id: id,
      name_zh: `${id}所`,
      name_en: id,
      region_code: id,
      region_name_zh: `${id}县`,
      region_name_en: id,
      level: 'county',
      city_code: '990100',
      city_name_zh: '某市',
      city_name_en: 'City',
      valid_from: '2000-01-01',
      valid_to: null,
    })),
    observations: periods.flatMap((period) =>
      units.flatMap((id, i) =>
        ['a', 'b'].map((indicator) => {
          const missing = gap && indicator === 'b' && i === n - 1;
          return {
            institution_id: id,
            period,
            indicator,
            value: missing ? null : n - i,
            missing_reason: missing ? 'late' : null,
            source_id: 'x',
            qualifier: 'exact',
            locator: `f.csv!H${i + 2}`,
            revision: 0,
          };
        }),
      ),
    ),
    sources: [],
  } as unknown as DatasetRows;
}

export interface World {
  readonly rows: DatasetRows;
  readonly scheme?: Scheme;
  readonly manifest?: Manifest;
  /** Every question fails. */
  readonly fault?: EngineError | undefined;
  /** Never answers: the loading state. */
  readonly silent?: boolean | undefined;
  /** DuckDB is there, and has computed the index again with these scores of the first ones. */
  readonly again?: readonly number[] | undefined;
}

export interface Scored {
  readonly session: Session;
  readonly dataset: Dataset;
  readonly result: ScoreResult;
  readonly scheme: Scheme;
}

/** A session whose engines answer from the rows; nothing is fetched. */
export function sessionOf({
  rows,
  scheme = SCHEME,
  manifest = MANIFEST,
  fault,
  silent = false,
  again,
}: World): Scored {
  const answers: Record<string, unknown> = {
    institutions: rows.institutions,
    'scheme-observations': rows.observations,
    sources: rows.sources,
  };
  const plain: Engine = {
    kind: 'typescript',
    layer: 'synthetic',
    query: (asked) => {
      if (silent) return new Promise(() => undefined);
      return fault ? Promise.reject(fault) : Promise.resolve(answers[asked.name] as never);
    },
    close: () => Promise.resolve(),
  };
  const dataset = makeDataset('synthetic', rows);
  const result = score(unitTable(dataset, scheme), scheme);
  const index = scheme.index.code;
  const recomputed = result.rows.map((row, at) => ({
    ...row,
    element: index,
    score: again?.[at] ?? result.scores.get(index)![at],
    place: result.ranks.get(index)![at],
    status: result.status[at]!.kind,
  }));
  const duckdb: Engine = {
    ...plain,
    kind: 'duckdb-wasm',
    query: (asked, params) =>
      asked.name === 'recomputation'
        ? Promise.resolve(recomputed as never)
        : plain.query(asked, params),
  };
  const openHost = (_manifest: Manifest, layer: Layer): EngineHost => ({
    layer,
    status: {
      duckdb: again ? 'ready' : 'off',
      progress: null,
      bundle: null,
      respawns: 0,
      reason: null,
    },
    subscribe: () => () => undefined,
    engine: plain,
    plain,
    startDuckDb: () => Promise.resolve(again ? duckdb : null),
    close: () => Promise.resolve(),
  });
  const session = new Session(
    { manifest, schemes: [scheme] },
    {
      loadEngines: () => Promise.resolve(openHost),
      simulate: () => Promise.reject(new Error('nothing to simulate')),
      whenIdle: (task) => task(),
      startsDuckDb: () => false,
      mark: () => undefined,
    },
  );
  return { session, dataset, result, scheme };
}

/** Words that a page must never show. */
export const nonsense = (): string | undefined =>
  /NaN|undefined|null|Infinity|\[object/.exec(document.body.innerText)?.[0];
