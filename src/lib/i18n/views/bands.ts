/** Words of the edition that tells bands and nothing finer. */
import type { Locale, RankStatusKind } from '#lib/model/index.ts';

type Unbanded = Exclude<RankStatusKind, 'ranked'>;

const zh = {
  title: '能力指数等级',
  finding: (period: string, level: string, counts: string) => `${period} 年度${level}：${counts}。`,
  join: '，',
  count: (band: string, institutions: number) => `${band} ${institutions} 家`,
  unbanded: (institutions: number) => `未评等级 ${institutions} 家`,
  only: '本版只公布等级，不公布得分和名次。同一等级内按区划代码排列，不分先后。',
  search: '查找机构',
  searchPlaceholder: '机构或地区名称',
  columns: { institution: '机构', city: '所属城市', year: (period: string) => `${period} 年` },
  caption: (level: string) => `${level}历年等级`,
  showing: (shown: number, of: number) =>
    shown === of ? `共 ${of} 家` : `共 ${of} 家，显示 ${shown} 家`,
  status: {
    no_data: '未评：未报送',
    low_availability: '未评：数据不足',
    dimension_missing: '未评：缺少维度',
    low_nonzero: '未评：零值过多',
    excluded: '未评：不参与',
    not_computable: '未评：无法计算',
  } satisfies Record<Unbanded, string>,
  absent: '当年未列入',
  none: '没有符合条件的机构。',
  locked: (periods: string) => `${periods} 年的等级照当年公布的结果，不随方案修订重算。`,
  download: '下载等级表（CSV）',
};

export type BandsMessages = typeof zh;

const en: BandsMessages = {
  title: 'Bands of the capability index',
  finding: (period, level, counts) => `${level}, ${period}: ${counts}.`,
  join: ', ',
  count: (band, institutions) => `${band} ${institutions}`,
  unbanded: (institutions) => `no band ${institutions}`,
  only: 'This edition publishes bands only, neither scores nor places. Within a band institutions stand in the order of their region codes, which says nothing of who is better.',
  search: 'Find an institution',
  searchPlaceholder: 'Institution or region',
  columns: { institution: 'Institution', city: 'City', year: (period) => period },
  caption: (level) => `Bands by year: ${level}`,
  showing: (shown, of) => (shown === of ? `${of} institutions` : `${shown} of ${of} institutions`),
  status: {
    no_data: 'No band: not reported',
    low_availability: 'No band: too few data',
    dimension_missing: 'No band: a dimension missing',
    low_nonzero: 'No band: too many zeros',
    excluded: 'No band: not taking part',
    not_computable: 'No band: not computable',
  },
  absent: 'not listed that year',
  none: 'No institution fits.',
  locked: (periods) =>
    `The bands of ${periods} are those published at the time; they are not computed anew when the scheme is revised.`,
  download: 'Download the table of bands (CSV)',
};

export const bandsMessages = (locale: Locale): BandsMessages => (locale === 'en' ? en : zh);
