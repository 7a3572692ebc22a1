import type {
  ElementImportance,
  LocalText,
  Multivariate,
  Structure,
  StructureFlag,
} from '#lib/model/index.ts';
import { importance, multivariate } from '#lib/scoring/index.ts';
import { column, fact, table, words } from '../analysis.ts';
import type { Analysis, Column, Table } from '../analysis.ts';
import { poolsIn } from '../report.ts';
import type { Report } from '../report.ts';
import { importanceTable } from './importance.ts';
import { element, pool } from './pools.ts';
import type { InPool } from './pools.ts';

/** What was found among the peers of one period. */
interface Run {
  readonly period: string;
  readonly group: string;
  readonly of: Multivariate;
  readonly elements: readonly ElementImportance[];
}

/** How the normalised values hang together, and what counts in the index (R80–R88). */
export function multivariateAnalysis(report: Report): Analysis {
  const { result, scheme } = report;
  const runs = poolsIn(report).map(({ period, group }): Run => ({
    period,
    group,
    of: multivariate(result, scheme, { period, group, stage: 'normalised' }),
    elements: importance(result, scheme, period, group).elements,
  }));
  return {
    key: 'multivariate',
    title: words('多元分析：相关、一致性、主成分、影响', 'Multivariate analysis'),
    facts: [fact('stage', words('取值', 'values'), 'text', 'normalised')],
    notes: [],
    tables: [
      structureTable(runs),
      componentTable(runs),
      flagTable(runs),
      importanceTable(spread(runs, ({ elements }) => elements)),
      correlationTable(runs),
      loadingTable(runs),
      itemTable(runs),
    ],
  };
}

const spread = <T>(runs: readonly Run[], items: (run: Run) => readonly T[]): InPool<T>[] =>
  runs.flatMap((run) => items(run).map((of) => ({ period: run.period, group: run.group, of })));

const parent = words('组', 'of');

const structures = (runs: readonly Run[]) =>
  spread(runs, ({ of }) => [
    ...of.structures.map((structure) => ({ structure, of: 'children' })),
    { structure: of.overall, of: 'indicators' },
  ]);

const OF: Readonly<Record<string, LocalText>> = {
  children: words('直接下级', 'children'),
  indicators: words('全部指标', 'all indicators'),
};

const structureColumns = <T extends { structure: Structure; of: string }>(): Column<
  InPool<T>
>[] => [
  ...pool<InPool<T>>(),
  column('of', parent, 'text', ({ of: { structure } }) => structure.group),
  column('elements', words('对象', 'what'), 'text', ({ of }) => of.of, { words: OF }),
];

const structureTable = (runs: readonly Run[]): Table =>
  table(
    'consistency',
    words('内部一致性与主成分', 'Internal consistency and principal components'),
    structures(runs),
    [
      ...structureColumns(),
      column(
        'count',
        words('个数', 'count'),
        'whole',
        ({ of: { structure } }) => structure.elements.length,
      ),
      column('units', words('单元数', 'units'), 'whole', ({ of: { structure } }) => structure.n),
      column(
        'alpha',
        words('Cronbach α', 'alpha'),
        'fine',
        ({ of: { structure } }) => structure.consistency.alpha,
      ),
      column(
        'alpha_standardised',
        words('标准化 α', 'standardised'),
        'fine',
        ({ of: { structure } }) => structure.consistency.standardised,
      ),
      column(
        'first_eigenvalue',
        words('首个特征值', 'first eigenvalue'),
        'fine',
        ({ of: { structure } }) => structure.components?.eigenvalues[0] ?? null,
      ),
      column(
        'first_explained',
        words('首个成分占方差', 'explains'),
        'share',
        ({ of: { structure } }) => structure.components?.explained[0] ?? null,
      ),
      column(
        'eigenvalues_above_1',
        words('大于 1 的特征值', 'eigenvalues > 1'),
        'whole',
        ({ of: { structure } }) =>
          structure.components?.eigenvalues.filter((x) => x > 1).length ?? null,
      ),
    ],
  );

/** All eigenvalues; for files. */
const componentTable = (runs: readonly Run[]): Table =>
  table(
    'components',
    words('主成分', 'Principal components'),
    structures(runs).flatMap((item) =>
      Array.from(item.of.structure.components?.eigenvalues ?? [], (eigenvalue, i) => ({
        ...item,
        component: i + 1,
        eigenvalue,
        explained: item.of.structure.components!.explained[i]!,
      })),
    ),
    [
      ...structureColumns(),
      column('component', words('成分', 'component'), 'whole', ({ component }) => component),
      column('eigenvalue', words('特征值', 'eigenvalue'), 'fine', ({ eigenvalue }) => eigenvalue),
      column('explained', words('方差占比', 'explains'), 'share', ({ explained }) => explained),
    ],
    { filesOnly: true },
  );

const FLAGS: Readonly<Record<StructureFlag['kind'], LocalText>> = {
  redundant: words('同级几乎重复', 'siblings say the same'),
  opposed_siblings: words('同级相互抵消', 'siblings run against each other'),
  opposed_to_group: words('与所在组相反', 'runs against its group'),
  weak_in_group: words('在组内几乎不起作用', 'leaves hardly a trace in its group'),
  dominant: words('在组内一家独大', 'dominates its group'),
};

const flagTable = (runs: readonly Run[]): Table =>
  table(
    'flags',
    words('值得留意', 'Worth a look'),
    spread(runs, ({ of }) => of.flags),
    [
      ...pool(),
      column('kind', words('提示', 'flag'), 'text', ({ of }) => of.kind, { words: FLAGS }),
      column('of', parent, 'text', ({ of }) => of.group),
      column('element', element, 'text', ({ of }) =>
        'elements' in of ? of.elements[0] : of.element,
      ),
      column('other', words('另一元素', 'other'), 'text', ({ of }) =>
        'elements' in of ? of.elements[1] : '',
      ),
      column('r', words('相关', 'r'), 'fine', ({ of }) => of.r),
      column('next', words('次高', 'next'), 'fine', ({ of }) => ('next' in of ? of.next : null)),
    ],
  );

/** Every pair of elements by every method; for files. */
const correlationTable = (runs: readonly Run[]): Table =>
  table(
    'correlations',
    words('相关', 'Correlations'),
    spread(runs, ({ of: { elements, correlations } }) =>
      [...correlations].flatMap(([method, { r, n, p }]) =>
        elements.flatMap((one, i) =>
          elements.slice(i + 1).map((other, j) => ({
            method,
            one,
            other,
            r: r[i]![i + 1 + j]!,
            n: n[i]![i + 1 + j]!,
            p: p[i]![i + 1 + j]!,
          })),
        ),
      ),
    ),
    [
      ...pool(),
      column('method', words('方法', 'method'), 'text', ({ of }) => of.method),
      column('element', element, 'text', ({ of }) => of.one),
      column('other', words('另一元素', 'other'), 'text', ({ of }) => of.other),
      column('r', words('相关', 'r'), 'fine', ({ of }) => of.r),
      column('units', words('单元数', 'units'), 'whole', ({ of }) => of.n),
      column('p', words('p 值', 'p'), 'fine', ({ of }) => of.p),
    ],
    { filesOnly: true },
  );

const loadingTable = (runs: readonly Run[]): Table =>
  table(
    'loadings',
    words('载荷', 'Loadings'),
    structures(runs).flatMap((item) =>
      (item.of.structure.components?.loadings ?? []).flatMap((loadings, i) =>
        item.of.structure.elements.map((code, k) => ({
          ...item,
          component: i + 1,
          code,
          loading: loadings[k]!,
        })),
      ),
    ),
    [
      ...structureColumns(),
      column('component', words('成分', 'component'), 'whole', ({ component }) => component),
      column('element', element, 'text', ({ code }) => code),
      column('loading', words('载荷', 'loading'), 'fine', ({ loading }) => loading),
    ],
    { filesOnly: true },
  );

/** Consistency without each element in turn; for files. */
const itemTable = (runs: readonly Run[]): Table =>
  table(
    'items',
    words('去掉一个元素后的一致性', 'Consistency without an element'),
    structures(runs).flatMap((item) =>
      item.of.structure.consistency.without.map((without) => ({ ...item, without })),
    ),
    [
      ...structureColumns(),
      column('element', element, 'text', ({ without }) => without.element),
      column(
        'alpha_without',
        words('去掉后 α', 'alpha without'),
        'fine',
        ({ without }) => without.standardised,
      ),
      column('r', words('与其余之和相关', 'r with the others'), 'fine', ({ without }) => without.r),
    ],
    { filesOnly: true },
  );
