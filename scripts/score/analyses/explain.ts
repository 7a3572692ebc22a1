import type { LocalText } from '#lib/model/index.ts';
import { explain } from '#lib/scoring/index.ts';
import type { Explanation } from '#lib/scoring/index.ts';
import { column, table, words } from '../analysis.ts';
import type { Analysis } from '../analysis.ts';
import { nameTextOf } from '../words.ts';
import type { Report } from '../report.ts';
import { unitColumns } from './units.ts';

const PARTS: Readonly<Record<Explanation['part'], LocalText>> = {
  used: words('计入', 'used'),
  missing: words('缺数据', 'missing'),
  no_information: words('无法归一化', 'no scale'),
  left_out: words('上级缺失', 'group left out'),
  unranked: words('没有总分', 'no index'),
};

const STEPS: Readonly<Record<Explanation['steps'][number]['step'], LocalText>> = {
  raw: words('原值', 'raw'),
  denominated: words('除以分母', 'denominated'),
  imputed: words('插补', 'imputed'),
  treated: words('异常值处理', 'treated'),
  normalised: words('归一化', 'normalised'),
  aggregated: words('合成', 'aggregated'),
};

/** How one unit's score comes about, in every printed period: values, rules, weights, points. */
export function explainAnalysis(report: Report, unit: string): Analysis {
  const { result, scheme, order } = report;
  const items = order
    .filter((row) => result.rows[row]!.unit === unit)
    .flatMap((row) => explain(result, scheme, row).map((of) => ({ row, of })));
  const steps = items.flatMap(({ row, of }) => of.steps.map((step) => ({ row, of, step })));
  const indent = (depth: number, { zh, en }: LocalText): LocalText =>
    words('　'.repeat(depth) + zh, '  '.repeat(depth) + en);
  return {
    key: 'explain',
    title: words(`${unit} 的得分由来`, `How the score of ${unit} comes about`),
    facts: [],
    notes: [],
    tables: [
      table('elements', words('权重与贡献', 'Weights and points'), items, [
        ...unitColumns(report, ({ row }: (typeof items)[number]) => row, true),
        column('element', words('元素', 'element'), 'text', ({ of }) => of.code),
        column('parent', words('上级', 'parent'), 'text', ({ of }) => of.parent, {
          filesOnly: true,
        }),
        column('element_name', words('名称', 'name'), 'text', ({ of }) =>
          indent(of.depth, nameTextOf(report, of.code)),
        ),
        column('part', words('是否计入', 'part'), 'text', ({ of }) => of.part, { words: PARTS }),
        column('value', words('值', 'value'), 'number', ({ of }) => of.steps.at(-1)!.value),
        column(
          'effective_weight',
          words('总占比', 'of index'),
          'share',
          ({ of }) => of.effective_weight,
        ),
        column('actual_weight', words('实际占比', 'actual'), 'share', ({ of }) => of.actual_weight),
        column(
          'contribution',
          words('贡献（分）', 'points'),
          'number',
          ({ of }) => of.contribution,
        ),
        column('rank', words('名次', 'rank'), 'whole', ({ of }) => of.rank || null),
      ]),
      table('steps', words('逐步', 'Step by step'), steps, [
        ...unitColumns(report, ({ row }: (typeof steps)[number]) => row, true),
        column('element', words('元素', 'element'), 'text', ({ of }) => of.code),
        column('element_name', words('名称', 'name'), 'text', ({ of }) =>
          nameTextOf(report, of.code),
        ),
        column('step', words('步骤', 'step'), 'text', ({ step }) => step.step, { words: STEPS }),
        column('value', words('值', 'value'), 'fine', ({ step }) => step.value),
        column('rule', words('规则', 'rule'), 'text', ({ step }) => step.rule),
        column('method', words('方法', 'method'), 'text', ({ of, step }) =>
          step.step === 'normalised' && of.normalise ? JSON.stringify(of.normalise) : '',
        ),
        ...(['n', 'min', 'max', 'mean', 'sd'] as const).map((figure) =>
          column(
            `peers_${figure}`,
            words(`同类 ${figure}`, `peers ${figure}`),
            'number' as const,
            ({ of, step }: (typeof steps)[number]) =>
              step.step === 'normalised' ? (of.parameters?.[figure] ?? null) : null,
            { filesOnly: true },
          ),
        ),
      ]),
    ],
  };
}
