import type { Locale } from '#lib/model/index.ts';

/** The few words that are drawn inside charts and figures. */
export interface ChartWords {
  readonly score: string;
  readonly rank: (rank: number) => string;
  readonly missing: string;
  readonly missingElements: (names: readonly string[]) => string;
  readonly missingCount: (n: number) => string;
  /** The same where there is no room. */
  readonly missingCompact: (n: number) => string;
  readonly notRanked: string;
  readonly missingNote: string;
  readonly notAdditiveNote: string;
  readonly trial: string;
  readonly dataNature: string;
  readonly empty: string;
  readonly unit: (unit: string) => string;
  readonly scheme: (name: string) => string;
  readonly edition: (name: string) => string;
  readonly note: (text: string) => string;
  readonly comma: string;
  readonly stop: string;
  readonly chartRole: string;
  readonly chartHint: string;
  readonly barCount: (rows: number, elements: number) => string;
  readonly extremes: (first: string, last: string) => string;
  readonly missingRows: (n: number) => string;
}

const zh: ChartWords = {
  score: '得分',
  rank: (rank) => `第 ${rank} 名`,
  missing: '缺',
  missingElements: (names) => `缺 ${names.join('、')}`,
  missingCount: (n) => `缺 ${n} 项`,
  missingCompact: (n) => `缺${n}`,
  notRanked: '缺 不参与排名',
  missingNote: '斜纹与“缺”表示该项无数据，不计为零。',
  notAdditiveNote: '该得分不能按维度相加，只画总分。',
  trial: '试算，非公布结果',
  dataNature: '数据性质',
  empty: '没有可显示的机构',
  unit: (unit) => `单位：${unit}`,
  scheme: (name) => `方案：${name}`,
  edition: (name) => `版次：${name}`,
  note: (text) => `注：${text}`,
  comma: '，',
  stop: '。',
  chartRole: '图表',
  chartHint: '用上下方向键逐项查看。',
  barCount: (rows, elements) =>
    elements > 1 ? `堆叠条形图，${rows} 家机构，${elements} 个维度` : `条形图，${rows} 家机构`,
  extremes: (first, last) => `最高 ${first}，最低 ${last}`,
  missingRows: (n) => `${n} 家机构有缺项`,
};

const en: ChartWords = {
  score: 'Score',
  rank: (rank) => `rank ${rank}`,
  missing: 'n/a',
  missingElements: (names) => `missing: ${names.join(', ')}`,
  missingCount: (n) => `${n} missing`,
  missingCompact: (n) => `${n} n/a`,
  notRanked: 'missing, not ranked',
  missingNote: 'Hatching and "missing" mean that there are no data; they do not count as zero.',
  notAdditiveNote: 'This score does not add up from its dimensions; only the total is drawn.',
  trial: 'Trial run, not the published result',
  dataNature: 'Nature of data',
  empty: 'No institution to show',
  unit: (unit) => `Unit: ${unit}`,
  scheme: (name) => `Scheme: ${name}`,
  edition: (name) => `Edition: ${name}`,
  note: (text) => `Note: ${text}`,
  comma: ', ',
  stop: '. ',
  chartRole: 'chart',
  chartHint: 'Use the up and down arrow keys to read it item by item.',
  barCount: (rows, elements) =>
    elements > 1
      ? `Stacked bar chart, ${rows} institutions, ${elements} dimensions`
      : `Bar chart, ${rows} institutions`,
  extremes: (first, last) => `highest ${first}, lowest ${last}`,
  missingRows: (n) => `${n} institutions with gaps`,
};

const WORDS: Readonly<Record<Locale, ChartWords>> = { zh, en };

export const chartWords = (locale: Locale): ChartWords => WORDS[locale];
