import { mean } from 'd3-array';
import type { LocalText, Uncertainty } from '#lib/model/index.ts';
import { simulationOf, uncertainty } from '#lib/scoring/index.ts';
import { column, fact, table, words } from '../analysis.ts';
import type { Analysis, Column, Table } from '../analysis.ts';
import type { Assumed } from '../read-robustness.ts';
import { periodsOf } from '../report.ts';
import type { Report } from '../report.ts';
import { assumptionFacts, assumptionTable, confidenceFact, replicatesFact } from './assumptions.ts';
import { mixesScales } from './scales.ts';
import { unitColumns } from './units.ts';

interface Run {
  readonly period: string;
  readonly of: Uncertainty;
  /** How often a row beats the next of its peers, by its position. */
  readonly beatsNext: ReadonlyMap<number, number>;
}

/** A unit in one period's simulation. */
interface Item extends Run {
  readonly at: number;
}

const SAMPLING: Readonly<Record<Uncertainty['sampling'], LocalText>> = {
  random: words('伪随机', 'pseudo-random'),
  sobol: words('Sobol’ 序列', 'Sobol’ sequence'),
};

const MIXED = words(
  '各备选方法的得分范围不同：得分的分位数混合了不同的尺度，请看名次',
  'the alternatives give scores on different scales, which quantiles of scores mix: read the places',
);

/** Places and scores of every unit over the replicates, period by period (R95–R98). */
export function uncertaintyAnalysis(report: Report, assumed: Assumed): Analysis {
  const { seed, replicates, confidence = 0.95 } = assumed.robustness;
  const runs = periodsOf(report).map((period): Run => {
    const simulation = simulationOf(report.table, report.scheme, assumed.robustness, period);
    const of = uncertainty(simulation, { seed, replicates, confidence });
    const { first, probability } = of.contests;
    return { period, of, beatsNext: new Map(Array.from(first, (at, i) => [at, probability[i]!])) };
  });
  return {
    key: 'uncertainty',
    title: words('不确定性：蒙特卡洛模拟', 'Uncertainty: Monte-Carlo simulation'),
    facts: [
      ...assumptionFacts(assumed),
      replicatesFact(replicates),
      confidenceFact(
        words('分组（梯队）的置信水平', 'confidence that tells tiers apart'),
        confidence,
      ),
      {
        ...fact('sampling', words('抽样', 'sampling'), 'text', runs[0]?.of.sampling ?? null),
        words: SAMPLING,
      },
      fact('generator', words('随机数', 'generator'), 'text', runs[0]?.of.generator ?? null),
    ],
    notes: mixesScales(report.scheme, assumed.robustness) ? [MIXED] : [],
    tables: [
      assumptionTable(report, assumed),
      summaryTable(runs),
      unitTable(report, runs),
      winTable(report, runs),
    ],
  };
}

const summaryTable = (runs: readonly Run[]): Table =>
  table('summary', words('名次平均变动', 'Mean shift of places'), runs, [
    column('period', words('时期', 'period'), 'text', ({ period }) => period),
    column('units', words('单元数', 'units'), 'whole', ({ of }) => of.rows.length),
    column(
      'mean_shift',
      words('平均变动（名次）', 'mean shift (places)'),
      'number',
      ({ of }) => mean(of.shifts) ?? NaN,
    ),
  ]);

const spread = (
  name: 'ranks' | 'scores',
  key: string,
  [zh, en]: readonly [string, string],
): Column<Item>[] => [
  column(`${key}_p5`, words(`${zh} 5%`, `${en} 5 %`), 'number', ({ of, at }) => of[name].p5[at]!),
  column(
    `${key}_median`,
    words(`${zh}中位`, `${en} median`),
    'number',
    ({ of, at }) => of[name].median[at]!,
    { filesOnly: name === 'scores' },
  ),
  column(
    `${key}_p95`,
    words(`${zh} 95%`, `${en} 95 %`),
    'number',
    ({ of, at }) => of[name].p95[at]!,
  ),
];

function unitTable(report: Report, runs: readonly Run[]): Table {
  const items = runs.flatMap((run) => Array.from(run.of.order, (at): Item => ({ ...run, at })));
  return table('units', words('名次区间', 'Intervals of places'), items, [
    ...unitColumns(report, ({ of, at }: Item) => of.rows[at]!),
    column('tier', words('组（梯队）', 'tier'), 'whole', ({ of, at }) => of.tiers[at]!),
    column('rank', words('名次', 'rank'), 'whole', ({ of, at }) => of.nominal.ranks[at]!),
    ...spread('ranks', 'rank', ['名次', 'rank']),
    column('rank_mean', words('平均', 'mean'), 'number', ({ of, at }) => of.ranks.mean[at]!),
    column('rank_min', words('最好', 'best'), 'whole', ({ of, at }) => of.ranks.min[at] || null),
    column('rank_max', words('最差', 'worst'), 'whole', ({ of, at }) => of.ranks.max[at] || null),
    column('score', words('得分', 'score'), 'number', ({ of, at }) => of.nominal.scores[at]!),
    ...spread('scores', 'score', ['得分', 'score']),
    column(
      'placed',
      words('有名次', 'placed'),
      'share',
      ({ of, at }) => of.placed[at]! / of.replicates,
    ),
    column(
      'beats_next',
      words('优于下一名', 'beats the next'),
      'share',
      ({ beatsNext, at }) => beatsNext.get(at) ?? NaN,
    ),
  ]);
}

/** Every pair of peers, the better placed first; for files. */
function winTable(report: Report, runs: readonly Run[]): Table {
  const pairs = runs.flatMap(({ period, of: { order, peers, rows, wins } }) =>
    wins === null
      ? []
      : Array.from(order).flatMap((first, i) =>
          Array.from(order.subarray(i + 1))
            .filter((second) => peers[first] === peers[second])
            .map((second) => ({
              period,
              group: report.table.rows[rows[first]!]!.group,
              unit: report.table.rows[rows[first]!]!.unit,
              other: report.table.rows[rows[second]!]!.unit,
              probability: wins[first * rows.length + second]!,
            })),
        ),
  );
  return table(
    'wins',
    words('两两比较', 'Pairs'),
    pairs,
    [
      column('period', words('时期', 'period'), 'text', ({ period }) => period),
      column('group', words('类别', 'group'), 'text', ({ group }) => group),
      column('unit', words('代码', 'code'), 'text', ({ unit }) => unit),
      column('other', words('另一单元', 'other'), 'text', ({ other }) => other),
      column(
        'probability',
        words('概率', 'probability'),
        'share',
        ({ probability }) => probability,
      ),
    ],
    { filesOnly: true },
  );
}
