import { describe, expect, it } from 'vitest';
import { rankInto, tieWidth } from './rank.ts';

function ranks(scores: readonly number[], share = 0): number[] {
  const out = new Int32Array(scores.length);
  rankInto(out, Float64Array.from(scores), Int32Array.from(scores.keys()), share);
  return [...out];
}

describe('rankInto (R50, R51)', () => {
  it('gives 1, 2, 2, 4', () => {
    expect(ranks([70, 90, 50, 70])).toEqual([2, 1, 4, 2]);
  });

  it('leaves NaN without a place and uncounted', () => {
    expect(ranks([NaN, 10, 20, NaN])).toEqual([0, 2, 1, 0]);
  });

  it('ranks only the rows it is given', () => {
    const out = new Int32Array(4);
    rankInto(out, Float64Array.of(1, 2, 3, 4), Int32Array.of(0, 2), 0);
    expect([...out]).toEqual([2, 0, 1, 0]);
  });

  it('takes no rows, one row, and rows that are all alike', () => {
    expect(ranks([])).toEqual([]);
    expect(ranks([5])).toEqual([1]);
    expect(ranks([5, 5, 5])).toEqual([1, 1, 1]);
  });

  it('with tolerance 0 sets apart what differs in the last bit', () => {
    expect(ranks([0.1 + 0.2, 0.3])).toEqual([1, 2]);
  });

  it('with a tolerance ties what rounding set apart, even when that is the whole range', () => {
    expect(ranks([0.1 + 0.2, 0.3], 1e-9)).toEqual([1, 1]);
    expect(ranks([0.1 + 0.2, 0.3, 0], 1e-9)).toEqual([1, 1, 3]);
  });

  it('cuts a chain of close scores from the best down: no tie is wider than the tolerance', () => {
    // Range 100, tolerance 2: 100 ~ 99 ~ 98 share the first place, 97 is 3 below its best.
    expect(ranks([100, 99, 98, 97, 96, 95, 0], 0.02)).toEqual([1, 1, 1, 4, 4, 4, 7]);
  });

  it('a score exactly the tolerance below the best of a tie belongs to it', () => {
    expect(ranks([100, 98, 0], 0.02)).toEqual([1, 1, 3]);
    expect(ranks([100, 97.999, 0], 0.02)).toEqual([1, 2, 3]);
  });

  it('ranks negative scores', () => {
    expect(ranks([-1, -3, -2, -3])).toEqual([1, 3, 2, 3]);
  });
});

describe('tieWidth', () => {
  it('is the share of the range, never less than rounding', () => {
    expect(tieWidth(Float64Array.of(0, 100), 0.01)).toBe(1);
    expect(tieWidth(Float64Array.of(100, 100), 1e-9)).toBe(16 * Number.EPSILON * 100);
    expect(tieWidth(Float64Array.of(0, 100), 0)).toBe(0);
    expect(tieWidth(new Float64Array(), 1e-9)).toBe(0);
  });
});
