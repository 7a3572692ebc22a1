import type { Assumption, Design, LocalText } from '#lib/model/index.ts';
import { designOf } from '#lib/scoring/index.ts';
import { column, fact, table, words } from '../analysis.ts';
import type { Fact, Table } from '../analysis.ts';
import type { Assumed } from '../read-robustness.ts';
import type { Report } from '../report.ts';

const FROM: Readonly<Record<Assumed['from'], LocalText>> = {
  scheme: words('方案的 robustness 一项', 'robustness of the scheme'),
  file: words('--robustness 文件', 'the file of --robustness'),
  usual: words('方案未写明，取权重 ±25%', 'none in the scheme: weights ±25 % are assumed'),
};

/** Where the assumptions of a simulation come from, and its seed. */
export const assumptionFacts = ({ from, robustness: { seed } }: Assumed): Fact[] => [
  { ...fact('assumptions_from', words('假定', 'assumptions'), 'text', from), words: FROM },
  fact('seed', words('种子', 'seed'), 'exact', seed),
];

export const replicatesFact = (count: number): Fact =>
  fact('replicates', words('模拟次数', 'replicates'), 'whole', count);

/** @param of what the confidence is about */
export const confidenceFact = (of: LocalText, confidence: number | null): Fact =>
  fact('confidence', of, 'share', confidence);

const KINDS: Readonly<Record<Assumption['kind'], LocalText>> = {
  weights: words('权重均匀扰动', 'uniform noise on weights'),
  dirichlet: words('权重狄利克雷抽样', 'Dirichlet weights'),
  normalise: words('归一化方法', 'normalisation'),
  aggregate: words('合成方法', 'aggregation'),
  impute: words('缺失值插补', 'imputation'),
  treat: words('异常值处理', 'outlier treatment'),
  leave_out: words('去掉一个元素', 'one element left out'),
};

/** What is varied; files have every assumption in full, so that a run can be repeated from them. */
export function assumptionTable({ scheme }: Report, { robustness }: Assumed): Table {
  const { factors } = designOf(scheme, robustness);
  const items = robustness.assumptions.map((assumption, i) => ({
    assumption,
    factor: factors[i]!,
  }));
  return table('assumptions', words('假定', 'Assumptions'), items, [
    column('name', words('名称', 'name'), 'text', ({ factor }) => factor.name),
    column('kind', words('变动', 'what varies'), 'text', ({ factor }) => factor.kind, {
      words: KINDS,
    }),
    column(
      'dimensions',
      words('维数', 'coordinates'),
      'whole',
      ({ factor }: { factor: Design['factors'][number] }) => factor.to - factor.from,
    ),
    column(
      'specification',
      words('全文', 'in full'),
      'text',
      ({ assumption }) => JSON.stringify(assumption),
      { filesOnly: true },
    ),
  ]);
}
