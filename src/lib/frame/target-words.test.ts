import { describe, expect, it } from 'vitest';
import { messagesFor } from '#lib/i18n/index.ts';
import { targetsMessages } from '#lib/i18n/views/targets.ts';
import type { Locale } from '#lib/model/index.ts';
import type { TargetRow } from '#lib/queries/index.ts';
import { evaluateTarget } from '#lib/state/targets/index.ts';
import {
  sampleEvidence,
  target,
  type SampleInput,
} from '#lib/state/targets/testing/sample-evidence.ts';
import {
  actualParts,
  actualText,
  distanceText,
  dueText,
  lowestText,
  outlookText,
  targetWords,
  wantedText,
} from './target-words.ts';

function say(
  input: SampleInput,
  part: Partial<TargetRow> = {},
  locale: Locale = 'zh',
  period = '2025',
) {
  const evidence = sampleEvidence(input);
  const day = `${period}-12-31`;
  const evaluation = evaluateTarget(target(part), evidence, { period, day });
  const words = targetWords(
    locale,
    messagesFor(locale),
    targetsMessages(locale),
    evidence.indicators,
  );
  return {
    wanted: wantedText(evaluation, words),
    actual: actualText(evaluation, words),
    parts: actualParts(evaluation, words),
    distance: distanceText(evaluation, words),
    lowest: lowestText(evaluation, words),
    due: dueText(evaluation, words),
    outlook: outlookText(evaluation, words),
  };
}

const total = { scope: 'region_total', value: 100, unit: '项' };
const stock = 'stock' as const;

describe('the words of a target', () => {
  it('say of each institution how many, who, and the lowest in percentage points', () => {
    const counties = { 甲县: { 2025: 90 }, 乙县: { 2025: 73.68 }, 丙县: { 2025: null } };
    expect(say({ counties })).toMatchObject({
      wanted: '每家 ≥ 80%',
      actual: '1 / 3 家达标',
      parts: ['未达标：乙县', '不能判定：丙县（未报送）', '最低 73.7%（乙县）'],
      distance: '至少还差 1 家',
      lowest: '最低的一家差 6.3 个百分点',
      due: ['2025年12月31日', '已到期'],
    });
    expect(say({ counties }, {}, 'en')).toMatchObject({
      wanted: 'each ≥ 80%',
      actual: '1 of 3 meet it',
      distance: 'at least 1 institution short',
      lowest: 'the lowest is 6.3 percentage points short',
    });
  });

  it('say a sum with gaps as a bound, and never as the sum', () => {
    const input = { kind: stock, counties: { a: { 2025: 40 }, b: { 2025: null } } };
    expect(say(input, total)).toMatchObject({
      actual: '至少 40 项',
      parts: ['2 家中缺 1 家'],
      distance: '至多还差 60 项',
    });
    const whole = { kind: stock, counties: { a: { 2025: 70 }, b: { 2025: 36 } } };
    expect(say(whole, total)).toMatchObject({ actual: '106 项', distance: '超出 6 项' });
  });

  it('say published numbers with their hedge', () => {
    const facts = [{ value: 50, qualifier: 'more_than' as const, unit: '家' }];
    const part = {
      data_status: 'reported',
      scope: 'region_total',
      value: 300,
      unit: '家',
    } as const;
    expect(say({ facts }, part)).toMatchObject({ actual: '50 余家', distance: '—' });
  });

  it('name a projection as one, with its years and its formula', () => {
    const input = { kind: stock, counties: { a: { 2023: 50, 2024: 70 } } };
    const { outlook, due } = say(input, total, 'zh', '2024');
    expect(due[1]).toBe('未到期');
    expect(outlook[0]).toBe(
      '推算，非公布数：按 2023 (50)、2024 (70) 各年合计数作直线（最小二乘），每年 +20.0 项；照此到 2025 年末为 90 项，不能按期达标。',
    );
    expect(outlook[1]).toBe('推算值 = 平均数 60 + 每年变化 +20.0 ×（2025 − 平均年份 2023.5）');
    expect(say(input, total).outlook).toEqual(['期限已到，以实际数为准，不作推算。']);
  });

  it('never say undefined, whatever is missing', () => {
    for (const scope of ['each_institution', 'count_of_institutions', 'each_quarter', 'x'])
      for (const locale of ['zh', 'en'] as const)
        expect(JSON.stringify(say({}, { scope, due: null, note: null }, locale))).not.toMatch(
          /undefined|null|NaN|Infinity/,
        );
  });
});
