import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { EngineError } from '#lib/engine/index.ts';
import { messagesFor } from '#lib/i18n/index.ts';
import type { DatasetRows } from '#lib/state/dataset.ts';
import { rankingOptions } from '#lib/state/ranking-view.ts';
import { MANIFEST, nonsense, rowsOf, SCHEME, sessionOf } from '#lib/state/testing/world.ts';
import '#lib/ui/base.css';
import { rankingModel } from './model.ts';
import View from './View.svelte';

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
  const { session, dataset, result } = sessionOf({ rows, fault, silent, again });
  const options = rankingOptions(MANIFEST, [SCHEME], {});
  return render(View, {
    m,
    locale: 'zh',
    session,
    options,
    view: { ...options.defaults, period, query },
    initial: rankingModel(dataset, SCHEME, result, options.defaults),
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
