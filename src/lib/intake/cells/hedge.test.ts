import { expect, test } from 'vitest';
import { hedgeOf, numbersIn } from './hedge.ts';

test.each([
  ['630余家', 'more_than'],
  ['超过100件', 'more_than'],
  ['约2.5亿', 'about'],
  ['1000人次左右', 'about'],
  ['近百家', 'nearly'],
  ['80%以上', 'at_least'],
  ['不少于3次', 'at_least'],
  ['24小时内', 'at_most'],
  ['不超过5%', 'at_most'],
])('%s is %s', (text, qualifier) => {
  expect(hedgeOf(text)?.qualifier).toBe(qualifier);
});

test.each([['8 项'], ['近三年20件'], ['完成3000家目标'], ['余额3元'], ['第四次']])(
  '%s has no hedge',
  (text) => {
    expect(hedgeOf(text)).toBeNull();
  },
);

test.each([
  ['630余家', [630]],
  ['1500万余台件', [1500, 15_000_000]],
  ['6.2万余', [6.2, 62_000]],
  ['约2.5亿', [2.5, 250_000_000]],
  ['十余家', []],
  ['11 + 9', []],
])('the number of %s may mean %j', (text, numbers) => {
  expect(numbersIn(text)).toEqual(numbers);
});
