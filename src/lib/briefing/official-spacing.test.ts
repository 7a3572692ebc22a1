import { expect, test } from 'vitest';
import { officialSpacing } from './official-spacing.ts';

test.each([
  ['共 30 家，28 家参与排名', '共30家，28家参与排名'],
  ['以截至 2025年12月31日 的数据计算', '以截至2025年12月31日的数据计算'],
  ['第 1 名戊市（86.8 分）', '第1名戊市（86.8分）'],
  ['占 80% 以上', '占80%以上'],
  ['（示例方案） v1.2.0 · 示例权重', '（示例方案）v1.2.0 · 示例权重'],
  ['示例数据 · 机构与数值均为虚构', '示例数据 · 机构与数值均为虚构'],
  ['rank 1 of 30', 'rank 1 of 30'],
])('%s', (text, expected) => {
  expect(officialSpacing(text)).toBe(expected);
});
