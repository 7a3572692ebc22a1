import { beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { messagesFor } from '#lib/i18n/index.ts';
import type { Locale, Manifest } from '#lib/model/index.ts';
import { ALL_FACTS, type FactsView } from '#lib/state/facts-view.ts';
import type { FactsData, PublishedFact } from '#lib/state/published-facts.ts';
import '#lib/ui/base.css';
import { factsChoices } from './model.ts';
import View from './View.svelte';

const manifest = {
  edition: { id: '2025', cutoff: '2025-12-31', layer: 'synthetic', scheme: 's' },
  schemes: [],
  files: [],
} as unknown as Manifest;

const fact = (i: number, over: Partial<PublishedFact> = {}): PublishedFact => ({
  id: `f${i}`,
  number: `LN-${i}`,
  name: { zh: `统计内容${i}`, en: `Statistic ${i}` },
  unit: { zh: '家', en: 'firms' },
  entity: null,
  region_code: '210000',
  indicator: i === 1 ? 'F_LN_022' : 'F_X',
  pillar: i % 2 === 0 ? '科学计量' : '诚信计量',
  pillarPrinted: true,
  period: '2016',
  firstYear: 2016,
  lastYear: 2016,
  until: '2016-12-31',
  value: i,
  missing_reason: null,
  value_text: null,
  qualifier: 'exact',
  measure_kind: 'flow',
  source_id: 'liaoning-2016',
  locator: '三/二',
  note: null,
  ...over,
});

const HEDGED = fact(1, { value: 630, value_text: '630余家', qualifier: 'more_than' });
const NATIONAL = fact(2, {
  indicator: 'TZ2',
  region_code: '100000',
  value: 62_000,
  value_text: '6.2万余项',
  unit: { zh: '项', en: 'items' },
  qualifier: 'more_than',
});

const dataOf = (facts: readonly PublishedFact[]): FactsData => ({
  facts,
  sources: {
    'liaoning-2016': {
      source_id: 'liaoning-2016',
      title: '2016年全省计量工作总结',
      publisher: '某局（出版者系推断）',
      published: '2017-02-16T13:27:00',
      url: null,
      quality: '文稿全文',
      licence: '仅引用',
      data_status: 'reported',
      note: null,
    },
  },
  regions: {
    '100000': { name: { zh: '全国', en: 'China' }, level: 'country', province: '100000' },
    '210000': { name: { zh: '辽宁省', en: 'Liaoning' }, level: 'province', province: '210000' },
  },
  checks: [
    ['CHK-1', '甲 + 乙 (a + b)', '相符 (exact)', true],
    ['CHK-2', '4项占90% (4 are 90 %)', '不能自洽 (NOT self-consistent)', false],
    ['CHK-3', '60家与60名 (60 and 60)', '数值巧合 (coincidence trap)', true],
  ].map(([check_id, rule, verdict, consistent]) => ({
    check_id: String(check_id),
    rule: String(rule),
    verdict: String(verdict),
    consistent: consistent === true,
    computed: 4.44,
    stated: null,
    data_status: 'reported',
    source_id: 'liaoning-2016',
    note: null,
  })),
});

interface Setting {
  facts?: readonly PublishedFact[];
  view?: Partial<FactsView>;
  locale?: Locale;
  hydrated?: boolean;
}

function show({ facts = [HEDGED, NATIONAL], view = {}, locale = 'zh', hydrated = true }: Setting) {
  const data = dataOf(facts);
  const asked: { view: FactsView; replace: boolean | undefined }[] = [];
  const picture = { light: 'data:,', dark: 'data:,', width: 600, height: 300 };
  void render(View, {
    m: messagesFor(locale),
    locale,
    data,
    choices: factsChoices(data),
    manifest,
    view: { ...ALL_FACTS, ...view },
    search: '',
    pictures: { national: picture, provinces: picture },
    theme: 'light',
    hydrated,
    topicHref: (topic: string) => `?topic=${topic}`,
    pages: [{ id: 'timeline', href: '/timeline/' }],
    onView: (next: FactsView, how?: { replace: boolean }) =>
      asked.push({ view: next, replace: how?.replace }),
  });
  return asked;
}

// Wide enough for the row of filters.
beforeEach(async () => {
  await page.viewport(1280, 900);
});

const rows = () => document.querySelectorAll('[data-facts] [data-fact]').length;
const nonsense = () => /NaN|undefined|null|Infinity/.exec(document.body.innerText)?.[0];

describe('the page of published facts', () => {
  it('prints hedges as they stand, under headings, with the document one click away', async () => {
    show({});
    await expect.element(page.getByRole('cell', { name: '630余家' })).toBeVisible();
    await expect.element(page.getByRole('heading', { name: '诚信计量 1 条' })).toBeVisible();
    const source = document.querySelector<HTMLElement>('[data-fact="LN-1"] summary');
    expect(source?.innerText).toContain('2016年全省计量工作总结，三/二');
    const details = document.querySelector<HTMLElement>('[data-fact="LN-1"] dl');
    expect(details?.checkVisibility()).toBe(false);
    source?.click();
    expect(details?.checkVisibility()).toBe(true);
    expect(details?.innerText).toMatch(/LN-1[^]*2017-02-16[^]*三\/二[^]*未记录网址[^]*仅引用/);
    expect(document.querySelector('[data-publisher]')?.textContent).toContain('推断');
    expect([rows(), nonsense()]).toEqual([2, undefined]);
  });

  it('translates values into English and keeps the wording of the source beside', async () => {
    show({ locale: 'en' });
    await expect.element(page.getByText('over 630 firms')).toBeVisible();
    expect(document.querySelector('[data-fact="LN-1"] [lang="zh-CN"].sub')?.textContent).toBe(
      '630余家',
    );
    expect(nonsense()).toBeUndefined();
  });

  it('finds by what is typed, and replaces the address', async () => {
    const asked = show({});
    await page.getByRole('searchbox', { name: '查找' }).fill('630');
    await expect
      .poll(() => asked.at(-1))
      .toEqual({
        view: { ...ALL_FACTS, query: '630' },
        replace: true,
      });
  });

  it('filters by each of its fields', async () => {
    const asked = show({});
    await page.getByRole('combobox', { name: '板块' }).selectOptions('诚信计量');
    await expect.poll(() => asked.at(-1)?.view).toEqual({ ...ALL_FACTS, pillar: '诚信计量' });
    await page.getByRole('combobox', { name: '地区' }).selectOptions('210000');
    await expect.poll(() => asked.at(-1)?.view).toEqual({ ...ALL_FACTS, province: '210000' });
  });

  it('leads to each topic and to other pages by a link', () => {
    show({ view: { topic: 'honesty' } });
    const links = [...document.querySelectorAll('[data-topic]')];
    expect(links.map((link) => [link.getAttribute('href'), link.textContent])).toEqual([
      ['?topic=standards', '社会公用计量标准（大区级、省级、市级）（1）'],
      ['?topic=honesty', '诚信计量承诺（1）'],
    ]);
    expect(links[1]?.getAttribute('aria-current')).toBe('true');
    expect(document.querySelector('[data-page="timeline"]')?.getAttribute('href')).toBe(
      '/timeline/',
    );
    expect(rows()).toBe(1);
  });

  it('says what was not found', async () => {
    show({ view: { query: '没有的' } });
    await expect.element(page.getByText('没有找到含“没有的”的公开统计数')).toBeVisible();
    expect([rows(), nonsense()]).toEqual([0, undefined]);
  });

  it('says that there is nothing where there is nothing', async () => {
    show({ facts: [] });
    await expect.element(page.getByText('尚无公开数据。').first()).toBeVisible();
    expect([rows(), nonsense()]).toEqual([0, undefined]);
  });

  it('hatches a value that is not there, with the reason', async () => {
    show({ facts: [fact(3, { value: null, missing_reason: 'late' })] });
    await expect.element(page.getByText('逾期未报')).toBeVisible();
    expect(document.querySelector('[data-fact] .hatch')?.textContent).toBe('缺');
    expect(document.querySelector('[data-fact] .value')?.textContent).not.toMatch(/0/);
  });

  it('draws thousands only when asked', async () => {
    show({ facts: Array.from({ length: 2900 }, (_, i) => fact(i + 10)) });
    await expect.poll(rows).toBe(300);
    await page.getByRole('button', { name: '显示全部 2900 条' }).click();
    await expect.poll(rows).toBe(2900);
  });

  it('waits with its controls until scripts have taken over', () => {
    show({ hydrated: false });
    const controls = [...document.querySelectorAll('[data-filters] :is(select, input)')];
    expect(controls.length).toBeGreaterThan(5);
    expect(controls.every((control) => (control as HTMLInputElement).disabled)).toBe(true);
    expect(rows()).toBe(2);
  });

  it('draws the hedged bar with its year, and explains the open end', async () => {
    show({});
    const drawn = () => document.querySelector('[data-figure="facts-national"] svg')?.textContent;
    await expect.poll(drawn).toContain('6.2万余');
    expect(drawn()).toContain('2016年');
    await expect.element(page.getByText('虚线开口').first()).toBeVisible();
  });
});

describe('the checks', () => {
  it('show what fails first, by sign and word, and explain coincidences', async () => {
    show({});
    const kinds = [...document.querySelectorAll<HTMLElement>('[data-check]')].map((row) => [
      row.dataset['check'],
      row.dataset['kind'],
    ]);
    expect(kinds).toEqual([
      ['CHK-2', 'fails'],
      ['CHK-1', 'holds'],
      ['CHK-3', 'coincidence'],
    ]);
    expect(document.querySelector('[data-check="CHK-2"] .verdict')?.textContent).toMatch(
      /✕\s*不能自洽/,
    );
    await expect.element(page.getByRole('heading', { name: '同数不同义' })).toBeVisible();
  });
});
