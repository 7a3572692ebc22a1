import { denseRanks } from './ranks.ts';

export interface KendallScore {
  /** Concordant minus discordant pairs. */
  readonly score: number;
  /** Pairs not tied in x, and in y. */
  readonly untiedX: number;
  readonly untiedY: number;
  /** Of the score if x and y have nothing to do with each other, ties allowed for; NaN for n < 3. */
  readonly variance: number;
}

/** Σ over runs of equal values of their pairs, and of what ties take from the variance. */
interface Ties {
  pairs: number;
  triples: number;
  variance: number;
}

function tiesOf(n: number, areEqual: (i: number) => boolean): Ties {
  const ties = { pairs: 0, triples: 0, variance: 0 };
  for (let from = 0, i = 1; i <= n; i++) {
    if (i < n && areEqual(i)) continue;
    const t = i - from;
    ties.pairs += (t * (t - 1)) / 2;
    ties.triples += t * (t - 1) * (t - 2);
    ties.variance += t * (t - 1) * (2 * t + 5);
    from = i;
  }
  return ties;
}

/** Sorts `values` in place, ascending, and counts the exchanges of neighbours that takes. */
function exchanges(values: Float64Array): number {
  let from: Float64Array = values;
  let to: Float64Array = new Float64Array(values.length);
  let count = 0;
  for (let width = 1; width < values.length; width *= 2) {
    for (let left = 0; left < values.length; left += 2 * width) {
      const middle = Math.min(left + width, values.length);
      const right = Math.min(left + 2 * width, values.length);
      for (let i = left, j = middle, k = left; k < right; k++) {
        const takesLeft = i < middle && (j >= right || from[i]! <= from[j]!);
        if (!takesLeft) count += middle - i;
        to[k] = takesLeft ? from[i++]! : from[j++]!;
      }
    }
    [from, to] = [to, from];
  }
  values.set(from);
  return count;
}

/**
 * Knight's algorithm (1966): sorted by x, the exchanges that sort y are the discordant pairs. The
 * variance is Kendall's with ties in both. Columns of equal length without missing values.
 */
export function kendallScore(xs: Float64Array, ys: Float64Array): KendallScore {
  const n = xs.length;
  const ranks = denseRanks(ys);
  // x first, then y, in one number: ranks are below n.
  const keys = denseRanks(xs).map((x, i) => x * n + ranks[i]!);
  keys.sort();
  const x = keys.map((key) => Math.floor(key / n));
  const y = keys.map((key) => key % n);
  const inX = tiesOf(n, (i) => x[i] === x[i - 1]);
  const inBoth = tiesOf(n, (i) => x[i] === x[i - 1] && y[i] === y[i - 1]);
  const discordant = exchanges(y);
  const inY = tiesOf(n, (i) => y[i] === y[i - 1]);
  const all = (n * (n - 1)) / 2;
  const untiedX = all - inX.pairs;
  const untiedY = all - inY.pairs;
  const score = all - inX.pairs - inY.pairs + inBoth.pairs - 2 * discordant;
  const variance =
    (n * (n - 1) * (2 * n + 5) - inX.variance - inY.variance) / 18 +
    (inX.pairs * inY.pairs) / all +
    (inX.triples * inY.triples) / (18 * all * (n - 2));
  return { score, untiedX, untiedY, variance };
}
