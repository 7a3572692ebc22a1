/** Lowest and highest weights of the form's children, all of the same order. */
export interface Bounds {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Whether two units have the same children: their comparison is then linear in the weights. */
export const haveSameChildren = (a: Float64Array, b: Float64Array): boolean =>
  a.every((x, i) => Number.isNaN(x) === Number.isNaN(b[i]!));

/**
 * Rows for another unit with the same children to be ahead of the unit by no less than `low` and no
 * more than `high`.
 */
export const leadWithin = (
  own: Float64Array,
  other: Float64Array,
  low: number,
  high: number,
): Float64Array[] => [
  own.map((y, i) => (Number.isNaN(y) ? 0 : other[i]! - y - low)),
  own.map((y, i) => (Number.isNaN(y) ? 0 : high - (other[i]! - y))),
];

/** A row that keeps away from w = 0, where every comparison would hold; none if nothing can be 0. */
export function awayFromZero({ low, high }: Bounds): { rows: Float64Array[]; rhs: number[] } {
  if (low.some((x) => x > 0)) return { rows: [], rhs: [] };
  const least = high.reduce((min, x) => Math.min(min, x), Infinity);
  return { rows: [new Float64Array(low.length).fill(1)], rhs: [least] };
}

/** A row for a unit's score to be at least (sign 1) or at most (sign -1) at the level. */
export const toReach = (values: Float64Array, level: number, sign: 1 | -1): Float64Array =>
  values.map((y) => (Number.isNaN(y) ? 0 : sign * (y - level)));
