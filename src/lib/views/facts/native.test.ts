import { describe, expect, it } from 'vitest';
import { factsNative } from './native.ts';

const bar = (value: number, label: string, under: string[]) =>
  ({ id: label, value, label, qualifier: 'exact', under }) as const;

describe('published numbers on slides', () => {
  it('keep their hedge, their year and their order', () => {
    const [chart] = factsNative(
      [bar(62000, '6.2万余', ['2022年', '浙江']), bar(500, '500', ['2020年', '江苏'])],
      '公布数',
      '项',
    );
    expect(chart).toMatchObject({
      form: 'bars',
      categories: ['2022年 浙江 6.2万余', '2020年 江苏 500'],
      series: [{ name: '公布数', values: [62000, 500] }],
      unit: '项',
      decimals: 0,
    });
  });

  it('have decimals where the numbers do', () => {
    expect(factsNative([bar(1.5, '1.5', [])], 'x', '')[0]?.decimals).toBe(1);
  });
});
