/** Tails of the distributions that tests of correlation refer to. */

/** Lanczos' approximation (g = 7, nine terms), to about 1e-15 relative; x > 0. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
] as const;

function logGamma(x: number): number {
  const t = x + 6.5;
  let sum: number = LANCZOS[0];
  for (let i = 1; i < LANCZOS.length; i++) sum += LANCZOS[i]! / (x - 1 + i);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

/** Where a continued fraction stops changing. */
const CONVERGED = 1e-16;
const MOST_STEPS = 10_000;

/** Stands for a zero that would be divided by (Lentz's method). */
const TINY = 1e-300;
const awayFromZero = (x: number): number => (Math.abs(x) < TINY ? TINY : x);

/** Regularised incomplete beta function, by the continued fraction that converges at this x. */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < MOST_STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) <= CONVERGED) break;
  }
  const scale = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
  return (Math.exp(scale) * fraction) / a;
}

/** Chance that Student's t with `df` > 0 degrees of freedom lies further from 0 than `t`. */
export const studentTwoSided = (t: number, df: number): number =>
  // Either form is the other's complement; this way neither loses a small t or a small tail.
  t * t < df
    ? 1 - incompleteBeta((t * t) / (df + t * t), 0.5, df / 2)
    : incompleteBeta(df / (df + t * t), df / 2, 0.5);

/** Below it the power series of the error function is short and loses nothing. */
const SERIES_UP_TO = 2;

/** Chance that a standard normal variable lies further from 0 than `z`. */
export function normalTwoSided(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const density = Math.exp(-x * x) / Math.sqrt(Math.PI);
  if (x < SERIES_UP_TO) {
    let term = 2 * x * density;
    let erf = 0;
    for (let i = 1; erf + term !== erf; i++) {
      erf += term;
      term *= (2 * x * x) / (2 * i + 1);
    }
    return 1 - erf;
  }
  let fraction = x;
  for (let i = 100; i > 0; i--) fraction = x + i / 2 / fraction;
  return density / fraction;
}
