import type {
  Estimate,
  LocalText,
  NoIndices,
  Sensitivity,
  SensitivityWarning,
  SobolIndices,
} from '#lib/model/index.ts';
import { formatPercent } from '#lib/i18n/index.ts';
import { ENOUGH_ROWS, sensitivity, simulationOf } from '#lib/scoring/index.ts';
import { column, fact, table, words } from '../analysis.ts';
import type { Analysis, Column, Table } from '../analysis.ts';
import type { Assumed } from '../read-robustness.ts';
import { periodsOf } from '../report.ts';
import type { Report } from '../report.ts';
import { assumptionFacts, assumptionTable, confidenceFact, replicatesFact } from './assumptions.ts';
import { unitColumns } from './units.ts';

interface Run {
  readonly period: string;
  readonly of: Sensitivity;
}

/**
 * Rows of the design: a power of two, with which all replicates are at least as many as asked. Where
 * only the scheme says how many, never so few that the intervals mislead (R103).
 */
export function samplesFor({ robustness, asksReplicates }: Assumed): number {
  const { replicates, assumptions } = robustness;
  const samples = 2 ** Math.ceil(Math.log2(Math.max(1, replicates / (assumptions.length + 2))));
  return asksReplicates ? samples : Math.max(ENOUGH_ROWS, samples);
}

/** Which assumptions the uncertainty comes from, period by period (R100–R106). */
export function sensitivityAnalysis(report: Report, assumed: Assumed): Analysis {
  const { seed, assumptions } = assumed.robustness;
  const samples = samplesFor(assumed);
  const runs = periodsOf(report).map((period): Run => {
    const simulation = simulationOf(report.table, report.scheme, assumed.robustness, period);
    return { period, of: sensitivity(simulation, { seed, samples }) };
  });
  return {
    key: 'sensitivity',
    title: words(
      '敏感性：不确定性来自哪些假定（Sobol’ 指数）',
      'Sensitivity: which assumptions the uncertainty comes from (Sobol’ indices)',
    ),
    facts: [
      ...assumptionFacts(assumed),
      fact('samples', words('样本点', 'sample points'), 'whole', samples),
      replicatesFact(samples * (assumptions.length + 2)),
      confidenceFact(
        words('区间的置信水平', 'confidence of intervals'),
        runs[0]?.of.confidence ?? null,
      ),
    ],
    notes: runs.flatMap((run) => doubts(run, runs.length > 1)),
    tables: [
      assumptionTable(report, assumed),
      summaryTable(runs),
      factorTable(runs),
      unitTable(report, runs),
      convergenceTable(runs),
    ],
  };
}

const REASONS: Readonly<Record<NoIndices, LocalText>> = {
  no_variance: words('没有变化，无可分解', 'nothing varies'),
  too_few_rows: words('有效样本太少', 'too few complete samples'),
};

const summaryTable = (runs: readonly Run[]): Table =>
  table('summary', words('名次平均变动', 'Mean shift of places'), runs, [
    column('period', words('时期', 'period'), 'text', ({ period }) => period),
    column('mean', words('平均', 'mean'), 'number', ({ of }) => of.rank_shift.mean),
    column('variance', words('方差', 'variance'), 'fine', ({ of }) => of.rank_shift.variance),
    column(
      'interactions',
      words('交互作用', 'interactions'),
      'fine',
      ({ of }) => of.rank_shift.interactions,
    ),
    column(
      'reason',
      words('无指数的原因', 'why no indices'),
      'text',
      ({ of }) => of.rank_shift.reason,
      {
        words: REASONS,
      },
    ),
  ]);

interface FactorItem {
  readonly factor: LocalText;
  readonly first: Estimate;
  readonly total: Estimate;
}

const factorsOf = (of: Sensitivity, indices: SobolIndices): FactorItem[] =>
  of.factors.map(({ name }, k) => ({
    factor: name,
    first: indices.first[k]!,
    total: indices.total[k]!,
  }));

const INDEX_COLUMNS: readonly Column<FactorItem>[] = [
  column('factor', words('假定', 'assumption'), 'text', ({ factor }) => factor),
  column('first', words('一阶', 'first order'), 'fine', ({ first }) => first.value),
  column('first_low', words('低', 'low'), 'fine', ({ first }) => first.low),
  column('first_high', words('高', 'high'), 'fine', ({ first }) => first.high),
  column('total', words('总', 'total'), 'fine', ({ total }) => total.value),
  column('total_low', words('低', 'low'), 'fine', ({ total }) => total.low),
  column('total_high', words('高', 'high'), 'fine', ({ total }) => total.high),
];

const factorTable = (runs: readonly Run[]): Table =>
  table(
    'factors',
    words('对名次平均变动的作用', 'Effect on the mean shift of places'),
    runs.flatMap(({ period, of }) =>
      factorsOf(of, of.rank_shift).map((item) => ({ ...item, period })),
    ),
    [column('period', words('时期', 'period'), 'text', ({ period }) => period), ...INDEX_COLUMNS],
  );

/** Unit by unit, of its score and of its place; for files. */
function unitTable(report: Report, runs: readonly Run[]): Table {
  const items = runs.flatMap(({ of }) =>
    of.units.flatMap((unit) =>
      (['score', 'rank'] as const).flatMap((output) =>
        factorsOf(of, unit[output]).map((item) => ({
          ...item,
          row: unit.row,
          output,
          reason: unit[output].reason,
        })),
      ),
    ),
  );
  return table(
    'units',
    words('对各单元的作用', 'Effects on single units'),
    items,
    [
      ...unitColumns(report, ({ row }: (typeof items)[number]) => row),
      column('output', words('结果', 'output'), 'text', ({ output }) => output),
      ...INDEX_COLUMNS,
      column('reason', words('无指数的原因', 'why no indices'), 'text', ({ reason }) => reason),
    ],
    { filesOnly: true },
  );
}

const convergenceTable = (runs: readonly Run[]): Table =>
  table(
    'convergence',
    words('收敛情况', 'Convergence'),
    runs.flatMap(({ period, of }) =>
      of.convergence.flatMap(({ rows, first, total }) =>
        of.factors.map(({ name }, k) => ({
          period,
          rows,
          factor: name,
          first: first[k]!,
          total: total[k]!,
        })),
      ),
    ),
    [
      column('period', words('时期', 'period'), 'text', ({ period }) => period),
      column('samples', words('样本点', 'sample points'), 'whole', ({ rows }) => rows),
      column('factor', words('假定', 'assumption'), 'text', ({ factor }) => factor),
      column('first', words('一阶', 'first order'), 'fine', ({ first }) => first),
      column('total', words('总', 'total'), 'fine', ({ total }) => total),
    ],
    { filesOnly: true },
  );

function doubts({ period, of }: Run, saysPeriod: boolean): LocalText[] {
  const [zh, en] = saysPeriod && period !== '' ? [`${period}：`, `${period}: `] : ['', ''];
  return of.warnings.map((warning) => {
    const text = doubtText(warning, of);
    return words(zh + text.zh, en + text.en);
  });
}

function doubtText(warning: SensitivityWarning, { factors }: Sensitivity): LocalText {
  switch (warning.code) {
    case 'not_converged': {
      const { name } = factors[warning.factor]!;
      return words(
        `“${name.zh}”的指数尚未收敛，请加大 --replicates`,
        `the indices of “${name.en}” have not converged: raise --replicates`,
      );
    }
    case 'first_above_total': {
      const { name } = factors[warning.factor]!;
      return words(
        `“${name.zh}”的一阶指数大于总指数，估计不可靠`,
        `the first-order index of “${name.en}” is above its total one: not reliable`,
      );
    }
    case 'few_rows':
      return words(
        `样本点少于 ${ENOUGH_ROWS}：一阶指数（包括各单元的）的区间偏窄，请加大 --replicates`,
        `fewer than ${ENOUGH_ROWS} sample points: the intervals of first-order indices, those of single units too, are too narrow: raise --replicates`,
      );
    case 'not_power_of_two':
      return words('样本点数不是 2 的幂，覆盖不均匀', 'the sample is no power of two: uneven');
    case 'random_coordinates':
      return words(
        '维数超过准随机序列，部分坐标为伪随机，收敛较慢',
        'more coordinates than the quasi-random sequence has: slower convergence',
      );
    case 'incomplete_replicates': {
      const share = formatPercent(warning.share, 1);
      return words(
        `${share} 的模拟中有单元没有名次`,
        `in ${share} of the replicates some unit has no place`,
      );
    }
  }
}
