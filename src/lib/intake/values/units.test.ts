import { expect, test } from 'vitest';
import { readUnitText } from './read-unit-text.ts';
import { tidyName } from './tidy-name.ts';
import { normaliseUnit, splitUnit, unitsCompatible } from './units.ts';

test.each(['台', '台件', '台(件)', '台（件）', '台/件', ' 台 件 ', '（台件）'])(
  '%s is 台(件)',
  (text) => {
    expect(normaliseUnit(text)).toBe('台(件)');
  },
);

test.each([
  ['万台件', '万台(件)'],
  ['万元', '万元'],
  ['％', '%'],
  ['百分点', '个百分点'],
  ['台（套）', '台套'],
  ['千克', '千克'],
  ['没有人知道', '没有人知道'],
])('%s is normalised to %s', (text, expected) => {
  expect(normaliseUnit(text)).toBe(expected);
});

const DIFFERENT = [
  '台',
  '台次',
  '台套',
  '人',
  '人次',
  '家',
  '户',
  '个',
  '项',
  '项次',
  '件',
  '%',
  '个百分点',
  '元',
  '万元',
];
test('units that differ are never merged', () => {
  for (const a of DIFFERENT)
    for (const b of DIFFERENT)
      expect(`${a} ${b} ${unitsCompatible(a, b)}`).toBe(`${a} ${b} ${a === b}`);
});

test.each([
  ['万元', '元', 4],
  ['亿元', '元', 8],
  ['万台件', '台(件)', 4],
  ['元', '元', 0],
  ['百分点', '个百分点', 0],
  ['千瓦时', '千瓦时', 0],
])('%s counts %s times 10^%d', (text, base, places) => {
  expect(splitUnit(text)).toEqual({ base, places });
});

test.each([
  ['(单位:项)', '项'],
  ['单位：万元', '万元'],
  ['单位： 项', '项'],
  ['（单位：台（件））', '台(件)'],
  ['计量单位：台件', '台(件)'],
  ['填报单位：示例市计量院 单位：项', '项'],
  ['检定台件数(万台件)', '万台(件)'],
  ['强检项目数（项）', '项'],
  ['数量(台(件))', '台(件)'],
  ['持证比例（%）', '%'],
  ['持证比例%', '%'],
  ['产值/万元', '万元'],
  ['人次', '人次'],
  ['（家）', '家'],
  ['填报单位:示例市计量院', null],
  ['填报单位：项', null],
  ['单位：项、台件', null],
  ['单位', null],
  ['单位名称', null],
  ['机构（本级）', null],
  ['其中:最高标准', null],
  ['强检项目数', null],
  ['', null],
])('the unit of “%s” is %s', (text, expected) => {
  expect(readUnitText(text)).toBe(expected);
});

test.each([
  ['\u3000椒 江\u00a0区', '椒江区'],
  ['台州市计量院（本级）', '台州市计量院(本级)'],
  ['Ａ级', 'A级'],
  ['Test  Center 台州', 'Test Center台州'],
  ['\u2f64水县', '用水县'],
  ['椒江\n区', '椒江区'],
  ['椒\u200b江区', '椒江区'],
  ['路桥区', '路桥区'],
])('the name %j is %s', (text, expected) => {
  expect(tidyName(text)).toBe(expected);
});
