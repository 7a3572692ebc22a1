import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Spread, Uncertainty } from '#lib/model/index.ts';
import { MOST_ROWS_FOR_ALL_PAIRS, tallyContests } from './contests.ts';
import { placeProbability } from './place-statistics.ts';
import { quantile7 } from './quantile.ts';
import type { PeerSimulation } from './simulation.ts';
import { startUncertainty, uncertainty } from './uncertainty.ts';

/** A ranking that is known: a row's score is its coordinate, absent below `absent`. */
const lottery = (n: number, groups = 1, absent = 0): PeerSimulation => {
  const peers = Int32Array.from({ length: n }, (_, i) => i % groups);
  return {
    design: { dimensions: n, factors: [] },
    rows: Int32Array.from({ length: n }, (_, i) => 10 + i),
    peers,
    places: n,
    nominal: {
      scores: new Float64Array(n),
      ranks: Int32Array.from({ length: n }, (_, i) => 1 + Math.floor(i / groups)),
    },
    run(u, scores, ranks) {
      // Coarse, so that there are ties.
      for (let i = 0; i < n; i++) scores[i] = u[i]! < absent ? NaN : Math.floor(u[i]! * 8);
      for (let i = 0; i < n; i++) {
        let above = 0;
        for (let j = 0; j < n; j++) if (peers[j] === peers[i] && scores[j]! > scores[i]!) above++;
        ranks[i] = Number.isNaN(scores[i]!) ? 0 : above + 1;
      }
    },
  };
};

/** Everything that happened in a simulation, replicate by replicate. */
function record(simulation: PeerSimulation) {
  const replicates: { readonly scores: Float64Array; readonly ranks: Int32Array }[] = [];
  const recorded: PeerSimulation = {
    ...simulation,
    run(u, scores, ranks) {
      simulation.run(u, scores, ranks);
      replicates.push({ scores: scores.slice(), ranks: ranks.slice() });
    },
  };
  return { recorded, replicates };
}

const sorted = (values: readonly number[]) => {
  const ascending = Float64Array.from(values).sort();
  return (p: number) => quantile7(ascending.length, (at) => ascending[at]!, p);
};

/** The figures of a result by name, each a list of numbers. */
type Figures = Readonly<Record<string, readonly number[]>>;

/** Every figure worked out again, in the plainest way. */
function figuresOf(
  { peers, nominal }: PeerSimulation,
  replicates: readonly { readonly scores: Float64Array; readonly ranks: Int32Array }[],
): Figures {
  const rows = [...peers.keys()];
  const ranks = rows.map((i) => replicates.map((of) => of.ranks[i]!).filter((rank) => rank > 0));
  const scores = rows.map((i) =>
    replicates.map((of) => of.scores[i]!).filter((score) => !Number.isNaN(score)),
  );
  const sum = (values: readonly number[]) => values.reduce((total, x) => total + x, 0);
  const met = (i: number, j: number) =>
    replicates.filter((of) => of.ranks[i]! > 0 && of.ranks[j]! > 0).map((of) => of.ranks);
  return {
    placed: ranks.map((of) => of.length),
    min: ranks.map((of) => (of.length === 0 ? 0 : Math.min(...of))),
    max: ranks.map((of) => (of.length === 0 ? 0 : Math.max(...of))),
    mean: ranks.map((of) => sum(of) / of.length),
    ranks: ranks.flatMap((of) => [0.05, 0.5, 0.95].map(sorted(of))),
    scores: scores.flatMap((of) => [0.05, 0.5, 0.95].map(sorted(of))),
    second: ranks.map((of) => of.filter((rank) => rank <= 2).length / of.length),
    wins: rows.flatMap((i) =>
      rows.map((j) => {
        if (i === j || peers[i] !== peers[j]) return NaN;
        const points = met(i, j).map((of) => (Math.sign(of[j]! - of[i]!) + 1) / 2);
        return sum(points) / points.length;
      }),
    ),
    shifts: replicates.map(({ ranks: of }) => {
      const placed = rows.filter((i) => of[i]! > 0);
      return sum(placed.map((i) => Math.abs(of[i]! - nominal.ranks[i]!))) / placed.length;
    }),
  };
}

const figures = (result: Uncertainty): Figures => {
  const rows = [...result.rows.keys()];
  const { ranks, scores } = result;
  const spread = ({ p5, median, p95 }: Spread) =>
    rows.flatMap((i) => [p5[i]!, median[i]!, p95[i]!]);
  return {
    placed: [...result.placed],
    min: [...ranks.min],
    max: [...ranks.max],
    mean: [...ranks.mean],
    ranks: spread(ranks),
    scores: spread(scores),
    second: rows.map((i) => placeProbability(result, i, 2)),
    wins: [...result.wins!],
    shifts: [...result.shifts],
  };
};

const isClose = (a: number, b: number) => Object.is(a, b) || Math.abs(a - b) <= 1e-12;

/** Name of the first figure that differs; comparing them in the test would take most of its time. */
const difference = (a: Figures, b: Figures): string | undefined =>
  Object.keys(a).find(
    (name) =>
      a[name]!.length !== b[name]!.length || !a[name]!.every((x, i) => isClose(x, b[name]![i]!)),
  );

describe('uncertainty (R95–R98)', () => {
  it('every figure is what the replicates say, ties and missing places included', () => {
    fc.assert(
      fc.property(
        fc.record({
          n: fc.integer({ min: 0, max: 5 }),
          groups: fc.integer({ min: 1, max: 2 }),
          absent: fc.constantFrom(0, 0.3, 1),
          seed: fc.nat(),
          count: fc.integer({ min: 1, max: 12 }),
        }),
        ({ n, groups, absent, seed, count }) => {
          const { recorded, replicates } = record(lottery(n, groups, absent));
          const result = uncertainty(recorded, { seed, replicates: count });
          expect(difference(figuresOf(recorded, replicates), figures(result))).toBe(undefined);
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it('the result does not depend on how the steps are cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 8 }),
        fc.nat(),
        (chunks, seed) => {
          const options = { seed, replicates: 10 };
          const run = startUncertainty(lottery(4, 2, 0.2), options);
          for (const chunk of chunks) run.advance(chunk);
          while (run.done < run.total) run.advance(3);
          const atOnce = uncertainty(lottery(4, 2, 0.2), options);
          expect(difference(figures(atOnce), figures(run.result()))).toBe(undefined);
          expect([...run.result().tiers]).toEqual([...atOnce.tiers]);
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it('the seed decides: the same one the same figures, another one others', () => {
    const of = (seed: number) => uncertainty(lottery(5), { seed, replicates: 50 });
    expect(of(7)).toEqual(of(7));
    expect(of(7).ranks.mean).not.toEqual(of(8).ranks.mean);
    const sobol = { seed: 7, replicates: 64, sampling: 'sobol' } as const;
    expect(uncertainty(lottery(5), sobol)).toEqual(uncertainty(lottery(5), sobol));
  });

  it('a replay of this seed by this generator gives these digits', () => {
    const { generator, ranks, shifts } = uncertainty(lottery(3), { seed: 42, replicates: 5 });
    expect(generator).toBe('pure-rand 8 xoroshiro128plus; Joe-Kuo Sobol; 1');
    expect([...ranks.mean]).toMatchInlineSnapshot(`
      [
        1.8,
        1.8,
        1.8,
      ]
    `);
    expect([...shifts]).toMatchInlineSnapshot(`
      [
        1,
        0.3333333333333333,
        0.6666666666666666,
        1.3333333333333333,
        1,
      ]
    `);
  });

  it('many rows: pairs asked for and neighbours instead of all pairs, the same figures', () => {
    const n = MOST_ROWS_FOR_ALL_PAIRS + 1;
    const { recorded, replicates } = record(lottery(n, 2, 0.1));
    const pairs = [
      [0, 4],
      [4, 0],
      [0, 1],
      [3, 3],
    ] as const;
    const result = uncertainty(recorded, { seed: 1, replicates: 40, pairs });
    expect(result.wins).toBeNull();
    expect(result.compared).toBe(40);
    const { first, second, probability } = result.contests;
    expect(first.length).toBe(pairs.length + n - 2);
    for (const [at, a] of first.entries()) {
      const b = second[at]!;
      const met = replicates.filter(({ ranks }) => ranks[a]! > 0 && ranks[b]! > 0);
      const points = met.map(({ ranks }) => Math.sign(ranks[b]! - ranks[a]!) / 2 + 0.5);
      const sum = points.reduce((total, point) => total + point, 0);
      const isContest = a !== b && recorded.peers[a] === recorded.peers[b];
      expect(probability[at]).toBe(isContest ? sum / met.length : NaN);
    }
  });

  it('two sides of a contest are counted alike: 93 of 100 is 0.93 for either of the two', () => {
    // 1 - 0.07 is 0.9299999999999999.
    for (const winner of [0, 1]) {
      const contests = tallyContests(new Int32Array(2), 2, 100);
      for (let r = 0; r < 100; r++) {
        const isWon = r < 93;
        contests.add(Int32Array.of(0, 1).map((i) => ((i === winner) === isWon ? 1 : 2)));
      }
      expect(contests.probability(winner, 1 - winner)).toBe(0.93);
    }
  });

  it('no result before the last step', () => {
    const run = startUncertainty(lottery(2), { seed: 1, replicates: 3 });
    expect(run.total).toBe(7);
    run.advance(6);
    expect(() => run.result()).toThrow(RangeError);
  });
});
