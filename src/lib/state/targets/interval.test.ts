import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QUALIFIERS } from '#lib/model/index.ts';
import { compare, COMPARATORS, exactly, hedged, sumOf, UNREPORTED_COUNT } from './interval.ts';

describe('hedged numbers', () => {
  it('leave open what they leave open', () => {
    // 50余 against more than 300: perhaps; against at least 40: surely.
    expect(compare(hedged(50, 'more_than'), 'more_than', 300)).toBe('open');
    expect(compare(hedged(50, 'more_than'), 'at_least', 40)).toBe('yes');
    expect(compare(hedged(300, 'more_than'), 'more_than', 300)).toBe('yes');
    expect(compare(hedged(300, 'at_least'), 'more_than', 300)).toBe('open');
    expect(compare(hedged(100, 'nearly'), 'at_least', 100)).toBe('no');
    expect(compare(hedged(100, 'at_most'), 'at_least', 100)).toBe('open');
    expect(compare(hedged(100, 'about'), 'at_least', 1)).toBe('open');
  });

  it('never answer other than some number they allow', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 50 }),
        fc.constantFrom(...QUALIFIERS),
        fc.constantFrom(...COMPARATORS),
        fc.integer({ min: 0, max: 50 }),
        fc.integer({ min: -60, max: 60 }),
        (value, qualifier, comparator, threshold, shift) => {
          const bounds = hedged(value, qualifier);
          const truth = value + shift;
          const allowed =
            (bounds.lowOpen ? truth > bounds.low : truth >= bounds.low) &&
            (bounds.highOpen ? truth < bounds.high : truth <= bounds.high);
          fc.pre(allowed);
          const answer = compare(bounds, comparator, threshold);
          const real = compare(exactly(truth), comparator, threshold);
          expect(real).not.toBe('open');
          expect(answer === 'open' || answer === real).toBe(true);
        },
      ),
    );
  });

  it('forgive the rounding of a quotient, and no more', () => {
    expect(compare(exactly((29 / 100) * 100), 'at_least', 29)).toBe('yes');
    expect(compare(exactly(79.999), 'at_least', 80)).toBe('no');
  });
});

describe('sums', () => {
  it('with an unreported count are at least what is known', () => {
    const sum = sumOf([exactly(3), hedged(30, 'more_than'), UNREPORTED_COUNT]);
    expect(sum).toEqual({ low: 33, high: Infinity, lowOpen: true, highOpen: false });
  });
});
