/** What a hedged number leaves open: “50 余” is more than 50 and no more is known. */
import type { Qualifier } from '#lib/model/index.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
  /** The end itself is out: 余 is more than the number, 近 is less. */
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

/** `open`: the number may or may not do. */
export type Answer = 'yes' | 'no' | 'open';

export const COMPARATORS = ['at_least', 'more_than', 'at_most', 'less_than', 'equal'] as const;
export type Comparator = (typeof COMPARATORS)[number];

/** A quotient times 100 may miss its threshold by a rounding of the machine; that decides nothing. */
const TOLERANCE = 1e-9;

const closed = (low: number, high: number): Interval => ({
  low,
  high,
  lowOpen: false,
  highOpen: false,
});

export const exactly = (value: number): Interval => closed(value, value);

/** A count or stock that nobody reported: not below zero, nothing else is known. */
export const UNREPORTED_COUNT: Interval = closed(0, Infinity);

/** The numbers that a value with its hedge may stand for; 约 fixes no bound on either side. */
export function hedged(value: number, qualifier: Qualifier): Interval {
  switch (qualifier) {
    case 'exact':
      return exactly(value);
    case 'at_least':
      return closed(value, Infinity);
    case 'more_than':
      return { low: value, high: Infinity, lowOpen: true, highOpen: false };
    case 'at_most':
      return closed(-Infinity, value);
    case 'nearly':
      return { low: -Infinity, high: value, lowOpen: false, highOpen: true };
    case 'about':
    case 'approx':
      return closed(-Infinity, Infinity);
  }
}

export const isExact = ({ low, high }: Interval): boolean => low === high;

/** Sum of numbers each known within its bounds; the empty sum is 0. */
export const sumOf = (parts: readonly Interval[]): Interval =>
  parts.reduce(
    (sum, part) => ({
      low: sum.low + part.low,
      high: sum.high + part.high,
      lowOpen: sum.lowOpen || part.lowOpen,
      highOpen: sum.highOpen || part.highOpen,
    }),
    exactly(0),
  );

/** Whether a number known within bounds passes a threshold. */
export function compare(interval: Interval, comparator: Comparator, threshold: number): Answer {
  const slack = TOLERANCE * Math.max(1, Math.abs(threshold));
  const { lowOpen, highOpen } = interval;
  const near = (end: number) => Math.abs(end - threshold) <= slack;
  const low = near(interval.low) ? threshold : interval.low;
  const high = near(interval.high) ? threshold : interval.high;
  const above = low > threshold || (low === threshold && lowOpen);
  const below = high < threshold || (high === threshold && highOpen);
  switch (comparator) {
    case 'at_least':
      return low >= threshold ? 'yes' : below ? 'no' : 'open';
    case 'more_than':
      return above ? 'yes' : high <= threshold ? 'no' : 'open';
    case 'at_most':
      return high <= threshold ? 'yes' : above ? 'no' : 'open';
    case 'less_than':
      return below ? 'yes' : low >= threshold ? 'no' : 'open';
    case 'equal':
      return low === threshold && high === threshold ? 'yes' : above || below ? 'no' : 'open';
  }
}
