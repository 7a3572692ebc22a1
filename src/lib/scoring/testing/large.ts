import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { AggregateMethod, UnitTable } from '#lib/model/index.ts';
import { group, indicator, schemeOf, tableOf } from './schemes.ts';
import type { Case } from './cases.ts';

const DIMENSION_SIZE = 5;

interface LargeOptions {
  /** Share of cells that are missing. */
  readonly gaps?: number;
  readonly seed?: number;
  readonly aggregate?: AggregateMethod;
}

/**
 * A made-up table of any size, one period and one peer group, and a scheme for it: dimensions of five
 * indicators, in two pillars.
 */
export function largeCase(
  units: number,
  indicators: number,
  { gaps = 0, seed = 1, aggregate = 'arithmetic' }: LargeOptions = {},
): Case {
  const random = xoroshiro128plus(seed);
  const uniform = () => uniformFloat64(random);
  const codes = Array.from({ length: indicators }, (_, i) => `x${i}`);
  const names = Array.from({ length: units }, (_, i) => `u${String(i).padStart(6, '0')}`);
  // What a unit has of everything: without it all would come out nearly alike.
  const talent = names.map(uniform);
  const column = () =>
    Float64Array.from(talent, (own) => (uniform() < gaps ? NaN : own + 2 * uniform()));
  const table: UnitTable = tableOf(
    Object.fromEntries(codes.map((code) => [code, column()])),
    names,
  );
  const dimensions = Array.from({ length: Math.ceil(indicators / DIMENSION_SIZE) }, (_, d) => {
    const own = codes.slice(d * DIMENSION_SIZE, (d + 1) * DIMENSION_SIZE);
    return group(
      `D${d}`,
      own.map((code, i) => indicator(code, 1 + (i % 3))),
      1 + (d % 2),
      aggregate,
    );
  });
  const half = Math.ceil(dimensions.length / 2);
  const pillars = [dimensions.slice(0, half), dimensions.slice(half)]
    .filter((own) => own.length > 0)
    .map((own, p) => group(`P${p}`, own, 1, aggregate));
  const normalise = { scope: 'period', range: [1, 100], default: { method: 'minmax' } } as const;
  return { table, scheme: schemeOf(group('I', pillars, 1, aggregate), { normalise }) };
}
