import { expect, it } from 'vitest';
import { institutionsMessages } from '#lib/i18n/views/institutions.ts';
import { citiesNative } from './native.ts';

it('medians of cities on slides say what they rest on', () => {
  const cities = [
    { code: '1', name: { zh: '甲市', en: 'Jia' }, n: 9, min: 1, median: 50.25, max: 99 },
    { code: '2', name: { zh: '乙市', en: 'Yi' }, n: 1, min: 7, median: 7, max: 7 },
  ];
  expect(citiesNative({ cities }, 100, 'zh', institutionsMessages('zh'))).toMatchObject([
    {
      form: 'bars',
      categories: ['甲市 50.3（9 家）', '乙市 7.0（1 家）'],
      series: [{ name: '中位数', values: [50.25, 7] }],
      max: 100,
    },
  ]);
  expect(citiesNative({ cities: [] }, 100, 'zh', institutionsMessages('zh'))).toEqual([]);
});
