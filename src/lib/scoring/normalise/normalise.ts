import type {
  NormaliseSpec,
  Scheme,
  ScoreIssue,
  SchemeIndicator,
  UnitRow,
} from '#lib/model/index.ts';
import { columnsTogether, scratchColumn } from '../structure/columns.ts';
import type { Hierarchy, IndicatorElement } from '../structure/hierarchy.ts';
import { momentsOf } from '../statistics/moments.ts';
import type { Moments } from '../statistics/moments.ts';
import type { Pool } from '../structure/peers.ts';
import { extremesIn, presentIn } from '../statistics/present.ts';
import type { Extremes } from '../statistics/present.ts';
import { climbInto } from './by-places.ts';
import { valuesByUnit } from './reference.ts';
import type { ValueOf } from './reference.ts';
import { onLine } from './scale.ts';
import type { Line, Scale, ScaleInput } from './scale.ts';
import { scaleOf } from './scales.ts';

export interface Normalised {
  /** By indicator code; NaN outside the pools, for missing cells and where there is no scale. */
  readonly columns: Map<string, Float64Array>;
  readonly issues: ScoreIssue[];
}

/** Direction and method of an indicator: its own, else the scheme's. */
export const specOf = (indicator: SchemeIndicator, scheme: Scheme): NormaliseSpec =>
  indicator.normalise ?? scheme.normalise.default;

/**
 * Normalises every indicator within every pool (R20–R29). The direction is applied before the
 * method. Only the rows of the pools take part and get values; a reference unit (R28) is looked up
 * in all rows.
 *
 * @param values indicator columns, one value for each of `rows`, NaN for missing
 */
export function normalise(
  hierarchy: Hierarchy,
  values: ReadonlyMap<string, Float64Array>,
  pools: readonly Pool[],
  scheme: Scheme,
  rows: readonly UnitRow[],
): Normalised {
  const valueOf = valuesByUnit(rows);
  const result: Normalised = { columns: new Map(), issues: [] };
  const out = columnsTogether(hierarchy.indicators.length, rows.length, NaN);
  for (const [i, at] of hierarchy.indicators.entries()) {
    const { node } = hierarchy.elements[at] as IndicatorElement;
    const column = out[i]!;
    for (const pool of pools)
      normalisePool(
        node,
        scheme,
        { column: values.get(node.code)!, pool, rows, valueOf },
        column,
        result,
      );
    result.columns.set(node.code, column);
  }
  return result;
}

interface PoolInput {
  /** Values of the indicator before direction. */
  readonly column: Float64Array;
  readonly pool: Pool;
  readonly rows: readonly UnitRow[];
  readonly valueOf: ValueOf;
}

function normalisePool(
  indicator: SchemeIndicator,
  scheme: Scheme,
  input: PoolInput,
  out: Float64Array,
  result: Normalised,
): void {
  const { column, pool, rows } = input;
  if (pool.rows.length === 0) return;
  const spec = specOf(indicator, scheme);
  const { direction, code } = indicator;
  const { group, period } = pool;
  const report = (issue: ScoreIssue['code'], row?: UnitRow) =>
    result.issues.push({
      code: issue,
      element: code,
      group,
      period: row ? row.period : period,
      unit: row?.unit ?? null,
    });
  const extremes = extremesIn(column, pool.rows);
  if (!extremes) {
    report('no_peers');
    return;
  }
  const scale = scaleOf(spec, new Peers(input, direction, extremes, scheme.normalise.range));
  if (typeof scale === 'string') {
    report(scale);
    return;
  }
  if (spec.method === 'goalposts' && spec.log10 === true)
    for (const row of pool.rows) if (column[row]! <= 0) report('nonpositive_log', rows[row]);
  const { range } = scheme.normalise;
  if (typeof scale === 'function') scaleInto(out, column, pool.rows, direction, scale);
  else if ('sorted' in scale) climbInto(out, column, pool.rows, direction, scale);
  else drawInto(out, column, pool.rows, direction, scale, range);
}

const scratch = scratchColumn();

/** What a method may know of a pool; worked out when asked for what few methods ask for. */
class Peers implements ScaleInput {
  readonly direction: 1 | -1;
  readonly extremes: Extremes;
  readonly range: readonly [number, number];
  // Not #private: the oldest browsers we build for would keep a map of them, with every pool in it.
  private readonly input: PoolInput;

  constructor(
    input: PoolInput,
    direction: 1 | -1,
    extremes: Extremes,
    range: readonly [number, number],
  ) {
    this.direction = direction;
    this.extremes = directedExtremes(extremes, direction);
    this.range = range;
    this.input = input;
  }

  get sorted(): Float64Array {
    const values = this.present();
    if (this.direction === -1) negate(values);
    return values.sort();
  }

  get moments(): Moments {
    return directedMoments(momentsOf(this.present()), this.direction);
  }

  get valueOf(): ScaleInput['valueOf'] {
    const { column, pool, valueOf } = this.input;
    return (unit, period = pool.period ?? undefined) =>
      period === undefined ? NaN : this.direction * valueOf(column, unit, period);
  }

  private present(): Float64Array {
    const { column, pool } = this.input;
    return presentIn(column, pool.rows, scratch(pool.rows.length));
  }
}

/** Writes the values of `rows` to `out`, which keeps what it has where there is none. */
function scaleInto(
  out: Float64Array,
  column: Float64Array,
  rows: Int32Array,
  direction: 1 | -1,
  scale: Scale,
): void {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const x = column[row]!;
    if (Number.isNaN(x)) continue;
    const y = scale(direction * x);
    // Beyond the largest double there is no value either.
    if (Number.isFinite(y)) out[row] = y;
  }
}

/** The same along a line: without a function to call for every cell, many times faster. */
function drawInto(
  out: Float64Array,
  column: Float64Array,
  rows: Int32Array,
  direction: 1 | -1,
  line: Line,
  range: readonly [number, number],
): void {
  const { from, until, isCut } = line;
  const [low, high] = range;
  const way = until - from;
  if (!(way < Infinity)) {
    scaleInto(out, column, rows, direction, (x) => onLine(x, line, range));
    return;
  }
  // `onLine`, with what is the same for every cell worked out once.
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const share = (direction * column[row]! - from) / way;
    const y = (isCut ? Math.min(1, Math.max(0, share)) : share) * (high - low) + low;
    if (Number.isFinite(y)) out[row] = y;
  }
}

function negate(values: Float64Array): void {
  for (let i = 0; i < values.length; i++) values[i] = -values[i]!;
}

const directedExtremes = (of: Extremes, direction: 1 | -1): Extremes =>
  direction === 1 ? of : { min: -of.max, max: -of.min };

const directedMoments = (of: Moments, direction: 1 | -1): Moments =>
  direction === 1 ? of : { ...of, ...directedExtremes(of, direction), mean: -of.mean };
