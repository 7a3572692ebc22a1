import fc from 'fast-check';
import type {
  AggregateMethod,
  ImputeSpec,
  NormaliseSpec,
  Scheme,
  SchemeGroup,
  UnitRow,
  UnitTable,
} from '#lib/model/index.ts';
import { group, indicator, schemeOf } from '../../testing/schemes.ts';
import type { Side } from '../sides.ts';

export interface Sides {
  readonly before: Side;
  readonly after: Side;
  /** A number to choose a unit by. */
  readonly pick: number;
}

/** A tape of bytes read from the start: flat, so that ten thousand small cases are soon made. */
class Tape {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** 0 to count - 1. */
  next(count: number): number {
    return this.#bytes[this.#at++ % this.#bytes.length]! % count;
  }

  of<T>(choices: readonly T[]): T {
    return choices[this.next(choices.length)]!;
  }
}

const SPECS: readonly NormaliseSpec[] = [
  { method: 'minmax' },
  { method: 'zscore', mean: 50, sd: 10 },
  { method: 'rank' },
  { method: 'goalposts', low: -9, high: 11 },
  { method: 'goalposts', low: 0, high: 7, truncate: false },
];

/** No generated value reaches them. */
export const FIXED: NormaliseSpec = { method: 'goalposts', low: -64, high: 64 };

const IMPUTE: readonly ImputeSpec[] = [
  { method: 'none' },
  { method: 'none' },
  { method: 'mean' },
  { method: 'median', by: 'kind' },
  { method: 'row_mean' },
  { method: 'latest' },
  { method: 'linear' },
];

/** `plain`: fixed goalposts and arithmetic means, nothing imputed. */
function schemeFrom(tape: Tape, isPlain: boolean): Scheme {
  const leaf = (code: string) =>
    indicator(code, 1 + tape.next(4), {
      direction: tape.of([1, -1] as const),
      normalise: isPlain ? FIXED : tape.of(SPECS),
      ...(!isPlain && tape.next(6) === 0 && { denominator: 'd', scale_factor: 3 }),
    });
  const mean = (): AggregateMethod => (!isPlain && tape.next(8) === 0 ? 'geometric' : 'arithmetic');
  const pair = group('A', [leaf('x'), leaf('y')], 1 + tape.next(3), mean());
  const index: SchemeGroup = group('I', [pair, leaf('z')], 1, mean());
  return schemeOf(index, {
    missing: { min_availability: tape.of([0, 0.5]), require_all_dimensions: false },
    normalise: {
      scope: tape.of(['panel', 'period']),
      range: [1, 100],
      default: { method: 'minmax' },
    },
    ...(!isPlain && { impute: tape.of(IMPUTE) }),
  });
}

/** Two decimals at most, one in nine missing. */
const cellFrom = (tape: Tape): number => (tape.next(9) === 0 ? NaN : (tape.next(81) - 40) / 4);

const PERIODS = ['2024', '2025'];

function rowsFrom(tape: Tape): UnitRow[] {
  const rows: UnitRow[] = [];
  const groups = ['a', 'b', 'c'].map(() => (tape.next(6) === 0 ? 'h' : 'g'));
  for (const [i, peers] of groups.entries())
    for (const period of PERIODS)
      if (tape.next(10) > 0) rows.push({ unit: `u${i}`, period, group: peers });
  return rows;
}

const CODES = ['x', 'y', 'z', 'd'];

const tableFrom = (tape: Tape, rows: readonly UnitRow[]): UnitTable => ({
  rows,
  columns: new Map(
    CODES.map((code) => [code, Float64Array.from(rows, () => cellFrom(tape))] as const),
  ),
  labels: new Map([['kind', rows.map(() => tape.of(['p', 'q', '']))]]),
});

/** The same table with some cells changed, and with one row less now and then. */
function editionFrom(tape: Tape, table: UnitTable): UnitTable {
  const kept = [...table.rows.keys()].filter(() => tape.next(12) > 0);
  const words = table.labels!.get('kind')!;
  return {
    rows: kept.map((row) => table.rows[row]!),
    columns: new Map(
      [...table.columns].map(([code, column]) => [
        code,
        Float64Array.from(kept, (row) => (tape.next(2) === 0 ? column[row]! : cellFrom(tape))),
      ]),
    ),
    labels: new Map([['kind', kept.map((row) => words[row]!)]]),
  };
}

export interface Options {
  /** Fixed goalposts, arithmetic means and no imputing. */
  readonly isPlain?: boolean;
  readonly isOneTable?: boolean;
  readonly isOneScheme?: boolean;
  readonly isOnePeriod?: boolean;
}

/**
 * Two worlds of up to three units in two years: years, editions and schemes that are the same on
 * both sides or not, unless the options say so.
 */
export const sides = (options: Options = {}): fc.Arbitrary<Sides> =>
  fc.uint8Array({ minLength: 97, maxLength: 97 }).map((bytes) => {
    const tape = new Tape(bytes);
    const isPlain = options.isPlain ?? false;
    const pick = tape.next(3);
    const isOneTable = options.isOneTable ?? tape.next(2) === 0;
    const isOneScheme = options.isOneScheme ?? tape.next(2) === 0;
    const period = tape.of(PERIODS);
    const scheme = schemeFrom(tape, isPlain);
    const table = tableFrom(tape, rowsFrom(tape));
    return {
      pick,
      before: { table, scheme, period },
      after: {
        table: isOneTable ? table : editionFrom(tape, table),
        scheme: isOneScheme ? scheme : schemeFrom(tape, isPlain),
        period: options.isOnePeriod ? period : tape.of(PERIODS),
      },
    };
  });

/** The side with its rows the other way round. */
export function turned({ table, ...side }: Side): Side {
  const turn = <T>(of: readonly T[]): T[] => [...of].reverse();
  return {
    ...side,
    table: {
      rows: turn(table.rows),
      columns: new Map([...table.columns].map(([code, xs]) => [code, xs.slice().reverse()])),
      labels: new Map([...table.labels!].map(([name, words]) => [name, turn(words)])),
    },
  };
}
