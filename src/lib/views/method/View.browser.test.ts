import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { EngineError } from '#lib/engine/index.ts';
import { messagesFor } from '#lib/i18n/index.ts';
import type { Locale, Manifest } from '#lib/model/index.ts';
import { methodOptions } from '#lib/state/method-view.ts';
import { MANIFEST, nonsense, rowsOf, SCHEME, sessionOf } from '#lib/state/testing/world.ts';
import '#lib/ui/base.css';
import { methodModel } from './model.ts';
import View from './View.svelte';

const LOCKED = {
  id: '2024',
  layer: 'synthetic',
  period: '2024',
  cutoff: '2024-12-31',
  locked_on: '2025-03-15',
  scheme: 's',
  scheme_version: '0.9',
  scheme_path: 'schemes/s-0.9.json',
  scheme_sha256: 'a'.repeat(64),
  result_path: 'published/2024.csv',
  result_sha256: 'b'.repeat(64),
  inputs: [{ path: 'synthetic/observations/2024.csv', sha256: 'c'.repeat(64) }],
  tool_version: '0.1.0',
  reason: { zh: '年度公布', en: 'Yearly publication' },
  changes: [{ zh: '极差范围改为历年', en: 'Range over all years' }],
};

interface Setting {
  readonly n: number;
  readonly locale?: Locale;
  readonly manifest?: Manifest;
  readonly fault?: EngineError;
  readonly period?: string;
}

function show({ n, locale = 'zh', manifest = MANIFEST, fault, period = '2025' }: Setting) {
  const { session, result } = sessionOf({ rows: rowsOf(n), manifest, fault });
  const options = methodOptions(manifest, [SCHEME], {});
  return render(View, {
    m: messagesFor(locale),
    locale,
    session,
    options,
    view: { ...options.defaults, period },
    initial: methodModel(SCHEME, result, options.defaults),
    choices: { synthetic: { periods: ['2024', '2025'], cities: [] } },
    placeholder: { light: 'data:,', dark: 'data:,', width: 600, height: 300 },
    theme: 'light',
    search: '',
    hydrated: true,
    fileHref: (path: string) => `/data/${path}`,
    links: { schema: '/s.json', method: '/m.md', data: '/data/' },
    onView: () => undefined,
  });
}

describe('the method page', () => {
  it('states the scheme in words and numbers', async () => {
    await show({ n: 12 });
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('方法：方案');
    await expect.element(page.getByText('指数由 2 个维度、2 项指标构成')).toBeVisible();
    await expect.element(page.getByText('0 为 0 分，10 000 为满分').first()).toBeVisible();
    await expect.element(page.getByText('有数的指标不足 90% 的机构不参与排名')).toBeVisible();
    expect(nonsense()).toBeUndefined();
  });

  it('shows correlations and says what is redundant', async () => {
    await show({ n: 12 });
    await expect.element(page.getByText('“a”与“b”几乎说同一件事（r = 1.00）')).toBeVisible();
  });

  it.each([0, 1, 2])('with %i institutions says that nothing can be told from them', async (n) => {
    await show({ n });
    await expect.element(page.getByText('机构太少，算不出相关。')).toBeVisible();
    expect(nonsense()).toBeUndefined();
  });

  it('says that no edition is locked, or lists each with reason, changes and hashes', async () => {
    await show({ n: 3 });
    await expect.element(page.getByText('还没有锁定的版次。')).toBeVisible();
    await show({ n: 3, manifest: { ...MANIFEST, editions: [LOCKED] } as unknown as Manifest });
    const ledger = page.getByRole('listitem').filter({ hasText: '年度公布' });
    await expect.element(ledger.first()).toHaveTextContent('极差范围改为历年');
    await expect.element(ledger.first()).toHaveTextContent('锁定日期 2025年3月15日');
    await ledger.first().getByText('校验值').click();
    await expect
      .element(page.getByTitle('b'.repeat(64)))
      .toHaveAttribute('href', '/data/published/2024.csv');
  });

  it('lists the edition in force once, also when it is locked, and whose place an edition takes', async () => {
    const current = { ...LOCKED, id: MANIFEST.edition.id, reason: { zh: '现行版公布', en: 'x' } };
    const again = { ...LOCKED, id: '2024-2', succeeds: '2024', reason: { zh: '补报', en: 'x' } };
    const editions = [LOCKED, again, current];
    await show({ n: 3, manifest: { ...MANIFEST, editions } as unknown as Manifest });
    const items = page.getByRole('listitem');
    await expect.element(items.filter({ hasText: '现行版公布' }).first()).toHaveTextContent('现行');
    await expect
      .element(items.filter({ hasText: '补报' }).first())
      .toHaveTextContent('接替 2024 版');
    await expect.element(page.getByText('尚未锁定')).not.toBeInTheDocument();
  });

  it('keeps what it has where another year cannot be had', async () => {
    const fault = new EngineError('hash_mismatch', 'x', { subject: 'a.parquet' });
    await show({ n: 12, period: '2024', fault });
    await expect.element(page.getByRole('alert')).toHaveTextContent('文件校验失败');
    await expect.element(page.getByText('指数由 2 个维度、2 项指标构成')).toBeVisible();
  });

  it('speaks English', async () => {
    await show({ n: 12, locale: 'en' });
    await expect
      .element(page.getByText('The index has 2 dimensions and 2 indicators'))
      .toBeVisible();
    expect(nonsense()).toBeUndefined();
  });
});
