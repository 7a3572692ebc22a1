/** Words of exported workbooks; those of the table itself come with it. */
import type { Locale } from '#lib/model/index.ts';

const zh = {
  creator: '衡鉴',
  sheets: { table: '表', about: '方法与来源', check: '验算' },
  unit: (unit: string) => `单位：${unit}`,
  footer: '第 {page} 页，共 {pages} 页',
  about: {
    title: '标题',
    subtitle: '说明',
    unit: '单位',
    nature: '数据性质',
    source: '数据来源',
    cutoff: '截至日期',
    scheme: '方案',
    schemeHash: '方案文件 SHA-256',
    edition: '版次',
    note: '注',
    view: '页面',
    reading: '读法',
    readingText:
      '数字按双精度原样保存，单元格格式只影响显示的位数。空格子表示没有数，不是 0；原因见表中文字。',
    method: '计算方法',
    checked: '“验算”表用公式从各指标的标准化得分和权重重新算出指数，可以改动权重看结果怎样变。',
  },
  check: {
    title: '验算：由标准化得分和权重算出指数',
    how: [
      '蓝色数字是程序给出的：第 {weights} 行是各项在同级中的权重，下面是各指标标准化得分（由原始数值按方案折算）。',
      '黑色数字是公式：每一级按权重求平均，缺的一项不计，权重由同级其他项分担；空格表示缺数，不是 0。',
      '“差”是公式得分减程序得分，应在小数点后 9 位以内为 0。改动权重或得分，公式会随之重算；改过的结果不是公布结果。',
    ],
    weight: '权重',
    id: '机构编号',
    name: '机构',
    ofGroup: (name: string) => `${name}（公式）`,
    shown: '程序得分',
    difference: '差',
    rank: '名次（公式）',
    shownRank: '程序名次',
    greatest: '最大的差',
  },
};

export type TableWords = typeof zh;

const en: TableWords = {
  creator: 'Hengjian',
  sheets: { table: 'Table', about: 'Method and sources', check: 'Check' },
  unit: (unit) => `Unit: ${unit}`,
  footer: '{page} / {pages}',
  about: {
    title: 'Title',
    subtitle: 'Shows',
    unit: 'Unit',
    nature: 'Nature of the data',
    source: 'Source',
    cutoff: 'Cut-off',
    scheme: 'Scheme',
    schemeHash: 'SHA-256 of the scheme file',
    edition: 'Edition',
    note: 'Note',
    view: 'Page',
    reading: 'How to read it',
    readingText:
      'Numbers are kept as full doubles; the format of a cell only changes how many digits are shown. An empty cell is a missing number, not 0; words in the table say why.',
    method: 'Method',
    checked:
      'The sheet “Check” works the index out again by formulas, from the normalised scores and the weights; change a weight to see what follows.',
  },
  check: {
    title: 'Check: the index from normalised scores and weights',
    how: [
      'Blue numbers are given by the program: row {weights} has the weights among siblings, below are the normalised scores of the indicators.',
      'Black numbers are formulas: every level is a weighted mean; a missing element is left out and its siblings carry its weight. An empty cell is missing, not 0.',
      '“Difference” is formula minus program and should be 0 to 9 decimals. Change weights or scores and the formulas follow; the result is then no published one.',
    ],
    weight: 'Weight',
    id: 'Institution id',
    name: 'Institution',
    ofGroup: (name) => `${name} (formula)`,
    shown: 'Score of the program',
    difference: 'Difference',
    rank: 'Place (formula)',
    shownRank: 'Place of the program',
    greatest: 'Greatest difference',
  },
};

export const tableWords = (locale: Locale): TableWords => (locale === 'zh' ? zh : en);
