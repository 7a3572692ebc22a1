import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { messagesFor } from '#lib/i18n/index.ts';
import type { Locale, Manifest } from '#lib/model/index.ts';
import {
  sampleEvidence,
  target,
  type SampleInput,
} from '#lib/state/targets/testing/sample-evidence.ts';
import { targetsOptions, type TargetsView } from '#lib/state/targets-view.ts';
import '#lib/ui/base.css';
import View from './View.svelte';

const manifest = {
  edition: { id: '2025', cutoff: '2025-12-31', layer: 'synthetic', scheme: 's' },
  files: [],
  schemes: [],
} as unknown as Manifest;

const published = {
  ...sampleEvidence({
    targets: [
      target({
        target_id: 'P1',
        name_zh: '每家机构覆盖率',
        data_status: 'reported',
        source_id: 'doc',
        region_code: '331000',
        note: '是否完成文中未载明',
      }),
    ],
  }),
  layer: 'reported' as const,
  regions: { 331000: { zh: '某某市', en: 'Some City' } },
};
const counties = (n: number) =>
  Object.fromEntries(
    Array.from({ length: n }, (_, i) => [
      `c${i}`,
      { 2025: i === n - 1 && n > 1 ? null : i % 2 === 0 ? 90 : 60 },
    ]),
  );

interface Setting {
  readonly input?: SampleInput;
  readonly view?: Partial<TargetsView>;
  readonly locale?: Locale;
  readonly hydrated?: boolean;
}

function show({
  input = { counties: counties(4) },
  view,
  locale = 'zh',
  hydrated = true,
}: Setting) {
  const demo = sampleEvidence(input);
  const options = targetsOptions(manifest, [published, demo]);
  const asked: TargetsView[] = [];
  void render(View, {
    m: messagesFor(locale),
    locale,
    manifest,
    published,
    demo,
    options,
    view: { ...options.defaults, ...view },
    placeholder: null,
    theme: 'light' as const,
    search: '',
    hydrated,
    rawHref: (path: string) => `/raw/${path}`,
    institutionHref: (id: string) => `/institutions/${id}/`,
    programmeHref: '/programme/',
    onView: (next: TargetsView) => void asked.push(next),
  });
  return { asked };
}

const nonsense = () => /NaN|undefined|null|Infinity/.exec(document.body.innerText)?.[0];
const verdictOf = (id: string) =>
  document.querySelector(`[data-target="${id}"] [data-verdict]`)?.getAttribute('data-verdict');
const detailRows = () => document.querySelectorAll('[data-target-detail] tbody tr').length;

describe('the page of targets', () => {
  it('keeps published and fictional apart and gives no verdict on what was not published', async () => {
    show({});
    await expect.element(page.getByRole('heading', { name: '某某市三年行动目标' })).toBeVisible();
    await expect.element(page.getByRole('heading', { name: '示例目标（虚构）' })).toBeVisible();
    await expect.element(page.getByText('原文未载明是否完成').first()).toBeVisible();
    expect([verdictOf('P1'), verdictOf('T-1'), nonsense()]).toEqual([
      'undecided',
      'not_met',
      undefined,
    ]);
    expect(document.querySelector('[data-matrix] .demo [data-verdict]')).not.toBeNull();
    const mark = document.querySelector('[data-layer-mark]')?.textContent ?? '';
    expect(mark).toMatch(/公开目标.*示例目标/);
  });

  it('opens the test of a target: each institution, its number, its source, none averaged', async () => {
    show({ view: { open: ['T-1'] } });
    await expect
      .element(page.getByRole('link', { name: 'c0' }))
      .toHaveAttribute('href', '/institutions/c0/');
    expect(detailRows()).toBe(4);
    const text = document.querySelector('[data-target-detail]')?.textContent ?? '';
    expect(text).toContain('未报送');
    expect(text).toContain('更不能用平均数推算');
    expect(text).not.toContain('80%（平均');
    await expect.poll(() => document.querySelectorAll('[data-drawn="true"]').length).toBe(2);
    expect(nonsense()).toBeUndefined();
  });

  it('asks for a target to be opened by its button and by the matrix', async () => {
    const { asked } = show({});
    await page.getByRole('button', { name: '展开“目标”的检验明细' }).last().click();
    expect(asked[0]?.open).toEqual(['T-1']);
    await page.getByRole('button', { name: /^某市 展开/ }).click();
    expect(asked[1]?.open).toEqual(['T-1']);
  });

  it('asks for what the filters say', async () => {
    const { asked } = show({});
    // The frame of the tests is as narrow as a phone: filters fold away.
    await page.getByRole('button', { name: '筛选条件' }).click();
    await page.getByRole('combobox', { name: '数据' }).selectOptions('synthetic');
    await page.getByRole('combobox', { name: '地区' }).selectOptions('990100');
    expect(asked.map(({ layer, region }) => [layer, region])).toEqual([
      ['synthetic', null],
      ['all', '990100'],
    ]);
  });

  it('shows one institution', async () => {
    show({ input: { counties: counties(1) }, view: { open: ['T-1'] } });
    await expect.element(page.getByText('1 / 1 家达标').first()).toBeVisible();
    expect([verdictOf('T-1'), detailRows(), nonsense()]).toEqual(['met', 1, undefined]);
  });

  it('draws thousands only when asked', async () => {
    show({ input: { counties: counties(2900) }, view: { open: ['T-1'], layer: 'synthetic' } });
    await expect.element(page.getByText('1450 / 2900 家达标').first()).toBeVisible();
    expect(detailRows()).toBe(100);
    await page.getByRole('button', { name: '显示全部 2900 家' }).click();
    await expect.poll(detailRows).toBe(2900);
    expect(nonsense()).toBeUndefined();
  });

  it('says that nothing fits', async () => {
    show({ view: { owner: '没有的单位' } });
    await expect.element(page.getByText('请放宽筛选条件')).toBeVisible();
    expect(document.querySelectorAll('[data-targets]')).toHaveLength(0);
  });

  it('speaks English', async () => {
    show({ locale: 'en', view: { open: ['T-1'] } });
    await expect
      .element(page.getByRole('heading', { name: 'Sample targets (fictional)' }))
      .toBeVisible();
    await expect.element(page.getByText('2 of 4 meet it').first()).toBeVisible();
    expect(nonsense()).toBeUndefined();
  });

  it('can be read before scripts run, controls waiting', () => {
    show({ hydrated: false });
    expect(verdictOf('T-1')).toBe('not_met');
    const controls = [...document.querySelectorAll<HTMLSelectElement>('[data-filters] select')];
    expect(controls.every(({ disabled }) => disabled)).toBe(true);
  });
});
