/** The awkward cases that real statistics bring, put into the invented data on purpose. */
import { REORGANISED_FROM } from './places.ts';
import { type Cell, type Panel, RAW_INDICATORS, type RawIndicator, YEARS } from './panel.ts';

/** The report that came after the edition of its year was locked. */
export const LATE_REPORT = {
  place: '己县',
  year: 2024,
  indicators: ['TZ4A', 'TZ4B', 'TZ4C'],
  arrived: '2025-03-18',
} as const;

export interface EdgeCase {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly apply: (panel: Panel) => void;
}

const LAST = 2025;

function valueOf(panel: Panel, place: string, year: number, indicator: RawIndicator): number {
  const { value } = panel.get(place, year, indicator);
  if (value === null) throw new Error(`${place} ${year} ${indicator} has no value`);
  return value;
}

function blank(
  panel: Panel,
  place: string,
  year: number,
  indicators: readonly RawIndicator[],
  missing: NonNullable<Cell['missing']>,
  note: string,
): void {
  for (const indicator of indicators)
    panel.set(place, year, indicator, { value: null, missing, notes: [note] });
}

/** In 2024 the follower is moved to the leader's stock of standards, in 2025 it copies every value. */
function tie(panel: Panel, leader: string, follower: string): void {
  const before = valueOf(panel, follower, LAST - 2, 'TZ2');
  const held = valueOf(panel, leader, LAST - 1, 'TZ2');
  panel.set(follower, LAST - 1, 'TZ2', { value: held });
  panel.set(follower, LAST - 1, 'TZ2H', panel.get(leader, LAST - 1, 'TZ2H'));
  panel.set(follower, LAST - 1, 'TZ2N', { value: Math.max(0, held - before) });
  panel.set(follower, LAST - 1, 'TZ2X', { value: Math.max(0, before - held) });
  for (const indicator of RAW_INDICATORS)
    panel.set(follower, LAST, indicator, { value: valueOf(panel, leader, LAST, indicator) });
  for (const [place, other] of [
    [leader, follower],
    [follower, leader],
  ] as const)
    panel.annotate(place, LAST, 'TZ1', `示例：本年各项数值与${other}完全相同，用来演示并列名次`);
}

/** Stock taken over at the reorganisation: neither new nor retired, so the identity needs a note. */
function takeOver(panel: Panel, place: string, year: number, count: number): void {
  for (const later of YEARS.filter((candidate) => candidate >= year))
    panel.set(place, later, 'TZ2', { value: valueOf(panel, place, later, 'TZ2') + count });
  panel.annotate(place, year, 'TZ2', `撤县设市时划入${count}项标准，不属本期新建`);
}

function widenScope(panel: Panel, place: string): void {
  const counts = { 2021: 31, 2022: 33, 2023: 34, 2024: 67, 2025: 69 };
  for (const year of YEARS) panel.set(place, year, 'TZ_ALL', { value: counts[year] });
  panel.annotate(
    place,
    2024,
    'TZ_ALL',
    '口径变化：2024年起由按大类计数改为按分项计数，由34项变为67项（+97%），与以前年份不可直接比较',
  );
}

function withoutStaff(panel: Panel, place: string): void {
  for (const indicator of ['TZ3A', 'TZ3B', 'TZ3D'] as const)
    panel.set(place, LAST, indicator, {
      value: 0,
      notes: ['机构整合，检定人员全部划转到市院，本级检定岗位人员为0；持证比例没有意义，不是0%'],
    });
}

/** Takes back what had not arrived by a day: those cells are `late`, as the reader then saw them. */
export function asKnownOn(panel: Panel, day: string): void {
  const { place, year, indicators, arrived } = LATE_REPORT;
  if (day < arrived) blank(panel, place, year, indicators, 'late', '截止时尚未报来，已催报');
}

export const EDGE_CASES: readonly EdgeCase[] = [
  {
    id: 'gap',
    zh: '缺数：丙县 2023 年没有统计 TZ4B，其余齐全，仍参加排名',
    en: 'Gap: 丙县 lacks TZ4B in 2023 and is still ranked',
    apply: (panel) => blank(panel, '丙县', 2023, ['TZ4B'], 'not_collected', '当年没有统计此项'),
  },
  {
    id: 'unrankable',
    zh: '缺得太多：酉市 2025 年只报了计量标准等部分，可用指标不足 80%，不参加排名',
    en: 'Too many gaps: 酉市 reported only a part in 2025 (availability under 80 %), unranked',
    apply: (panel) =>
      blank(
        panel,
        '酉市',
        LAST,
        ['TZ3A', 'TZ3B', 'TZ4A', 'TZ4B', 'TZ4C', 'TZ6A', 'TZ6B', 'TZ6C', 'TZ6D'],
        'not_reported',
        '2025年报表只交了计量标准和项目部分，此项未报',
      ),
  },
  {
    id: 'tie',
    zh: '并列：辛区与癸县 2025 年全部数值相同，在任何方案下都并列',
    en: 'Tie: 辛区 and 癸县 have identical values in 2025 and tie under every scheme',
    apply: (panel) => tie(panel, '辛区', '癸县'),
  },
  {
    id: 'code-change',
    zh: `代码变更：戊县 ${REORGANISED_FROM} 年撤县设市，990122 改为 990185；同时划入 2 项标准，存量等式须看备注`,
    en: `Code change: 戊县 became 戊市 in ${REORGANISED_FROM} (990122 → 990185) and took over 2 standards (a noted break of the stock identity)`,
    apply: (panel) => takeOver(panel, '戊市', REORGANISED_FROM, 2),
  },
  {
    id: 'scope-change',
    zh: '口径变化：柒县 2024 年 TZ_ALL 由 34 变为 67（+97%），备注说明',
    en: 'Scope change: TZ_ALL of 柒县 goes from 34 to 67 in 2024 (+97 %), noted',
    apply: (panel) => widenScope(panel, '柒县'),
  },
  {
    id: 'late-then-reported',
    zh: '迟报已补：己县 2024 年 TZ4A–TZ4C 先缺（late），后补报，revision = 1',
    en: 'Late, then reported: TZ4A–TZ4C of 己县 in 2024 arrived late, revision 1',
    apply: (panel) => {
      const { place, year, indicators, arrived } = LATE_REPORT;
      for (const indicator of indicators)
        panel.set(place, year, indicator, {
          ...panel.get(place, year, indicator),
          revision: 1,
          notes: [`2024年截止时迟报（原记 late），${arrived}补报，此为补报后的数`],
        });
    },
  },
  {
    id: 'still-late',
    zh: '迟报未到：捌区 2025 年 TZ4C 仍为 late',
    en: 'Still late: TZ4C of 捌区 in 2025',
    apply: (panel) => blank(panel, '捌区', LAST, ['TZ4C'], 'late', '截止时尚未报来，已催报'),
  },
  {
    id: 'more-than',
    zh: '“余”：陆县 2025 年 TZ4B 只报“30余”，数值 30，限定词 more_than',
    en: 'Hedged number: 陆县 reports TZ4B in 2025 as “30余” (value 30, more_than)',
    apply: (panel) =>
      panel.set('陆县', LAST, 'TZ4B', {
        value: 30,
        text: '30余',
        qualifier: 'more_than',
        notes: ['报表原文为“30余”，不是精确数'],
      }),
  },
  {
    id: 'zero-staff',
    zh: '分母为零：戌县 2025 年检定岗位人员为 0，持证比例为空，不是 0%；要求各维度齐全的方案不排它',
    en: 'Zero denominator: 戌县 has no staff in verification posts in 2025; its ratio is empty, not 0 %, so schemes that need every dimension do not rank it',
    apply: (panel) => withoutStaff(panel, '戌县'),
  },
];
