import { beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { EngineError, type Engine, type EngineHost } from '#lib/engine/index.ts';
import { messagesFor } from '#lib/i18n/index.ts';
import type { Layer, Locale, Manifest, Scheme } from '#lib/model/index.ts';
import { score } from '#lib/scoring/index.ts';
import { makeDataset, unitTable, type DatasetRows } from '#lib/state/dataset.ts';
import { institutionsOptions, type InstitutionsView } from '#lib/state/institutions-view.ts';
import { Session } from '#lib/state/session.svelte.ts';
import '#lib/ui/base.css';
import { institutionsModel } from './model.ts';
import View from './View.svelte';

const text = (zh: string) => ({ zh, en: `en-${zh.length}` });
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
    institutions: units.map((id, i) => ({
      institution_id: id,
      name_zh: `${id}所`,
      name_en: `${id} office`,
      region_code: String(990100 + i),
      region_name_zh: `${id}县`,
      region_name_en: `${id} county`,
      level: 'county',
      legal_form: i === 0 ? 'authorised' : 'statutory',
      class: i === 0 ? 'A' : 'B',
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
          qualifier: 'exact',
        };
      }),
    ),
    sources: [],
  } as unknown as DatasetRows;
}

interface Setting {
  rows: DatasetRows;
  asked?: Partial<InstitutionsView>;
  locale?: Locale;
  fault?: EngineError;
}

function show({ rows, asked = {}, locale = 'zh', fault }: Setting) {
  const answers: Record<string, unknown> = {
    institutions: rows.institutions,
    'scheme-observations': rows.observations,
    sources: rows.sources,
  };
  const plain: Engine = {
    kind: 'typescript',
    layer: 'synthetic',
    query: (question) =>
      fault ? Promise.reject(fault) : Promise.resolve(answers[question.name] as never),
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
    { manifest, schemes: [scheme] },
    {
      loadEngines: () => Promise.resolve(openHost),
      simulate: () => Promise.reject(new Error('nothing to simulate')),
      whenIdle: (task) => task(),
      startsDuckDb: () => false,
      mark: () => undefined,
    },
  );
  const options = institutionsOptions(manifest, [scheme], {});
  const dataset = makeDataset('synthetic', rows);
  const result = score(unitTable(dataset, scheme), scheme);
  const moves: InstitutionsView[] = [];
  void render(View, {
    m: messagesFor(locale),
    locale,
    session,
    options,
    view: { ...options.defaults, ...asked },
    initial: institutionsModel(dataset, scheme, result, options.defaults),
    choices: { synthetic: { periods: ['2025'], cities: [{ code: '990100', name: text('某市') }] } },
    placeholder: { light: 'data:,', dark: 'data:,', width: 600, height: 300 },
    theme: 'light',
    search: '',
    hydrated: true,
    institutionHref: (id: string) => `/institutions/${id}/`,
    onView: (next: InstitutionsView) => moves.push(next),
  });
  return moves;
}

const rowCount = () => document.querySelectorAll('[data-institutions] tbody tr[data-unit]').length;
// Filters fold away on narrow screens.
beforeEach(() => page.viewport(1280, 900));

const nonsense = () => /NaN|undefined|null|Infinity/.exec(document.body.innerText)?.[0];

describe('the list of institutions', () => {
  it('shows one institution and links to its page', async () => {
    show({ rows: rowsOf(1) });
    await expect
      .element(page.getByRole('link', { name: 'u0县' }))
      .toHaveAttribute('href', '/institutions/u0/');
    expect([rowCount(), nonsense()]).toEqual([1, undefined]);
  });

  it('says that nobody is there', async () => {
    show({ rows: rowsOf(0) });
    await expect.element(page.getByText('没有符合条件的机构。请放宽筛选条件。')).toBeVisible();
    expect(nonsense()).toBeUndefined();
  });

  it('says who is not ranked, and how many values are missing', async () => {
    show({ rows: rowsOf(3, true) });
    await expect
      .element(page.getByText(/1 家因数据不足不参与排名；1 家机构共缺 1 项数据。/))
      .toBeVisible();
    expect(document.querySelector('[data-unit="u2"]')?.textContent).toMatch(
      /不参与排名.*缺.*缺 1 项/,
    );
  });

  it('draws thousands only when asked', async () => {
    show({ rows: rowsOf(2900) });
    await expect.element(page.getByText('共 2900 家机构', { exact: true })).toBeVisible();
    expect(rowCount()).toBe(300);
    await page.getByRole('button', { name: '显示全部 2900 家' }).click();
    await expect.poll(rowCount).toBe(2900);
    expect(nonsense()).toBeUndefined();
  });

  it('follows search, class and legal form of the address', async () => {
    show({ rows: rowsOf(12), asked: { class: 'A', legalForm: 'authorised', query: 'u0' } });
    await expect.poll(rowCount).toBe(1);
    await expect.element(page.getByText('显示 1 家，共 12 家机构')).toBeVisible();
  });

  it('asks by its filters', async () => {
    const moves = show({ rows: rowsOf(3) });
    await page.getByLabelText(/^层级/).selectOptions('city');
    await page.getByLabelText(/^法定地位/).selectOptions('statutory');
    await page.getByLabelText(/^等次/).selectOptions('B');
    await page.getByLabelText(/^城市/).selectOptions('990100');
    await page.getByLabelText(/^排序/).selectOptions('gaps');
    await page.getByLabelText(/^查找机构/).fill('x');
    expect(moves).toMatchObject([
      { everyLevel: false, level: 'city' },
      { legalForm: 'statutory' },
      { class: 'B' },
      { city: '990100' },
      { sort: 'gaps' },
      { query: 'x' },
    ]);
  });

  it('keeps the last good list where data cannot be had', async () => {
    const fault = new EngineError('fetch_failed', 'x');
    show({ rows: rowsOf(2), asked: { query: 'u1' }, fault });
    await expect.element(page.getByRole('alert')).toHaveTextContent('无法连接服务器');
    expect(rowCount()).toBe(2);
  });

  it('is a list of cards without sideways scrolling on a phone', async () => {
    await page.viewport(360, 640);
    show({ rows: rowsOf(5, true) });
    await expect.poll(rowCount).toBe(5);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  });

  it('reads in English', async () => {
    show({ rows: rowsOf(2, true), locale: 'en' });
    await expect.element(page.getByText(/1 not ranked for lack of data/)).toBeVisible();
    // The mark of made-up data is in both languages.
    const words = document.body.innerText.replaceAll('示例数据', '');
    expect(words).not.toMatch(/[\u4e00-\u9fff]/);
  });
});
