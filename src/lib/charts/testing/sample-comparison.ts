/** A made-up comparison for the tests of grouped bars and radars. */
import type { ComparisonInput } from '../grouped-bars-types.ts';

const AXES = {
  zh: [
    '强制检定项目',
    '社会公用计量标准',
    '注册计量师持证比例',
    '产业计量服务水平',
    '重点实验室建设',
    '依规检定能力',
  ],
  en: [
    'Mandatory-verification items',
    'Public measurement standards',
    'Share of Certified Metrology Engineers',
    'Industrial-metrology service level',
    'Key laboratories',
    'Compliant verification capability',
  ],
};
const NAMES = ['甲县', '乙县', '丙县', '丁区', '戊市'];

/** `count` institutions and, with `reference`, a mean; the second lacks the third measure. */
export function sampleComparison(
  count: number,
  {
    reference = false,
    gap = false,
    locale = 'zh',
    suffix = '',
  }: { reference?: boolean; gap?: boolean; locale?: 'zh' | 'en'; suffix?: string } = {},
): ComparisonInput {
  const axes = AXES[locale].map((name, i) => ({ code: `T${i + 1}`, name }));
  const value = (at: number, axis: number) => 20.04 + ((at * 37 + axis * 23) % 75);
  const series = NAMES.slice(0, count).map((name, at) => ({
    id: `u${at}`,
    name: name + suffix,
    isReference: false,
    values: axes.map((_, axis) => (gap && at === 1 && axis === 2 ? null : value(at, axis))),
  }));
  const mean = {
    id: 'reference:',
    name: `示例一市平均${suffix}`,
    isReference: true,
    values: axes.map((_, axis) => value(7, axis)),
  };
  return {
    series: reference ? [...series, mean] : series,
    axes,
    unit: locale === 'zh' ? '分' : 'points',
    decimals: 1,
    max: 100,
    locale,
  };
}
