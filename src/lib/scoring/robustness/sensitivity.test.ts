import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Design, Factor, Robustness, Sensitivity, UnitTable } from '#lib/model/index.ts';
import { group, indicator, schemeOf } from '../testing/schemes.ts';
import { sensitivity, startSensitivity } from './sensitivity.ts';
import { simulationOf } from './simulation.ts';
import type { Simulation } from './simulation.ts';

const factor = (name: string, from: number, to: number): Factor => ({
  name: { zh: name, en: name },
  kind: 'weights',
  from,
  to,
});

/** A simulation whose scores are a function of the point; NaN for none. Places follow the scores. */
function simulationOfScores(
  design: Design,
  nominal: readonly number[],
  scoresAt: (u: Float64Array) => readonly number[],
): Simulation {
  const placesOf = (scores: readonly number[]) =>
    scores.map((x) => (Number.isNaN(x) ? 0 : 1 + scores.filter((y) => y > x).length));
  return {
    design,
    rows: Int32Array.from(nominal, (_, i) => i),
    nominal: { scores: Float64Array.from(nominal), ranks: Int32Array.from(placesOf(nominal)) },
    run(u, scores, ranks) {
      const values = scoresAt(u);
      scores.set(values);
      ranks.set(placesOf(values));
    },
  };
}

// One coordinate, then three that belong together, then one that does nothing.
const design: Design = {
  dimensions: 5,
  factors: [factor('one', 0, 1), factor('three', 1, 4), factor('idle', 4, 5)],
};
const simulation = simulationOfScores(design, [0.5, 0.3, 0.9, 7], (u) => [
  u[0]!,
  (u[1]! + u[2]! + u[3]!) / 3,
  u[0]! * (u[1]! + u[2]! + u[3]!),
  7,
]);

describe('sensitivity (R101)', () => {
  const result = sensitivity(simulation, { seed: 1, samples: 1024 });
  const values = (of: readonly { value: number }[]) => of.map(({ value }) => value);

  it('takes samples · (assumptions + 2) replicates', () => {
    expect(result).toMatchObject({ samples: 1024, replicates: 5 * 1024, confidence: 0.95 });
    expect(result.units.map(({ row }) => row)).toEqual([0, 1, 2, 3]);
  });

  it("finds what drives each unit's score, all coordinates of a factor together", () => {
    const [one, three, both] = result.units.map(({ score }) => score);
    for (const [indices, truth] of [
      [one!, [1, 0, 0]],
      [three!, [0, 1, 0]],
    ] as const)
      for (const kind of ['first', 'total'] as const)
        for (const [i, x] of values(indices[kind]).entries())
          expect(Math.abs(x - truth[i]!)).toBeLessThan(0.01);
    expect(one!.mean).toBeCloseTo(1 / 2, 3);
    expect(one!.variance).toBeCloseTo(1 / 12, 4);
    // V(xy) = E(x²)E(y²) - (E(x)E(y))², x uniform, y the sum of three.
    const variance = (1 / 3) * (9 / 4 + 1 / 4) - (3 / 4) ** 2;
    const [ofOne, ofThree] = [((3 / 2) ** 2 * (1 / 12)) / variance, 1 / 4 / 4 / variance];
    expect(Math.abs(both!.first[0]!.value - ofOne)).toBeLessThan(0.02);
    expect(Math.abs(both!.first[1]!.value - ofThree)).toBeLessThan(0.02);
    expect(Math.abs(both!.total[0]!.value - (1 - ofThree))).toBeLessThan(0.02);
    expect(Math.abs(both!.interactions - (1 - ofOne - ofThree))).toBeLessThan(0.02);
  });

  it('an assumption without effect has exactly the total index 0', () => {
    for (const { score, rank } of result.units.slice(0, 3))
      for (const { total } of [score, rank])
        expect(total[2]).toEqual({ value: 0, low: 0, high: 0 });
    expect(result.rank_shift.total[2]!.value).toBe(0);
  });

  it('a unit that never moves has no indices, with the reason (R104)', () => {
    const { score, rank } = result.units[3]!;
    expect(score).toMatchObject({ reason: 'no_variance', mean: 7, variance: 0 });
    expect(rank).toMatchObject({ reason: 'no_variance', mean: 1, variance: 0 });
    expect(score.first[0]!.value).toBeNaN();
  });

  it('the whole is the mean shift in rank against the scheme as it stands', () => {
    // Two units that change places when u < 1/2: both shift by one, or none does.
    const swap = simulationOfScores(
      { dimensions: 1, factors: [factor('swap', 0, 1)] },
      [2, 1],
      (u) => (u[0]! < 0.5 ? [1, 2] : [2, 1]),
    );
    const { rank_shift } = sensitivity(swap, { seed: 3, samples: 256 });
    expect(rank_shift.mean).toBe(0.5);
    expect(rank_shift.variance).toBeCloseTo(1 / 4, 2);
    expect(rank_shift).toMatchObject({
      first: [{ value: 1, low: 1, high: 1 }],
      total: [{ value: 1, low: 1, high: 1 }],
      interactions: 0,
      reason: null,
    });
  });

  it('says how the indices came about: at a quarter, a half and all of the rows', () => {
    expect(result.convergence.map(({ rows }) => rows)).toEqual([256, 512, 1024]);
    const half = sensitivity(simulation, { seed: 1, samples: 512 });
    expect(result.convergence[1]!.total[0]).toBeCloseTo(half.rank_shift.total[0]!.value, 12);
    expect(result.convergence[2]!.first).toEqual(values(result.rank_shift.first));
  });
});

describe('progress and repetition', () => {
  it('the same seed gives the same digits, however the replicates are parcelled (10,000 cases)', () => {
    const tiny = simulationOfScores(
      { dimensions: 2, factors: [factor('one', 0, 1), factor('two', 1, 2)] },
      [1, 0.5],
      (u) => [u[0]!, u[1]! * u[0]!],
    );
    const samples = 4;
    const whole = new Map<number, string>();
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20 }),
        fc.array(fc.integer({ min: 0, max: 9 })),
        (seed, parcels) => {
          const run = startSensitivity(tiny, { seed, samples });
          for (const parcel of parcels) run.advance(parcel);
          run.advance(Infinity);
          expect(run.done).toBe(run.total);
          if (!whole.has(seed))
            whole.set(seed, JSON.stringify(sensitivity(tiny, { seed, samples })));
          expect(JSON.stringify(run.result()) === whole.get(seed)).toBe(true);
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it('another seed gives other digits, within the intervals', () => {
    const of = (seed: number) => sensitivity(simulation, { seed, samples: 256 }).rank_shift;
    expect(of(1).first[0]!.value).not.toBe(of(2).first[0]!.value);
    expect(of(1).first[0]!.low).toBeLessThan(of(2).first[0]!.value);
    expect(of(1).first[0]!.high).toBeGreaterThan(of(2).first[0]!.value);
  });

  it('larger ones too: in one go, by the replicate, by sevens', () => {
    const parcelled = [Infinity, 1, 7].map((parcel) => {
      const run = startSensitivity(simulation, { seed: 9, samples: 64 });
      while (run.done < run.total) run.advance(parcel);
      return JSON.stringify(run.result());
    });
    expect(new Set(parcelled).size).toBe(1);
  });

  it('tells how far it is, and the indices of the whole from the rows so far', () => {
    const run = startSensitivity(simulation, { seed: 1, samples: 64 });
    expect(run).toMatchObject({ done: 0, total: 64 * 5 + 4 });
    expect(run.progress().rank_shift).toMatchObject({ rows: 0, reason: 'too_few_rows' });
    run.advance(16 * 5 + 3);
    expect(run.done).toBe(83);
    const { rank_shift, convergence } = run.progress();
    expect(rank_shift).toMatchObject({ rows: 16, reason: null });
    expect(rank_shift).toEqual(sensitivity(simulation, { seed: 1, samples: 16 }).rank_shift);
    expect(convergence.map(({ rows }) => rows)).toEqual([4, 8, 16]);
    expect(() => run.result()).toThrow(RangeError);
    run.advance(Infinity);
    expect(run.progress().rank_shift).toEqual(run.result().rank_shift);
  });

  it('refuses a design without rows', () => {
    for (const samples of [0, 1.5, NaN])
      expect(() => startSensitivity(simulation, { seed: 1, samples })).toThrow(RangeError);
  });
});

describe('warnings (R106)', () => {
  const codes = ({ warnings }: Sensitivity) => warnings.map(({ code }) => code);
  const smooth = simulationOfScores(
    { dimensions: 2, factors: [factor('one', 0, 1), factor('two', 1, 2)] },
    [0.5, 0.4, 0.3],
    (u) => [u[0]!, u[1]!, 0.6],
  );

  it('none when the indices have settled', () => {
    const result = sensitivity(smooth, { seed: 1, samples: 4096 });
    expect(result.rank_shift.reason).toBeNull();
    expect(codes(result)).toEqual([]);
  });

  it('too few rows to have settled, each assumption told', () => {
    const { warnings } = sensitivity(smooth, { seed: 1, samples: 16 });
    expect(warnings).toContainEqual({ code: 'not_converged', factor: 0 });
    expect(warnings).toContainEqual({ code: 'not_converged', factor: 1 });
  });

  it('fewer than 1024 rows for the intervals of units, unless there is one assumption only', () => {
    const at = (samples: number) => codes(sensitivity(smooth, { seed: 1, samples }));
    expect(at(512)).toContain('few_rows');
    expect(at(1024)).not.toContain('few_rows');
    const still = simulationOfScores(smooth.design, [2, 1], (u) => [2 + u[0]!, u[1]!]);
    // Nobody's place varies, their scores do.
    expect(codes(sensitivity(still, { seed: 1, samples: 256 }))).toEqual(['few_rows']);
    const single = simulationOfScores(
      { dimensions: 1, factors: [factor('all', 0, 1)] },
      [0.5, 0.3],
      (u) => [u[0]!, 0.5],
    );
    const result = sensitivity(single, { seed: 1, samples: 16 });
    expect(codes(result)).toEqual([]);
    expect(result.convergence.map(({ first }) => first)).toEqual([[1], [1], [1]]);
    expect(result.units[0]!.score.first).toEqual([{ value: 1, low: 1, high: 1 }]);
  });

  it('rows that are no power of two', () => {
    expect(codes(sensitivity(smooth, { seed: 1, samples: 1000 }))).toContain('not_power_of_two');
  });

  it('more coordinates than quasi-random dimensions', () => {
    const wide = (dimensions: number) =>
      simulationOfScores({ dimensions, factors: [factor('all', 0, dimensions)] }, [1, 2], (u) => [
        u[0]!,
        u[dimensions - 1]!,
      ]);
    const of = (dimensions: number) => sensitivity(wide(dimensions), { seed: 1, samples: 16 });
    expect(codes(of(257))).toContain('random_coordinates');
    expect(codes(of(256))).not.toContain('random_coordinates');
    expect(of(257).units[1]!.score.first[0]!.value).toBeGreaterThan(0.5);
  });

  it('replicates in which units have no place, with their share; those rows do not count', () => {
    const gaps = simulationOfScores(
      { dimensions: 2, factors: [factor('gap', 0, 1), factor('other', 1, 2)] },
      [0.5, 0.4],
      (u) => [u[0]! < 1 / 8 ? NaN : u[0]!, u[1]!],
    );
    const { warnings, units, rank_shift } = sensitivity(gaps, { seed: 1, samples: 1024 });
    const share = warnings.find(({ code }) => code === 'incomplete_replicates');
    expect(share).toMatchObject({ share: expect.closeTo(1 / 8, 2) as number });
    expect(units[0]!.score.rows / 1024).toBeCloseTo((7 / 8) ** 2, 1);
    expect(units[0]!.score.first[0]!.value).toBeCloseTo(1, 1);
    expect(units[1]!.score.rows).toBe(1024);
    expect(rank_shift.rows).toBe(1024);
  });

  it('replicates in which nobody has a place', () => {
    const none = simulationOfScores(
      { dimensions: 1, factors: [factor('all', 0, 1)] },
      [1, 2],
      (u) => (u[0]! < 0.9 ? [NaN, NaN] : [1, 2]),
    );
    const { rank_shift } = sensitivity(none, { seed: 1, samples: 64 });
    expect(rank_shift).toMatchObject({ reason: 'too_few_rows' });
    expect(rank_shift.total[0]!.value).toBeNaN();
  });
});

describe('of a scored table', () => {
  const units = Array.from({ length: 9 }, (_, i) => i);
  const scheme = schemeOf(
    group('I', [
      group('A', [indicator('a', 2), indicator('b', 1)], 3),
      group('B', [indicator('c', 1), indicator('d', 4)], 2),
    ]),
    { normalise: { scope: 'period', range: [1, 100], default: { method: 'minmax' } } },
  );
  const assumptions: Robustness['assumptions'] = [
    { kind: 'aggregate', alternatives: [{ method: 'geometric' }] },
    { kind: 'weights', noise: 0.5 },
  ];
  const analysed = (order: readonly number[], chosen = assumptions) => {
    const columns = ['a', 'b', 'c', 'd'].map((code, k) => [
      code,
      Float64Array.from(order, (i) => ((i + 1) * (7 * k + 3)) % 11),
    ]);
    const table: UnitTable = {
      rows: order.map((i) => ({ unit: `u${i}`, period: '2025', group: 'g' })),
      columns: new Map(columns as [string, Float64Array][]),
    };
    const robustness = { seed: 1, replicates: 1, assumptions: chosen };
    return sensitivity(simulationOf(table, scheme, robustness, '2025'), { seed: 5, samples: 64 });
  };

  it('the order of its rows changes no digit', () => {
    const order = [4, 8, 0, 2, 6, 1, 5, 3, 7];
    const straight = analysed(units);
    const mixed = analysed(order);
    const named = ({ units: of }: Sensitivity, rows: readonly number[]) =>
      of.map(({ row, ...indices }) => ({ unit: rows[row], ...indices }));
    expect(named(mixed, order)).toEqual(named(straight, units));
    expect({ ...mixed, units: [] }).toEqual({ ...straight, units: [] });
  });

  it('lays what one assumption brings about at its door', () => {
    const { rank_shift, units: of } = analysed(units, assumptions.slice(0, 1));
    expect(rank_shift.first[0]!.value).toBe(1);
    for (const { score } of of) if (score.reason === null) expect(score.total[0]!.value).toBe(1);
    const both = analysed(units);
    for (const { score } of both.units.filter(({ score: { reason } }) => reason === null))
      expect(score.first[0]!.value + score.total[1]!.value).toBeCloseTo(1, 0.5);
  });
});
