import { isGroup, schemeLabels } from '#lib/model/index.ts';
import type {
  ImputeSpec,
  Scheme,
  SchemeIndicator,
  SchemeNode,
  ScoreResult,
  UnitTable,
} from '#lib/model/index.ts';
import { hierarchyOf } from '../structure/hierarchy.ts';
import { score } from '../score.ts';
import { resultOf } from './sides.ts';
import type { Side } from './sides.ts';
import { surroundingsIn } from './surroundings.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * A side's table under a scheme, with everything worked out that a row must take along when it is
 * moved to another table (R124): denominated, and filled from the unit's own other periods.
 */
export interface Stage {
  readonly result: ScoreResult;
  /** Rows as in the side's table, a column for each indicator code. */
  readonly table: UnitTable;
  /** What is left to do with it. */
  readonly scheme: Scheme;
  /** The rows that matter to a row. */
  readonly surroundings: (row: number) => Surroundings;
}

const FROM_OTHER_PERIODS: ReadonlySet<ImputeSpec['method']> = new Set<ImputeSpec['method']>([
  'latest',
  'constant',
  'linear',
]);

const isFromOtherPeriods = (spec: ImputeSpec | undefined): boolean =>
  spec !== undefined && FROM_OTHER_PERIODS.has(spec.method);

const done = (spec: ImputeSpec): ImputeSpec =>
  isFromOtherPeriods(spec) ? { method: 'none' } : spec;

/** The indicator without the steps that a stage has behind it. */
function remainingOf(node: SchemeIndicator): SchemeIndicator {
  const rest: { -readonly [K in keyof SchemeIndicator]: SchemeIndicator[K] } = { ...node };
  delete rest.column;
  delete rest.denominator;
  delete rest.scale_factor;
  if (rest.impute) rest.impute = done(rest.impute);
  return rest;
}

const remainingTree = <N extends SchemeNode>(node: N): N =>
  (isGroup(node)
    ? { ...node, children: node.children.map(remainingTree) }
    : remainingOf(node)) as N;

/** Scores a side's table under a scheme, its own or the other side's. */
export function stageOf(side: Side, scheme: Scheme): Stage {
  const { table } = side;
  const result = side.scheme === scheme ? resultOf(side) : score(table, scheme);
  const { elements, indicators } = hierarchyOf(scheme);
  const columns = indicators.map((at) => {
    const { code, node } = elements[at] as { code: string; node: SchemeIndicator };
    const isFilled = isFromOtherPeriods(node.impute ?? scheme.impute);
    return [code, (isFilled ? result.imputed : result.denominated).get(code)!] as const;
  });
  const labels = schemeLabels(scheme).flatMap((name) => {
    const words = table.labels?.get(name);
    return words ? [[name, words] as const] : [];
  });
  const ready = { rows: table.rows, columns: new Map(columns), labels: new Map(labels) };
  const remaining = {
    ...scheme,
    index: remainingTree(scheme.index),
    ...(scheme.impute && { impute: done(scheme.impute) }),
  };
  return {
    result,
    table: ready,
    scheme: remaining,
    surroundings: surroundingsIn(ready, remaining),
  };
}

const wordsIn = (table: UnitTable, name: string, row: number): string =>
  table.labels?.get(name)?.[row] ?? '';

/** Whether moving one row into the other's place would change nothing. */
export const isSameRow = (a: UnitTable, rowA: number, b: UnitTable, rowB: number): boolean =>
  [...a.columns].every(([code, column]) => {
    const x = column[rowA]!;
    const y = b.columns.get(code)![rowB]!;
    return x === y || (Number.isNaN(x) && Number.isNaN(y));
  }) &&
  [...(a.labels?.keys() ?? []), ...(b.labels?.keys() ?? [])].every(
    (name) => wordsIn(a, name, rowA) === wordsIn(b, name, rowB),
  );

/**
 * The table with other content in one of its rows: that of a row of another table. The row
 * `exchange` of this table, where there is one, gets what the first one had.
 */
export function withRowFrom(
  table: UnitTable,
  row: number,
  from: UnitTable,
  fromRow: number,
  exchange: number | undefined,
): UnitTable {
  const put = <T>(out: { [row: number]: T }, content: T): void => {
    if (exchange !== undefined) out[exchange] = out[row]!;
    out[row] = content;
  };
  const columns = new Map<string, Float64Array>();
  for (const [code, column] of table.columns) {
    const out = column.slice();
    put(out, from.columns.get(code)![fromRow]!);
    columns.set(code, out);
  }
  const labels = new Map<string, readonly string[]>();
  for (const [name, words] of table.labels ?? []) {
    const out = [...words];
    put(out, wordsIn(from, name, fromRow));
    labels.set(name, out);
  }
  return { rows: table.rows, columns, labels };
}
