import type { SchemeGroup } from '#lib/model/index.ts';
import { scratchColumn, scratchTable } from '../structure/columns.ts';

/** What a method asks of every value that has a weight. */
export type Domain = 'any' | 'nonnegative' | 'positive';

/** A way to aggregate that looks at one row at a time. */
export interface Mean {
  readonly domain: Domain;
  /**
   * Weighted mean of every row over the children it has, weights renormalised over them (R32); NaN
   * where none is left or their weights are all zero. Rows with a value outside `domain` get
   * something meaningless and are not to be read.
   *
   * @param inputs one column a child, all of the same length, NaN for missing
   * @param weights one a child; a child with weight zero has no part
   */
  of(inputs: readonly Float64Array[], weights: Float64Array): Float64Array;
}

const lostScratch = scratchColumn();
const totalScratch = scratchColumn();

/**
 * Σwx / Σw of every row, with the rounding error of every addition kept and added at the end: as
 * good as sums in extended precision (R60).
 */
export function weightedMeans(
  inputs: readonly Float64Array[],
  weights: Float64Array,
): Float64Array {
  const n = inputs[0]?.length ?? 0;
  const sums = new Float64Array(n);
  const lost = lostScratch(n).fill(0, 0, n);
  const totals = totalScratch(n).fill(0, 0, n);
  for (let i = 0; i < weights.length; i++)
    if (weights[i] !== 0) addWeighted(sums, lost, totals, inputs[i]!, weights[i]!);
  for (let row = 0; row < n; row++) sums[row] = (sums[row]! + lost[row]!) / totals[row]!;
  return sums;
}

function addWeighted(
  sums: Float64Array,
  lost: Float64Array,
  totals: Float64Array,
  input: Float64Array,
  weight: number,
): void {
  for (let row = 0; row < sums.length; row++) {
    const term = weight * input[row]!;
    if (Number.isNaN(term)) continue;
    const sum = sums[row]!;
    const next = sum + term;
    const added = next - sum;
    lost[row]! += sum - (next - added) + (term - added);
    sums[row] = next;
    totals[row]! += weight;
  }
}

/** Writes what a function makes of every value. */
type Into = (out: Float64Array, values: Float64Array) => void;

// One loop for every function: `map`, or a loop that is told the function, takes many times longer.

const logInto: Into = (out, values) => {
  for (let row = 0; row < values.length; row++) out[row] = Math.log(values[row]!);
};

const expInto: Into = (out, values) => {
  for (let row = 0; row < values.length; row++) out[row] = Math.exp(values[row]!);
};

const reciprocalInto: Into = (out, values) => {
  for (let row = 0; row < values.length; row++) out[row] = 1 / values[row]!;
};

const imageScratch = scratchTable();

/** f⁻¹ of the weighted mean of f(x). */
const quasiArithmetic =
  (f: Into, inverse: Into): Mean['of'] =>
  (inputs, weights) => {
    const images = imageScratch(inputs.length, inputs[0]?.length ?? 0);
    for (let i = 0; i < inputs.length; i++) f(images[i]!, inputs[i]!);
    const means = weightedMeans(images, weights);
    inverse(means, means);
    return means;
  };

/** R33. */
export const ARITHMETIC: Mean = { domain: 'any', of: weightedMeans };
/** R34. */
export const GEOMETRIC: Mean = { domain: 'positive', of: quasiArithmetic(logInto, expInto) };
/** R37. */
export const HARMONIC: Mean = {
  domain: 'positive',
  of: quasiArithmetic(reciprocalInto, reciprocalInto),
};

/** Powers so close to 0 that no double tells the mean from its limit. */
const NO_POWER = 1e-100;

const isOdd = (power: number): boolean => Number.isInteger(power) && power % 2 !== 0;

/**
 * Generalised mean (Σw·x^p / Σw)^(1/p), for p = 0 its limit, the geometric mean (R38). An even or
 * broken power would count a deficit as a strength, or has no root: it takes no negative value.
 */
export function generalised(power: number): Mean {
  if (Math.abs(power) < NO_POWER) return GEOMETRIC;
  if (power === 1) return ARITHMETIC;
  const domain = power < 0 ? 'positive' : isOdd(power) ? 'any' : 'nonnegative';
  return { domain, of: (inputs, weights) => powerMeans(inputs, weights, power) };
}

/**
 * Values are divided by the one that dominates the sum, the largest for p > 0 and the smallest for
 * p < 0, so that no power overflows. Near p = 0 the powers are all close to 1, and what tells them
 * apart is kept by summing x^p - 1 instead.
 */
function powerMeans(
  inputs: readonly Float64Array[],
  weights: Float64Array,
  power: number,
): Float64Array {
  const scales = dominant(inputs, weights, power > 0 ? 1 : -1);
  const isNearZero = Math.abs(power) < 1;
  const powers = inputs.map((input) =>
    input.map((x, row) => {
      const ratio = scales[row] === 0 ? 0 : Math.abs(x) / scales[row]!;
      if (isNearZero) return Math.expm1(power * Math.log(ratio));
      return Math.sign(x) * ratio ** power;
    }),
  );
  return weightedMeans(powers, weights).map((mean, row) => {
    const root = isNearZero
      ? Math.exp(Math.log1p(mean) / power)
      : Math.sign(mean) * Math.abs(mean) ** (1 / power);
    return scales[row]! * root;
  });
}

/** Largest (side 1) or smallest (side -1) size of a row's values that have a weight. */
function dominant(
  inputs: readonly Float64Array[],
  weights: Float64Array,
  side: 1 | -1,
): Float64Array {
  const sizes = new Float64Array(inputs[0]?.length ?? 0).fill(NaN);
  for (const [i, input] of inputs.entries()) {
    if (weights[i] === 0) continue;
    for (let row = 0; row < sizes.length; row++) {
      const size = Math.abs(input[row]!);
      if (Number.isNaN(size) || side * size <= side * sizes[row]!) continue;
      sizes[row] = size;
    }
  }
  return sizes;
}

/** The mean that a group asks for; null when its method compares the peers with each other. */
export function meanOf({ aggregate, power }: SchemeGroup): Mean | null {
  switch (aggregate) {
    case 'arithmetic':
      return ARITHMETIC;
    case 'geometric':
      return GEOMETRIC;
    case 'harmonic':
      return HARMONIC;
    case 'generalised':
      return generalised(power ?? 1);
    default:
      return null;
  }
}
