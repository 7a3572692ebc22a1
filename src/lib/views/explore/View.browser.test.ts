import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import axe from 'axe-core';
import { EngineError } from '#lib/engine/index.ts';
import { HOSTILE_NAMES } from '#lib/engine/testing/hostile.ts';
import { messagesFor } from '#lib/i18n/index.ts';
import type { Manifest } from '#lib/model/index.ts';
import type { Measure } from '#lib/state/explore-facts.ts';
import { exploreOptions, type ExploreView } from '#lib/state/explore-view.ts';
import type { Session } from '#lib/state/session.svelte.ts';
import { nonsense, SCHEME } from '#lib/state/testing/world.ts';
import '#lib/ui/base.css';
import View from './View.svelte';

const manifest = {
  edition: { id: '2025', cutoff: '2025-12-31', layer: 'synthetic', scheme: 's' },
  files: [
    { layer: 'synthetic', table: 'source', rows: 450 },
    { layer: 'synthetic', table: 'observation', rows: 1, sha256: 'abc' },
    { layer: 'reported', table: 'observation', rows: 1, sha256: 'abc' },
  ],
  schemes: [],
  recomputed: [],
  editions: [],
} as unknown as Manifest;

const measure = (code: string, name: string, kind: Measure['kind'], unit: string): Measure => ({
  ...{ code, kind, definition: '', scored: false },
  name: { zh: name, en: name },
  unit: { zh: unit, en: unit },
  group: { zh: 'T', en: 'T' },
});
const group = (key1: string, value: number | null, missing = 0) => ({
  ...{ measure: 'TZ2', key1, key2: null, unit: '项', units: 1, kind: 'stock', value },
  ...{ n: value === null ? 0 : 3, missing, hedged: 0 },
});
const initialGroups = [group('x', 30), group('y', 40, 1)];

interface Setting {
  view?: Partial<ExploreView>;
  fault?: EngineError;
  statement?: (sql: string, options: { signal?: AbortSignal }) => Promise<unknown>;
  duckdb?: 'off' | 'ready' | 'failed';
}

function show({ view = {}, fault, statement, duckdb = 'ready' }: Setting = {}) {
  const asked: string[] = [];
  const answers: Record<string, unknown[]> = {
    regions: ['x', 'y'].map((region_code) => ({
      region_code,
      name_zh: `市${region_code}`,
      name_en: region_code,
    })),
    institutions: [],
    'group-facts': [group('x', 7), group('y', null, 2)],
    sources: Array.from({ length: 450 }, (_, i) => ({ source_id: `s${i}`, title: `文件${i}` })),
  };
  const reason = new EngineError('wasm_blocked', 'x');
  const session = {
    manifest,
    status: { duckdb, reason: duckdb === 'failed' ? reason : null },
    agreement: 'agree',
    failure: null,
    ask: (_layer: string, query: { name: string }) => {
      const name = query.name === 'all-institutions' ? 'institutions' : query.name;
      return fault && name === 'group-facts'
        ? Promise.reject(fault)
        : Promise.resolve(answers[name] ?? []);
    },
    boot: () => Promise.resolve(duckdb !== 'failed'),
    ensure: () => Promise.resolve(),
    get: () => null,
    statement: (_layer: string, sql: string, options: { signal?: AbortSignal }) => {
      asked.push(sql);
      return (
        statement?.(sql, options) ?? Promise.resolve({ columns: ['a'], rows: [[1]], cut: false })
      );
    },
  } as unknown as Session;
  const options = exploreOptions(manifest, [SCHEME]);
  const screen = render(View, {
    ...{ session, options, manifest, theme: 'light' as const, search: '', hydrated: true },
    ...{ m: messagesFor('zh'), locale: 'zh' as const, duckdbBytes: 34_200_000 },
    view: { ...options.defaults, ...view },
    initial: {
      view: options.defaults,
      groups: initialGroups,
      labels: { city: {}, region: {}, institution: {}, peer_group: {} },
    },
    measures: {
      synthetic: [
        measure('TZ2', '标准数', 'stock', '项'),
        measure('TZ3', '持证比例', 'ratio', '%'),
      ],
    },
    choices: { synthetic: { periods: ['2024', '2025'], cities: [] } },
    onView: (next: ExploreView) => void screen.then((shown) => shown.rerender({ view: next })),
  });
  return { screen, asked };
}

const sql = () => page.getByLabelText('SQL 语句');
const run = () => page.getByRole('button', { name: /^执行/ });

describe('the explore page', () => {
  it('answers with how many values went in and how many are missing', async () => {
    await show().screen;
    await expect.element(page.getByRole('row', { name: /市x 7 3 个值/ })).toBeVisible();
    await expect.element(page.getByRole('row', { name: /市y 缺 0 个值，缺 2/ })).toBeVisible();
    expect(nonsense()).toBeUndefined();
  });

  it('refuses in a sentence what means nothing', async () => {
    await show({ view: { measures: ['TZ3'], aggregate: 'sum' } }).screen;
    await expect.element(page.getByText(/“持证比例”是比例，相加没有意义/).first()).toBeVisible();
  });

  it('keeps the last answer where a new one cannot be had', async () => {
    await show({ view: { by: ['level'] }, fault: new EngineError('fetch_failed', 'x') }).screen;
    await expect.element(page.getByText(/未能取得结果：无法连接服务器/)).toBeVisible();
    expect(document.querySelector('[data-state]')?.getAttribute('data-state')).toBe('error');
    expect(document.body.innerText).toContain('40');
  });

  it('lists a table two hundred rows at a time', async () => {
    await show({ view: { table: 'source' } }).screen;
    await expect.element(page.getByText('第 1 页，共 3 页').last()).toBeVisible();
    const rows = () => document.querySelectorAll('[data-table="source"] tbody tr').length;
    await expect.poll(rows).toBeGreaterThan(200);
    await page.getByRole('button', { name: '下一页' }).click();
    await expect.element(page.getByText('s200')).toBeVisible();
  });

  it('tells what the columns of every table mean', async () => {
    await show().screen;
    expect(document.querySelectorAll('[data-tables] details')).toHaveLength(11);
    expect(document.body.textContent).toContain('数值；缺则为空，不是零');
  });

  it('fits a phone', async () => {
    await page.viewport(360, 740);
    await show({ duckdb: 'off' }).screen;
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
    await expect
      .element(page.getByRole('button', { name: '下载 DuckDB（34.2 MB）并执行' }))
      .toBeVisible();
    await page.viewport(1280, 800);
  });

  it('has nothing that axe finds wrong', async () => {
    await show({ view: { table: 'source' } }).screen;
    await expect.element(page.getByText('第 1 页，共 3 页').last()).toBeVisible();
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });
});

describe('the SQL box', () => {
  it('runs with Ctrl+Enter, shows rows, and remembers', async () => {
    const { screen, asked } = show();
    await screen;
    await sql().fill('select 1 as a;');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.element(page.getByText('1 行', { exact: true }).last()).toBeVisible();
    expect(asked).toEqual(['select 1 as a']);
    expect(document.querySelector('[data-sql-result] td')?.textContent).toBe('1');
    expect(document.querySelector('[data-sql] ol')?.textContent).toContain('select 1 as a');
  });

  it('refuses before running, in the reader’s language', async () => {
    const { screen, asked } = show();
    await screen;
    for (const [text, words] of [
      ['drop table region', '“drop”不是查询'],
      ['select 1; select 2', '一次只能执行一条语句'],
      ["select * from 'a.csv'", '不能读取文件“a.csv”'],
      ["select * from read_csv('a')", '不允许使用“read_csv”'],
    ] as const) {
      await sql().fill(text);
      await run().click();
      await expect.element(page.getByText(new RegExp(words))).toBeVisible();
    }
    expect(asked).toEqual([]);
  });

  it('says when rows were cut off, and DuckDB’s own words where it failed', async () => {
    const cut = show({
      statement: () =>
        Promise.resolve({
          columns: ['a'],
          rows: Array.from({ length: 2000 }, (_, i) => [i]),
          cut: true,
        }),
    });
    await cut.screen;
    await run().click();
    await expect.element(page.getByText(/只显示前 2000 行，其余未取/)).toBeVisible();
    expect(document.querySelectorAll('[data-sql-result] tbody tr')).toHaveLength(200);
    await (await cut.screen).unmount();
    const wrong = show({
      statement: () =>
        Promise.reject(new EngineError('query_failed', 'statement: Binder Error: no x')),
    });
    await wrong.screen;
    await run().click();
    await expect.element(page.getByText('语句有错。')).toBeVisible();
    await expect.element(page.getByText('DuckDB 的提示：Binder Error: no x')).toBeVisible();
  });

  it('can be cancelled', async () => {
    await show({
      statement: (_sql, { signal }) =>
        new Promise((_resolve, reject) =>
          signal?.addEventListener('abort', () => reject(new EngineError('aborted', 'x'))),
        ),
    }).screen;
    await run().click();
    await page.getByRole('button', { name: '取消' }).click();
    await expect.element(page.getByText('已取消。')).toBeVisible();
    // The button is gone; the keyboard is where the next statement is written.
    await expect.element(page.getByLabelText('SQL 语句')).toHaveFocus();
  });

  it('says what still works where DuckDB cannot run', async () => {
    await show({ duckdb: 'failed' }).screen;
    await expect
      .element(page.getByText(/SQL 查询不可用；上面的自选指标与数据表由内置引擎提供/))
      .toBeVisible();
  });

  it('shows hostile texts as text', async () => {
    const nasty = HOSTILE_NAMES.slice(0, 40);
    await show({
      statement: () =>
        Promise.resolve({
          columns: nasty.slice(0, 2),
          rows: nasty.map((name) => [name, null]),
          cut: false,
        }),
    }).screen;
    await run().click();
    await expect
      .poll(() => document.querySelectorAll('[data-sql-result] tbody tr').length)
      .toBe(40);
    expect(
      document.querySelectorAll('[data-sql-result] script, [data-sql-result] img'),
    ).toHaveLength(0);
  });
});
