/** Lanczos' coefficients for g = 7; relative error below 1e-14 for positive arguments. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
] as const;

/** ln Γ(x) for x > 0. */
export function logGamma(x: number): number {
  // Below 1/2 the recurrence Γ(x) = Γ(x + 1) / x keeps the digits.
  if (x < 0.5) return logGamma(x + 1) - Math.log(x);
  let sum: number = LANCZOS[0];
  for (let i = 1; i < LANCZOS.length; i++) sum += LANCZOS[i]! / (x - 1 + i);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

/** ln of x^a·e^(-x) / Γ(a), for the logarithm of x. */
const logTerm = (a: number, logX: number, logGammaA: number): number =>
  a * logX - Math.exp(logX) - logGammaA;

/** P(a, x) for x < a + 1, by its power series. */
function lowerSeries(a: number, x: number, term: number): number {
  let part = 1 / a;
  let sum = part;
  for (let n = a + 1; part > sum * Number.EPSILON; n++) {
    part *= x / n;
    sum += part;
  }
  return sum * term;
}

/** Q(a, x) = 1 - P(a, x) for x ≥ a + 1, by its continued fraction (Lentz). */
function upperFraction(a: number, x: number, term: number): number {
  let b = x + 1 - a;
  let c = Infinity;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < MOST_STEPS; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    value *= c * d;
    if (Math.abs(c * d - 1) <= Number.EPSILON) break;
  }
  return value * term;
}

const MOST_STEPS = 1000;

/** Upwards of which a gamma variate no longer follows the first term of its series. */
const FIRST_TERM_ONLY = Math.log(1e-17);

/**
 * ln x for which a gamma variate of the given shape (> 0, scale 1) is below x with probability `u`
 * in (0, 1). The logarithm, because for small shapes x itself is below the least double. Newton's
 * method in ln x, kept within a bracket; to about 1e-12.
 */
export function logGammaQuantile(shape: number, u: number): number {
  const logGammaA = logGamma(shape);
  // P(a, x) ≤ x^a / Γ(a + 1), and about equal for small x: a start from below, or the answer.
  const least = (Math.log(u) + logGammaA + Math.log(shape)) / shape;
  if (least < FIRST_TERM_ONLY) return least;
  let low = least;
  let high = Infinity;
  let t = Math.max(least, Math.log(wilsonHilferty(shape, u)) || least);
  for (let step = 0; step < MOST_STEPS; step++) {
    const x = Math.exp(t);
    const term = Math.exp(logTerm(shape, t, logGammaA));
    const excess =
      x < shape + 1 ? lowerSeries(shape, x, term) - u : 1 - u - upperFraction(shape, x, term);
    if (excess === 0) return t;
    if (excess > 0) high = t;
    else low = t;
    let next = t - excess / term;
    if (!(next > low && next < high)) next = high === Infinity ? low + 1 : (low + high) / 2;
    if (Math.abs(next - t) <= 1e-13 * Math.max(1, Math.abs(t))) return next;
    t = next;
  }
  return t;
}

/** Wilson and Hilferty's cube of a normal variate: near for shapes that are not small. */
const wilsonHilferty = (shape: number, u: number): number =>
  shape * Math.max(0, 1 - 1 / (9 * shape) + normalQuantile(u) / (3 * Math.sqrt(shape))) ** 3;

/** Standard normal quantile to 4.5e-4 (Abramowitz and Stegun 26.2.23): enough to start from. */
function normalQuantile(u: number): number {
  const t = Math.sqrt(-2 * Math.log(Math.min(u, 1 - u)));
  const z =
    t -
    (2.515517 + 0.802853 * t + 0.010328 * t * t) /
      (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t);
  return u < 0.5 ? -z : z;
}
