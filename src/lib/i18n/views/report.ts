/** Words of reports and of the page that makes them. */
import type { Locale } from '#lib/model/index.ts';

const zh = {
  template: {
    notice: {
      name: '通报',
      about: '一份排名通报：总体情况、全部名次、得分构成、各维度情况、说明。',
    },
    counties: {
      name: '一县一页',
      about: '每家机构一页：名次、各维度与同级对比、历年得分、强弱项、目标、数据缺口。',
    },
    review: {
      name: '年度分析',
      about: '年度分析：排名概况、历年变化、目标完成情况、数据缺口。',
    },
  },
  /** 一、二、三 before headings. */
  numbered: (n: number, text: string) => `${'一二三四五六七八九十'.slice(n - 1, n)}、${text}`,
  scope: (place: string, level: string) => `${place}${level}`,
  titles: {
    notice: (caption: string) => `${caption}通报`,
    counties: (scope: string, period: string) => `${scope} ${period} 年度能力概况（一县一页）`,
    review: (scope: string, period: string) => `${scope} ${period} 年度能力分析`,
  },
  headings: {
    summary: '总体情况',
    places: '全部名次',
    parts: '得分构成',
    dimensions: '各维度情况',
    unranked: '未参与排名的机构',
    trends: '历年变化',
    stock: '社会公用计量标准',
    targets: '目标完成情况',
    gaps: '数据缺口',
    notes: '说明',
  },
  basis: (scheme: string, weights: string, cutoff: string, scope: string) =>
    `按“${scheme}”方案（${weights}），以截至 ${cutoff} 的数据计算${scope}的能力指数。`,
  recomputed: (period: string) => `${period} 年度按现行方案重新计算，不是当年公布的结果。`,
  counted: (scope: string, all: number, ranked: number) =>
    all === ranked
      ? `${scope}共 ${all} 家，全部参与排名。`
      : `${scope}共 ${all} 家，${ranked} 家参与排名，${all - ranked} 家因数据不足不参与。`,
  tied: (rank: number, tied: string) => `${rank}（${tied}）`,
  nobody: (scope: string, all: number) => `${scope}共 ${all} 家，尚无机构可排名。`,
  place: (rank: number, name: string, score: string) => `第 ${rank} 名${name}（${score} 分）`,
  tiedPlace: (rank: number, names: string, score: string) =>
    `${names}并列第 ${rank} 名（${score} 分）`,
  last: (names: string, rank: number, score: string) =>
    `末位为${names}（第 ${rank} 名，${score} 分）`,
  tiedLast: (names: string, rank: number, score: string) =>
    `末位为${names}（并列第 ${rank} 名，${score} 分）`,
  spread: (median: string, spread: string) =>
    `得分中位数 ${median} 分，最高与最低相差 ${spread} 分。`,
  alone: (name: string, score: string) => `只有${name}一家参与排名（${score} 分）。`,
  sentence: (text: string) => `${text}。`,
  comma: '，',
  semicolon: '；',
  change: {
    noPrevious: '没有上年名次可比。',
    counts: (parts: string) => `与上年相比，${parts}。`,
    up: (n: number) => `上升 ${n} 家`,
    down: (n: number) => `下降 ${n} 家`,
    same: (n: number) => `持平 ${n} 家`,
    new: (n: number) => `新上榜 ${n} 家`,
    allSame: (n: number) => (n === 1 ? '名次与上年相同。' : `${n} 家的名次均与上年相同。`),
    most: (up: string, down: string) => `${[up, down].filter((text) => text !== '').join('；')}。`,
    riser: (names: string, places: number) => `${names}上升 ${places} 位，升幅最大`,
    faller: (names: string, places: number) => `${names}下降 ${places} 位，降幅最大`,
  },
  bands: (parts: string) => `按等级分：${parts}。`,
  band: (name: string, n: number) => `${name} ${n} 家`,
  columns: {
    dimension: '维度',
    best: '最高',
    median: '中位数',
    worst: '最低',
    institution: '机构',
    reason: '原因',
    city: '所在市',
    indicator: '指标',
    missing: '缺报机构',
  },
  bestOf: (name: string, score: string) => `${name} ${score}`,
  tables: {
    dimensions: (scope: string, period: string) => `${scope} ${period} 年度各维度得分（分）`,
    unranked: (scope: string, period: string) => `${scope} ${period} 年度未参与排名的机构`,
    targets: (period: string) => `${period} 年度目标完成情况`,
    gaps: (period: string) => `${period} 年度缺报的指标`,
    standing: (name: string, period: string) => `${name} ${period} 年度名次与得分`,
  },
  gaps: {
    none: (n: number) => `方案所用指标，${n} 家机构均有数据。`,
    some: (n: number, missing: number) => `${n} 家机构共缺 ${missing} 个数据。缺报不计为零。`,
    byReason: (names: string, reason: string) => `${names}（${reason}）`,
  },
  targetsNone: '本层没有目标。',
  targetsNotLocked: '目标不随版次锁定，本报告不作判定。',
  possible: (from: number, to: number) => (from === to ? `${from}` : `${from}–${to}`),
  possibleNote: (what: string, replicates: string, seed: number) =>
    `可能名次：${what}，模拟 ${replicates} 次（随机数种子 ${seed}），九成的模拟名次落在该区间。`,
  edition: (id: string) => `版次：${id}`,
  lockedEdition: (id: string, day: string) => `版次：${id}（已锁定，${day}）`,
  locked: (id: string, day: string) => `${id} 版已于${day}锁定，本报告按锁定时的方案和数据计算。`,
  byScore: (period: string) => `按 ${period} 年由高到低排列，没有得分的在后。`,
  stock: {
    rose: (from: string, then: string, to: string, now: string) =>
      `由 ${from} 年末的 ${then}增至 ${to} 年末的 ${now}`,
    fell: (from: string, then: string, to: string, now: string) =>
      `由 ${from} 年末的 ${then}减至 ${to} 年末的 ${now}`,
    same: (from: string, _then: string, to: string, now: string) =>
      `${from} 年末与 ${to} 年末均为 ${now}`,
    only: (to: string, now: string) => `${to} 年末 ${now}`,
  },
  strong: (items: string) => `强项：${items}。`,
  weak: (items: string) => `弱项：${items}。`,
  lead: (name: string, own: string, median: string) => `${name} ${own}（同级中位数 ${median}）`,
  ownTarget: (name: string, wanted: string, value: string, verdict: string) =>
    `${name}，${wanted}：${value}，${verdict}`,
  ownTargets: (items: string) => `目标：${items}。`,
  ownGaps: (items: string) => `缺报：${items}。缺报不计为零。`,
  tableContinued: (caption: string, part: number, parts: number) =>
    parts === 1 ? caption : `${caption}（${part}/${parts}）`,
};

export type ReportMessages = typeof zh;

/** What begins a sentence or a caption. */
const sentence = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

const places = (n: number) => `${n} ${n === 1 ? 'place' : 'places'}`;

const en: ReportMessages = {
  template: {
    notice: {
      name: 'Ranking notice',
      about: 'One ranking: summary, all places, what the scores are made of, dimensions, notes.',
    },
    counties: {
      name: 'One page each',
      about:
        'A page for each institution: place, dimensions against peers, history, strong and weak points, targets, gaps.',
    },
    review: {
      name: 'Year review',
      about: 'The year: ranking, changes over the years, targets, gaps in the data.',
    },
  },
  numbered: (n, text) => `${n}. ${text}`,
  scope: (place, level) => `${place}, ${level}`,
  titles: {
    notice: (caption) => `Notice: ${caption}`,
    counties: (scope, period) => `${sentence(scope)}: profiles ${period}, one page each`,
    review: (scope, period) => `${sentence(scope)}: review of ${period}`,
  },
  headings: {
    summary: 'Summary',
    places: 'All places',
    parts: 'What the scores are made of',
    dimensions: 'Dimensions',
    unranked: 'Institutions without a place',
    trends: 'Changes over the years',
    stock: 'Public measurement standards',
    targets: 'Targets',
    gaps: 'Gaps in the data',
    notes: 'Notes',
  },
  basis: (scheme, weights, cutoff, scope) =>
    `The index of ${scope} is computed by the scheme “${scheme}” (${weights}) from data up to ${cutoff}. `,
  recomputed: (period) =>
    `The year ${period} is computed again by the present scheme; it is not what was published then. `,
  counted: (scope, all, ranked) =>
    all === ranked
      ? `${sentence(scope)}: all ${all} are ranked. `
      : `${sentence(scope)}: ${ranked} of ${all} are ranked, ${all - ranked} ${all - ranked === 1 ? 'has' : 'have'} too few data. `,
  tied: (rank, tied) => `${rank} (${tied})`,
  nobody: (scope, all) => `${sentence(scope)}: none of ${all} can be ranked yet.`,
  place: (rank, name, score) => `rank ${rank} ${name} (${score} points)`,
  tiedPlace: (rank, names, score) => `rank ${rank} shared by ${names} (${score} points)`,
  last: (names, rank, score) => `last ${names} (rank ${rank}, ${score} points)`,
  tiedLast: (names, rank, score) => `last ${names} (sharing rank ${rank}, ${score} points)`,
  spread: (median, spread) =>
    `The median score is ${median} points; highest and lowest are ${spread} points apart.`,
  alone: (name, score) => `Only ${name} is ranked (${score} points).`,
  sentence: (text) => `${sentence(text)}. `,
  comma: ', ',
  semicolon: '; ',
  change: {
    noPrevious: 'There is no previous year to compare with.',
    counts: (parts) => `On the previous year: ${parts}. `,
    up: (n) => `${n} up`,
    down: (n) => `${n} down`,
    same: (n) => `${n} unchanged`,
    new: (n) => `${n} newly ranked`,
    allSame: (n) => (n === 1 ? 'The place is that of last year.' : `All ${n} kept their places.`),
    most: (up, down) => `${[up, down].filter((text) => text !== '').join('; ')}.`,
    riser: (names, n) => `${names} rose most, by ${places(n)}`,
    faller: (names, n) => `${names} fell most, by ${places(n)}`,
  },
  bands: (parts) => `By band: ${parts}.`,
  band: (name, n) => `${name} ${n}`,
  columns: {
    dimension: 'Dimension',
    best: 'Highest',
    median: 'Median',
    worst: 'Lowest',
    institution: 'Institution',
    reason: 'Reason',
    city: 'City',
    indicator: 'Indicator',
    missing: 'Missing for',
  },
  bestOf: (name, score) => `${name} ${score}`,
  tables: {
    dimensions: (scope, period) => `${sentence(scope)}: scores by dimension ${period} (points)`,
    unranked: (scope, period) => `${sentence(scope)}: not ranked in ${period}`,
    targets: (period) => `Targets in ${period}`,
    gaps: (period) => `Indicators missing in ${period}`,
    standing: (name, period) => `${name}: place and score ${period}`,
  },
  gaps: {
    none: (n) => `Every indicator of the scheme has a value for all ${n} institutions.`,
    some: (n, missing) =>
      `${missing} values are missing among ${n} institutions. A missing value is never zero.`,
    byReason: (names, reason) => `${names} (${reason})`,
  },
  targetsNone: 'There are no targets for these data.',
  targetsNotLocked: 'Targets are not locked with an edition; this report does not judge them.',
  possible: (from, to) => (from === to ? `${from}` : `${from}–${to}`),
  possibleNote: (what, replicates, seed) =>
    `Possible rank: ${what}; ${replicates} simulations (seed ${seed}), nine tenths of which give places in that range.`,
  edition: (id) => `Edition: ${id}`,
  lockedEdition: (id, day) => `Edition: ${id} (locked ${day})`,
  locked: (id, day) =>
    `Edition ${id} was locked on ${day}; this report is computed by the scheme and from the data that were locked. `,
  byScore: (period) => `In the order of ${period}, the highest first; those without a score last.`,
  stock: {
    rose: (from, then, to, now) =>
      `from ${then} at the end of ${from} up to ${now} at the end of ${to}`,
    fell: (from, then, to, now) =>
      `from ${then} at the end of ${from} down to ${now} at the end of ${to}`,
    same: (from, _then, to, now) => `${now} at the end of ${from} and of ${to} alike`,
    only: (to, now) => `${now} at the end of ${to}`,
  },
  strong: (items) => `Strong: ${items}.`,
  weak: (items) => `Weak: ${items}.`,
  lead: (name, own, median) => `${name} ${own} (peer median ${median})`,
  ownTarget: (name, wanted, value, verdict) => `${name}, ${wanted}: ${value}, ${verdict}`,
  ownTargets: (items) => `Targets: ${items}.`,
  ownGaps: (items) => `Missing: ${items}. A missing value is never zero.`,
  tableContinued: (caption, part, parts) =>
    parts === 1 ? caption : `${caption} (${part}/${parts})`,
};

const MESSAGES: Readonly<Record<Locale, ReportMessages>> = { zh, en };

export const reportMessages = (locale: Locale): ReportMessages => MESSAGES[locale];
