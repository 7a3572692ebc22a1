import type { RankStatus, Scheme, SchemeIndicator, UnitTable } from '#lib/model/index.ts';
import { hierarchyOf } from '../structure/hierarchy.ts';
import type { Hierarchy, IndicatorElement } from '../structure/hierarchy.ts';
import { specOf } from '../normalise/normalise.ts';
import { readColumn } from '../prepare/raw.ts';
import { score } from '../score.ts';
import { treatSpecOf } from '../treat/treat.ts';

/** What the unit is with a value in the cell; place 0 and NaN where it has none. */
export interface Outcome {
  readonly place: number;
  readonly score: number;
  readonly status: RankStatus;
}

/** One cell of a table and everything that decides what its value can do. */
export interface Cell {
  readonly table: UnitTable;
  readonly scheme: Scheme;
  readonly row: number;
  readonly indicator: SchemeIndicator;
  /** As given; NaN when missing. */
  readonly value: number;
  /** What a value after denominating (R10) is multiplied by to stand in this cell. */
  readonly factor: number;
}

const indicatorsOf = (hierarchy: Hierarchy): SchemeIndicator[] =>
  hierarchy.indicators.map((at) => (hierarchy.elements[at] as IndicatorElement).node);

/** All cells of a row, in the scheme's order. Throws a RangeError when there is no such row. */
export function cellsOf(table: UnitTable, scheme: Scheme, row: number): Cell[] {
  if (!table.rows[row]) throw new RangeError(`The table has no row ${row}.`);
  return indicatorsOf(hierarchyOf(scheme)).map((indicator) => {
    const { code, column = code, denominator, scale_factor = 1 } = indicator;
    const value = readColumn(table, column)?.[row] ?? NaN;
    const by = denominator === undefined ? 1 : (readColumn(table, denominator)?.[row] ?? NaN);
    return { table, scheme, row, indicator, value, factor: by / scale_factor };
  });
}

/** The table with another value in the cell; a column that it lacks is added, else empty. */
export function withCell({ table, row, indicator }: Cell, value: number): UnitTable {
  const name = indicator.column ?? indicator.code;
  const column = table.columns.get(name)?.slice() ?? new Float64Array(table.rows.length).fill(NaN);
  column[row] = value;
  return { ...table, columns: new Map([...table.columns, [name, column]]) };
}

/** What `score`, run over everything again, makes of the unit with this value in the cell. */
export function outcomeOf(cell: Cell, value: number): Outcome {
  const { scheme, row } = cell;
  const result = score(withCell(cell, value), scheme);
  const { code } = scheme.index;
  return {
    place: result.ranks.get(code)![row]!,
    score: result.scores.get(code)![row]!,
    status: result.status[row]!,
  };
}

/**
 * Values of the cell at which the peers' figures change hands: those of the peers, in every period
 * that is normalised together, and the scheme's own posts. Ascending, each once.
 */
export function turningPoints(cell: Cell): number[] {
  const spec = specOf(cell.indicator, cell.scheme);
  const posts =
    'low' in spec ? [spec.low, spec.high] : spec.method === 'target' ? [spec.target] : [];
  const points = [...peerValues(cell), ...posts, 0].map((x) => x * cell.factor);
  return [...new Set(points.filter(Number.isFinite))].sort((a, b) => a - b);
}

/** Values of the indicator (R10) in the pool of the cell's row, its own left out; no NaN. */
export function peerValues({ table, scheme, row, indicator }: Cell): number[] {
  const { denominator, scale_factor = 1 } = indicator;
  const values = readColumn(table, indicator.column ?? indicator.code);
  const by = denominator === undefined ? null : readColumn(table, denominator);
  if (!values || (denominator !== undefined && !by)) return [];
  const own = table.rows[row]!;
  return [...table.rows.keys()].flatMap((other) => {
    const { group, period } = table.rows[other]!;
    const isPeer =
      group === own.group && (scheme.normalise.scope === 'panel' || period === own.period);
    const x = values[other]! / (by ? by[other]! / scale_factor : 1);
    return isPeer && other !== row && Number.isFinite(x) ? [x] : [];
  });
}

/** Methods by which a better value raises the unit or lowers its peers, and never the reverse. */
const MONOTONE_METHODS: ReadonlySet<string> = new Set([
  'minmax',
  'goalposts',
  'scaled',
  'target',
  'distance_to_max',
  'fraction_of_max',
  'rank',
  'borda',
  'percentile_rank',
  'none',
]);
const MONOTONE_MEANS: ReadonlySet<string> = new Set([
  'arithmetic',
  'geometric',
  'harmonic',
  'generalised',
]);
const GIVEN_WEIGHTS: ReadonlySet<string> = new Set(['given', 'equal', 'budget', 'ahp']);
/** Wider ties depend on the range of scores, which the value itself moves. */
const NARROW_TIES = 1e-6;

/**
 * Whether a better value in the cell can never cost the unit a place (R117): no imputing or treating
 * that the value takes part in, methods and means that rise with it, weights that do not depend on
 * it, a column that nothing else reads, ties too narrow to matter.
 */
export function isMonotone({ scheme, indicator, factor }: Cell): boolean {
  const hierarchy = hierarchyOf(scheme);
  const all = indicatorsOf(hierarchy);
  const column = indicator.column ?? indicator.code;
  const imputeOf = (of: SchemeIndicator) => (of.impute ?? scheme.impute)?.method ?? 'none';
  const readers = all.filter(
    (of) => (of.column ?? of.code) === column || of.denominator === column,
  );
  const groups = hierarchy.groups.map((at) => hierarchy.elements[at]!);
  return (
    factor > 0 &&
    readers.length === 1 &&
    MONOTONE_METHODS.has(specOf(indicator, scheme).method) &&
    imputeOf(indicator) === 'none' &&
    !all.some((of) => imputeOf(of).startsWith('row_')) &&
    treatSpecOf(indicator, scheme).method === 'none' &&
    !scheme.missing.min_nonzero &&
    scheme.ranking.tie_tolerance <= NARROW_TIES &&
    groups.every(
      (of) =>
        of.kind === 'group' &&
        MONOTONE_MEANS.has(of.node.aggregate) &&
        GIVEN_WEIGHTS.has(of.node.weigh?.method ?? 'given'),
    )
  );
}

/**
 * The same cell in a table of the rows that can bear on it, which is quicker to score: the peer
 * group, in the one period if periods are kept apart. The table itself where other rows may matter.
 */
export function cropped(cell: Cell): Cell {
  const { table, scheme, row } = cell;
  const hierarchy = hierarchyOf(scheme);
  const all = indicatorsOf(hierarchy);
  const looksElsewhere =
    all.some(
      (of) =>
        ((of.impute ?? scheme.impute)?.method ?? 'none') !== 'none' ||
        specOf(of, scheme).method === 'distance_to_reference',
    ) ||
    hierarchy.groups.some((at) => {
      const of = hierarchy.elements[at]!;
      return of.kind === 'group' && !GIVEN_WEIGHTS.has(of.node.weigh?.method ?? 'given');
    });
  if (looksElsewhere) return cell;
  const own = table.rows[row]!;
  const rows = [...table.rows.keys()].filter((at) => {
    const { group, period } = table.rows[at]!;
    return group === own.group && (scheme.normalise.scope === 'panel' || period === own.period);
  });
  return {
    ...cell,
    row: rows.indexOf(row),
    table: {
      rows: rows.map((at) => table.rows[at]!),
      columns: new Map(
        [...table.columns].map(([name, xs]) => [name, Float64Array.from(rows, (at) => xs[at]!)]),
      ),
    },
  };
}
