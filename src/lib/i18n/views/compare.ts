/** Words of the compare page. */
import type { Locale } from '#lib/model/index.ts';

type Who = readonly string[];
const zhList = (names: Who) => names.join('、');

const zh = {
  title: (names: string, period: string, of: string) => `${names}：${period} 年度${of}比较`,
  withReference: (names: string, reference: string) => `${names}与${reference}`,
  emptyTitle: (period: string) => `${period} 年度能力指数比较`,
  trail: '所在层级',
  root: '全部',
  below: '下一级',
  belowMore: (n: number) => `其余 ${n} 个在“城市”与“机构”中选择`,
  against: '参照',
  noReference: '不设参照（与首家相比）',
  chart: '图形',
  charts: { bars: '条形图', radar: '雷达图' },
  unrankedChoice: (name: string) => `${name}（不参与排名）`,
  /** `group`: the city, the province or the peer group. */
  references: {
    'city-mean': '本市平均',
    'city-median': '本市中位数',
    'city-best': '本市最高',
    'province-mean': '全省平均',
    'province-median': '全省中位数',
    'province-best': '全省最高',
    'peers-mean': '同类组平均',
    'peers-median': '同类组中位数',
  },
  referenceName: {
    mean: (group: string) => `${group}平均`,
    median: (group: string) => `${group}中位数`,
    best: (group: string, who: string) => `${group}最高（${who}）`,
  },
  province: '全省',
  rests: {
    mean: (name: string, n: number) =>
      `${name}：${n} 家参与排名机构的算术平均，未加权；组内被比较的机构也计入。`,
    median: (name: string, n: number) =>
      `${name}：${n} 家参与排名机构逐项取中位数，组内被比较的机构也计入；中位数之差相加不等于得分之差。`,
    best: (name: string, n: number) => `${name}：${n} 家参与排名机构中得分最高者。`,
    sharing: (n: number) => `并列最高 ${n} 家，取其中第一家。`,
  },
  restsShort: (n: number) => `${n} 家`,
  defaultPick: '未选机构，以下比较排名前两名；可在“机构”中另选。',
  problem: {
    unknown: (ids: Who) => `地址中的机构编号不存在，未列入：${zhList(ids)}。`,
    otherScope: (names: Who) => `不在所选城市或层级内，未列入：${zhList(names)}。`,
    notThatYear: (names: Who) => `该年度尚无或已无此机构，未列入：${zhList(names)}。`,
    tooMany: (names: Who, most: number) => `最多比较 ${most} 家，未列入：${zhList(names)}。`,
    noReference: (asked: string, why: string) => `没有“${asked}”可作参照：${why}。`,
    why: {
      noCity: '首家机构不属于任何城市',
      noPeers: '首家机构未设同类组',
      nobody: '该组中没有参与排名的机构',
      cityLevel: '每个城市只有一家市级机构',
    },
  },
  empty: '没有可比较的得分。可放宽筛选条件，或在“机构”中选择机构，比较其已报送的指标。',
  trends: '看趋势',
  institution: '机构',
  table: {
    caption: '差距表',
    item: '维度与指标',
    value: '数值',
    gap: (name: string) => `比${name}`,
    measure: '比较基准',
    score: '得分',
    place: '名次',
    placeOf: (rank: number, of: number) => `${rank} / ${of}`,
    tied: '并列',
    change: '较上年',
    band: '等级',
    share: (percent: string) => `权重 ${percent}`,
    toScore: (points: string) => `计入总分 ${points}`,
    sum: '各维度计入总分之差合计',
    expand: (name: string) => `展开 ${name} 的指标`,
    collapse: (name: string) => `收起 ${name} 的指标`,
    expandAll: '展开全部指标',
    collapseAll: '收起全部指标',
    about: (gap: string) => `约 ${gap}`,
    percentPoints: '个百分点',
    reversed: '越小越好',
    none: '无',
    unscored: '不参与排名，未计分',
    noValue: '无数据',
    average: (n: number) => `${n} 家有数`,
  },
  notes: {
    gap: '差距为该机构减去比较基准；“计入总分”为该维度对总分贡献的差，各维度相加即得分之差。',
    gapPlain: '差距为该机构减去比较基准。',
    notAdditive: '该方案的总分不能按维度相加，只列各维度得分之差。',
    incomplete: '有维度缺数，各维度之差相加不等于得分之差。',
    percent: '百分比指标的差距单位为个百分点。',
    about: '原值带“余”“约”等字样的，差距前加“约”。',
  },
  figure: {
    title: (names: string, period: string) => `${names} ${period} 年度各维度得分`,
    name: '比较',
    radarMissing: (names: Who) => `${zhList(names)}有维度缺数，未画入雷达图，见条形图与表。`,
    radarFew: '不足三个维度，改画条形图。',
  },
  sheet: {
    kind: '类别',
    code: '编号',
    name: '名称',
    unit: '单位',
    kinds: { index: '总分', dimension: '维度', indicator: '指标' },
    value: (name: string) => name,
    hedge: (name: string) => `${name}（限定词或缺报原因）`,
    gap: (name: string, base: string) => `${name}比${base}`,
    points: (name: string, base: string) => `${name}比${base}（计入总分）`,
    place: '名次',
    hedges: {
      exact: '',
      approx: '约',
      about: '约',
      nearly: '近',
      more_than: '余',
      at_least: '以上',
      at_most: '以内',
    },
  },
  finding: {
    alone: (name: string, score: string, place: string) => `${name}得分 ${score} 分，${place}`,
    place: (rank: number, of: number) => `列 ${of} 家中第 ${rank} 名`,
    tiedPlace: (rank: number, of: number) => `列 ${of} 家中并列第 ${rank} 名`,
    pickMore: '再选一家机构或一个参照即可比较',
    nobody: '该范围内没有参与排名的机构',
    unranked: (names: string) => `${names}不参与排名，没有总分可比`,
    higher: (a: string, b: string, gap: string) => `${a}得分高于${b} ${gap} 分`,
    lower: (a: string, b: string, gap: string) => `${a}得分低于${b} ${gap} 分`,
    equal: (a: string, b: string, score: string) => `${a}与${b}得分相同（${score} 分）`,
    isBest: (name: string, reference: string) => `${name}即${reference}`,
    leadFrom: (dims: Who, points: string) =>
      `领先主要来自${zhList(dims)}（${dims.length > 1 ? '各 ' : ''}${points} 分）`,
    lagFrom: (dims: Who, points: string) =>
      `差距主要来自${zhList(dims)}（${dims.length > 1 ? '各 ' : ''}${points} 分）`,
    /** `n`: dimensions in which it leads; `dims`: those by most. */
    otherLeads: (name: string, n: number, dims: Who, points: string) =>
      n === dims.length
        ? `${name}在${zhList(dims)}上领先${n > 1 ? '，各' : ''} ${points} 分`
        : `${name}在 ${n} 个维度上领先，最多的是${zhList(dims)}（${points} 分）`,
    selfHigher: (n: number, dims: Who, points: string) =>
      n === dims.length
        ? `在${zhList(dims)}上高出${n > 1 ? '，各' : ''} ${points} 分`
        : `在 ${n} 个维度上高出，最多的是${zhList(dims)}（${points} 分）`,
    selfLower: (n: number, dims: Who, points: string) =>
      n === dims.length
        ? `在${zhList(dims)}上低${n > 1 ? '，各' : ''} ${points} 分`
        : `在 ${n} 个维度上较低，最多的是${zhList(dims)}（低 ${points} 分）`,
    neverBehind: (name: string) => `${name}各维度均不落后`,
    allEqual: '各维度得分也相同',
    widest: (dims: Who, gap: string) => `差距最大的维度是${zhList(dims)}（${gap} 分）`,
    spread: (best: string, high: string, last: string, low: string, gap: string) =>
      `${best}得分最高（${high} 分），${last}最低（${low} 分），相差 ${gap} 分`,
    allSame: (n: number, score: string) => `${n} 家得分相同（${score} 分）`,
    abovePart: (names: string, reference: string, score: string) =>
      `高于${reference}（${score} 分）的有${names}`,
    aboveAll: (reference: string, score: string) => `均高于${reference}（${score} 分）`,
    aboveNone: (reference: string, score: string) => `无一高于${reference}（${score} 分）`,
    and: '，',
  },
};

type CompareMessages = typeof zh;
export type { CompareMessages };

const enList = (names: Who) =>
  names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1] ?? ''}`;
const points = (text: string) =>
  text === '1' || text === '1.0' ? `${text} point` : `${text} points`;
const dimensions = (n: number) => (n === 1 ? '1 dimension' : `${n} dimensions`);
const institutions = (n: number) => (n === 1 ? '1 institution' : `${n} institutions`);

const en: CompareMessages = {
  title: (names, period, of) => `${of} ${period}: ${names}`,
  withReference: (names, reference) => `${names} and the ${reference}`,
  emptyTitle: (period) => `Comparison of the capability index, ${period}`,
  trail: 'Where you are',
  root: 'All',
  below: 'One level down',
  belowMore: (n) => `${n} more under “City” and “Institutions”`,
  against: 'Reference',
  noReference: 'None (against the first)',
  chart: 'Chart',
  charts: { bars: 'Bars', radar: 'Radar' },
  unrankedChoice: (name) => `${name} (not ranked)`,
  references: {
    'city-mean': 'Mean of the city',
    'city-median': 'Median of the city',
    'city-best': 'Best of the city',
    'province-mean': 'Mean of the province',
    'province-median': 'Median of the province',
    'province-best': 'Best of the province',
    'peers-mean': 'Mean of the peer group',
    'peers-median': 'Median of the peer group',
  },
  referenceName: {
    mean: (group) => `mean of ${group}`,
    median: (group) => `median of ${group}`,
    best: (group, who) => `best of ${group} (${who})`,
  },
  province: 'the province',
  rests: {
    mean: (name, n) =>
      `${name}: unweighted arithmetic mean of ${institutions(n)} with a rank, any of them compared here included.`,
    median: (name, n) =>
      `${name}: median of each item over ${institutions(n)} with a rank, any of them compared here included; gaps to medians do not add up to the gap of the scores.`,
    best: (name, n) => `${name}: the highest score among ${institutions(n)} with a rank.`,
    sharing: (n) => `${n} share the highest score; the first of them is shown.`,
  },
  restsShort: (n) => institutions(n),
  defaultPick:
    'Nobody is picked: the first two of the ranking are compared. Pick others under “Institutions”.',
  problem: {
    unknown: (ids) => `The address names institutions that do not exist; left out: ${enList(ids)}.`,
    otherScope: (names) => `Not in the chosen city or level; left out: ${enList(names)}.`,
    notThatYear: (names) => `Did not exist in that year; left out: ${enList(names)}.`,
    tooMany: (names, most) => `At most ${most} are compared; left out: ${enList(names)}.`,
    noReference: (asked, why) => `“${asked}” cannot be had: ${why}.`,
    why: {
      noCity: 'the first institution lies in no city',
      noPeers: 'the first institution has no peer group',
      nobody: 'nobody in that group has a rank',
      cityLevel: 'every city has one city institution only',
    },
  },
  empty:
    'There are no scores to compare. Widen the filters, or pick institutions to compare what they have reported.',
  trends: 'Trends',
  institution: 'Institution',
  table: {
    caption: 'Table of gaps',
    item: 'Dimensions and indicators',
    value: 'Value',
    gap: (name) => `Less ${name}`,
    measure: 'Compared against',
    score: 'Score',
    place: 'Rank',
    placeOf: (rank, of) => `${rank} of ${of}`,
    tied: 'tied',
    change: 'On last year',
    band: 'Band',
    share: (percent) => `weight ${percent}`,
    toScore: (text) => `${text} of the score`,
    sum: 'Gaps of the score, added up over the dimensions',
    expand: (name) => `Show the indicators of ${name}`,
    collapse: (name) => `Hide the indicators of ${name}`,
    expandAll: 'Show all indicators',
    collapseAll: 'Hide all indicators',
    about: (gap) => `about ${gap}`,
    percentPoints: 'percentage points',
    reversed: 'less is better',
    none: 'none',
    unscored: 'not ranked, no score',
    noValue: 'no data',
    average: (n) => `${n} with data`,
  },
  notes: {
    gap: 'A gap is the institution less what it is compared against; “of the score” is the difference of what the dimension adds to the score, and these add up to the gap of the scores.',
    gapPlain: 'A gap is the institution less what it is compared against.',
    notAdditive:
      'The score of this scheme does not add up from its dimensions; only the gaps of their own scores are given.',
    incomplete: 'A dimension is missing, so that the gaps do not add up to the gap of the scores.',
    percent: 'Gaps of percentages are in percentage points.',
    about: 'Where a value is hedged (余, 约), so is the gap.',
  },
  figure: {
    title: (names, period) => `Scores of the dimensions ${period}: ${names}`,
    name: 'compare',
    radarMissing: (names) =>
      `Not drawn on the radar for want of a dimension: ${enList(names)}; see the bars and the table.`,
    radarFew: 'Fewer than three dimensions: drawn as bars.',
  },
  sheet: {
    kind: 'Kind',
    code: 'Code',
    name: 'Name',
    unit: 'Unit',
    kinds: { index: 'score', dimension: 'dimension', indicator: 'indicator' },
    value: (name) => name,
    hedge: (name) => `${name} (hedge or reason missing)`,
    gap: (name, base) => `${name} less ${base}`,
    points: (name, base) => `${name} less ${base} (of the score)`,
    place: 'Rank',
    hedges: {
      exact: '',
      approx: 'about',
      about: 'about',
      nearly: 'nearly',
      more_than: 'more than',
      at_least: 'at least',
      at_most: 'at most',
    },
  },
  finding: {
    alone: (name, score, place) => `${name} scores ${points(score)}, ${place}`,
    place: (rank, of) => `rank ${rank} of ${of}`,
    tiedPlace: (rank, of) => `tied at rank ${rank} of ${of}`,
    pickMore: 'pick another institution or a reference to compare',
    nobody: 'nobody in this scope has a rank',
    unranked: (names) => `not ranked, so without a total: ${names}`,
    higher: (a, b, gap) => `${a} scores ${points(gap)} above ${b}`,
    lower: (a, b, gap) => `${a} scores ${points(gap)} below ${b}`,
    equal: (a, b, score) => `${a} and ${b} have the same score (${score})`,
    isBest: (name, reference) => `${name} is itself the ${reference}`,
    leadFrom: (dims, text) =>
      `the lead comes mostly from ${enList(dims)} (${points(text)}${dims.length > 1 ? ' each' : ''})`,
    lagFrom: (dims, text) =>
      `the gap comes mostly from ${enList(dims)} (${points(text)}${dims.length > 1 ? ' each' : ''})`,
    otherLeads: (name, n, dims, text) =>
      n === dims.length
        ? `${name} leads in ${enList(dims)} by ${points(text)}${n > 1 ? ' each' : ''}`
        : `${name} leads in ${dimensions(n)}, most in ${enList(dims)} (${points(text)})`,
    selfHigher: (n, dims, text) =>
      n === dims.length
        ? `higher in ${enList(dims)} by ${points(text)}${n > 1 ? ' each' : ''}`
        : `higher in ${dimensions(n)}, most in ${enList(dims)} (${points(text)})`,
    selfLower: (n, dims, text) =>
      n === dims.length
        ? `lower in ${enList(dims)} by ${points(text)}${n > 1 ? ' each' : ''}`
        : `lower in ${dimensions(n)}, most in ${enList(dims)} (by ${points(text)})`,
    neverBehind: (name) => `${name} is behind in no dimension`,
    allEqual: 'and the same in every dimension',
    widest: (dims, gap) => `the widest gap is in ${enList(dims)} (${points(gap)})`,
    spread: (best, high, last, low, gap) =>
      `${best} scores highest (${high}), ${last} lowest (${low}), ${points(gap)} apart`,
    allSame: (n, score) => `all ${n} have the same score (${score})`,
    abovePart: (names, reference, score) => `above the ${reference} (${score}): ${names}`,
    aboveAll: (reference, score) => `all are above the ${reference} (${score})`,
    aboveNone: (reference, score) => `none is above the ${reference} (${score})`,
    and: ', ',
  },
};

export const compareMessages = (locale: Locale): CompareMessages => (locale === 'zh' ? zh : en);
