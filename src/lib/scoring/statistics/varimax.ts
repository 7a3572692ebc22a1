const square = (x: number): number => x * x;
const norm = (xs: readonly number[]): number => Math.sqrt(xs.reduce((sum, x) => sum + x * x, 0));

/** Angles below this change no digit that is kept. */
const STILL = 1e-14;
const MOST_SWEEPS = 1000;

/**
 * Varimax rotation (Kaiser 1958), normalised: every variable is brought to unit communality first
 * and back afterwards. Pairs of factors are turned by the angle that maximises the criterion in
 * their plane until none moves any more.
 *
 * @param loadings one column a factor, one number a variable
 * @returns rotated loadings in the same shape; signs and order of the factors are as they fall
 */
export function varimax(loadings: readonly Float64Array[]): Float64Array[] {
  const p = loadings[0]?.length ?? 0;
  const lengths = Array.from({ length: p }, (_, i) => norm(loadings.map((column) => column[i]!)));
  const rotated = loadings.map((column) =>
    column.map((x, i) => (lengths[i]! > 0 ? x / lengths[i]! : 0)),
  );
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let widest = 0;
    for (let a = 0; a < rotated.length; a++)
      for (let b = a + 1; b < rotated.length; b++)
        widest = Math.max(widest, Math.abs(turn(rotated[a]!, rotated[b]!)));
    if (widest < STILL) break;
  }
  return rotated.map((column) => column.map((x, i) => x * lengths[i]!));
}

/** Turns two factors in place by Kaiser's angle and returns it. */
function turn(xs: Float64Array, ys: Float64Array): number {
  const p = xs.length;
  let [sumU, sumV, squares, products] = [0, 0, 0, 0];
  for (let i = 0; i < p; i++) {
    const u = square(xs[i]!) - square(ys[i]!);
    const v = 2 * xs[i]! * ys[i]!;
    sumU += u;
    sumV += v;
    squares += u * u - v * v;
    products += 2 * u * v;
  }
  const numerator = products - (2 * sumU * sumV) / p;
  const denominator = squares - (sumU * sumU - sumV * sumV) / p;
  // Without a direction of steepest ascent the criterion is flat: rounding must not turn it.
  if (Math.hypot(numerator, denominator) < FLAT * p) return 0;
  const angle = Math.atan2(numerator, denominator) / 4;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (let i = 0; i < p; i++) {
    const [x, y] = [xs[i]!, ys[i]!];
    xs[i] = x * cos + y * sin;
    ys[i] = y * cos - x * sin;
  }
  return angle;
}

const FLAT = 1e-12;
