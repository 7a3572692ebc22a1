import fc from 'fast-check';
import type { Peers } from '../aggregate/contest.ts';

/** Peers from their values unit by unit. */
export const peers = (rows: readonly (readonly number[])[], weights: readonly number[]): Peers => ({
  columns: weights.map((_, child) => Float64Array.from(rows, (row) => row[child]!)),
  weights: Float64Array.from(weights),
});

/** Small whole numbers, full of ties; every unit has at least one value. */
export const somePeers = ({ maxUnits, gaps }: { maxUnits: number; gaps: boolean }) =>
  fc.integer({ min: 1, max: 4 }).chain((children) => {
    const value = fc.integer({ min: 0, max: 4 });
    const cell = gaps
      ? fc.oneof({ weight: 5, arbitrary: value }, { weight: 1, arbitrary: fc.constant(NaN) })
      : value;
    const of = <T>(each: fc.Arbitrary<T>) =>
      fc.array(each, { minLength: children, maxLength: children });
    return fc.record({
      weights: of(fc.integer({ min: 1, max: 5 })),
      rows: fc.array(
        of(cell).filter((row) => row.some((x) => !Number.isNaN(x))),
        { minLength: 1, maxLength: maxUnits },
      ),
    });
  });
