import { beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { messagesFor } from '#lib/i18n/index.ts';
import type { Locale, Manifest, Source } from '#lib/model/index.ts';
import type { Chronicle, ChronicleEvent } from '#lib/state/chronicle.ts';
import { ALL_EVENTS, type TimelineView } from '#lib/state/timeline-view.ts';
import '#lib/ui/base.css';
import { timelineChoices } from './model.ts';
import View from './View.svelte';

const manifest = {
  edition: { id: '2025', cutoff: '2025-12-31', layer: 'synthetic', scheme: 's' },
  schemes: [],
  files: [],
} as unknown as Manifest;

const event = (i: number, over: Partial<ChronicleEvent> = {}): ChronicleEvent => ({
  id: `E${i}`,
  date: '2022-03',
  category: '科研',
  text: { zh: `事件${i}`, en: `Event ${i}` },
  numbers: [],
  institution_id: null,
  region_code: '220000',
  source_id: 'jilin-2022',
  locator: `第${i}条`,
  note: null,
  ...over,
});

const source = (source_id: string, title: string): Source => ({
  source_id,
  title,
  publisher: null,
  published: null,
  url: null,
  quality: '文稿全文',
  licence: null,
  data_status: 'reported',
  note: null,
});

const REPORTED = [
  event(1, { date: '2016', category: '能源计量' }),
  event(2, { numbers: [['supplies_pieces_more_than', 58_000]] }),
  event(3, { date: '2022-12', category: '党建' }),
];

const chronicle = (
  events: readonly ChronicleEvent[],
  status: 'reported' | 'synthetic',
): Chronicle => ({
  status,
  events,
  institutions: { 'syn-1': { zh: '甲县所', en: 'Jia institute' } },
  regions: {
    '220000': { zh: '吉林省', en: 'Jilin Province' },
    '990101': { zh: '甲县', en: 'Jia County' },
  },
  sources: {
    'jilin-2022': source('jilin-2022', '2022年（大事记）'),
    synthetic: source('synthetic', '示例数据生成器（虚构）'),
  },
});

const FICTIONAL = event(9, {
  date: '2025-05-20',
  category: '科普',
  institution_id: 'syn-1',
  region_code: '990101',
  source_id: 'synthetic',
  locator: 'synthetic/events.csv!A2',
});

interface Setting {
  reported?: readonly ChronicleEvent[];
  view?: Partial<TimelineView>;
  locale?: Locale;
  hydrated?: boolean;
}

function show({ reported = REPORTED, view = {}, locale = 'zh', hydrated = true }: Setting) {
  const chronicles = {
    reported: chronicle(reported, 'reported'),
    synthetic: chronicle([FICTIONAL], 'synthetic'),
  };
  const asked: { view: TimelineView; replace: boolean | undefined }[] = [];
  void render(View, {
    m: messagesFor(locale),
    locale,
    chronicles,
    choices: timelineChoices(chronicles),
    manifest,
    view: { ...ALL_EVENTS, ...view },
    search: '',
    picture: { light: 'data:,', dark: 'data:,', width: 600, height: 300 },
    theme: 'light',
    hydrated,
    institutionHref: (id: string) => `/institutions/${id}/`,
    rawHref: (path: string) => `/data/raw/${path}`,
    onView: (next: TimelineView, how?: { replace: boolean }) =>
      asked.push({ view: next, replace: how?.replace }),
  });
  return asked;
}

// Wide enough for the row of filters.
beforeEach(async () => {
  await page.viewport(1280, 900);
});

const rows = () => document.querySelectorAll('[data-events] [data-event]').length;
const nonsense = () => /NaN|undefined|null|Infinity/.exec(document.body.innerText)?.[0];

describe('the timeline', () => {
  it('lists events month by month, at the precision of their source', async () => {
    show({});
    await expect.element(page.getByRole('heading', { name: '2022年3月 1 件' })).toBeVisible();
    await expect
      .element(page.getByRole('heading', { name: '2016年（原文只写年份） 1 件' }))
      .toBeVisible();
    expect(document.querySelector('[data-event="E1"] .date')?.textContent).toBe('2016年');
    expect(document.querySelector('[data-event="E2"]')?.textContent).toContain(
      '配送物资 58\u2009000 余件',
    );
    expect(document.querySelector('[data-event="E2"] summary')?.textContent?.trim()).toBe(
      '2022年（大事记），第2条',
    );
    expect([rows(), nonsense()]).toEqual([3, undefined]);
  });

  it('says how many, of what and when, in both languages', async () => {
    show({ view: { year: '2022' }, locale: 'en' });
    await expect.element(page.getByText('2022: 2 events.')).toBeVisible();
    expect(document.querySelector('[data-event="E3"]')?.textContent).toContain('Party building');
    expect(nonsense()).toBeUndefined();
  });

  it('marks fictional events, and leads to their institution and file', async () => {
    show({ view: { layer: 'synthetic' } });
    await expect.element(page.getByText(/机构与数值均为虚构/).first()).toBeVisible();
    const link = page.getByRole('link', { name: '甲县所' });
    await expect.element(link).toHaveAttribute('href', '/institutions/syn-1/');
    document.querySelector<HTMLElement>('[data-event="E9"] summary')?.click();
    await expect
      .element(page.getByRole('link', { name: 'synthetic/events.csv A2' }))
      .toHaveAttribute('href', '/data/raw/synthetic/events.csv');
    expect(rows()).toBe(1);
  });

  it('asks for another layer without the filters of this one', async () => {
    const asked = show({ view: { category: '党建', year: '2022' } });
    await page.getByRole('combobox', { name: '数据' }).selectOptions('synthetic');
    await expect.poll(() => asked.at(-1)?.view).toEqual({ ...ALL_EVENTS, layer: 'synthetic' });
  });

  it('filters by its fields and by what is typed', async () => {
    const asked = show({});
    // Published events are of no institution of the table: there is nothing to choose.
    expect(document.querySelector('[data-filters]')?.textContent).not.toContain('机构');
    await page.getByRole('combobox', { name: '类别' }).selectOptions('党建');
    await expect.poll(() => asked.at(-1)?.view).toEqual({ ...ALL_EVENTS, category: '党建' });
    await page.getByRole('searchbox', { name: '查找' }).fill('58');
    await expect
      .poll(() => asked.at(-1))
      .toEqual({
        view: { ...ALL_EVENTS, query: '58' },
        replace: true,
      });
  });

  it('says what was not found, and that there is nothing', async () => {
    show({ view: { query: '火星' } });
    await expect.element(page.getByText('没有找到含“火星”的事件')).toBeVisible();
    expect([rows(), nonsense()]).toEqual([0, undefined]);
    expect(document.querySelector('[data-figure]')).toBeNull();
  });

  it('is empty without events', async () => {
    show({ reported: [] });
    await expect.element(page.getByText('尚无事件。')).toBeVisible();
    expect(nonsense()).toBeUndefined();
  });

  it('draws thousands only when asked', async () => {
    show({ reported: Array.from({ length: 2900 }, (_, i) => event(i)) });
    await expect.poll(rows).toBe(300);
    await page.getByRole('button', { name: '显示全部 2900 件' }).click();
    await expect.poll(rows).toBe(2900);
  });

  it('draws the matrix, and lights the events of the cell under the keyboard', async () => {
    show({});
    const chart = () =>
      document.querySelector<HTMLElement>('[data-figure="timeline"] [role="application"]');
    await expect.poll(() => chart()?.textContent).toContain('能源计量');
    chart()?.focus();
    chart()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    await expect
      .poll(() => document.querySelector('[data-event].highlighted')?.getAttribute('data-event'))
      .toBe('E1');
    expect(chart()?.querySelector('[aria-live]')?.textContent).toBe(
      '2016年（原文只写年份），能源计量，1 件',
    );
  });

  it('waits with its controls until scripts have taken over', () => {
    show({ hydrated: false });
    const controls = [...document.querySelectorAll('[data-filters] :is(select, input)')];
    expect(controls.every((control) => (control as HTMLInputElement).disabled)).toBe(true);
    expect(rows()).toBe(3);
  });
});
