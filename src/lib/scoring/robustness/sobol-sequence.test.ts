import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIRECTIONS } from './sobol-directions.ts';
import { generatorOf, pointsOf } from './points.ts';
import { SOBOL_DIMENSIONS, sobolSequence } from './sobol-sequence.ts';

/** The first `count` points, one array each. */
function take(source: { next(out: Float64Array): void }, dimensions: number, count: number) {
  return Array.from({ length: count }, () => {
    const point = new Float64Array(dimensions);
    source.next(point);
    return [...point];
  });
}

describe('direction numbers', () => {
  const lines = DIRECTIONS.trim().split('\n');
  const rows = lines.map((line) => line.split(' ').map(Number));

  it('are there for every dimension but the first', () => {
    expect(lines).toHaveLength(SOBOL_DIMENSIONS - 1);
  });

  it('start with odd numbers, the k-th below 2^k', () => {
    for (const [, ...initial] of rows)
      for (const [k, m] of initial.entries()) {
        expect(m % 2).toBe(1);
        expect(m).toBeLessThan(2 ** (k + 1));
      }
  });

  it('have different primitive polynomials, in the order of their degrees', () => {
    const degrees = rows.map((row) => row.length - 1);
    expect([...degrees].sort((a, b) => a - b)).toEqual(degrees);
    expect(new Set(rows.map(([a, ...initial]) => `${initial.length}/${a}`)).size).toBe(rows.length);
    for (const [a, ...initial] of rows) {
      const degree = initial.length;
      const polynomial = 2 ** degree + 2 * a! + 1;
      // Primitive: the powers of x run through all 2^degree - 1 remainders before they repeat.
      let x = 1;
      let order = 0;
      do {
        x <<= 1;
        if (x >> degree) x ^= polynomial;
        order++;
      } while (x !== 1);
      expect(order).toBe(2 ** degree - 1);
    }
  });
});

describe("Sobol' sequence", () => {
  it('has the published first points in dimensions 1 to 5', () => {
    expect(take(sobolSequence(5), 5, 9)).toEqual([
      [0, 0, 0, 0, 0],
      [0.5, 0.5, 0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25, 0.25, 0.75],
      [0.25, 0.75, 0.75, 0.75, 0.25],
      [0.375, 0.375, 0.625, 0.875, 0.375],
      [0.875, 0.875, 0.125, 0.375, 0.875],
      [0.625, 0.125, 0.875, 0.625, 0.625],
      [0.125, 0.625, 0.375, 0.125, 0.125],
      [0.1875, 0.3125, 0.9375, 0.4375, 0.5625],
    ]);
  });

  it('has the reference points of SciPy 1.17 in all dimensions (32 bits, not scrambled)', () => {
    const points = take(sobolSequence(512), 512, 1024);
    const dimensions = [1, 2, 3, 4, 5, 6, 10, 50, 100, 173, 256, 400, 511, 512];
    const at = (i: number) => dimensions.map((d) => points[i]![d - 1]! * 2 ** 32);
    expect(at(1000)).toEqual([
      943718400, 415236096, 2227175424, 2906652672, 1203765248, 3896508416, 297795584, 2059403264,
      801112064, 2260729856, 1069547520, 171966464, 1178599424, 1698693120,
    ]);
    expect(at(1023)).toEqual([
      4194304, 3233808384, 2629828608, 624951296, 801112064, 1883242496, 3653238784, 3535798272,
      2277507072, 3737124864, 3619684352, 37748736, 1849688064, 2638217216,
    ]);
    expect(points.flat().reduce((sum, x) => sum + x * 2 ** 32, 0)).toBe(1124800395214848);
  });

  it('has the reference point 2^20 + 12345, where all the direction numbers so far are used', () => {
    const sequence = sobolSequence(5);
    const point = new Float64Array(5);
    for (let i = 0; i <= 2 ** 20 + 12345; i++) sequence.next(point);
    expect([...point].map((x) => x * 2 ** 32)).toEqual([
      2752780288, 2822535168, 2230614016, 1400944640, 1187313664,
    ]);
  });

  it('refuses dimensions that the table does not reach', () => {
    expect(() => sobolSequence(0)).toThrow(RangeError);
    expect(() => sobolSequence(513)).toThrow(RangeError);
  });

  it.each([['plain'], ['scrambled']])(
    'every block of 2^k points has one in each 2^k-th of each axis (%s)',
    (kind) => {
      const sequence = sobolSequence(512, kind === 'plain' ? undefined : generatorOf(7));
      for (const block of [0, 1, 2]) {
        const points = take(sequence, 512, 64);
        for (let d = 0; d < 512; d++) {
          const cells = new Set(points.map((point) => Math.floor(point[d]! * 64)));
          expect(cells.size, `dimension ${d + 1}, block ${block}`).toBe(64);
        }
      }
    },
  );

  it('the first two dimensions are a (0, k, 2)-net, scrambled too (10,000 seeds)', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 4 }), (seed, wide) => {
        const points = take(sobolSequence(2, generatorOf(seed)), 2, 16);
        const [columns, rows] = [2 ** wide, 2 ** (4 - wide)];
        const boxes = points.map(([x, y]) => [Math.floor(x! * columns), Math.floor(y! * rows)]);
        expect(new Set(boxes.map(String)).size).toBe(16);
      }),
      { numRuns: 10_000 },
    );
  });

  it('scrambled, every point is uniformly distributed over the seeds, and two are as pairs can be', () => {
    const singles = new Map<string, number>();
    const pairs = new Map<string, number>();
    const count = (of: Map<string, number>, key: string) => of.set(key, (of.get(key) ?? 0) + 1);
    for (let seed = 0; seed < 10_000; seed++) {
      const points = take(sobolSequence(3, generatorOf(seed)), 3, 2);
      for (const d of [0, 1, 2]) {
        const [a, b] = points.map((point) => Math.floor(point[d]! * 4));
        for (const [i, cell] of [a, b].entries()) count(singles, `${d} ${i} ${cell}`);
        count(pairs, `${d} ${a} ${b}`);
      }
    }
    // Both points in every quarter; of the pairs of quarters those in different halves.
    expect(singles.size).toBe(3 * 2 * 4);
    for (const times of singles.values()) expect(Math.abs(times - 2500)).toBeLessThan(220);
    expect(pairs.size).toBe(3 * 8);
    for (const times of pairs.values()) expect(Math.abs(times - 1250)).toBeLessThan(165);
  });
});

/** Warnock's formula for the L2 star discrepancy. */
function discrepancy(points: number[][]): number {
  const n = points.length;
  const d = points[0]!.length;
  const product = (xs: number[], f: (x: number) => number) => xs.reduce((p, x) => p * f(x), 1);
  let single = 0;
  let pairs = 0;
  for (const a of points) {
    single += product(a, (x) => 1 - x * x);
    for (const b of points) pairs += a.reduce((p, x, i) => p * (1 - Math.max(x, b[i]!)), 1);
  }
  return Math.sqrt(3 ** -d - (2 ** (1 - d) / n) * single + pairs / (n * n));
}

describe('pointsOf', () => {
  it('gives the same points for the same seed, others for another', () => {
    for (const kind of ['random', 'sobol'] as const) {
      const points = (seed: number) => take(pointsOf(kind, seed, 3), 3, 8);
      expect(points(5)).toEqual(points(5));
      expect(points(5)).not.toEqual(points(6));
    }
  });

  it('has its first coordinates whatever follows', () => {
    const narrow = take(pointsOf('sobol', 3, 4), 4, 8);
    const wide = take(pointsOf('sobol', 3, 9), 9, 8);
    expect(wide.map((point) => point.slice(0, 4))).toEqual(narrow);
  });

  it('goes on at random beyond the table', () => {
    const points = take(pointsOf('sobol', 3, 515), 515, 64);
    const cells = (d: number) => new Set(points.map((point) => Math.floor(point[d]! * 64))).size;
    expect(cells(511)).toBe(64);
    for (const d of [512, 513, 514]) {
      expect(cells(d)).toBeGreaterThan(20);
      expect(cells(d)).toBeLessThan(60);
    }
  });

  it('stays inside the open cube (10,000 seeds)', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.constantFrom('random' as const, 'sobol' as const),
        (seed, kind) => {
          for (const point of take(pointsOf(kind, seed, 3), 3, 8))
            for (const x of point) expect(x > 0 && x < 1).toBe(true);
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it('fills the cube more evenly than random points: less than half the discrepancy', () => {
    for (let seed = 1; seed <= 5; seed++) {
      const of = (kind: 'random' | 'sobol') => discrepancy(take(pointsOf(kind, seed, 5), 5, 1024));
      expect(of('sobol')).toBeLessThan(of('random') / 2);
    }
  });

  it('integrates without bias, with less than a tenth of the error of random points', () => {
    // ∫ Π (1 + (x - 1/2)/ j) = 1 over the cube of eight dimensions.
    const f = (point: number[]) => point.reduce((p, x, j) => p * (1 + (x - 0.5) / (j + 1)), 1);
    const errors = (kind: 'random' | 'sobol') =>
      Array.from({ length: 64 }, (_, seed) => {
        const points = take(pointsOf(kind, seed, 8), 8, 512);
        return points.reduce((sum, point) => sum + f(point), 0) / 512 - 1;
      });
    const rms = (xs: number[]) => Math.sqrt(xs.reduce((s, x) => s + x * x, 0) / xs.length);
    const mean = (xs: number[]) => xs.reduce((s, x) => s + x, 0) / xs.length;
    const sobol = errors('sobol');
    expect(rms(sobol)).toBeLessThan(rms(errors('random')) / 10);
    expect(Math.abs(mean(sobol))).toBeLessThan(4 * (rms(sobol) / 8));
  });
});
