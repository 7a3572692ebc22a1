/**
 * Sums from which Sobol' indices and their resamples are computed without keeping the outputs
 * (R103): for each output, for each block of neighbouring rows, the number of rows, Σ(a + b),
 * Σ(a² + b²), and for each factor Σ(m - a), Σ b(m - a), Σ (m - a)²,
 * m at A with that factor of B. Values count from those of the
 * output's first row, so that squares of large values do not drown small differences.
 */
export interface PickFreezeSums {
  readonly factors: number;
  readonly blocks: number;
  /**
   * Adds a row of an output to a block; it is ignored when any of its values is NaN.
   *
   * @param of the value at point 0 (A), 1 (B) or 2 + i (A with factor i of B) of the row
   */
  add(output: number, block: number, of: (run: number) => number): void;
  /** The sums over all blocks, or over the first ones, each counted `times[block]` times. */
  totals(output: number, times?: ArrayLike<number>): Float64Array;
  /** What the values of an output count from; NaN before its first row. */
  origin(output: number): number;
  /** The largest absolute value of an output. */
  largest(output: number): number;
}

/** Takes outputs · blocks · (3 + 3 · factors) numbers, whatever the number of rows. */
export function pickFreezeSums(outputs: number, factors: number, blocks: number): PickFreezeSums {
  const width = 3 + 3 * factors;
  const sums = new Float64Array(outputs * blocks * width);
  const origins = new Float64Array(outputs).fill(NaN);
  const largest = new Float64Array(outputs);
  return {
    factors,
    blocks,
    add(output, block, of) {
      for (let run = 0; run < factors + 2; run++) if (Number.isNaN(of(run))) return;
      const [atA, atB] = [of(0), of(1)];
      if (Number.isNaN(origins[output])) origins[output] = atA;
      const origin = origins[output]!;
      const a = atA - origin;
      const b = atB - origin;
      let at = (output * blocks + block) * width;
      sums[at++]! += 1;
      sums[at++]! += a + b;
      sums[at++]! += a * a + b * b;
      let size = Math.max(largest[output]!, Math.abs(atA), Math.abs(atB));
      for (let i = 0; i < factors; i++) {
        const mixed = of(2 + i);
        const change = mixed - atA;
        sums[at++]! += change;
        sums[at++]! += b * change;
        sums[at++]! += change * change;
        size = Math.max(size, Math.abs(mixed));
      }
      largest[output] = size;
    },
    totals(output, times) {
      const totals = new Float64Array(width);
      for (let block = 0, at = output * blocks * width; block < blocks; block++, at += width) {
        const count = times ? (times[block] ?? 0) : 1;
        if (count === 0) continue;
        for (let k = 0; k < width; k++) totals[k]! += count * sums[at + k]!;
      }
      return totals;
    },
    origin: (output) => origins[output]!,
    largest: (output) => largest[output]!,
  };
}
