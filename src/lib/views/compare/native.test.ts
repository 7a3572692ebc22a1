import { describe, expect, it } from 'vitest';
import type { ComparisonInput } from '#lib/charts/index.ts';
import { messagesFor } from '#lib/i18n/index.ts';
import { compareNative } from './native.ts';

const INPUT: ComparisonInput = {
  series: [
    { id: 'a', name: '甲县', isReference: false, values: [80.5, null] },
    { id: 'b', name: '乙县', isReference: false, values: [0, null] },
    { id: 'r', name: '全省平均', isReference: true, values: [40, 50] },
  ],
  axes: [
    { code: 'D1', name: '项目' },
    { code: 'D2', name: '标准' },
  ],
  unit: '分',
  decimals: 1,
  max: 100,
  locale: 'zh',
};

describe('a comparison on slides', () => {
  const [chart, ...more] = compareNative(INPUT, messagesFor('zh'));

  it('has a bar of everybody in every dimension, and says who has none', () => {
    expect(more).toEqual([]);
    expect(chart?.form).toBe('bars');
    expect(chart?.categories).toEqual(['项目', '标准（甲县、乙县 缺）']);
    expect(chart?.series.map(({ name, values }) => [name, values])).toEqual([
      ['甲县', [80.5, null]],
      ['乙县', [0, null]],
      ['全省平均', [40, 50]],
    ]);
    expect(chart).toMatchObject({ unit: '分', max: 100, decimals: 1 });
  });

  it('has a colour of its own, grey for the reference', () => {
    const colours = chart?.series.map(({ ink }) => ink) ?? [];
    expect(new Set(colours).size).toBe(3);
    expect(colours[2]).toBe('grey');
  });

  it('is none of nobody', () => {
    expect(compareNative({ ...INPUT, series: [] }, messagesFor('zh'))).toEqual([]);
  });
});
