import { describe, expect, it } from 'vitest';
import { barsNative, linesNative } from './native.ts';

describe('an answer on slides', () => {
  it('has its bars with their numbers, and a word where there is none', () => {
    const bars = Array.from({ length: 20 }, (_, i) => ({
      id: `${i}`,
      name: `组${i}`,
      value: i === 1 ? null : i / 2,
    }));
    const input = { bars, unit: '项', decimals: 1, description: '', locale: 'zh' } as const;
    const charts = barsNative(input, '标准数', '缺');
    expect(charts.map(({ categories }) => categories.length)).toEqual([10, 10]);
    expect(charts[0]?.categories.slice(0, 3)).toEqual(['组0 0.0', '组1 缺', '组2 1.0']);
    expect(charts[0]?.series).toMatchObject([{ name: '标准数' }]);
    expect(charts.flatMap(({ series }) => series[0]?.values)).toEqual(
      bars.map(({ value }) => value),
    );
  });

  it('has a line for every group, with a gap where a year has no value', () => {
    const points = [1, null, 3].map((value) => ({ value, text: '' }));
    const charts = linesNative(
      { periods: ['2023', '2024', '2025'], series: [{ id: 'x', name: '甲市', colour: 0, points }] },
      { unit: '项', decimals: 0 },
    );
    expect(charts).toMatchObject([
      {
        form: 'lines',
        categories: ['2023', '2024', '2025'],
        series: [{ name: '甲市', values: [1, null, 3] }],
        unit: '项',
        isRank: false,
      },
    ]);
    expect(linesNative({ periods: ['2025'], series: [] }, { unit: '', decimals: 0 })).toEqual([]);
  });
});
