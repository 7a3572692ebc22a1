/** Words of the blank form. */
import type { InstitutionLevel, Locale, MissingReason } from '#lib/model/index.ts';
import type { Period } from '../period.ts';
import type { FormLayer } from './order.ts';

/** The one spelling that the form offers for each reason; all others are understood, too. */
export const GAP_WORDS: readonly (readonly [word: string, reason: MissingReason])[] = [
  ['未报送', 'not_reported'],
  ['迟报', 'late'],
  ['未统计', 'not_collected'],
  ['不适用', 'not_applicable'],
];

/** Signs that a number is not exact, with an example of each. */
export const HEDGE_WORDS: readonly (readonly [word: string, example: string])[] = [
  ['余', '30余'],
  ['约', '约30'],
  ['近', '近30'],
  ['超过', '超过30'],
  ['以上', '30以上'],
  ['以内', '30以内'],
];

/** Headings of the columns that say whom a row is about; Chinese, as in every table of the layer. */
export const HEADINGS = {
  institution_id: '机构编号',
  region_code: '区划代码',
  region: '县（市、区）',
  institution: '机构名称',
  period: '年度',
  note: '备注',
  code: '指标代码',
} as const;

export const LEVEL_HEADINGS: Readonly<Record<InstitutionLevel, string>> = {
  province: '省（自治区、直辖市）',
  city: '市',
  county: HEADINGS.region,
};

const LEVELS_ZH: Readonly<Record<InstitutionLevel, string>> = {
  province: '省级',
  city: '市级',
  county: '县级',
};
const LEVELS_EN: Readonly<Record<InstitutionLevel, string>> = {
  province: 'provincial',
  city: 'city',
  county: 'county',
};

const periodZh = ({ period, period_type }: Period) =>
  period_type === 'year' ? `${period}年` : `${period} `;

const gapsZh = GAP_WORDS.map(([word]) => word).join('、');
const gapsEn = GAP_WORDS.map(([word]) => word).join(', ');

const zh = {
  creator: '衡鉴',
  sheets: { form: '填报表', notes: '填表说明', choices: '选项' },
  title: (period: Period, level: InstitutionLevel) =>
    `${periodZh(period)}${LEVELS_ZH[level]}计量技术机构能力数据填报表`,
  mark: {
    template: '',
    synthetic: '示例数据：机构均为虚构，不代表任何真实地区。',
  } satisfies Record<FormLayer, string>,
  hint: `说明：在白色格中填数，灰色格不用填；没有数的写原因（${gapsZh}），不写 0；填法见“填表说明”。`,
  prompt: (name: string) => ({
    title: name,
    integer: '填整数',
    decimal: '填数',
    unit: (unit: string) => `，单位：${unit}`,
    range: (min: string, max: string) => `，${min}—${max}`,
    gaps: `；没有数的写：${gapsZh}。`,
    words: (words: string) => `从下拉框选：${words}。`,
  }),
  refusal: {
    title: '不能这样填',
    number: (range: string) =>
      `请只填数字${range}，不带单位和说明；不是准数的可写“30余”“约30”；没有数的写：${gapsZh}。说明写在“备注”列。`,
    range: (min: string, max: string) => `（${min}—${max}）`,
    integer: '（整数）',
    words: '请从下拉框中选择。',
  },
  comment: {
    unit: '单位',
    kind: { stock: '期末数', flow: '本期数', other: '' },
    definition: '口径',
    range: '允许范围',
    basis: '依据',
    integer: '整数',
  },
  note: '写明口径变化、变动较大的原因、数据来源等；凡存量与上期相比变动超过 ±50% 的，必须说明。',
  choices: {
    gaps: '没有数的原因',
    hedges: '不是准数的写法',
    words: (name: string) => `“${name}”可填`,
  },
  notes: {
    title: '填表说明',
    how: [
      (last: string) =>
        `期末数填 ${last} 的数，本期数填全年发生的数；每列的口径见下，也可把鼠标停在表头上看。`,
      () => '只填数字，不带单位和千分位；单位见表头。',
      () =>
        `没有数的不要留空，也不要填 0，写原因：${GAP_WORDS.map(([word]) => `“${word}”`).join('、')}。留空的格不导入。`,
      () =>
        `不是准数的，按原文写：${HEDGE_WORDS.map(([, example]) => `“${example}”`).join('、')}。`,
      () => '比率（覆盖率、持证比例）和综合分由程序计算，表中没有这些列，也请不要增加。',
      () =>
        '新旧相差较大、口径有变化、存量对不上（期末 = 上期末 + 新建 − 注销）的，在“备注”列说明。',
      () =>
        '灰色格是机构编号、代码和名称，已锁定，请不要改；机构名称有变的写在备注里。工作表保护没有密码。',
      () => '填好后存盘，把整个文件交回或拖到“导入”页面；文件不必改名，不用另存为其他格式。',
    ],
    indicators: '各列口径',
    scheme: (name: string, version: string) => `本表按方案“${name}”（${version}）所需的指标生成。`,
  },
  footer: '第 {page} 页，共 {pages} 页',
};

export type TemplateWords = typeof zh;

const en: TemplateWords = {
  creator: 'Hengjian',
  sheets: { form: 'Form', notes: 'How to fill in', choices: 'Choices' },
  title: (period, level) =>
    `${zh.title(period, level)} · ${period.period} data of ${LEVELS_EN[level]} metrology institutions`,
  mark: {
    template: '',
    synthetic:
      '示例数据 · Illustrative: the institutions are fictional and stand for no real place. ',
  },
  hint: `说明：Fill in the white cells only; where there is no number write why (${gapsEn}), never 0; see “How to fill in”.`,
  prompt: (name) => ({
    title: name,
    integer: 'A whole number',
    decimal: 'A number',
    unit: (unit) => `, unit: ${unit}`,
    range: (min, max) => `, ${min} to ${max}`,
    gaps: `; where there is none: ${gapsEn}.`,
    words: (words) => `One of the list: ${words}.`,
  }),
  refusal: {
    title: 'This cannot be taken',
    number: (range) =>
      `Write the number alone${range}, without unit or remark; an inexact one as 30余 or 约30; where there is none: ${gapsEn}. Remarks go into the last column.`,
    range: (min, max) => ` (${min} to ${max})`,
    integer: ' (whole)',
    words: 'Choose one of the list.',
  },
  comment: {
    unit: 'Unit',
    kind: { stock: 'at the end of the period', flow: 'during the period', other: '' },
    definition: 'Definition',
    range: 'Range',
    basis: 'Basis',
    integer: 'whole numbers',
  },
  note: 'Changes of definition, reasons for large changes, sources. A stock that changes by more than ±50% must be explained.',
  choices: {
    gaps: 'Why there is no number',
    hedges: 'Numbers that are not exact',
    words: (name) => `May stand in “${name}”`,
  },
  notes: {
    title: 'How to fill in',
    how: [
      (last) =>
        `Stocks are those of ${last}, flows those of the whole period; definitions are below and on the headings.`,
      () => 'Numbers alone, without unit or thousands separator; units are in the headings.',
      () =>
        `Where there is no number leave no blank and write no 0, but why: ${GAP_WORDS.map(([word, reason]) => `${word} (${reason.replaceAll('_', ' ')})`).join(', ')}. Blank cells are not imported.`,
      () =>
        `Inexact numbers as they stand in the source: ${HEDGE_WORDS.map(([, example]) => example).join(', ')}.`,
      () =>
        'Ratios and composite scores are computed; the form has no column for them, please add none.',
      () =>
        'Explain large changes, changes of definition and stocks that do not add up (end = last end + new − retired) in the last column.',
      () =>
        'Grey cells hold ids, codes and names; they are locked, without a password. Changed names go into the last column.',
      () => 'Save the file and hand it back, or drop it on the import page, as it is.',
    ],
    indicators: 'Definitions',
    scheme: (name, version) => `The form asks for what the scheme “${name}” (${version}) needs.`,
  },
  footer: '{page} / {pages}',
};

export const templateWords = (locale: Locale): TemplateWords => (locale === 'zh' ? zh : en);
