import type { LocalText, Swap } from '#lib/model/index.ts';
import { smallestSwap } from '#lib/scoring/index.ts';
import { column, fact, table, words } from '../analysis.ts';
import type { Analysis } from '../analysis.ts';
import { problem, stopOn } from '../problem.ts';
import { poolsIn } from '../report.ts';
import type { Report } from '../report.ts';
import { nameTextOf } from '../words.ts';
import { refusalText, unrankedText } from './refusals.ts';

interface Run {
  readonly period: string;
  readonly group: string;
  readonly swap: Swap;
}

type Found = Run & { readonly swap: Extract<Swap, { kind: 'swap' }> };

/** The smallest change of the index's weights that turns the order of two units (R115, R116). */
export function swapAnalysis(report: Report, units: readonly [string, string]): Analysis {
  const runs = runsOf(report, units);
  stopOn(
    runs.length > 0
      ? []
      : [
          problem(
            '--swap',
            '两个单元从未在同一时期、同一类别中，不能比较',
            'the two are never in the same period and peer group',
            { found: units.join(',') },
          ),
        ],
  );
  const found = runs.filter((run): run is Found => run.swap.kind === 'swap');
  const unitAt = (row: number) => report.table.rows[row]!.unit;
  const shares = found.flatMap((run) => {
    const { boundary, beyond, single } = run.swap;
    return single.map(({ code, from, to }) => ({
      ...run,
      code,
      from,
      to,
      boundary: boundary.shares.get(code) ?? NaN,
      beyond: beyond?.shares.get(code) ?? NaN,
    }));
  });
  const place = [
    column('period', words('时期', 'period'), 'text' as const, ({ period }: Run) => period),
    column('group', words('类别', 'group'), 'text' as const, ({ group }: Run) => group),
  ];
  return {
    key: 'swap',
    title: words(
      `使 ${units.join(' 与 ')} 易位的最小权重变化`,
      `Smallest change of weights that swaps ${units.join(' and ')}`,
    ),
    facts: [
      { ...fact('weights', words('可取的权重', 'weights allowed'), 'text', 'any'), words: ALLOWED },
    ],
    notes: runs.flatMap(({ period, swap }) => noteOf(report, period, swap)),
    tables: [
      table('swaps', words('易位', 'Swap'), runs, [
        ...place,
        column('outcome', words('结果', 'outcome'), 'text', ({ swap }) => swap.kind, {
          words: OUTCOMES,
        }),
        column('ahead', words('在前', 'ahead'), 'text', ({ swap }) =>
          'ahead' in swap ? unitAt(swap.ahead) : null,
        ),
        column('behind', words('在后', 'behind'), 'text', ({ swap }) =>
          'behind' in swap ? unitAt(swap.behind) : null,
        ),
        column(
          'moved_to_tie',
          words('打平须移动（百分点）', 'percentage points moved to tie'),
          'points',
          ({ swap }) => (swap.kind === 'swap' ? swap.boundary.moved : null),
        ),
        column(
          'moved_to_swap',
          words('易位须移动（百分点）', 'percentage points moved to swap'),
          'points',
          ({ swap }) => (swap.kind === 'swap' ? (swap.beyond?.moved ?? null) : null),
        ),
      ]),
      table('shares', words('权重占比', 'Shares'), shares, [
        ...place,
        column('element', words('元素', 'element'), 'text', ({ code }) => code),
        column('element_name', words('名称', 'name'), 'text', ({ code }) =>
          nameTextOf(report, code),
        ),
        column('from', words('现占比', 'now'), 'share', ({ from }) => from),
        column('boundary', words('打平时', 'at the tie'), 'share', ({ boundary }) => boundary),
        column('beyond', words('易位时', 'at the swap'), 'share', ({ beyond }) => beyond, {
          filesOnly: true,
        }),
        column('single', words('只动这一项', 'this one alone'), 'share', ({ to }) => to),
      ]),
    ],
  };
}

/** One for each period in which the two are peers. */
function runsOf(report: Report, [one, other]: readonly [string, string]): Run[] {
  const { table: units, scheme, order } = report;
  return poolsIn(report).flatMap(({ period, group }) => {
    const rowOf = (unit: string) =>
      order.find((row) => {
        const of = units.rows[row]!;
        return of.unit === unit && of.period === period && of.group === group;
      });
    const [a, b] = [rowOf(one), rowOf(other)];
    if (a === undefined || b === undefined) return [];
    return [{ period, group, swap: smallestSwap(units, scheme, [a, b]) }];
  });
}

const ALLOWED: Readonly<Record<string, LocalText>> = {
  any: words(
    '指数各下级的任何非负权重；不受 weight_range 限制',
    'any of the index’s children, 0 or more; weight_range does not limit them',
  ),
};

const OUTCOMES: Readonly<Record<Swap['kind'], LocalText>> = {
  swap: words('可以易位', 'can swap'),
  dominated: words('任何权重都不能易位', 'no weights swap them'),
  tied: words('已并列', 'tied already'),
  unranked: words('没有名次', 'no place'),
  child_missing: words('一方缺少某项', 'one lacks a part'),
  not_linear: words('不能证明', 'cannot be proven'),
  derived_weights: words('权重由数据得出', 'weights come from the data'),
  ranked_set_moves: words('排名单元会变', 'the ranked units would change'),
};

/** What the outcome alone does not say. */
function noteOf(report: Report, period: string, swap: Swap): LocalText[] {
  const unitAt = (row: number) => report.table.rows[row]!.unit;
  const at = (text: LocalText): LocalText[] => [
    period === '' ? text : words(`${period}：${text.zh}`, `${period}: ${text.en}`),
  ];
  switch (swap.kind) {
    case 'swap':
    case 'dominated':
    case 'tied':
      return [];
    case 'unranked':
      return at(unrankedText(report, unitAt(swap.row), swap.status));
    case 'child_missing': {
      const { zh, en } = nameTextOf(report, swap.element);
      const unit = unitAt(swap.row);
      return at(words(`${unit} 缺少“${zh}”`, `${unit} lacks “${en}”`));
    }
    default:
      return at(refusalText(report, swap));
  }
}
