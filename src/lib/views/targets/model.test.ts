import { describe, expect, it } from 'vitest';
import { targetWords } from '#lib/frame/target-words.ts';
import { messagesFor } from '#lib/i18n/index.ts';
import { targetsMessages } from '#lib/i18n/views/targets.ts';
import {
  sampleEvidence,
  target,
  type SampleInput,
} from '#lib/state/targets/testing/sample-evidence.ts';
import type { TargetsView } from '#lib/state/targets-view.ts';
import { findingSentence } from './finding.ts';
import { shareOf, targetsModel } from './model.ts';
import { memberSheet, targetSheet } from './sheet.ts';

const NOW = { period: '2025', day: '2025-12-31' };
const ALL: TargetsView = { layer: 'all', period: '2025', region: null, owner: null, open: [] };
const reported = { data_status: 'reported', source_id: 'doc', region_code: '331000' } as const;

const published = sampleEvidence({
  targets: [
    target({ target_id: 'P1', ...reported }),
    target({ target_id: 'P2', ...reported, scope: 'each_quarter', indicator: 'F' }),
    target({
      target_id: 'P3',
      ...reported,
      source_id: 'other',
      scope: 'region_total',
      region_code: '340000',
    }),
  ],
});
const sampleInput: SampleInput = {
  counties: { 甲县: { 2025: 90 }, 乙县: { 2025: 50 }, 丙县: { 2025: null } },
  targets: [
    target({ target_id: 'S1', owner: '示例局' }),
    target({ target_id: 'S2', scope: 'region_total', value: 100 }),
  ],
};
const demo = sampleEvidence(sampleInput);
const modelOf = (part: Partial<TargetsView> = {}) =>
  targetsModel(published, demo, { ...ALL, ...part }, NOW);
const t = targetsMessages('zh');

describe('the groups of targets', () => {
  it('keep published and sample apart, and a programme from other documents', () => {
    const { groups, shown, all } = modelOf();
    expect(groups.map(({ key, evaluations }) => [key, evaluations.length])).toEqual([
      ['programme', 2],
      ['other', 1],
      ['demo', 2],
    ]);
    expect([shown, all]).toEqual([5, 5]);
  });

  it('follow the filters, and leave out what is empty', () => {
    const keys = (part: Partial<TargetsView>) => modelOf(part).groups.map(({ key }) => key);
    expect(keys({ layer: 'reported' })).toEqual(['programme', 'other']);
    expect(keys({ layer: 'synthetic' })).toEqual(['demo']);
    expect(keys({ region: '340000' })).toEqual(['other']);
    expect(keys({ owner: '示例局' })).toEqual(['demo']);
    expect(keys({ owner: '无' })).toEqual([]);
  });

  it('set the same test on fictional cities beside a programme, never in place of a verdict', () => {
    const [programme] = modelOf().groups;
    const rows = programme?.matrix?.rows ?? [];
    expect(rows[0]?.published.verdict).toBe('undecided');
    expect(rows[0]?.demo.map((one) => one?.target.target_id)).toEqual(['S1']);
    expect(rows[1]?.demo).toEqual([null]);
    expect(modelOf({ layer: 'reported' }).groups[0]?.matrix).toBeNull();
  });
});

describe('the finding', () => {
  it('counts each verdict, published and sample apart', () => {
    expect(findingSentence(modelOf(), t)).toBe(
      '公开目标 3 项：3 项原文未载明是否完成；示例目标 2 项：1 项未达标，1 项尚不能判定。',
    );
    expect(findingSentence(modelOf({ owner: '无' }), t)).toBe('没有符合条件的目标。');
    expect(findingSentence(modelOf({ layer: 'synthetic' }), targetsMessages('en'))).toBe(
      '2 sample targets: 1 not met, 1 cannot be judged yet.',
    );
  });

  it('says before the due date that it is progress only', () => {
    const early = { period: '2024', day: '2024-12-31' };
    const counties = { 甲县: { 2024: 50 } };
    const targets = [target({ due: '2025-12-31' })];
    const model = targetsModel(published, sampleEvidence({ counties, targets }), ALL, early);
    expect(findingSentence(model, t)).toContain(
      '示例目标 1 项：1 项未达标（其中 1 项期限未到，只是截至 2024 年末的进度）。',
    );
  });
});

describe('how far a target is met', () => {
  const share = (input: SampleInput, part = {}) =>
    shareOf(
      targetsModel(
        published,
        sampleEvidence({ ...input, targets: [target(part)] }),
        { ...ALL, layer: 'synthetic' },
        NOW,
      ).groups[0]!.evaluations[0]!,
    );

  it('is the share of institutions that meet it, not of their values', () => {
    expect(share({ counties: { a: { 2025: 79 }, b: { 2025: 81 } } })).toBe(50);
  });

  it('is nothing where a number is missing or hedged', () => {
    const total = { scope: 'region_total', value: 100 };
    const kind = 'stock' as const;
    expect(share({ kind, counties: { a: { 2025: 40 }, b: { 2025: 20 } } }, total)).toBe(60);
    expect(share({ kind, counties: { a: { 2025: 40 }, b: { 2025: null } } }, total)).toBeNull();
    const hedged = { value: 40, qualifier: 'more_than' as const };
    expect(share({ kind, counties: { a: { 2025: hedged } } }, total)).toBeNull();
    expect(share({})).toBeNull();
  });

  it('is nothing, not zero, before the years that count', () => {
    const counting = target({ scope: 'count_of_institutions', note: '基期2025年', value: 2 });
    const counties = { a: { 2025: { value: 2, value_text: 'B' } } };
    const early = sampleEvidence({ kind: 'category', counties, targets: [counting] });
    const [group] = targetsModel(published, early, { ...ALL, layer: 'synthetic' }, NOW).groups;
    expect(shareOf(group!.evaluations[0]!)).toBeNull();
    const words = targetWords('zh', messagesFor('zh'), t, early.indicators);
    const { columns, rows } = targetSheet(group!, words);
    expect(rows[0]![columns.indexOf('实际')]).toBe('未起算');
    expect(rows[0]![columns.indexOf('实际数')]).toBeNull();
  });
});

describe('the files', () => {
  const words = targetWords('zh', messagesFor('zh'), t, demo.indicators);
  const [group] = modelOf({ layer: 'synthetic' }).groups;

  it('have one row a target, numbers full and words beside', () => {
    const { columns, rows } = targetSheet(group!, words);
    expect(rows).toHaveLength(2);
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
    expect(rows[0]).toEqual(expect.arrayContaining(['S1', 80, 1, '未达标', '2025-12-31']));
    expect(rows[0]![columns.indexOf('比较')]).toBe('不低于');
  });

  it('leave a missing number empty and say why', () => {
    const { columns, rows } = memberSheet(group!.evaluations[0]!, words);
    const number = columns.indexOf('数值');
    expect(rows.map((row) => row[number])).toEqual([90, 50, null]);
    expect(rows[2]).toEqual(expect.arrayContaining(['不能判定', '未报送']));
  });
});
