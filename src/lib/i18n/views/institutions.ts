/** Words of the list of institutions. */
import type { Locale } from '#lib/model/index.ts';

const zh = {
  title: (place: string, period: string) => `${place}机构名单（${period} 年度）`,
  finding: {
    count: (n: number) => `共 ${n} 家机构`,
    levels: (county: number, city: number) => `县级 ${county} 家、市级 ${city} 家`,
    silent: '均未报送任何数值',
    ranked: (n: number) => `${n} 家参与排名`,
    allRanked: '全部参与排名',
    unranked: (n: number) => `${n} 家因数据不足不参与排名`,
    gaps: (institutions: number, values: number) => `${institutions} 家机构共缺 ${values} 项数据`,
    complete: '数据齐全',
    none: '没有符合条件的机构',
    comma: '，',
  },
  columns: {
    institution: '机构',
    city: '所在市',
    level: '层级',
    legalForm: '法定地位',
    class: '等次',
    place: '名次',
    score: '得分',
    band: '等级',
    gaps: '缺项',
  },
  levels: { province: '省级', city: '市级', county: '县级' },
  legalForm: { statutory: '法定', authorised: '授权', unknown: '待填报' },
  noClass: '未评定',
  filters: {
    all: '全部',
    every: '全部层级',
    legalForm: '法定地位',
    class: '等次',
    sort: '排序',
  },
  sort: {
    rank: '按名次',
    name: '按名称',
    city: '按城市',
    class: '按等次',
    gaps: '按缺项，多者在前',
  },
  place: (place: number, of: number) => `${place} / ${of}`,
  placeWords: (place: number, of: number) => `同级第 ${place} 名，共 ${of} 家`,
  unranked: '不参与排名',
  noGaps: '无',
  count: (shown: number, all: number) =>
    shown === all ? `共 ${all} 家机构` : `显示 ${shown} 家，共 ${all} 家机构`,
  rule: '名次按层级在全省同级机构中排列，不随筛选改变；未评定等次的机构不填等次。',
  figureRule: '右侧为中位数，括号内为参与排名的家数；未参与排名的机构不计入。',
  empty: '没有符合条件的机构。请放宽筛选条件。',
  showAll: (n: number) => `显示全部 ${n} 家`,
  figure: (level: string, period: string) => `图 1 各市${level}得分范围（${period} 年度）`,
  figureTable: '各市得分范围',
  city: '城市',
  ranked: '参与排名',
  unitOf: '家',
  points: '分',
  min: '最低',
  median: '中位数',
  max: '最高',
  words: { median: '中位数', range: '最低至最高', kind: '范围图' },
  beside: (median: string, n: number) => `${median}（${n} 家）`,
  file: '机构名单',
};

export type InstitutionsMessages = typeof zh;

const institutions = (n: number) => `${n} ${n === 1 ? 'institution' : 'institutions'}`;

const en: InstitutionsMessages = {
  title: (place, period) => `Institutions of ${place}, ${period}`,
  finding: {
    count: institutions,
    levels: (county, city) => `${county} of counties, ${city} of cities`,
    silent: 'none has reported any value',
    ranked: (n) => `${n} ranked`,
    allRanked: 'all ranked',
    unranked: (n) => `${n} not ranked for lack of data`,
    gaps: (n, values) =>
      `${institutions(n)} with ${values} missing ${values === 1 ? 'value' : 'values'}`,
    complete: 'no value is missing',
    none: 'No institution matches',
    comma: ', ',
  },
  columns: {
    institution: 'Institution',
    city: 'City',
    level: 'Level',
    legalForm: 'Legal form',
    class: 'Class',
    place: 'Rank',
    score: 'Score',
    band: 'Band',
    gaps: 'Missing',
  },
  levels: { province: 'province', city: 'city', county: 'county' },
  legalForm: { statutory: 'statutory', authorised: 'authorised', unknown: 'to be reported' },
  noClass: 'none',
  filters: {
    all: 'All',
    every: 'All levels',
    legalForm: 'Legal form',
    class: 'Class',
    sort: 'Sort',
  },
  sort: {
    rank: 'by rank',
    name: 'by name',
    city: 'by city',
    class: 'by class',
    gaps: 'most missing values first',
  },
  place: (place, of) => `${place} / ${of}`,
  placeWords: (place, of) => `rank ${place} of ${of} of its level`,
  unranked: 'not ranked',
  noGaps: 'none',
  count: (shown, all) =>
    shown === all ? institutions(all) : `${shown} shown of ${institutions(all)}`,
  rule: 'Ranks are among all institutions of the level in the province, whatever the filters; those that have not been classed have no class.',
  figureRule:
    'At the right the median and, in brackets, how many institutions are ranked; the others are not counted.',
  empty: 'No institution matches. Widen the filters.',
  showAll: (n) => `Show all ${n}`,
  figure: (level, period) => `Figure 1 Scores of ${level.toLowerCase()} by city, ${period}`,
  figureTable: 'Scores by city',
  city: 'City',
  ranked: 'Ranked',
  unitOf: 'institutions',
  points: 'points',
  min: 'Lowest',
  median: 'Median',
  max: 'Highest',
  words: { median: 'median', range: 'lowest to highest', kind: 'Range chart' },
  beside: (median, n) => `${median} (${n})`,
  file: 'institutions',
};

const MESSAGES: Readonly<Record<Locale, InstitutionsMessages>> = { zh, en };

export const institutionsMessages = (locale: Locale): InstitutionsMessages => MESSAGES[locale];
