import { beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { EngineError, type Engine, type EngineHost } from '#lib/engine/index.ts';
import { messagesFor } from '#lib/i18n/index.ts';
import type { Layer, Locale, Manifest } from '#lib/model/index.ts';
import { score } from '#lib/scoring/index.ts';
import { makeDataset, unitTable } from '#lib/state/dataset.ts';
import type { InstitutionFacts } from '#lib/state/institution-facts.ts';
import { institutionOptions, type InstitutionView } from '#lib/state/institution-view.ts';
import { scopeDefaults, scopeOptions } from '#lib/state/scope.ts';
import { Session } from '#lib/state/session.svelte.ts';
import '#lib/ui/base.css';
import { answerBackwards } from './backwards.ts';
import { profileModel } from './model.ts';
import {
  noFacts,
  otherScheme,
  scheme,
  smallRows,
  VALUES,
  type Values,
} from './testing/small-layer.ts';
import View from './View.svelte';

const manifest = {
  edition: { id: '2025', cutoff: '2025-12-31', layer: 'synthetic', scheme: 's' },
  files: [{ layer: 'synthetic' }],
  schemes: [],
  recomputed: [],
  editions: [],
} as unknown as Manifest;
const schemes = [scheme, otherScheme];

interface Setting {
  id?: string;
  values?: Values;
  facts?: Partial<InstitutionFacts>;
  locale?: Locale;
  /** What the address asks for. */
  asked?: Partial<InstitutionView>;
  fault?: EngineError;
  /** Never answers: the loading state. */
  silent?: boolean;
}

function show({
  id = 'u1',
  values = VALUES,
  facts = {},
  locale = 'zh',
  asked = {},
  fault,
  silent,
}: Setting = {}) {
  const rows = smallRows(values);
  const answers: Record<string, unknown> = {
    institutions: rows.institutions,
    'scheme-observations': rows.observations,
    sources: rows.sources,
  };
  const plain: Engine = {
    kind: 'typescript',
    layer: 'synthetic',
    query: (question) => {
      if (silent) return new Promise(() => undefined);
      return fault ? Promise.reject(fault) : Promise.resolve(answers[question.name] as never);
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
    { manifest, schemes },
    {
      loadEngines: () => Promise.resolve(openHost),
      simulate: () => Promise.reject(new Error('nothing to simulate')),
      whenIdle: (task) => task(),
      startsDuckDb: () => false,
      mark: () => undefined,
    },
  );
  const periods = { synthetic: ['2023', '2024', '2025'] };
  const options = institutionOptions(
    scopeOptions(manifest, schemes, periods),
    scopeDefaults(manifest, schemes),
    { layer: 'synthetic' },
  );
  const dataset = makeDataset('synthetic', rows);
  const table = unitTable(dataset, scheme);
  const result = score(table, scheme);
  const all = { ...noFacts, ...facts };
  const moves: InstitutionView[] = [];
  const screen = render(View, {
    m: messagesFor(locale),
    locale,
    session,
    options,
    view: { ...options.defaults, ...asked },
    id,
    facts: all,
    initial: {
      model: profileModel(dataset, scheme, result, options.defaults, id, all),
      backwards: answerBackwards({ table, scheme, result, unit: id, period: '2025' }),
    },
    choices: { synthetic: { periods: periods.synthetic, cities: [] } },
    theme: 'light',
    search: '',
    hydrated: true,
    rawHref: (path: string) => path,
    hrefs: {
      institution: (other: string) => `/institutions/${other}/`,
      institutions: '/institutions/',
      compare: (ids: readonly string[]) => `/compare/?pick=${ids.join()}`,
      trends: () => null,
      targets: null,
      timeline: '/timeline/',
      programme: null,
    },
    onView: (next: InstitutionView) => moves.push(next),
  });
  return { screen, moves };
}

// Filters fold away on narrow screens.
beforeEach(() => page.viewport(1280, 900));

const nonsense = () => /NaN|undefined|null|Infinity/.exec(document.body.innerText)?.[0];
const part = (name: string) =>
  document.querySelector<HTMLElement>(`[data-${name}]`)?.innerText ?? '';
const profileState = () => document.querySelector('[data-profile]')?.getAttribute('data-state');

describe('the profile', () => {
  it('says place, change, strongest and weakest dimension, gaps, and names its neighbours', async () => {
    show();
    await expect
      .element(page.getByText(/^乙县居县级机构第 2 名，.*最强的维度是持证（第 1 名）.*数据齐全。$/))
      .toBeVisible();
    const links = [...document.querySelectorAll('[data-neighbour]')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/institutions/u0/',
      '/institutions/u2/',
    ]);
    expect(document.querySelector('a[href^="/compare/"]')?.getAttribute('href')).toBe(
      '/compare/?pick=u0,u1,u2',
    );
    // What is hedged in the data stays hedged.
    expect(part('indicators')).toContain('90%');
    expect(nonsense()).toBeUndefined();
  });

  it('answers another year and scheme, with its own what-ifs', async () => {
    show({ id: 'u2', asked: { period: '2024', scheme: 'other' } });
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('2024');
    await expect.poll(profileState).toBe('ready');
    await expect.poll(() => part('rise')).toContain('项目数');
    // From 24 to the 30 of the one ahead, or one more to pass it.
    expect(part('rise')).toMatch(/24 项\s*3[01] 项/);
    expect(document.querySelectorAll('[data-dimensions] tbody tr')).toHaveLength(1);
    expect(nonsense()).toBeUndefined();
  });

  it('asks for another year and scheme by its filters', async () => {
    const { moves } = show();
    await page.getByLabelText(/^年度/).selectOptions('2023');
    await page.getByLabelText(/^方案/).selectOptions('other');
    expect(moves.map(({ period, scheme: by }) => [period, by])).toEqual([
      ['2023', 's'],
      ['2025', 'other'],
    ]);
  });

  it('of somebody without a place says why, and what the missing value could do', async () => {
    show({ id: 'u3' });
    await expect.element(page.getByText(/^丁县不参与排名：指标可得率 50%/)).toBeVisible();
    expect(part('gaps')).toContain('持证比例（逾期未报）');
    expect(part('missing-value')).toMatch(/持证比例：在可能取值 0 至 100% 内.*不补则不参与排名/);
    expect(part('rise')).toContain('不参与排名，先补齐数据');
    expect(part('dimensions')).toContain('不计');
    expect(nonsense()).toBeUndefined();
  });

  it('of somebody who has reported nothing lists what will be asked for', async () => {
    const values: Values = { ...VALUES, 丁: { '2025': [null, null] } };
    show({ id: 'u3', values });
    await expect.element(page.getByText('丁县尚未报送任何数值。')).toBeVisible();
    expect(part('asked-for')).toMatch(/以下 2 项[\s\S]*项目数[\s\S]*持证比例/);
    expect(document.querySelector('[data-standing], [data-rise], [data-history]')).toBeNull();
    expect(nonsense()).toBeUndefined();
  });

  it('tells former names and codes, targets, events and breaks', async () => {
    const text = (zh: string) => ({ zh, en: zh });
    show({
      facts: {
        former: [{ code: '990122', name: text('戊县'), from: '2000-01-01', to: '2022-12-31' }],
        breaks: [
          {
            break_id: 'b',
            indicator: null,
            period: '2024',
            kind: 'territory',
            text: text('撤县设市'),
          },
        ],
        targets: [
          {
            target_id: 't',
            owner: '某局',
            indicator: 'p',
            comparator: 'at_least',
            unit: '%',
            due: '2025-12-31',
            name: text('持证目标'),
            value: 95,
            values: { '2025': { value: 90, qualifier: 'exact', missing_reason: null } },
          },
        ],
        events: [{ event_id: 'e', date: '2025-05', text: text('开放实验室') }],
        eventCount: 3,
      },
    });
    await expect.poll(() => part('identity')).toContain('戊县（990122，至 2022年12月31日）');
    expect(part('history')).toContain('撤县设市');
    expect(part('targets')).toMatch(/持证目标[\s\S]*未达到[\s\S]*不低于 95%；2025 年：90%/);
    expect(part('events')).toMatch(/开放实验室[\s\S]*全部 3 条/);
  });

  it('follows every number to its cell', async () => {
    show();
    await page.getByRole('button', { name: '展开全部指标的来历' }).click();
    await expect.poll(() => part('detail')).toContain('f.csv H3');
    // 余 of the source stays at the number.
    expect(part('detail')).toContain('36 余项');
  });

  it('reads in English', async () => {
    show({ locale: 'en' });
    await expect
      .element(page.getByText(/^County 1 ranks 2 among county institutions/))
      .toBeVisible();
    // The mark of made-up data is in both languages.
    const words = document.body.innerText.replaceAll('示例数据', '');
    expect(words).not.toMatch(/[\u4e00-\u9fff]/);
    expect(nonsense()).toBeUndefined();
  });
});

describe('while data are on their way', () => {
  it('keeps the year that was there', async () => {
    show({ asked: { period: '2024' }, silent: true });
    await expect.poll(profileState).toBe('loading');
    await expect.element(page.getByText(/^乙县居县级机构第 2 名/)).toBeVisible();
  });

  it('keeps it where they cannot be had, and says what to do', async () => {
    const fault = new EngineError('hash_mismatch', 'x', { subject: 'a.parquet' });
    show({ asked: { period: '2024' }, fault });
    await expect.element(page.getByRole('alert')).toHaveTextContent('文件校验失败');
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('2025');
  });
});
