/** What kind of total a label names. */
import type { TotalCell } from './sheet-reading.ts';
import { tidyName } from '../values/tidy-name.ts';

const MEAN = /平均|均值|中位|人均|均数/;
const PART = /其中|占比|比重|比例|同比|环比|增长|增幅|增减|最大|最小|最高|最低|差/;
const SUM = /合计|总计|小计|共计|累计|总和|汇总|总数|^总?计$|全[国省市县区州盟]|[全本]系统/;

export function totalKind(label: string): TotalCell['kind'] {
  const text = tidyName(label);
  if (MEAN.test(text)) return 'mean';
  if (PART.test(text)) return 'other';
  return SUM.test(text) ? 'sum' : 'other';
}

/** 小计, 其中…: about a part of the rows, wherever it stands. */
export const isSubtotal = (label: string): boolean => /小计/.test(tidyName(label));

/** The words before 合计 or 小计 in 示例一市小计; empty for none. */
export const totalOf = (label: string): string =>
  tidyName(label).replace(/[:(]?(?:合计|总计|小计|共计|汇总|总数)[):]?.*$/, '');
