import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { EngineError, type Engine, type EngineHost } from '#lib/engine/index.ts';
import { messagesFor } from '#lib/i18n/index.ts';
import type { Layer, Manifest, Scheme } from '#lib/model/index.ts';
import { score } from '#lib/scoring/index.ts';
import { makeDataset, unitTable, type DatasetRows } from '#lib/state/dataset.ts';
import { rankingOptions } from '#lib/state/ranking-view.ts';
import { Session } from '#lib/state/session.svelte.ts';
import '#lib/ui/base.css';
import { rankingModel } from './model.ts';
import View from './View.svelte';

const text = (zh: string) => ({ zh, en: zh });
const scheme: Scheme = {
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
const manifest = {
  edition: { id: '2025', cutoff: '2025-12-31', layer: 'synthetic', scheme: 's' },
  files: [{ layer: 'synthetic' }],
  schemes: [],
  recomputed: [],
  editions: [],
} as unknown as Manifest;

/** `n` counties with full data; the last one lacks `b` where `gap` is set. */
function rowsOf(n: number, gap = false): DatasetRows {
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
    observations: units.flatMap((id, i) =>
      ['a', 'b'].map((indicator) => {
        const missing = gap && indicator === 'b' && i === n - 1;
        return {
          institution_id: id,
          period: '2025',
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
    sources: [],
  } as unknown as DatasetRows;
}

interface Setting {
  rows: DatasetRows;
  fault?: EngineError;
  /** Never answers: the loading state. */
  silent?: boolean;
  period?: string;
  query?: string;
  /** DuckDB is there, and has computed the index again with these scores of the first ones. */
  again?: readonly number[];
}

function show({ rows, fault, silent, period = '2025', query = '', again }: Setting) {
  const m = messagesFor('zh');
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
  const recomputed = result.rows.map((row, at) => ({
    ...row,
    element: 'I',
    score: again?.[at] ?? result.scores.get('I')![at],
    place: result.ranks.get('I')![at],
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
  const options = rankingOptions(manifest, [scheme], {});
  return render(View, {
    m,
    locale: 'zh',
    session,
    options,
    view: { ...options.defaults, period, query },
    initial: rankingModel(dataset, scheme, result, options.defaults),
    choices: { synthetic: { periods: ['2025'], cities: [] } },
    placeholder: { light: 'data:,', dark: 'data:,', width: 600, height: 300 },
    theme: 'light',
    search: '',
    hydrated: true,
    rawHref: (path: string) => path,
    onward: {
      institution: (id: string) => `/institutions/${id}/`,
      compare: (id: string) => `/compare/?pick=${id}`,
      trends: (id: string) => `/trends/?pick=${id}`,
    },
    onView: () => undefined,
  });
}

const rowCount = () => document.querySelectorAll('[data-ranking] tbody tr[data-unit]').length;
const nonsense = () => /NaN|undefined|null|Infinity/.exec(document.body.innerText)?.[0];

describe('the ranking view', () => {
  it('ranks one institution', async () => {
    await show({ rows: rowsOf(1) });
    await expect.element(page.getByText('u0县居首')).toBeVisible();
    expect([rowCount(), nonsense()]).toEqual([1, undefined]);
  });

  it('says that nobody is there', async () => {
    await show({ rows: rowsOf(0) });
    await expect.element(page.getByText('该范围内没有机构')).toBeVisible();
    expect([rowCount(), nonsense()]).toEqual([0, undefined]);
  });

  it('lists apart who lacks data, with the reason', async () => {
    await show({ rows: rowsOf(3, true) });
    await expect.element(page.getByRole('heading', { name: '不参与排名' })).toBeVisible();
    await expect.element(page.getByText('b（逾期未报）')).toBeVisible();
    expect([rowCount(), nonsense()]).toEqual([2, undefined]);
  });

  it('draws thousands only when asked', async () => {
    await show({ rows: rowsOf(2900) });
    await expect.element(page.getByText('共 2900 家机构参与排名')).toBeVisible();
    expect(rowCount()).toBe(300);
    await page.getByRole('button', { name: '显示全部 2900 家' }).click();
    await expect.poll(rowCount).toBe(2900);
    expect(nonsense()).toBeUndefined();
  });

  it('keeps the last good ranking while another year is loading', async () => {
    await show({ rows: rowsOf(2), period: '2024', silent: true });
    await expect.element(page.getByRole('table').first()).toHaveAttribute('aria-busy', 'true');
    expect(rowCount()).toBe(2);
  });

  it('keeps the last good ranking where the data cannot be had, and says what to do', async () => {
    const fault = new EngineError('hash_mismatch', 'x', { subject: 'a.parquet' });
    await show({ rows: rowsOf(2), period: '2024', fault });
    await expect.element(page.getByRole('alert')).toHaveTextContent('文件校验失败');
    await expect.element(page.getByRole('button', { name: '重试' })).toBeVisible();
    expect(rowCount()).toBe(2);
  });

  it('says which search found nothing', async () => {
    await show({ rows: rowsOf(2), query: '没有的' });
    await expect.element(page.getByText('没有名称包含“没有的”的机构。')).toBeVisible();
  });
});

describe('the second computation', () => {
  const note = () => document.querySelector('[data-engine-note="recompute"]')?.textContent ?? '';
  const openExports = () => page.getByRole('button', { name: '导出' }).click();

  it('that agrees is said in one line, and exports are offered', async () => {
    await show({ rows: rowsOf(3), again: [] });
    await expect.poll(note).toMatch(/两种算法结果一致（相对差 ≤ 1e-9，3 个机构年度）/);
    await openExports();
    expect(document.querySelectorAll('[data-export]').length).toBeGreaterThanOrEqual(6);
  });

  it('that differs refuses every export and says whom, when and what', async () => {
    await show({ rows: rowsOf(3), again: [0.031] });
    const alert = page.getByRole('alert');
    await expect.element(alert).toHaveTextContent('两种算法结果不一致，已停止导出');
    await expect
      .element(alert)
      .toHaveTextContent(/u0所 2025 年度“指数”；得分不同；程序 0\.03，SQL 0\.031/);
    expect(note()).toContain('两种算法结果不一致');
    await openExports();
    await expect.element(page.getByText(/^两种算法结果不一致.*SQL 0\.031$/).last()).toBeVisible();
    expect(document.querySelectorAll('[data-export]')).toHaveLength(0);
    expect(nonsense()).toBeUndefined();
  });

  it('that has not run says so', async () => {
    await show({ rows: rowsOf(3) });
    await expect.poll(note).toMatch(/本次浏览未用第二种算法（SQL）核对；发布时也未核对/);
  });
});
