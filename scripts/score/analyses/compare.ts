import type { ChangeKind, Comparison, LocalText, NoSplit, UnitChange } from '#lib/model/index.ts';
import { compare } from '#lib/scoring/index.ts';
import { column, fact, table, words } from '../analysis.ts';
import type { Analysis, Column, Fact, Table } from '../analysis.ts';
import type { Other } from '../read-other.ts';
import type { DataSource, Report } from '../report.ts';

type SplitOutcome = ReturnType<ReturnType<typeof compare>['splitOf']>;

/** The comparison of a pair of periods, with the split of every change. */
interface Run {
  readonly comparison: Comparison;
  readonly splitOf: (unit: UnitChange) => SplitOutcome | null;
}

interface Item extends Run {
  readonly of: UnitChange;
  readonly split: SplitOutcome | null;
}

/** Who moved against another period, scheme or table, and why (R120–R128). */
export function compareAnalysis(report: Report, other: Other): Analysis {
  const runs = other.periods.map(({ before, after }): Run => {
    const { comparison, splits } = compare(
      { table: other.before, scheme: other.scheme, period: before },
      { table: other.after, scheme: report.scheme, period: after, result: report.result },
    );
    const known = new Map(splits().map((of) => [JSON.stringify([of.group, of.unit]), of.split]));
    return {
      comparison,
      splitOf: ({ group, unit }) => known.get(JSON.stringify([group, unit])) ?? null,
    };
  });
  const items = runs.flatMap((run) =>
    run.comparison.groups.flatMap(({ movers, units }) =>
      [...movers, ...units.filter(({ change }) => !change)].map((of): Item => ({
        ...run,
        of,
        split: run.splitOf(of),
      })),
    ),
  );
  const source = ({ file, edition, layer }: DataSource) =>
    [file, edition === null ? null : `edition ${edition}`, layer]
      .filter((word) => word !== null)
      .join(' · ');
  const periodsAt = (side: 'before' | 'after', head: LocalText): Fact[] => {
    const list = [...new Set(other.periods.map((of) => of[side]))].filter((word) => word !== '');
    return list.length === 0 ? [] : [fact(`${side}_period`, head, 'text', list.join(', '))];
  };
  return {
    key: 'compare',
    title: words('比较：之后减之前', 'Comparison: after minus before'),
    facts: [
      fact(
        'before_scheme',
        words('之前：方案', 'before: scheme'),
        'text',
        schemeName(other.scheme),
      ),
      fact('before_data', words('之前：数据', 'before: data'), 'text', source(other.source)),
      ...periodsAt('before', words('之前：时期', 'before: period')),
      fact('after_scheme', words('之后：方案', 'after: scheme'), 'text', schemeName(report.scheme)),
      fact('after_data', words('之后：数据', 'after: data'), 'text', source(report.source)),
      ...periodsAt('after', words('之后：时期', 'after: period')),
    ],
    notes: notAdditive(items),
    tables: [agreementTable(runs), unitTable(report, items), indicatorTable(items)],
  };
}

/** Why a change of scores is not shared out among indicators. */
function notAdditive(items: readonly Item[]): LocalText[] {
  const groups = items.flatMap(({ split }) =>
    split?.kind === 'split' && split.by_indicator.kind === 'not_additive'
      ? split.by_indicator.elements
      : [],
  );
  const list = [...new Set(groups)];
  return list.length === 0
    ? []
    : [
        words(
          `自身变动不能拆到指标：${list.join('、')} 不是算术平均`,
          `the own part is not split by indicator: ${list.join(', ')} is no arithmetic mean`,
        ),
      ];
}

const schemeName = ({ id, version }: { id: string; version: string }) => `${id} v${version}`;

const periods = <T extends Pick<Run, 'comparison'>>(): Column<T>[] => [
  column('before', words('之前', 'before'), 'text', ({ comparison }) => comparison.before.period),
  column('after', words('之后', 'after'), 'text', ({ comparison }) => comparison.after.period),
];

const agreementTable = (runs: readonly Run[]): Table =>
  table(
    'agreement',
    words('两个排名的一致程度', 'How far the rankings agree'),
    runs.flatMap(({ comparison }) =>
      comparison.groups.map(({ group, agreement }) => ({ comparison, group, agreement })),
    ),
    [
      ...periods(),
      column('group', words('类别', 'group'), 'text', ({ group }) => group),
      column(
        'units',
        words('两方均有名次', 'ranked in both'),
        'whole',
        ({ agreement: of }) => of.n,
      ),
      column(
        'spearman',
        words('Spearman', 'Spearman'),
        'fine',
        ({ agreement: of }) => of.spearman.r,
      ),
      column('kendall', words('Kendall', 'Kendall'), 'fine', ({ agreement: of }) => of.kendall.r),
      column(
        'mean_moved',
        words('平均变动', 'mean shift'),
        'number',
        ({ agreement: of }) => of.mean_moved,
      ),
      column(
        'most_moved',
        words('最大变动', 'greatest'),
        'whole',
        ({ agreement: of }) => of.most_moved,
      ),
      column('climbed', words('上升', 'climbed'), 'whole', ({ agreement: of }) => of.climbed),
      column('fallen', words('下降', 'fallen'), 'whole', ({ agreement: of }) => of.fallen),
      column('unchanged', words('不变', 'unchanged'), 'whole', ({ agreement: of }) => of.unchanged),
      column('entered', words('进入', 'entered'), 'whole', ({ agreement: of }) => of.entered),
      column('left', words('退出', 'left'), 'whole', ({ agreement: of }) => of.left),
    ],
  );

const KINDS: Readonly<Record<ChangeKind, LocalText>> = {
  ranked: words('', ''),
  entered: words('进入', 'entered'),
  left: words('退出', 'left'),
  unranked: words('均无名次', 'in neither'),
};

const NO_SPLIT: Readonly<Record<NoSplit['kind'], LocalText>> = {
  not_ranked_in_both: words('未两方均有名次', 'not ranked in both'),
  unranked_world: words('混合情形下没有名次', 'no place in a mixed case'),
  out_of_scale: words('混合情形下得分超出范围', 'out of scale in a mixed case'),
};

const part = (key: 'own' | 'peers' | 'scheme', head: LocalText): Column<Item>[] => [
  column(`score_${key}`, head, 'number', ({ split }) =>
    split?.kind === 'split' ? split.score[key] : null,
  ),
  column(
    `rank_${key}`,
    words(`${head.zh}（名次）`, `${head.en} (places)`),
    'number',
    ({ split }) => (split?.kind === 'split' ? split.rank_sixths[key] / 6 : null),
    { filesOnly: true },
  ),
];

const unitTable = ({ names }: Report, items: readonly Item[]): Table =>
  table('units', words('升降与原因（分）', 'Movers and causes (points)'), items, [
    ...periods<Item>(),
    column('group', words('类别', 'group'), 'text', ({ of }) => of.group),
    column('unit', words('代码', 'code'), 'text', ({ of }) => of.unit),
    column('name', words('名称', 'name'), 'text', ({ of }) => names.get(of.unit) ?? ''),
    column('kind', words('变动', 'change'), 'text', ({ of }) => of.kind, { words: KINDS }),
    column(
      'rank_before',
      words('前名次', 'rank before'),
      'whole',
      ({ of }) => of.before?.rank || null,
    ),
    column(
      'rank_after',
      words('后名次', 'rank after'),
      'whole',
      ({ of }) => of.after?.rank || null,
    ),
    column(
      'rank_change',
      words('名次变动（负为上升）', 'change of place (negative: climbed)'),
      'whole',
      ({ of }) => of.change?.rank ?? null,
    ),
    column(
      'score_before',
      words('前得分', 'score before'),
      'number',
      ({ of }) => of.before?.score ?? null,
    ),
    column(
      'score_after',
      words('后得分', 'score after'),
      'number',
      ({ of }) => of.after?.score ?? null,
    ),
    column(
      'score_change',
      words('得分变动', 'points'),
      'number',
      ({ of }) => of.change?.score ?? null,
    ),
    ...part('own', words('自身', 'own data')),
    ...part('peers', words('他人', 'peers')),
    ...part('scheme', words('方法', 'method')),
    column(
      'no_split',
      words('未分解的原因', 'why no split'),
      'text',
      ({ split }) => (split && split.kind !== 'split' ? split.kind : ''),
      { words: NO_SPLIT },
    ),
  ]);

/** The own part of every change, indicator by indicator; for files. */
const indicatorTable = (items: readonly Item[]): Table =>
  table(
    'indicators',
    words('自身变动的指标构成', 'Own part by indicator'),
    items.flatMap((item) =>
      item.split?.kind === 'split' && item.split.by_indicator.kind === 'parts'
        ? [...item.split.by_indicator.points].map(([indicator, points]) => ({
            ...item,
            indicator,
            points,
          }))
        : [],
    ),
    [
      ...periods(),
      column('group', words('类别', 'group'), 'text', ({ of }) => of.group),
      column('unit', words('代码', 'code'), 'text', ({ of }) => of.unit),
      column('indicator', words('指标', 'indicator'), 'text', ({ indicator }) => indicator),
      column('points', words('分', 'points'), 'number', ({ points }) => points),
    ],
    { filesOnly: true },
  );
