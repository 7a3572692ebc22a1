import { fsum } from 'd3-array';

/**
 * A sum as good as exact before its one rounding, so that the order of the terms cannot change a
 * digit. What every addition loses is added up on its own, and so is what that loses in turn: three
 * doubles, each with the digits behind the one before it (Knuth's two-sum, cascaded).
 *
 * A loop that makes one and calls `add` keeps it in registers: it costs no more than plain variables.
 */
export class PreciseSum {
  // Not #private: the oldest browsers we build for would look each up in a map at every step.
  private high = 0;
  private low = 0;
  private lowest = 0;
  private size = 0;

  add(term: number): void {
    const { high, low } = this;
    const sum = high + term;
    const part = sum - high;
    const lost = high - (sum - part) + (term - part);
    const lowSum = low + lost;
    const lowPart = lowSum - low;
    this.lowest += low - (lowSum - lowPart) + (lost - lowPart);
    this.low = lowSum;
    this.high = sum;
    this.size += Math.abs(term);
  }

  get value(): number {
    return this.high + (this.low + this.lowest);
  }

  /** Whether the terms cancel so little that the last digit is beyond doubt. */
  get isSettled(): boolean {
    return !(Math.abs(this.value) * MOST_CANCELLING < this.size);
  }
}

/** With 10 bits cancelled, more than 80 are left behind the rounding. */
const MOST_CANCELLING = 1024;

/** Σab; where the terms cancel too far, summed again exactly, which takes many times longer. */
export function sumOfProducts(a: Float64Array, b: Float64Array): number {
  const sum = new PreciseSum();
  for (let i = 0; i < a.length; i++) sum.add(a[i]! * b[i]!);
  return sum.isSettled ? sum.value : fsum(a, (x, i) => x * b[i]!);
}
