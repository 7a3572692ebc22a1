/** Words of the first page, above the ranking. */
import type { Locale } from '#lib/model/index.ts';

/** What people come for, each with the page that answers it. */
export const WAYS = [
  'compare',
  'trends',
  'institutions',
  'targets',
  'facts',
  'method',
  'programme',
  'intake',
  'data',
] as const;
export type Way = (typeof WAYS)[number];

const zh = {
  label: '从这里开始',
  what: '衡鉴把各县计量技术机构的年度统计表算成能力指数，排名、比较、看趋势、对目标；每个数字都能追到文件与单元格。',
  glance: (edition: string, institutions: number, periods: string, indicators: number) =>
    `现行版次 ${edition}：${institutions} 家机构，${periods} 年，${indicators} 项指标`,
  more: '我想…',
  ways: {
    compare: '会前比较几家机构',
    trends: '看历年趋势与差距',
    institutions: '查一家机构，打印一页',
    targets: '核对三年目标',
    facts: '引用公开数据与出处',
    method: '核对方法与权重',
    programme: '看培训、比对与帮扶',
    intake: '交年报表：导入自查，先看排名',
    data: '下载数据，了解填报格式',
  } satisfies Record<Way, string>,
  export: '写材料：每张图旁的“导出”可存为图片或表格。',
};

export type HomeMessages = typeof zh;

const en: HomeMessages = {
  label: 'Start here',
  what: 'Hengjian turns the yearly tables of county metrology institutions into a capability index: rank, compare, follow trends, check targets. Every number can be followed to its file and cell.',
  glance: (edition, institutions, periods, indicators) =>
    `Edition in force ${edition}: ${institutions} institutions, ${periods}, ${indicators} indicators`,
  more: 'I want to…',
  ways: {
    compare: 'compare institutions before a meeting',
    trends: 'see trends and gaps over the years',
    institutions: 'look one institution up, print one page',
    targets: 'check the three-year targets',
    facts: 'quote published data with their source',
    method: 'check the method and the weights',
    programme: 'see training, comparisons and help',
    intake: 'check my yearly table and rank it',
    data: 'download data, see how to hand them in',
  },
  export: 'For a briefing: “Export” beside every chart saves it as a picture or a table.',
};

const MESSAGES: Readonly<Record<Locale, HomeMessages>> = { zh, en };

export const homeMessages = (locale: Locale): HomeMessages => MESSAGES[locale];
