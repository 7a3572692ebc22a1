/** Numbers as the integers that their bits are, so that the next double is the next integer. */
const float = new Float64Array(1);
const bits = new BigInt64Array(float.buffer);
const LEAST = -(2n ** 63n);

function orderOf(x: number): bigint {
  float[0] = x === 0 ? 0 : x;
  return bits[0]! < 0n ? LEAST - bits[0]! : bits[0]!;
}

function doubleAt(order: bigint): number {
  bits[0] = order < 0n ? LEAST - order : order;
  return float[0]!;
}

/**
 * The double half-way between two others in the order of all doubles, so that 64 halvings lead from
 * any two to two that have none between them, near 0 too. One of the two if nothing lies between.
 */
export const halfWay = (a: number, b: number): number => doubleAt((orderOf(a) + orderOf(b)) >> 1n);
