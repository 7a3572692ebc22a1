import axe from 'axe-core';
import { page, userEvent } from 'vitest/browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import '#lib/ui/base.css';
import { formatNumber, messagesFor } from '#lib/i18n/index.ts';
import { intakeMessages } from '#lib/i18n/views/intake.ts';
import type { ImportFinding } from '#lib/intake/import/outcome.ts';
import type { Question } from '#lib/intake/mapping/mapping.ts';
import { SCHEMA_VERSION, type Manifest } from '#lib/model/index.ts';
import { LocalData } from '#lib/state/local/local-data.svelte.ts';
import { LOCAL_VERSION, stampOf, type LocalPack } from '#lib/state/local/local-pack.ts';
import type { ImportSummary, Order, Report } from '#lib/state/local/orders.ts';
import { SCHEME } from '#lib/state/testing/world.ts';
import View from './View.svelte';

const w = intakeMessages('zh');

const published = {
  schema_version: SCHEMA_VERSION,
  edition: { id: '2025', cutoff: '2025-12-31', layer: 'synthetic', scheme: 's' },
  files: [],
  schemes: [],
  inputs: [],
} as unknown as Manifest;

const pack: LocalPack = {
  version: LOCAL_VERSION,
  base: stampOf(published),
  manifest: {
    ...published,
    local: { savedAt: '2026-01-01', files: ['a.csv'], layers: ['synthetic'], hash: 'h' },
  },
  files: [],
  tables: [],
  choices: {},
};

const summary = (over: Partial<ImportSummary> = {}): ImportSummary => ({
  counts: {
    ...{ rows: 10, imported: 6, skipped: 3, refused: 1 },
    ...{ values: 12, gaps: 1, revised: 2, unchanged: 0, duplicates: 0 },
  },
  files: [
    {
      ...{ file: 'a.csv', bytes: 9, format: 'csv', encoding: 'utf-8', refusal: null },
      sheets: [
        {
          sheet: '表一',
          rows: 10,
          reasons: [
            { fate: 'imported', reason: '', rows: 6 },
            { fate: 'refused', reason: 'odd', rows: 1 },
            { fate: 'skipped', reason: 'header', rows: 3 },
          ],
        },
      ],
    },
  ],
  findings: { error: 60, warning: 0, information: 0 },
  rules: { odd: { zh: '看不懂', en: 'odd' } },
  questions: [],
  conflicts: [],
  conflictCount: 0,
  choices: {
    indicators: [{ code: 'TZ1', name: 'TZ1 强检' }],
    institutions: [],
    units: [],
  },
  layers: ['synthetic'],
  periods: ['2025'],
  periodsOf: { synthetic: ['2025'] },
  years: null,
  mapping: null,
  leftOut: [],
  ...over,
});

const QUESTION: Question = {
  kind: 'heading',
  ...{ key: '奇怪的表头', file: 'a.csv', sheet: '', cell: 'C1' },
  ...{ proposals: [], waiting: 4 },
};

const UNRANKED = {
  ...{ id: 'v', name: { zh: '乙县', en: 'Yi' } },
  status: { kind: 'low_availability', availability: 0.4, required: 0.8 },
  gaps: [{ indicator: 'TZ1', name: { zh: '强检项目数', en: 'Items' }, reason: 'not_reported' }],
} as const;

const standing = (rank: number, score: number) => ({ rank, score, status: 'ranked' }) as const;
const FINDING: ImportFinding = {
  severity: 'error',
  ...{ code: 'odd', file: 'a.csv', sheet: '', row: 7, cell: 'B7', raw: '拾几' },
  became: { zh: '', en: '' },
  rule: { zh: '看不懂', en: 'odd' },
  todo: { zh: '写成数字', en: 'write a number' },
};

/** A worker that answers every order at once. */
class Answering extends EventTarget {
  readonly orders: Order[] = [];
  readonly #summaries: ImportSummary[];
  ended = false;

  constructor(summaries: readonly ImportSummary[]) {
    super();
    this.#summaries = [...summaries];
  }
  terminate() {
    this.ended = true;
  }
  say(report: Report) {
    this.dispatchEvent(new MessageEvent('message', { data: report }));
  }
  postMessage(order: Order) {
    this.orders.push(order);
    queueMicrotask(() => this.#answer(order));
  }
  #answer(order: Order) {
    if (order.type === 'run') {
      const next = this.#summaries.shift();
      if (next) this.say({ type: 'imported', summary: next });
      else this.say({ type: 'progress', stage: 'convert', done: 10, total: 50_000 });
    } else if (order.type === 'ask') {
      const { id } = order;
      switch (order.kind) {
        case 'findings': {
          const { from, count } = order.with;
          const findings = Array.from({ length: Math.min(count, 60 - from) }, () => FINDING);
          return this.say({ type: 'answer', id, value: { findings, total: 60 } });
        }
        case 'preview':
          return this.say({
            type: 'answer',
            id,
            value: {
              scope: { layer: 'synthetic', period: '2025', level: 'county', scheme: 's' },
              rows: [
                {
                  ...{ id: 'u', name: { zh: '甲县', en: 'Jia' }, city: null },
                  ...{ now: standing(3, 50), next: standing(1, 60.5) },
                },
              ],
              ...{ moved: 1, scoreChanged: 1, total: 1 },
              ...{ unranked: [UNRANKED], unrankedCount: 1 },
            },
          });
        case 'succession':
          return this.say({
            type: 'answer',
            id,
            value: {
              ...{ before: '2025', after: '2026' },
              ...{ ranked: { before: 2, after: 1 }, losing: [UNRANKED] },
            },
          });
        case 'keep':
          return this.say({ type: 'answer', id, value: { pack, unkept: 'blocked' } });
        default:
      }
    }
  }
}

async function show(summaries: readonly ImportSummary[], marker: () => string | null = () => null) {
  const workers: Answering[] = [];
  const served: (LocalPack | null)[] = [];
  const local = new LocalData(
    { published, use: (next) => void served.push(next) },
    {
      loadStore: () => Promise.reject(new Error('none')),
      marker: { read: marker, write: () => undefined, follow: () => () => undefined },
    },
  );
  const screen = await render(View, {
    m: messagesFor('zh'),
    locale: 'zh',
    published,
    schemes: [SCHEME],
    layers: ['synthetic', 'template'],
    local,
    dataFolder: () => '/data/',
    hydrated: true,
    rankingHref: (layer: string, period: string) => `/?data=${layer}&year=${period}`,
    effects: {
      startWorker: () => {
        const worker = new Answering(summaries);
        workers.push(worker);
        return worker as unknown as Worker;
      },
    },
  });
  return { screen, workers, served, local };
}

function drop(container: Element, ...items: (File | string)[]) {
  const transfer = new DataTransfer();
  for (const item of items)
    if (typeof item === 'string') transfer.items.add(item, 'text/plain');
    else transfer.items.add(item);
  container
    .querySelector('[data-drop-zone]')
    ?.dispatchEvent(
      new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }),
    );
}
const file = new File(['x'], 'a.csv');

beforeEach(() => localStorage.clear());

describe('the page that imports', () => {
  it('offers of each layer the years that were imported of it', async () => {
    const both = summary({
      layers: ['template', 'synthetic'],
      periods: ['2025', '2026'],
      periodsOf: { template: ['2025'], synthetic: ['2026'] },
    });
    const { screen } = await show([both]);
    drop(screen.container, file);
    const chosen = () =>
      [...screen.container.querySelectorAll<HTMLSelectElement>('[data-preview] select')]
        .slice(0, 2)
        .map(({ value }) => value);
    await expect.poll(chosen).toEqual(['template', '2025']);
    const layer = screen.container.querySelector('[data-preview] select');
    if (!layer) throw new Error('no choice of layers');
    await page.elementLocator(layer).selectOptions('synthetic');
    await expect.poll(chosen).toEqual(['synthetic', '2026']);
  });

  it('names a few of the many cells that contradict each other, and their number', async () => {
    const at = { file: 'a.csv', sheet: '', cell: 'C2', raw: '26', value: 26 };
    const conflict = { institution_id: 'syn-1', indicator: 'TZ1', period: '2026', cells: [at] };
    const many = summary({ conflicts: [{ ...conflict, cellCount: 300 }], conflictCount: 1 });
    const { screen } = await show([many]);
    drop(screen.container, file);
    await expect.element(page.getByText('a.csv › C2 “26”……共 300 处')).toBeVisible();
  });

  it('says that files stay here, and takes them by keyboard', async () => {
    const { screen } = await show([summary()]);
    await expect.element(page.getByText(w.private)).toBeVisible();
    let opened = 0;
    screen.container
      .querySelector('input[data-files]')
      ?.addEventListener('click', (event) => (event.preventDefault(), (opened += 1)));
    (
      page.getByRole('button', { name: w.drop.files, exact: true }).element() as HTMLElement
    ).focus();
    await userEvent.keyboard('{Enter}');
    expect(opened).toBe(1);
  });

  it('text that is dropped is no file', async () => {
    const { screen, workers } = await show([summary()]);
    drop(screen.container, 'words');
    await expect.element(page.getByText(w.drop.nothing)).toBeVisible();
    expect(workers).toHaveLength(0);
  });

  it('reports rows that add up, errors with place, text, rule and cure, a page at a time', async () => {
    const { screen } = await show([summary()]);
    drop(screen.container, file);
    await expect.element(page.getByText(w.report.counts('10', '6', '3', '1'))).toBeVisible();
    const rows = () => screen.container.querySelectorAll('[data-findings] tbody tr');
    await expect.poll(() => rows().length).toBe(50);
    for (const text of ['a.csv › B7', '拾几', '看不懂', '写成数字'])
      expect(rows()[0]?.textContent).toContain(text);
    expect((await axe.run(screen.container)).violations.map(({ id }) => id)).toEqual([]);
    await page.getByRole('button', { name: w.report.more }).click();
    await expect.poll(() => rows().length).toBe(60);
  });

  it('asks, and imports again with the answer, which it keeps', async () => {
    const { screen, workers } = await show([summary({ questions: [QUESTION] }), summary()]);
    drop(screen.container, file);
    await expect.element(page.getByText('“奇怪的表头”')).toBeVisible();
    await page.getByRole('combobox', { name: /奇怪的表头/ }).selectOptions('TZ1');
    await page.getByRole('button', { name: w.questions.apply(1) }).click();
    await expect.poll(() => screen.container.querySelector('[data-questions]')).toBeNull();
    const runs = workers[0]?.orders.filter(({ type }) => type === 'run') ?? [];
    expect(runs).toHaveLength(2);
    expect(JSON.stringify(runs[1])).toContain('奇怪的表头');
    expect(localStorage.getItem('hengjian:mapping')).toContain('TZ1');
  });

  it('shows the ranking before and after, keeps it, and is undone', async () => {
    const { screen, served, local } = await show([summary()]);
    drop(screen.container, file);
    const row = page.getByRole('row', { name: /甲县/ });
    await expect.element(row).toHaveTextContent('↑ 2');
    await expect.element(row).toHaveTextContent('+10.50');
    await page.getByRole('button', { name: w.finish.keep }).click();
    await expect.element(page.getByText(w.finish.unkept.blocked)).toBeVisible();
    expect(served).toEqual([pack]);
    await local.undo();
    expect(served[served.length - 1]).toBeNull();
  });

  it('says of everybody without a place why, as the ranking does', async () => {
    const { screen } = await show([summary()]);
    drop(screen.container, file);
    const line = () => screen.container.querySelector('[data-unranked] li')?.textContent;
    await expect.poll(line).toContain('乙县：指标可得率 40%');
    expect(line()).toContain('缺：强检项目数（未报送）');
  });

  it('tells who loses their place by a new year, and leaves the year in force unless told', async () => {
    const opened = summary({ years: { before: '2025', after: '2026' } });
    const { screen, workers } = await show([opened]);
    drop(screen.container, file);
    const told = () => screen.container.querySelector('[data-losing]')?.textContent;
    await expect.poll(told).toContain('2025 年有名次、按 2026 年没有名次的 1 家：乙县（');
    await expect.element(page.getByRole('radio', { name: /仍为 2025 年/ })).toBeChecked();
    expect((await axe.run(screen.container)).violations.map(({ id }) => id)).toEqual([]);
    await page.getByRole('button', { name: w.finish.keep }).click();
    await expect.element(page.getByText(w.finish.unkept.blocked)).toBeVisible();
    const kept = workers[0]?.orders.flatMap((order) =>
      order.type === 'ask' && order.kind === 'keep' ? [order.with.year] : [],
    );
    expect(kept).toEqual(['current']);
  });

  it('brings nothing back that another tab removed meanwhile, and imports anew', async () => {
    let kept: string | null = '2026-01-01';
    const { screen, workers, served } = await show([summary()], () => kept);
    drop(screen.container, file);
    await expect.element(page.getByRole('button', { name: w.finish.keep })).toBeVisible();
    kept = null;
    await page.getByRole('button', { name: w.finish.keep }).click();
    await expect.element(page.getByText(w.fault.changed)).toBeVisible();
    expect(served).toEqual([]);
    expect(JSON.stringify(workers[0]?.orders)).not.toContain('"keep"');
    await page.getByRole('button', { name: w.fault.again }).click();
    await page.getByRole('button', { name: w.finish.keep }).click();
    await expect.element(page.getByText(w.finish.unkept.blocked)).toBeVisible();
  });

  it('fits a phone: findings whole, and everything to press high enough for a finger', async () => {
    await page.viewport(360, 740);
    const { screen } = await show([summary()]);
    drop(screen.container, file);
    const rows = () => [...screen.container.querySelectorAll('[data-findings] tbody tr')];
    await expect.poll(() => rows().length).toBe(50);
    for (const cell of rows()[0]?.querySelectorAll('th, td') ?? []) {
      const { left, right } = cell.getBoundingClientRect();
      expect(left >= 0 && right <= 360, cell.textContent ?? '').toBe(true);
    }
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
    await page.viewport(1280, 800);
  });

  it('nothing imported, nothing to keep', async () => {
    const { screen } = await show([summary({ periods: [], periodsOf: {}, layers: [] })]);
    drop(screen.container, file);
    await expect.element(page.getByText(w.finish.reportJson)).toBeVisible();
    expect(screen.container.querySelector('[data-keep]')).toBeNull();
    expect(screen.container.querySelector('[data-preview]')).toBeNull();
  });

  it('tells progress, and is cancelled with a word', async () => {
    const { screen, workers } = await show([]);
    drop(screen.container, file);
    await expect.element(page.getByText(w.of('10', formatNumber(50_000, 0)))).toBeVisible();
    await page.getByRole('button', { name: w.cancel }).click();
    await expect.element(page.getByText(w.fault.cancelled)).toBeVisible();
    expect(workers[0]?.ended).toBe(true);
    expect(screen.container.querySelector('[data-drop-zone]')).not.toBeNull();
  });
});
