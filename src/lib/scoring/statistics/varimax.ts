const square = (x: number): number => x * x;
const norm = (xs: readonly number[]): number => Math.sqrt(xs.reduce((sum, x) => sum + x * x, 0));

/** Angles below this change no digit that is kept. */
const STILL = 1e-14;
const MOST_SWEEPS = 1000;

export interface Rotation {
  /** In the shape given; signs and order of the factors are as they fall. */
  readonly loadings: Float64Array[];
  /** Whether some rotation is better than others; if not, where it stays means nothing. */
  readonly isDetermined: boolean;
}

/**
 * Varimax rotation (Kaiser 1958), normalised: every variable is brought to unit communality first
 * and back afterwards. Pairs of factors are turned by the angle that maximises the criterion in
 * their plane until none moves any more.
 *
 * @param loadings one column a factor, one number a variable
 */
export function varimax(loadings: readonly Float64Array[]): Rotation {
  const p = loadings[0]?.length ?? 0;
  const lengths = Array.from({ length: p }, (_, i) => norm(loadings.map((column) => column[i]!)));
  const rotated = loadings.map((column) =>
    column.map((x, i) => (lengths[i]! > 0 ? x / lengths[i]! : 0)),
  );
  let isDetermined = true;
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let widest = 0;
    isDetermined = true;
    for (let a = 0; a < rotated.length; a++)
      for (let b = a + 1; b < rotated.length; b++) {
        const angle = turn(rotated[a]!, rotated[b]!);
        if (angle === null) isDetermined = false;
        widest = Math.max(widest, Math.abs(angle ?? 0));
      }
    if (widest < STILL) break;
  }
  return {
    loadings: rotated.map((column) => column.map((x, i) => x * lengths[i]!)),
    isDetermined,
  };
}

/** Turns two factors in place by Kaiser's angle and returns it; null when every angle is as good. */
function turn(xs: Float64Array, ys: Float64Array): number | null {
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
  if (Math.hypot(numerator, denominator) < FLAT * p) return null;
  const angle = Math.atan2(numerator, denominator) / 4;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (let i = 0; i < p; i++) {
    const [x, y] = [xs[i]!, ys[i]!];
    xs[i] = x * cos + y * sin;
    ys[i] = y * cos - x * sin;
  }
  return angle;
}

/** Amplitude of the criterion, a variable, that is rounding. */
const FLAT = 1e-9;
