/** Lines and lanes that speak of all the others: 合计, 全市, 平均. */
import { tidyName } from '../values/tidy-name.ts';

const WHOLE =
  /^(?:其中|全市|全省|全县|全区|全国|全州|全部|全体|各县|市域|总|总数|总量|累计数?|汇总数?|最大值?|最小值?|最高值|最低值|中位数|标准差|total|grandtotal|subtotal|sum|mean|average|avg|median)$/;
/** Whatever is in front: 山区县合计, 示例一市小计, 全市平均. */
const ENDS = /(?:合计|总计|小计|共计|总和|汇总|平均|平均值|平均数|均值)(?:数|值)?$/;
const LONGEST = 24;

/** True for a label of a line about all the others; brackets behind (“合计（9家）”) do not matter. */
export function isTotalText(text: string): boolean {
  if (text.length > LONGEST * 2) return false;
  const tidy = tidyName(text)
    .toLowerCase()
    .replace(/ /g, '')
    .replace(/[:*]+$/, '');
  if (tidy === '' || tidy.length > LONGEST) return false;
  const bare = tidy.replace(/(.)\([^()]*\)$/, '$1');
  return [tidy, bare].some((one) => WHOLE.test(one) || ENDS.test(one));
}
