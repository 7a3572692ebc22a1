import { describe, expect, it } from 'vitest';
import { messagesFor } from '#lib/i18n/index.ts';
import { compareMessages } from '#lib/i18n/views/compare.ts';
import type { CompareView } from '#lib/state/compare-view.ts';
import { compareFinding } from './finding.ts';
import { sampleModel, type Unit } from './testing/sample.ts';

function say(
  part: Partial<CompareView> = {},
  more: Parameters<typeof sampleModel>[1] = {},
  locale: 'zh' | 'en' = 'zh',
) {
  return compareFinding(
    sampleModel(part, more),
    locale,
    compareMessages(locale),
    messagesFor(locale),
  );
}

const units = (rows: Record<string, Unit['now']>): { units: Unit[] } => ({
  units: Object.entries(rows).map(([id, now]) => ({ id, now })),
});

describe('compareFinding', () => {
  it('says of two who is ahead, from what, and where the other leads', () => {
    expect(say()).toBe(
      '甲县得分高于乙县 6.7 分，领先主要来自维D1（10.0 分）；乙县在维D2上领先 3.3 分。',
    );
    expect(say({}, {}, 'en')).toBe(
      '甲 scores 6.7 points above 乙, the lead comes mostly from D1 (10.0 points); 乙 leads in D2 by 3.3 points.',
    );
  });

  it('says the same whoever was picked first', () => {
    expect(say({ pick: ['乙', '甲'] })).toBe(say({ pick: ['甲', '乙'] }));
  });

  it('says that one is never behind', () => {
    expect(say({}, units({ 甲: [90, 80, 80, 70], 乙: [60, 80, 80, 70] }))).toBe(
      '甲县得分高于乙县 10.0 分，领先主要来自维D1（10.0 分）；甲县各维度均不落后。',
    );
  });

  it('names all dimensions that lead by as much, and counts further ones', () => {
    expect(say({}, units({ 甲: [90, 90, 90, 40], 乙: [60, 60, 60, 70] }))).toBe(
      '甲县得分高于乙县 10.0 分，领先主要来自维D1、维D2（各 10.0 分）；乙县在维D3上领先 10.0 分。',
    );
    expect(say({}, units({ 甲: [99, 10, 10, 40], 乙: [0, 30, 30, 70] }))).toMatch(
      /乙县在 2 个维度上领先，最多的是维D3（10\.0 分）。$/,
    );
  });

  it('tells a tie by other strengths from a tie in everything', () => {
    expect(say({}, units({ 甲: [90, 60, 60, 50], 乙: [60, 90, 90, 50] }))).toBe(
      '甲县与乙县得分相同（66.7 分）；甲县在维D1上领先 10.0 分，乙县在维D2上领先 10.0 分。',
    );
    expect(say({}, units({ 甲: [50, 50, 50, 50], 乙: [50, 50, 50, 50] }))).toBe(
      '甲县与乙县得分相同（50.0 分）；各维度得分也相同。',
    );
  });

  it('shows a small gap with enough decimals instead of none', () => {
    expect(say({}, units({ 甲: [50.06, 50, 50, 50], 乙: [50, 50, 50, 50] }))).toMatch(
      /^甲县得分高于乙县 0\.02 分，领先主要来自维D1（0\.02 分）/,
    );
  });

  it('says of one its place and what to do', () => {
    expect(say({ pick: ['甲'] })).toBe(
      '甲县得分 76.7 分，列 4 家中第 1 名；再选一家机构或一个参照即可比较。',
    );
  });

  it('keeps the institution the subject beside a reference', () => {
    expect(say({ pick: ['甲'], against: 'province-mean' })).toBe(
      '甲县得分高于示例省平均 18.3 分，领先主要来自维D1（10.8 分）。',
    );
    expect(say({ pick: ['丁'], against: 'province-mean' })).toBe(
      '丁县得分低于示例省平均 8.3 分，差距主要来自维D2（3.3 分）。',
    );
    expect(say({ pick: ['丁'], against: 'province-median' })).toMatch(
      /^丁县得分低于示例省中位数 10\.0 分；差距最大的维度是/,
    );
    expect(say({ pick: ['甲'], against: 'city-best' })).toBe('甲县即示例1市最高（甲县）。');
  });

  it('says where one is better than what it is behind, and the other way round', () => {
    expect(say({ pick: ['乙'], against: 'city-best' })).toBe(
      '乙县得分低于示例1市最高（甲县） 6.7 分，差距主要来自维D1（10.0 分）；在维D2上高出 3.3 分。',
    );
  });

  it('says of several the first, the last and the widest dimension', () => {
    expect(say({ pick: ['甲', '乙', '丙'] })).toBe(
      '甲县得分最高（76.7 分），丙县最低（36.7 分），相差 40.0 分；差距最大的维度是维D1（60.0 分）。',
    );
    expect(say({ pick: ['甲', '乙', '丙'], against: 'province-mean' })).toMatch(
      /；高于示例省平均（58\.3 分）的有甲县、乙县。$/,
    );
    expect(say({ pick: ['甲', '乙'], against: 'province-mean' })).toMatch(
      /；均高于示例省平均（58\.3 分）。$/,
    );
  });

  it('says that one of several is the best of the reference', () => {
    expect(say({ pick: ['甲', '丙'], against: 'province-best' })).toMatch(
      /；甲县即示例省最高（甲县）。$/,
    );
  });

  it('says who has no total, and never a zero', () => {
    expect(say({ pick: ['甲', '戊'] })).toBe(
      '甲县得分 76.7 分，列 4 家中第 1 名；戊县不参与排名，没有总分可比。',
    );
    expect(say({ pick: ['戊'] })).toBe('戊县不参与排名，没有总分可比。');
    expect(say({}, { units: [] })).toBe('该范围内没有参与排名的机构。');
  });

  it('leaves points out where they do not add up', () => {
    expect(say({ pick: ['甲', '乙'] }, { aggregate: 'geometric' })).toMatch(
      /^甲县得分高于乙县 [\d.]+ 分；差距最大的维度是维D1（30\.0 分）。$/,
    );
  });

  it('has no slip of grammar or number in any combination', () => {
    for (const locale of ['zh', 'en'] as const)
      for (const pick of [[], ['甲'], ['甲', '乙'], ['甲', '丙', '丁', '戊'], ['戊', '丁']])
        for (const against of [null, 'city-mean', 'province-best', 'peers-median'] as const)
          for (const aggregate of ['arithmetic', 'geometric'] as const) {
            const sentence = say({ pick, against }, { aggregate }, locale);
            expect(sentence).not.toMatch(/NaN|undefined|null|Infinity|[\u2212-]\d|，，|；；| {2}/);
            expect(sentence).toMatch(locale === 'zh' ? /。$/ : /^[A-Z\u4e00-\u9fff].*\.$/);
          }
  });
});
