import type {
  RankStatus,
  Scheme,
  SchemeIndicator,
  ScoreResult,
  UnitTable,
} from '#lib/model/index.ts';
import { hierarchyOf } from '../structure/hierarchy.ts';
import type { Hierarchy, IndicatorElement } from '../structure/hierarchy.ts';
import { specOf } from '../normalise/normalise.ts';
import { readColumn } from '../prepare/raw.ts';
import { score } from '../score.ts';
import { treatSpecOf } from '../treat/treat.ts';
import { isFromData } from '../weigh/weigh.ts';
import { quickOutcome } from './quick.ts';

/** What the unit is with a value in the cell; place 0 and NaN where it has none. */
export interface Outcome {
  readonly place: number;
  readonly score: number;
  readonly status: RankStatus;
}

export type Standing = Pick<Outcome, 'place' | 'score'>;

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
  const points = [...peerValues(cell), ...posts, referenceValue(cell), 0].map(
    (x) => x * cell.factor,
  );
  return [...new Set(points.filter(Number.isFinite))].sort((a, b) => a - b);
}

/** Values of the indicator (R10) in the pool of the cell's row, its own left out; no NaN. */
function peerValues(
  { table, scheme, row, indicator }: Cell,
  isMeant: (row: number) => boolean = () => true,
): number[] {
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
    return isPeer && other !== row && isMeant(other) && Number.isFinite(x) ? [x] : [];
  });
}

/** The unit of a capped reference (R28) beyond which nothing counts; NaN where there is none. */
function referenceValue({ table, scheme, row, indicator }: Cell): number {
  const spec = specOf(indicator, scheme);
  if (spec.method !== 'distance_to_reference' || spec.cap !== true) return NaN;
  const period = spec.period ?? table.rows[row]!.period;
  const at = table.rows.findIndex((of) => of.unit === spec.unit && of.period === period);
  const { code, column = code, denominator, scale_factor = 1 } = indicator;
  const by = denominator === undefined ? null : readColumn(table, denominator);
  const x = at < 0 || at === row ? NaN : (readColumn(table, column)?.[at] ?? NaN);
  return x / (by ? by[at]! / scale_factor : 1);
}

/** Values beyond which the method counts nothing, in the cell's own unit; infinite where none. */
export function postsOf(cell: Cell): readonly [number, number] {
  const { indicator, scheme, factor } = cell;
  const spec = specOf(indicator, scheme);
  const end = (best: number): readonly [number, number] =>
    indicator.direction === 1 ? [-Infinity, best * factor] : [best * factor, Infinity];
  if (spec.method === 'goalposts' && spec.truncate !== false)
    return [spec.low * factor, spec.high * factor];
  if (spec.method === 'target' && spec.cap !== false) return end(spec.target);
  const reference = referenceValue(cell);
  return Number.isNaN(reference) ? [-Infinity, Infinity] : end(reference);
}

/** Lowest and highest value of the peers (R118), in the cell's own unit; NaN without any. */
export function peerRange(cell: Cell): readonly [number, number] {
  const values = peerValues(cell).map((x) => x * cell.factor);
  if (values.length === 0) return [NaN, NaN];
  return [Math.min(...values), Math.max(...values)];
}

/** Methods by which a better value raises the unit or lowers its peers, and never the reverse. */
const MONOTONE_METHODS: ReadonlySet<string> = new Set([
  'minmax',
  'goalposts',
  'scaled',
  'target',
  'distance_to_max',
  'rank',
  'borda',
  'percentile_rank',
  'none',
]);

/** Whether the row's values take part in normalising: it passed the missing-data rule. */
const shapesScale = ({ kind }: RankStatus) => kind === 'ranked' || kind === 'not_computable';

/**
 * Whether the indicator's own method rises with the value. A standard score does not, for the spread
 * grows with it; nor a target without a cap, for raising the lowest value lifts who is beyond the
 * target; nor where the scale, or the logarithm, appears and disappears on the way.
 */
function risesWithValue(cell: Cell, status: readonly RankStatus[]): boolean {
  const spec = specOf(cell.indicator, cell.scheme);
  if (!MONOTONE_METHODS.has(spec.method)) return false;
  if (spec.method === 'target') return spec.cap !== false;
  if (spec.method === 'goalposts' && spec.log10)
    return cell.indicator.direction === 1 && cell.value > 0;
  if (spec.method === 'minmax' || spec.method === 'distance_to_max')
    return new Set(peerValues(cell, (peer) => shapesScale(status[peer]!))).size > 1;
  return true;
}
const MONOTONE_MEANS: ReadonlySet<string> = new Set([
  'arithmetic',
  'geometric',
  'harmonic',
  'generalised',
]);
/** Wider ties depend on the range of scores, which the value itself moves. */
const NARROW_TIES = 1e-6;

/**
 * Whether a better value in the cell can never cost the unit a place (R117): no imputing or treating
 * that the value takes part in, methods and means that rise with it, weights that do not depend on
 * it, a column that nothing else reads, ties too narrow to matter. `status` is that of all rows.
 */
export function isMonotone(cell: Cell, status: readonly RankStatus[]): boolean {
  const { scheme, indicator, factor } = cell;
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
    risesWithValue(cell, status) &&
    imputeOf(indicator) === 'none' &&
    !all.some((of) => imputeOf(of).startsWith('row_')) &&
    treatSpecOf(indicator, scheme).method === 'none' &&
    !scheme.missing.min_nonzero &&
    scheme.ranking.tie_tolerance <= NARROW_TIES &&
    groups.every(
      (of) =>
        of.kind === 'group' &&
        MONOTONE_MEANS.has(of.node.aggregate) &&
        !(of.node.weigh && isFromData(of.node.weigh)),
    )
  );
}

/**
 * What the unit is with a value in the cell, computed as narrowly as it can be. The cell must have a
 * value in the table of `base`, or be given one there.
 */
export function outcomeIn(cell: Cell, base: ScoreResult): (value: number) => Standing {
  return quickOutcome(cell, base) ?? ((value) => outcomeOf(cell, value));
}
