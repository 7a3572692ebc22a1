import { formatPercent, messagesFor, textIn } from '#lib/i18n/index.ts';
import { CELL } from '#lib/model/index.ts';
import type { Locale, LocalText, RankStatus, ScoreIssue } from '#lib/model/index.ts';
import type { Report } from './report.ts';

const WORDS = {
  zh: {
    rank: '名次',
    unit: '代码',
    name: '名称',
    band: '等级',
    reason: '原因',
    unranked: '未参与排名',
    weights: '权重',
    share: '同级占比',
    effective: '总占比',
    raw: '原值',
    normalised: '归一化值',
    contribution: '贡献（分）',
    missing: '缺',
    flagged: '经处理的单元格',
    period: '时期',
    indicator: '指标',
    what: '处理',
    given: '处理前',
    used: '处理后',
    notes: '提示',
    colon: '：',
    join: '、',
    ranked: (n: number, m: number) => `${n} 个单元，${m} 个有名次`,
    none: '–',
    notAdditive: '  –：从该组到总分的合成不全是算术平均，得分不是各指标贡献之和',
    correlation: '与组的相关',
    loading: (k: number) => `载荷 ${k}`,
    restsOn: (n: number) => `据 ${n} 个数据齐全的单元`,
    consistency: (ratio: string) => `一致性比率 CR = ${ratio}`,
    eigenvalues: (list: string) => `特征值：${list}`,
  },
  en: {
    rank: 'rank',
    unit: 'code',
    name: 'name',
    band: 'band',
    reason: 'reason',
    unranked: 'Not ranked',
    weights: 'Weights',
    share: 'of siblings',
    effective: 'of index',
    raw: 'Raw values',
    normalised: 'Normalised values',
    contribution: 'Contributions (points)',
    missing: '–',
    flagged: 'Cells that were changed',
    period: 'period',
    indicator: 'indicator',
    what: 'what',
    given: 'before',
    used: 'after',
    notes: 'Notes',
    colon: ': ',
    join: ', ',
    ranked: (n: number, m: number) => `${n} units, ${m} ranked`,
    none: '–',
    notAdditive:
      '  –: some mean from this group up to the index is not arithmetic, so the score is no sum of contributions',
    correlation: 'with the group',
    loading: (k: number) => `loading ${k}`,
    restsOn: (n: number) => `from ${n} units with all values`,
    consistency: (ratio: string) => `consistency ratio ${ratio}`,
    eigenvalues: (list: string) => `eigenvalues: ${list}`,
  },
} as const;

export const wordsFor = (locale: Locale) => WORDS[locale];

const FLAGS: { readonly [F in keyof typeof CELL]: Readonly<Record<Locale, string>> } = {
  imputed: { zh: '插补', en: 'imputed' },
  winsorised_high: { zh: '缩尾（高）', en: 'winsorised (high)' },
  winsorised_low: { zh: '缩尾（低）', en: 'winsorised (low)' },
  transformed: { zh: '变换', en: 'transformed' },
};

/** What was done to a cell before it was normalised. */
export function flagText(report: Report, code: string, row: number, locale: Locale): string {
  const flags = report.result.cells.get(code)?.[row] ?? 0;
  return (Object.keys(CELL) as (keyof typeof CELL)[])
    .filter((word) => flags & CELL[word])
    .map((word) => FLAGS[word][locale])
    .join(WORDS[locale].join);
}

const ISSUES: {
  readonly [C in ScoreIssue['code']]: Readonly<Record<Locale, string>>;
} = {
  constant_indicator: {
    zh: '同类取值全部相同（或只有一个），无法归一化，其权重由同级其他指标分担',
    en: 'all peers have the same value (or there is one peer): not normalised, its siblings carry its weight',
  },
  nonpositive_value: {
    zh: '值不为正，几何平均、调和平均等不能取，总分无法计算',
    en: 'is not positive, which a geometric or harmonic mean cannot take: no total',
  },
  negative_value: {
    zh: '值为负，所选汇总方法不能取，总分无法计算',
    en: 'is negative, which the method of aggregation cannot take: no total',
  },
  kemeny_not_unique: {
    zh: '有几种次序同样符合两两比较，其间按单元代码先后取一种',
    en: 'several orders agree equally well with the comparisons; the unit codes decide between them',
  },
  kemeny_too_large: {
    zh: '两两比较的多数互相矛盾的单元太多，无法求出 Kemeny 次序，没有得分',
    en: 'too many units whose majorities contradict each other for Kemeny’s order: no scores',
  },
  no_optimum: {
    zh: '未能求出最有利的权重，总分无法计算',
    en: 'no most favourable weights were found: no total',
  },
  no_peers: { zh: '没有可比的数据', en: 'nobody has data to compare with' },
  unknown_unit: {
    zh: '方案一律纳入或排除的单元不在表中',
    en: 'the scheme forces this unit in or out, but the table does not have it',
  },
  missing_column: { zh: '数据表中没有这一列', en: 'the table has no such column' },
  zero_denominator: { zh: '分母为零，该值按缺失处理', en: 'zero denominator: counts as missing' },
  target_below_peers: {
    zh: '同类全部达到目标，且方案不封顶，无法归一化',
    en: 'every peer has reached the target, and without a cap there is no scale',
  },
  nonpositive_log: {
    zh: '值不为正，没有对数，不能归一化',
    en: 'is not positive and has no logarithm: not normalised',
  },
  missing_reference: {
    zh: '参照单元不在表中或没有该值，无法归一化',
    en: 'the reference unit is not in the table or has no value: not normalised',
  },
  reference_below_peers: {
    zh: '参照单元不优于最差的同类，无法归一化',
    en: 'the reference is no better than the worst peer, so there is no scale',
  },
  nonpositive_fraction: {
    zh: '有负值，或最优值不为正，不能取与最优之比',
    en: 'a value is negative, or the best is not positive: there is no fraction of the best',
  },
  weights_not_derivable: {
    zh: '数据不足以按所选方法得出权重，该组没有得分',
    en: 'the data do not yield weights by the method chosen: the group has no scores',
  },
  influence_out_of_reach: {
    zh: '无法使各下级影响达到要求，已取最接近的权重，有的为 0',
    en: 'the influences asked for are out of reach: the nearest weights are used, some of them 0',
  },
};

/** A note on the computation, with what it is about. */
export function issueText(issue: ScoreIssue, report: Report, locale: Locale): string {
  const { colon } = WORDS[locale];
  const about = [issue.unit, issue.period, issue.group, nameOf(report, issue.element, locale)];
  return `${about.filter(Boolean).join(' · ')}${colon}${ISSUES[issue.code][locale]}`;
}

/** Name of an element of the scheme, in both languages. */
export const nameTextOf = ({ elements }: Report, code: string): LocalText =>
  elements.find((element) => element.code === code)?.node.name ?? { zh: code, en: code };

export const nameOf = (report: Report, code: string, locale: Locale): string =>
  textIn(nameTextOf(report, code), locale);

/** Why a row has no place. */
export function reasonText(status: RankStatus, report: Report, locale: Locale): string {
  const { status: words } = messagesFor(locale);
  switch (status.kind) {
    case 'ranked':
      return '';
    case 'no_data':
      return words.no_data;
    case 'low_availability':
      return words.low_availability(
        formatPercent(status.availability),
        formatPercent(status.required),
      );
    case 'dimension_missing': {
      const names = status.dimensions.map((code) => nameOf(report, code, locale));
      return words.dimension_missing(names.join(WORDS[locale].join));
    }
    case 'low_nonzero':
      return words.low_nonzero(formatPercent(status.nonzero), formatPercent(status.required));
    case 'excluded':
      return words.excluded;
    case 'not_computable':
      return words.not_computable(nameOf(report, status.element, locale));
  }
}
