import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { messagesFor } from '#lib/i18n/index.ts';
import type { Activity, Locale, Manifest } from '#lib/model/index.ts';
import {
  PROGRAMME_DEFAULTS,
  programmeOptions,
  type ProgrammeView,
} from '#lib/state/programme-view.ts';
import { sampleEvidence, target } from '#lib/state/targets/testing/sample-evidence.ts';
import '#lib/ui/base.css';
import View from './View.svelte';

const manifest = {
  edition: { id: '2025', cutoff: '2025-12-31', layer: 'synthetic', scheme: 's' },
  files: [],
  schemes: [],
} as unknown as Manifest;
const quarterly = target({ scope: 'each_quarter', value: 1, indicator: null, name_zh: '每季培训' });

const published = {
  ...sampleEvidence({
    targets: [{ ...quarterly, target_id: 'P', data_status: 'reported', region_code: '331000' }],
    facts: [
      {
        obs_id: 'o1',
        indicator: 'F_TZ_007',
        indicator_name_zh: '培训频次',
        indicator_name_en: 'Training frequency',
        region_code: '331000',
        source_id: 's',
        locator: '帮扶工程',
        unit: '次/季度',
        note: null,
      },
    ],
  }),
  layer: 'reported' as const,
  regions: { 331000: { zh: '某某市', en: 'Some City' } },
};

const SCHEDULE: readonly Partial<Activity>[] = [
  { period: '2025-Q1', title_zh: '天平培训', done_on: '2025-03-14', participants: 27, needs: 12 },
  { period: '2025-Q2', title_zh: '砝码比对', kind: 'comparison', participants: 9 },
  { period: '2025-Q3', title_zh: '证书培训', status: 'not_done', note: '报名不足' },
  { period: '2025-Q4', title_zh: '内审培训', status: 'planned', planned_for: '2025-11-06' },
  {
    period: '2025-Q4',
    title_zh: '立项帮扶',
    kind: 'help',
    status: 'collecting',
    institution_id: 'c1',
  },
];

function show(
  activities: readonly Partial<Activity>[],
  view: Partial<ProgrammeView> = {},
  locale: Locale = 'zh',
) {
  const demo = sampleEvidence({ activities, targets: [quarterly], counties: { c1: {} } });
  const asked: ProgrammeView[] = [];
  void render(View, {
    m: messagesFor(locale),
    locale,
    manifest,
    published,
    demo,
    options: programmeOptions(demo.activities),
    view: { ...PROGRAMME_DEFAULTS, ...view },
    placeholder: null,
    theme: 'light' as const,
    search: '',
    hydrated: true,
    targetHref: (id: string) => `/targets/?open=${id}`,
    onView: (next: ProgrammeView) => void asked.push(next),
  });
  return { asked };
}

const rows = () => document.querySelectorAll('[data-list] tbody tr').length;
const nonsense = () => /NaN|undefined|null|Infinity/.exec(document.body.innerText)?.[0];

describe('the page of the work programme', () => {
  it('says what was published, and apart from it the fictional schedule', async () => {
    show(SCHEDULE);
    await expect
      .element(page.getByRole('heading', { name: '某某市行动方案（公开）' }))
      .toBeVisible();
    await expect.element(page.getByText('培训频次').first()).toBeVisible();
    await expect.element(page.getByRole('heading', { name: '示例日程（虚构）' })).toBeVisible();
    await expect.poll(() => document.querySelectorAll('[data-drawn="true"]').length).toBe(1);
    expect([rows(), nonsense()]).toEqual([5, undefined]);
    const mark = document.querySelector('[data-layer-mark]')?.textContent ?? '';
    expect(mark).toContain('示例日程');
  });

  it('lists what is overdue on the cut-off day, and tests each quarter', () => {
    show(SCHEDULE);
    const overdue = document.querySelector('[data-overdue]')?.textContent ?? '';
    expect(overdue).toContain('截至2025年12月31日，2 项活动');
    expect(overdue).toContain('内审培训');
    const check = document.querySelector('[data-check]');
    expect(check?.getAttribute('data-check')).toBe('not_met');
    expect(check?.textContent).toContain('未办：2025年第3季度');
    expect(check?.querySelector('a')?.getAttribute('href')).toBe('/targets/?open=T-1');
  });

  it('says of needs nobody counted that they were not, in the list and in the sum', () => {
    show(SCHEDULE);
    const list = document.querySelector('[data-list]')?.textContent ?? '';
    expect(list).toContain('未统计');
    expect(list).toContain('9 家');
    expect(list).toContain('27 人');
    expect(document.querySelector('[data-summary]')?.textContent).toContain('未统计');
  });

  it('asks for what the filters say', async () => {
    const { asked } = show(SCHEDULE);
    // The frame of the tests is as narrow as a phone: filters fold away.
    await page.getByRole('button', { name: '筛选条件' }).click();
    await page.getByRole('combobox', { name: '类别' }).selectOptions('help');
    await page.getByRole('combobox', { name: '状态' }).selectOptions('overdue');
    await page.getByRole('combobox', { name: '年度' }).selectOptions('2025');
    await page.getByRole('combobox', { name: '图的行' }).selectOptions('county');
    expect(asked).toMatchObject([
      { kind: 'help' },
      { status: 'overdue' },
      { year: '2025' },
      { rows: 'county' },
    ]);
  });

  it('shows one activity', async () => {
    show(SCHEDULE.slice(0, 1), { rows: 'county' });
    expect([rows(), nonsense()]).toEqual([1, undefined]);
    await expect.element(page.getByText('没有过期的活动')).toBeVisible();
  });

  it('says that nothing fits', async () => {
    show([]);
    await expect.element(page.getByText('请放宽筛选条件').first()).toBeVisible();
    expect([rows(), nonsense()]).toEqual([0, undefined]);
  });

  it('lists thousands only when asked', async () => {
    show(Array.from({ length: 2900 }, () => SCHEDULE[0]!));
    expect(rows()).toBe(60);
    await page.getByRole('button', { name: '显示全部 2900 项' }).click();
    await expect.poll(rows).toBe(2900);
  });

  it('speaks English', async () => {
    show(SCHEDULE, {}, 'en');
    await expect
      .element(page.getByRole('heading', { name: 'Sample schedule (fictional)' }))
      .toBeVisible();
    expect(document.querySelector('[data-finding]')?.textContent).toContain(
      '2 of the planned and collecting ones overdue as of 31 December 2025',
    );
    expect(nonsense()).toBeUndefined();
  });
});
