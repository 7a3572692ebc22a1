import { isGroup } from '#lib/model/index.ts';
import type {
  Scheme,
  SchemeGroup,
  SchemeIndicator,
  SchemeNode,
  ScoreResult,
} from '#lib/model/index.ts';
import { aggregate } from '../aggregate/aggregate.ts';
import { impute } from '../impute/impute.ts';
import { normalise, specOf } from '../normalise/normalise.ts';
import { availabilityOf } from '../prepare/availability.ts';
import { rankInto } from '../rank/rank.ts';
import { hierarchyOf } from '../structure/hierarchy.ts';
import { poolsOf } from '../structure/peers.ts';
import { treat } from '../treat/treat.ts';
import { isFromData } from '../weigh/weigh.ts';
import type { Cell } from './cell.ts';

/** Place and score of the cell's unit with a value in the cell; 0 and NaN where it has none. */
export type Quick = (value: number) => { readonly place: number; readonly score: number };

/** The groups from the index down to the indicator, each child beside the way taken as it is. */
function wayTo(node: SchemeNode, code: string): SchemeNode | null {
  if (!isGroup(node)) return node.code === code ? node : null;
  const at = node.children.findIndex((child) => wayTo(child, code) !== null);
  if (at < 0) return null;
  const beside = ({ code: of, name, weight }: SchemeNode): SchemeIndicator => ({
    code: of,
    name,
    weight,
    direction: 1,
  });
  return {
    ...node,
    children: node.children.map((child, i) => (i === at ? wayTo(child, code)! : beside(child))),
  };
}

/** How a filled cell of this indicator depends on others, if it is more than its own column. */
const fillsFromPeers: ReadonlySet<string> = new Set(['none', 'mean', 'median']);

/**
 * Computes again only what the value of one cell can change: its indicator's treatment and figures
 * in the unit's pool, and the groups from there up to the index. The same steps are run on the same
 * numbers, so the answer is that of `score`. null where more could change: who is ranked, what other
 * indicators are imputed from, weights, other readers of the column.
 *
 * @param base `score` of the table with some value in the cell
 */
export function quickOutcome(cell: Cell, base: ScoreResult): Quick | null {
  const { table, scheme, row, indicator, factor } = cell;
  const { code } = indicator;
  const whole = hierarchyOf(scheme);
  const way = wayTo(scheme.index, code) as SchemeGroup;
  const hierarchy = hierarchyOf({ index: way });
  const own = table.rows[row]!;
  const isPanel = scheme.normalise.scope === 'panel';
  const isPeer = ({ group, period }: { group: string; period: string }) =>
    group === own.group && (isPanel || period === own.period);
  const rows = [...table.rows.keys()].filter(
    (at) => isPeer(table.rows[at]!) && base.status[at]!.kind === 'ranked',
  );
  const isStopped = table.rows.some(
    (of, at) => isPeer(of) && base.status[at]!.kind === 'not_computable',
  );
  const isMore =
    isStopped ||
    !rows.includes(row) ||
    !Number.isFinite(factor) ||
    scheme.missing.min_nonzero !== undefined ||
    specOf(indicator, scheme).method === 'distance_to_reference' ||
    !isOnlyReader(scheme, indicator) ||
    hierarchy.groups.some((at) => {
      const { node } = hierarchy.elements[at]!;
      return isGroup(node) && node.weigh !== undefined && isFromData(node.weigh);
    });
  if (isMore) return null;

  const only = { ...hierarchy, indicators: [hierarchyAt(hierarchy.elements, code)] };
  const part = (column: Float64Array) => Float64Array.from(rows, (at) => column[at]!);
  const beside = new Map(
    hierarchy.indicators.map((at) => {
      const { code: of } = hierarchy.elements[at]!;
      return [of, part(base.normalised.get(of) ?? base.scores.get(of)!)] as const;
    }),
  );
  const cropped = {
    rows: rows.map((at) => table.rows[at]!),
    columns: new Map<string, Float64Array>(),
    labels: new Map(
      [...(table.labels ?? [])].map(([name, words]) => [name, rows.map((at) => words[at]!)]),
    ),
  };
  const given = part(base.denominated.get(code)!);
  const { present } = availabilityOf(whole, base.imputed, table.rows.length);
  const availability = {
    share: new Float64Array(rows.length),
    present: new Map(
      [...present].map(([of, cells]) => [of, Uint8Array.from(rows, (at) => cells[at]!)]),
    ),
  };
  const open = new Uint8Array(rows.length).fill(1);
  const pools = poolsOf(cropped.rows, scheme.normalise.scope, () => true);
  const periods = poolsOf(cropped.rows, 'period', () => true);
  const at = rows.indexOf(row);
  const { period } = own;
  const peers = Int32Array.from(cropped.rows.keys()).filter(
    (of) => cropped.rows[of]!.period === period,
  );
  const places = new Int32Array(rows.length);

  return (value) => {
    const column = given.slice();
    column[at] = indicator.denominator === undefined ? value : value / factor;
    const imputed = impute(only, new Map([[code, column]]), cropped, periods, scheme);
    const treated = treat(only, imputed.columns, imputed.cells, pools, scheme);
    const { columns } = normalise(only, treated.columns, pools, scheme, cropped.rows);
    const { scores } = aggregate(hierarchy, new Map([...beside, ...columns]), {
      rows: cropped.rows,
      open,
      availability,
      top: scheme.normalise.range[1],
    });
    const index = scores.get(scheme.index.code)!;
    places.fill(0);
    rankInto(places, index, peers, scheme.ranking.tie_tolerance);
    return { place: places[at]!, score: index[at]! };
  };
}

const hierarchyAt = (elements: readonly { readonly code: string }[], code: string): number =>
  elements.findIndex((of) => of.code === code);

/** Whether nothing but the indicator itself is worked out from its column. */
function isOnlyReader(scheme: Scheme, indicator: SchemeIndicator): boolean {
  const column = indicator.column ?? indicator.code;
  const { elements, indicators } = hierarchyOf(scheme);
  return indicators.every((at) => {
    const node = elements[at]!.node as SchemeIndicator;
    const { method } = node.impute ?? scheme.impute ?? { method: 'none' };
    if (node.code === indicator.code) return fillsFromPeers.has(method);
    const reads = (node.column ?? node.code) === column || node.denominator === column;
    return !reads && !method.startsWith('row_');
  });
}
