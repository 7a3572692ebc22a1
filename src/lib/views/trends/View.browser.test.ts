import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { EngineError, type Engine, type EngineHost } from '#lib/engine/index.ts';
import { messagesFor } from '#lib/i18n/index.ts';
import type { Layer, Locale, Manifest } from '#lib/model/index.ts';
import { score } from '#lib/scoring/index.ts';
import { makeDataset, unitTable, type Dataset, type DatasetRows } from '#lib/state/dataset.ts';
import { Session } from '#lib/state/session.svelte.ts';
import type { TrendRecords } from '#lib/state/trends-records.ts';
import { trendsOptions, type TrendsView } from '#lib/state/trends-view.ts';
import '#lib/ui/base.css';
import { trendsModel } from './model.ts';
import { CATALOGUE, DATASET, PANEL_SCHEME, RECORDS, VIEW, YEARS } from './testing/panel.ts';
import View from './View.svelte';

const manifest = {
  edition: { id: '2024', cutoff: '2024-12-31', layer: 'synthetic', scheme: 'two' },
  files: [{ layer: 'synthetic' }],
  schemes: [],
  recomputed: [],
  editions: [],
} as unknown as Manifest;

interface Setting {
  view?: Partial<TrendsView>;
  dataset?: Dataset;
  records?: TrendRecords;
  locale?: Locale;
  fault?: EngineError;
  /** What was published and what changed cannot be had. */
  lost?: boolean;
  silent?: boolean;
}

function show({
  view = {},
  dataset = DATASET,
  records = RECORDS,
  locale = 'zh',
  fault,
  lost = false,
  silent = false,
}: Setting = {}) {
  const answer = (name: string): unknown => {
    switch (name) {
      case 'institutions':
        return dataset.institutions;
      case 'scheme-observations':
        return [...dataset.observations, ...records.observations];
      case 'sources':
        return [];
      case 'published':
        return records.published;
      default:
        return records.breaks;
    }
  };
  const plain: Engine = {
    kind: 'typescript',
    layer: 'synthetic',
    query: (asked) => {
      if (silent) return new Promise(() => undefined);
      if (fault) return Promise.reject(fault);
      if (lost && asked.name === 'published')
        return Promise.reject(new EngineError('fetch_failed', 'x'));
      return Promise.resolve(answer(asked.name) as never);
    },
    close: () => Promise.resolve(),
  };
  const openHost = (_manifest: Manifest, layer: Layer): EngineHost => ({
    layer,
    status: { duckdb: 'off', progress: null, bundle: null, respawns: 0, reason: null },
    subscribe: () => () => undefined,
    engine: plain,
    plain,
    startDuckDb: () => Promise.resolve(null),
    close: () => Promise.resolve(),
  });
  const session = new Session(
    { manifest, schemes: [PANEL_SCHEME] },
    {
      loadEngines: () => Promise.resolve(openHost),
      simulate: () => Promise.reject(new Error('nothing to simulate')),
      whenIdle: (task) => task(),
      startsDuckDb: () => false,
      mark: () => undefined,
    },
  );
  const result = score(unitTable(dataset, PANEL_SCHEME), PANEL_SCHEME);
  const options = trendsOptions(
    manifest,
    [PANEL_SCHEME],
    {},
    CATALOGUE.map(({ code }) => code),
  );
  const onView = vi.fn<(next: TrendsView) => void>();
  const picture = { light: 'data:,', dark: 'data:,', width: 600, height: 300 };
  void render(View, {
    m: messagesFor(locale),
    locale,
    session,
    options,
    view: { ...VIEW, ...view },
    initial: trendsModel(
      { dataset, scheme: PANEL_SCHEME, result, records, catalogue: CATALOGUE },
      VIEW,
    ),
    initialExplanation: null,
    choices: { synthetic: { periods: YEARS, cities: [] } },
    catalogue: CATALOGUE,
    history: [],
    placeholders: { trends: picture, stock: picture },
    theme: 'light',
    search: '',
    hydrated: true,
    institutionHref: (id: string) => `/institutions/${id}/`,
    compareHref: (ids: readonly string[]) => `/compare/?pick=${ids.join(',')}`,
    onView,
  });
  return onView;
}

const nonsense = () => /NaN|undefined|null|Infinity|\[object/.exec(document.body.innerText)?.[0];
const table = (name: string) => document.querySelector<HTMLElement>(`[data-table="${name}"]`);
const finding = () => document.querySelector('[data-finding]')?.textContent ?? '';
const drawn = () => document.querySelector('[data-figure="trends"][data-drawn="true"]');
const ready = () =>
  expect
    .poll(() => document.querySelector('[data-trends]')?.getAttribute('data-state'))
    .toBe('ready');

/** The select that a reader knows by this name. */
const selectOf = (label: string) =>
  [...document.querySelectorAll('select')].find(
    (select) =>
      select.getAttribute('aria-label') === label ||
      select.closest('label')?.querySelector('span')?.textContent === label,
  );

/** The same counties many times over. */
function many(n: number): Dataset {
  const units = Array.from({ length: n }, (_, i) => `u${i}`);
  const [sample] = DATASET.institutions;
  return makeDataset('synthetic', {
    sources: [],
    institutions: units.map((id) => ({ ...sample!, institution_id: id, region_code: id })),
    observations: units.flatMap((id, i) =>
      YEARS.flatMap((period, at) =>
        (['TZ2', 'TZ2N', 'r'] as const).map((indicator) => ({
          ...DATASET.observations[0]!,
          institution_id: id,
          period,
          indicator,
          value: indicator === 'TZ2N' ? 1 : 20 + (i % 70) + at,
        })),
      ),
    ),
  } satisfies DatasetRows);
}

describe('the trends view', () => {
  it('shows values, finding, breaks, sums and why, of the first three and the last', async () => {
    show();
    await expect.element(page.getByText('未选机构：着色的是')).toBeVisible();
    await expect.poll(drawn).not.toBeNull();
    expect(finding()).toContain('上升最多');
    expect(table('values')!.querySelectorAll('tbody tr')).toHaveLength(6);
    expect(table('stats')!.textContent).toContain('同口径同比');
    expect(table('cities')!.textContent).toContain('城2');
    expect(table('bases')!.textContent).toContain('重算');
    expect(table('stock')!.textContent).toContain('新建');
    await expect.element(page.getByText(/^自身数据 .* 分，合计 .* 分。$/)).toBeVisible();
    expect(nonsense()).toBeUndefined();
  });

  it.each(['line', 'bump', 'slope', 'multiples'] as const)(
    'draws %s from its address',
    async (chart) => {
      show({ view: { chart, of: 'TZ2', pick: ['甲', '丁'] } });
      await expect.poll(drawn).not.toBeNull();
      await expect.poll(() => drawn()!.querySelectorAll('svg text').length).toBeGreaterThan(4);
      expect(drawn()!.textContent).toContain('甲县');
      expect(nonsense()).toBeUndefined();
    },
  );

  it('states the axis of every small plot', async () => {
    show({ view: { chart: 'multiples', axis: 'common', pick: ['甲'] } });
    await expect.poll(() => drawn()?.textContent ?? '').toContain('共同轴 0–100 分');
  });

  it('keeps to what was published, with the reason of each gap', async () => {
    show({ view: { basis: 'published', pick: ['甲'] } });
    await ready();
    await expect
      .poll(() => table('values')?.textContent ?? '')
      .toContain('当年没有按本方案公布的版次');
    expect(document.querySelector('[data-breaks]')!.textContent).toContain(
      '[1] 2023 年起，方案变化',
    );
    await expect
      .poll(() => document.querySelector('[data-no-split]')?.textContent ?? '')
      .toContain('没有公布版次');
    expect(nonsense()).toBeUndefined();
  });

  it('hands on every choice', async () => {
    await page.viewport(1280, 900);
    const onView = show({ view: { pick: ['甲', '乙'] } });
    await ready();
    const last = () => onView.mock.calls[onView.mock.calls.length - 1]?.[0];
    const choose = (label: string, value: string) => {
      const select = selectOf(label)!;
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    };
    choose('内容', 'TZ2');
    expect(last()).toMatchObject({ of: 'TZ2', pick: ['甲', '乙'] });
    choose('图形', 'slope');
    expect(last()).toMatchObject({ chart: 'slope' });
    choose('口径', 'published');
    expect(last()).toMatchObject({ basis: 'published' });
    choose('起始年度', '2022');
    expect(last()).toMatchObject({ from: '2022' });
    choose('截止年度', '2023');
    expect(last()).toMatchObject({ to: '2023' });
    choose('解释哪家机构', '乙');
    expect(last()).toMatchObject({ why: '乙' });
    choose('添加机构…', '丙');
    expect(last()).toMatchObject({ pick: ['甲', '乙', '丙'], why: null });
    await page.getByRole('button', { name: '移除 甲县' }).click();
    expect(last()).toMatchObject({ pick: ['乙'] });
    await page.getByRole('button', { name: '恢复默认' }).click();
    expect(last()).toMatchObject({ pick: [], of: 'score' });
  });

  it('offers no basis where values have none', async () => {
    show({ view: { of: 'r' } });
    await ready();
    expect(selectOf('口径')!.disabled).toBe(true);
    await expect.element(page.getByText('原值为当年报送')).toBeVisible();
  });

  it('names picks that are not there, and links to institutions and their comparison', async () => {
    show({ view: { pick: ['nobody', '甲', '乙'] } });
    await expect.element(page.getByText('数据中没有这些机构编号：nobody。')).toBeVisible();
    expect(table('values')!.querySelector('a')!.getAttribute('href')).toBe('/institutions/甲/');
    expect(document.querySelector('[data-compare]')!.getAttribute('href')).toBe(
      '/compare/?pick=甲,乙',
    );
  });

  it('speaks English', async () => {
    show({ locale: 'en', view: { of: 'TZ2', pick: ['甲'] } });
    await ready();
    await expect.poll(finding).toContain('went from 50');
    const zh = /[\u4e00-\u9fff]/;
    const controls = document.querySelector('[data-filters]')!;
    expect(
      [...controls.querySelectorAll('label > span')].filter(({ textContent }) =>
        zh.test(textContent),
      ),
    ).toEqual([]);
    expect(nonsense()).toBeUndefined();
  });
});

describe('states of the trends view', () => {
  it('one year: values without changes', async () => {
    show({ view: { from: '2024', pick: ['甲'] } });
    await expect.poll(finding).toContain('只有一个年度');
    await expect.element(page.getByText('只有一个年度，没有变化可分解。')).toBeVisible();
    expect(nonsense()).toBeUndefined();
  });

  it('nothing reported: said, nothing drawn, no zero', async () => {
    const empty = makeDataset('synthetic', {
      ...DATASET,
      observations: DATASET.observations.map((row) => ({
        ...row,
        value: null,
        missing_reason: 'not_reported',
      })),
    });
    show({ dataset: empty, records: { published: [], breaks: [], observations: [] } });
    await expect.poll(finding).toBe('所示范围与年度没有可显示的数值。');
    await expect.element(page.getByText('没有可解释的机构。')).toBeVisible();
    expect(document.querySelector('[data-empty]')).not.toBeNull();
    expect(document.querySelector('[data-figure]')).toBeNull();
    expect(table('values')!.textContent).not.toMatch(/\b0\b/);
    expect(nonsense()).toBeUndefined();
  });

  it('thousands: grey columns instead of lines, the table cut until asked', async () => {
    show({ dataset: many(2900), records: { published: [], breaks: [], observations: [] } });
    await expect.poll(drawn, { timeout: 60_000 }).not.toBeNull();
    await expect.element(page.getByText(/范围内其余 2896 家太多/).first()).toBeVisible();
    expect(table('values')!.querySelectorAll('tbody tr')).toHaveLength(60);
    expect(drawn()!.querySelectorAll('svg path').length).toBeLessThan(200);
    await page.getByRole('button', { name: '显示全部 2900 家' }).click();
    await expect.poll(() => table('values')!.querySelectorAll('tbody tr').length).toBe(2900);
  });

  it('loading: the last good view stays', async () => {
    show({ view: { of: 'TZ2' }, silent: true });
    await expect
      .poll(() => document.querySelector('[data-trends]')?.getAttribute('aria-busy'))
      .toBe('true');
    expect(table('values')!.querySelectorAll('tbody tr')).toHaveLength(6);
  });

  it('data cannot be had: the last good view stays, with what to do', async () => {
    show({ view: { of: 'TZ2' }, fault: new EngineError('hash_mismatch', 'x') });
    await expect.element(page.getByRole('alert').first()).toHaveTextContent('文件校验失败');
    expect(table('values')!.querySelectorAll('tbody tr')).toHaveLength(6);
  });

  it('what was published cannot be had: said, and the rest stands', async () => {
    show({ view: { of: 'TZ2' }, lost: true });
    await expect.element(page.getByText('公布结果与口径变化未能读取')).toBeVisible();
    await expect.poll(() => table('values')?.textContent ?? '').toContain('+8.0%');
  });
});
