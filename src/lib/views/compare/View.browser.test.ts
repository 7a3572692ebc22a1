import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { EngineError } from '#lib/engine/index.ts';
import { messagesFor } from '#lib/i18n/index.ts';
import type { Locale } from '#lib/model/index.ts';
import {
  compareOptions,
  compareSearch,
  parseCompareView,
  type CompareView,
} from '#lib/state/compare-view.ts';
import { snapshots } from '#lib/state/snapshots.svelte.ts';
import { MANIFEST, nonsense, sessionOf } from '#lib/state/testing/world.ts';
import '#lib/ui/base.css';
import { compareModel } from './model.ts';
import { SAMPLE, sampleRows, sampleScheme, type Unit } from './testing/sample.ts';
import View from './View.svelte';

/** With ids that an address can hold. */
const IDS: Readonly<Record<string, string>> = {
  甲: 'jia',
  乙: 'yi',
  丙: 'bing',
  丁: 'ding',
  戊: 'wu',
  市: 'shi',
};
const UNITS = SAMPLE.map((unit) => ({ ...unit, id: IDS[unit.id] ?? unit.id, name: unit.id }));

interface Setting {
  readonly search?: string;
  readonly units?: readonly Unit[];
  readonly locale?: Locale;
  readonly fault?: EngineError;
  readonly silent?: boolean;
}

/** The page at an address, with an address bar of its own that follows what is chosen. */
async function visit({ search = '', units = UNITS, locale = 'zh', fault, silent }: Setting = {}) {
  const scheme = sampleScheme();
  const { session, dataset, result } = sessionOf({
    rows: sampleRows(units),
    scheme,
    fault,
    silent,
  });
  const options = compareOptions(MANIFEST, [scheme], {});
  const bar = { search };
  const parse = () => parseCompareView(new URLSearchParams(bar.search), options);
  const props = () => ({
    m: messagesFor(locale),
    locale,
    session,
    options,
    view: parse(),
    initial: compareModel(dataset, scheme, result, options.defaults),
    choices: {
      synthetic: {
        periods: ['2024', '2025'],
        cities: ['1', '2'].map((n) => ({
          code: `99010${n}`,
          name: { zh: `示例${n}市`, en: `City ${n}` },
        })),
      },
    },
    placeholder: { light: 'data:,', dark: 'data:,', width: 600, height: 300 },
    theme: 'light' as const,
    search: bar.search,
    hydrated: true,
    viewHref: (view: CompareView) => `/compare/${compareSearch(view, options)}`,
    pageHref: (path: string, query: string) => `/${path}${query}`,
    institutionHref: (id: string) => `/institutions/${id}/`,
    trendsHref: (ids: readonly string[]) => `/trends/?pick=${ids.join(',')}`,
    onView: (next: CompareView) => {
      bar.search = compareSearch(next, options);
      void screen.rerender(props());
    },
  });
  const screen = await render(View, props());
  return { bar, parse, options, leave: () => screen.unmount() };
}

const finding = () => document.querySelector('[data-finding]')?.textContent?.trim();
const heads = () =>
  [...document.querySelectorAll('[data-compare] thead tr:first-child [data-series]')].map((cell) =>
    cell.textContent?.trim(),
  );
const cellsOf = (selector: string) =>
  [...document.querySelectorAll(`[data-compare] ${selector} > td`)].map((cell) =>
    cell.textContent?.replace(/\s+/g, ' ').trim(),
  );
const problems = () => document.querySelector('[data-problems]')?.textContent?.trim();
const drawn = () =>
  expect
    .poll(() => document.querySelector('[data-figure]')?.getAttribute('data-drawn'))
    .toBe('true');
/** The view without what the engines say, which depends on the moment. */
const seen = () => {
  const copy = document.querySelector('.page')?.cloneNode(true) as HTMLElement;
  copy.querySelectorAll('[data-engine-note], [aria-live], svg').forEach((node) => node.remove());
  return copy.textContent?.replace(/\s+/g, ' ');
};
const add = (label: string) =>
  page.getByRole('combobox', { name: '添加机构…' }).selectOptions(label);

// Filters fold away on a phone.
beforeEach(() => page.viewport(1280, 900));
afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
  snapshots.all.forEach(({ id }) => snapshots.remove(id));
  localStorage.clear();
});

describe('the compare view', () => {
  it('compares the first two of the ranking where nobody is picked, and says so', async () => {
    await visit();
    await expect.poll(finding).toMatch(/^甲县得分高于乙县 6\.7 分/);
    expect(problems()).toMatch(/未选机构，以下比较排名前两名/);
    expect(heads()).toEqual(['甲县', '乙县']);
    expect(cellsOf('[data-line="score"]')).toEqual(['76.7', '70.0', '−6.7']);
    expect(cellsOf('[data-line="sum"]')).toEqual(['无', '−6.7']);
    expect(cellsOf('[data-dimension="D1"]')).toEqual(['90.0', '60.0', '−30.0 计入总分 −10.0']);
    expect(nonsense()).toBeUndefined();
  });

  it('opens a deep link as it was left', async () => {
    await visit({ search: '?against=province-mean&open=D2&chart=radar&year=2025&level=county' });
    await expect.poll(heads).toEqual(['示例省平均', '甲县', '乙县']);
    await expect
      .element(page.getByText('示例省平均：4 家参与排名机构的算术平均，未加权'))
      .toBeVisible();
    await drawn();
    expect(document.querySelector('[data-indicator="b"]')?.checkVisibility()).toBe(true);
    expect(document.querySelector('[data-indicator="a"]')?.checkVisibility()).toBe(false);
  });

  it('adds and removes institutions, and shows the same from the address alone', async () => {
    const first = await visit();
    await add('丁县');
    await expect.poll(heads).toEqual(['甲县', '乙县', '丁县']);
    await page.getByRole('button', { name: '移除 乙县' }).click();
    await expect.poll(heads).toEqual(['甲县', '丁县']);
    expect(problems()).toBe('');
    expect(first.parse().pick).toEqual(['jia', 'ding']);
    const left = seen();
    await first.leave();
    await visit({ search: first.bar.search });
    await expect.poll(seen).toBe(left);
  });

  it('measures against a reference, and says how many that rests on', async () => {
    const { parse } = await visit({ search: '?pick=jia' });
    await page.getByRole('combobox', { name: '参照' }).selectOptions('本市平均');
    await expect.poll(heads).toEqual(['示例1市平均', '甲县']);
    expect(parse().against).toBe('city-mean');
    expect(cellsOf('[data-line="place"]')).toEqual(['2 家', '1 / 4']);
    await expect
      .element(page.getByText(/^示例1市平均：2 家参与排名机构的算术平均，未加权/))
      .toBeVisible();
  });

  it('draws a radar where asked, and says whom it cannot draw', async () => {
    await visit({ search: '?pick=jia,wu' });
    await drawn();
    const spoken = () =>
      document.querySelector('[data-figure] [role="application"]')?.getAttribute('aria-label');
    expect(spoken()).toMatch(/分组条形图，3 个维度，每个维度 2 条/);
    await page.getByRole('combobox', { name: '图形' }).selectOptions('雷达图');
    await expect.poll(spoken).toMatch(/雷达图，3 个维度，1 条折线/);
    await expect.element(page.getByText(/^戊县有维度缺数，未画入雷达图/)).toBeVisible();
  });

  it('opens indicators with their gaps in their own units', async () => {
    const { bar } = await visit({ search: '?pick=jia,ding' });
    await page.getByRole('button', { name: '展开全部指标' }).click();
    await expect.poll(() => bar.search).toContain('open=D1%2CD2%2CD3');
    expect(cellsOf('[data-indicator="a"]')).toEqual(['90', '50 余', '约 −40 个百分点']);
    expect(cellsOf('[data-indicator="b"]')).toEqual(['80', '50 余', '约 −30']);
    expect(cellsOf('[data-indicator="c"]')).toEqual(['60', '缺 逾期未报', '— 无']);
    await page.getByRole('button', { name: '收起 维D1 的指标' }).click();
    await expect
      .poll(() => document.querySelector('[data-indicator="a"]')?.checkVisibility())
      .toBe(false);
  });

  it('changes the scope, and keeps those picked where they still are', async () => {
    const { parse } = await visit({ search: '?pick=jia,yi' });
    await page.getByRole('combobox', { name: '年度' }).selectOptions('2024');
    await expect.poll(finding).toMatch(/^乙县得分高于甲县 10\.0 分/);
    expect(parse().pick).toEqual(['jia', 'yi']);
    await page.getByRole('combobox', { name: '城市' }).selectOptions('示例2市');
    await expect.poll(() => parse().pick).toEqual([]);
    await page.getByRole('button', { name: '恢复默认' }).click();
    await expect.poll(heads).toEqual(['甲县', '乙县']);
  });

  it('leads from the province down to a county and back up, by links', async () => {
    const { options } = await visit({ search: '?city=990102' });
    await expect
      .poll(() => document.querySelector('[aria-current="location"]')?.textContent)
      .toBe('示例2市');
    const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-trail] a')];
    const viewOf = (name: string) => {
      const link = links.find(({ textContent }) => textContent === name);
      return parseCompareView(new URL(link?.href ?? '').searchParams, options);
    };
    expect(viewOf('示例省')).toEqual(options.defaults);
    expect(viewOf('丙县')).toMatchObject({
      city: '990102',
      pick: ['bing'],
      against: 'city-mean',
    });
  });

  it('links to the institution and to the trends of those compared', async () => {
    await visit();
    const href = (name: string) =>
      page.getByRole('link', { name, exact: true }).element().getAttribute('href');
    expect([href('甲县'), href('看趋势')]).toEqual(['/institutions/jia/', '/trends/?pick=jia,yi']);
  });

  it('is in English where asked', async () => {
    await visit({ locale: 'en', search: '?against=province-median' });
    await expect
      .poll(finding)
      .toMatch(/^甲 scores 6\.7 points above 乙, the lead comes mostly from/);
    await page.getByRole('button', { name: 'Show all indicators' }).click();
    expect(cellsOf('[data-indicator="a"]')[2]).toMatch(/percentage points$/);
    expect(nonsense()).toBeUndefined();
  });
});

describe('the states of the compare view', () => {
  it('nobody to compare', async () => {
    await visit({ units: [] });
    await expect.poll(finding).toBe('该范围内没有参与排名的机构。');
    expect(document.querySelector('[data-compare]')).toBeNull();
    expect(document.querySelector('[data-empty]')).not.toBeNull();
    expect(nonsense()).toBeUndefined();
  });

  it('one institution', async () => {
    await visit({ units: [{ id: '甲', now: [1, 2, 3, 4] }] });
    await expect.poll(finding).toMatch(/再选一家机构或一个参照即可比较。$/);
    expect(cellsOf('[data-line="score"]')).toHaveLength(1);
    expect(nonsense()).toBeUndefined();
  });

  it('one without a place: no score, no zero, the reason', async () => {
    await visit({ search: '?pick=jia,wu' });
    await expect.poll(finding).toMatch(/；戊县不参与排名，没有总分可比。$/);
    expect(cellsOf('[data-line="score"]')[1]).toMatch(/^缺 指标可得率 50%/);
    expect(cellsOf('[data-dimension="D1"]')[1]).toBe('缺 不参与排名，未计分');
    // What it did report is compared all the same.
    expect(cellsOf('[data-indicator="a"]')).toEqual(['90', '50', '−40 个百分点']);
    expect(nonsense()).toBeUndefined();
  });

  it('ids that nobody has, and institutions of another scope, are named', async () => {
    await visit({ search: '?pick=nobody,jia,shi' });
    await expect.poll(heads).toEqual(['甲县']);
    expect(problems()).toMatch(/编号不存在，未列入：nobody。/);
    expect(problems()).toMatch(/不在所选城市或层级内，未列入：市所。/);
  });

  it('a reference that cannot be had is said', async () => {
    await visit({ search: '?pick=ding&against=peers-mean' });
    await expect.poll(problems).toBe('没有“同类组平均”可作参照：首家机构未设同类组。');
  });

  it('2,900 institutions', async () => {
    const units = Array.from({ length: 2900 }, (_, i): Unit => ({
      id: `u${i}`,
      city: String(1 + (i % 2)),
      now: [i % 97, i % 89, i % 83, i % 79],
    }));
    await visit({ units, search: '?against=province-mean' });
    await expect.poll(() => cellsOf('[data-line="place"]')[0]).toBe('2900 家');
    expect(document.querySelectorAll('[data-pick] option').length).toBe(2899);
    expect(nonsense()).toBeUndefined();
  });

  it('keeps the last good comparison while another year is loading', async () => {
    await visit({ silent: true, search: '?year=2024' });
    await expect
      .poll(() => document.querySelector('[data-compare]')?.getAttribute('aria-busy'))
      .toBe('true');
    expect(heads()).toEqual(['甲县', '乙县']);
  });

  it('keeps it where the data cannot be had, and says what to do', async () => {
    const fault = new EngineError('hash_mismatch', 'x', { subject: 'a.parquet' });
    await visit({ fault, search: '?year=2024' });
    await expect.element(page.getByRole('alert')).toHaveTextContent('文件校验失败');
    expect(heads()).toEqual(['甲县', '乙县']);
  });
});

describe('linked selection', () => {
  const faded = () =>
    document.querySelectorAll(
      '[data-figure] svg [fill-opacity="0.3"], [data-figure] svg [opacity="0.3"]',
    ).length;
  const litColumns = () => [
    ...new Set(
      [...document.querySelectorAll('[data-compare] .lit[data-series]')].map((cell) =>
        cell.getAttribute('data-series'),
      ),
    ),
  ];

  it('leads from the table to the chart', async () => {
    await visit();
    await drawn();
    await userEvent.hover(page.getByRole('heading', { level: 1 }));
    await expect.poll(faded).toBe(0);
    await userEvent.hover(document.querySelector('[data-dimension="D2"] td[data-series="yi"]')!);
    await expect.poll(faded).toBeGreaterThan(0);
    expect(litColumns()).toEqual(['yi']);
    await userEvent.hover(page.getByRole('heading', { level: 1 }));
    await expect.poll(faded).toBe(0);
  });

  it('leads from the chart to the table, by keyboard, and Enter keeps it', async () => {
    await visit();
    await drawn();
    const chart = document.querySelector<HTMLElement>('[data-figure] [role="application"]');
    chart?.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect.poll(litColumns).toEqual(['yi']);
    expect(document.querySelector('tbody.lit')?.getAttribute('data-axis')).toBe('D1');
    await userEvent.keyboard('{Enter}');
    chart?.blur();
    await expect.poll(litColumns).toEqual(['yi']);
  });
});

describe('snapshots', () => {
  it('bring back the whole state, over a change and a reload', async () => {
    const search = '?pick=jia,bing&against=province-mean&chart=radar&open=D2&year=2024';
    const { options, parse, leave } = await visit({ search });
    const before = parse();
    await page.getByRole('textbox', { name: '名称' }).fill('会前');
    await page.getByRole('button', { name: '存为快照' }).click();
    await page.getByRole('button', { name: '恢复默认' }).click();
    await leave();
    await visit();
    const link = page.getByRole('link', { name: '会前' }).element() as HTMLAnchorElement;
    expect(parseCompareView(new URL(link.href).searchParams, options)).toEqual(before);
    await page.getByRole('button', { name: '删除快照 会前' }).click();
    await expect.element(page.getByText('尚无快照。')).toBeVisible();
  });

  it('last for the visit where storage is denied, and the page says so', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('denied', 'QuotaExceededError');
    });
    await visit();
    await page.getByRole('button', { name: '存为快照' }).click();
    await expect.element(page.getByText(/^浏览器不允许保存数据/)).toBeVisible();
    expect(document.querySelectorAll('[data-snapshots] li')).toHaveLength(1);
  });
});
