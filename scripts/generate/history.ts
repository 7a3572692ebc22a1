/** The locked editions of the example and why each differs from the one before. */
import type { LocalText } from '#lib/model/index.ts';

export interface PastEdition {
  /** The year ranked, which is also the edition's id. */
  readonly year: number;
  readonly locked_on: string;
  readonly scheme: string;
  readonly scheme_version: string;
  readonly reason: LocalText;
  readonly changes: readonly LocalText[];
}

/** What computed them; a later version of the program leaves locked editions as they are. */
export const TOOL_VERSION = '0.1.0';

const yearly = (year: number): LocalText => ({
  zh: `${year}年度排名（示例，虚构）`,
  en: `Ranking of ${year} (illustrative, fictional)`,
});

export const PAST_EDITIONS: readonly PastEdition[] = [
  {
    year: 2021,
    locked_on: '2022-03-10',
    scheme: 'taizhou',
    scheme_version: '1.0.0',
    reason: yearly(2021),
    changes: [{ zh: '首次发布', en: 'First edition' }],
  },
  {
    year: 2022,
    locked_on: '2023-03-10',
    scheme: 'taizhou',
    scheme_version: '1.0.0',
    reason: yearly(2022),
    changes: [
      {
        zh: '方案未变；极差只在当年同类中取，分值不可与2021版直接比较',
        en: 'Same scheme; counts are stretched among the peers of the year, so scores do not compare with the 2021 edition',
      },
    ],
  },
  {
    year: 2023,
    locked_on: '2024-03-11',
    scheme: 'taizhou',
    scheme_version: '1.1.0',
    reason: yearly(2023),
    changes: [
      {
        zh: '方案由1.0.0改为1.1.0：数量类指标的极差由当年同类改为2021年至当年的同类',
        en: 'Scheme 1.1.0 instead of 1.0.0: counts are stretched among like institutions from 2021 on instead of the year alone',
      },
      {
        zh: '戊县撤县设市为戊市，划入2项标准；机构编号不变',
        en: 'Wu County became Wu City and took over 2 standards; the institution keeps its id',
      },
      {
        zh: '丙县没有统计TZ4B，按其余指标排名',
        en: 'TZ4B of Bing County was not collected; it is ranked by its other indicators',
      },
    ],
  },
  {
    year: 2024,
    locked_on: '2025-03-10',
    scheme: 'taizhou',
    scheme_version: '1.1.0',
    reason: yearly(2024),
    changes: [
      {
        zh: '极差的范围加入2024年数据；2023年及以前的分值若重算，会与各版公布的不同',
        en: 'The range takes in the data of 2024; scores of earlier years, if computed again, differ from those published',
      },
      {
        zh: '己县TZ4A、TZ4B、TZ4C截止时迟报，可用指标不足八成，不参加排名',
        en: 'TZ4A, TZ4B and TZ4C of Ji County were late: fewer than 80 % of its indicators, no rank',
      },
      {
        zh: '柒县TZ_ALL改按分项计数（方案不用此项，名次不受影响）',
        en: 'TZ_ALL of Seventh County is counted by item (the scheme does not read it, ranks are unaffected)',
      },
    ],
  },
];
