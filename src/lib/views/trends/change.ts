/** From one year to another: in the value's own unit, per cent and percentage points kept apart. */
import type { MeasureSort } from './measure.ts';
import type { Point } from './point.ts';

export type Change =
  /** Stocks and flows; `percent` is null from a base of zero. */
  | {
      readonly kind: 'count';
      readonly amount: number;
      readonly percent: number | null;
      readonly approx: boolean;
    }
  /** Ratios: percentage points, never per cent of per cent. */
  | { readonly kind: 'ratio'; readonly amount: number; readonly approx: boolean }
  /** Scores: points. */
  | { readonly kind: 'score'; readonly amount: number; readonly approx: boolean }
  /** Places gained; negative: lost. */
  | { readonly kind: 'rank'; readonly amount: number; readonly approx: false }
  /** Not computed, and why. */
  | { readonly kind: 'none'; readonly why: NoChange };

export type NoChange =
  /** There is no year before. */
  | 'first'
  | 'missing_before'
  | 'missing_after'
  | 'missing_both'
  /** Definition, scope, territory or scheme changed in between. */
  | 'break'
  /** Classes are higher or lower, not more or less. */
  | 'class';

/** `cut`: the two do not compare. A missing value is never taken for zero. */
export function changeOf(
  sort: MeasureSort,
  before: Point | undefined,
  after: Point,
  cut: boolean,
): Change {
  if (!before) return { kind: 'none', why: 'first' };
  if (before.value === null || after.value === null) {
    const why =
      before.value !== null
        ? 'missing_after'
        : after.value !== null
          ? 'missing_before'
          : 'missing_both';
    return { kind: 'none', why };
  }
  if (cut) return { kind: 'none', why: 'break' };
  if (sort === 'class') return { kind: 'none', why: 'class' };
  const approx = before.qualifier !== 'exact' || after.qualifier !== 'exact';
  const amount = after.value - before.value;
  switch (sort) {
    case 'count':
      return {
        kind: 'count',
        amount,
        percent: before.value === 0 ? null : (amount / Math.abs(before.value)) * 100,
        approx,
      };
    case 'ratio':
    case 'score':
      return { kind: sort, amount, approx };
    case 'rank':
      return { kind: 'rank', amount: before.value - after.value, approx: false };
  }
}
