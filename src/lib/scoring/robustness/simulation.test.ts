import { quantileSorted } from 'd3-array';
import { describe, expect, it } from 'vitest';
import type { Robustness, UnitTable } from '#lib/model/index.ts';
import { asemScheme } from '../testing/asem.ts';
import { tableOf } from '../testing/schemes.ts';
import { at, expectClose, expectRanks, numbers, vectors } from '../testing/vectors.ts';
import type { VectorTable } from '../testing/vectors.ts';
import { hierarchyOf } from '../structure/hierarchy.ts';
import { movedElements } from './design.ts';
import { simulationOf } from './simulation.ts';

/** Two factors as the reference has them: one for each of two levels. */
const NOISE: Robustness = {
  seed: 1,
  replicates: 100,
  assumptions: [
    { kind: 'weights', noise: 0.25, levels: [2] },
    { kind: 'weights', noise: 0.25, levels: [3] },
  ],
};

describe('100 noisy weight sets of the reference (ASEM), from its own draws', () => {
  const vector = vectors('asem_uncertainty_weights');
  const treated = at<VectorTable>(vectors('asem_pipeline_default'), 'Treated');
  const { uCode, ...columns } = treated;
  const table: UnitTable = tableOf(
    Object.fromEntries(Object.entries(columns).map(([code, cells]) => [code, numbers(cells)])),
    uCode as string[],
  );
  const scheme = asemScheme();
  const simulation = simulationOf(table, scheme, NOISE, '2025');
  const units = at<string[]>(vector, 'units');
  const draws = at<number[][]>(vector, 'draws');
  const order = at<string[]>(vector, 'weightOrder');
  const levels = at<number[]>(vector, 'weightLevels');
  const drawn = [2, 3].flatMap((level) => order.filter((_, i) => levels[i] === level));
  const hierarchy = hierarchyOf(scheme);
  const elements = [2, 3].flatMap((level) => movedElements(hierarchy, [level]));
  const points = draws.map((draw) =>
    Float64Array.from(elements, (of) => draw[drawn.indexOf(hierarchy.elements[of]!.code)]!),
  );
  const replicates = points.map((u) => {
    const scores = new Float64Array(units.length);
    const ranks = new Int32Array(units.length);
    simulation.run(u, scores, ranks);
    return { scores, ranks };
  });

  it('one coordinate for each weight at the levels', () => {
    expect(simulation.design.dimensions).toBe(10);
    expect(simulation.design.factors.map(({ from, to }) => [from, to])).toEqual([
      [0, 8],
      [8, 10],
    ]);
    expect(Array.from(simulation.rows, (row) => table.rows[row]!.unit)).toEqual(units);
  });

  it('index to 1e-12 and exact ranks of every replicate', () => {
    for (const [r, { scores, ranks }] of replicates.entries()) {
      expectClose(scores, at(vector, 'index', String(r)));
      expectRanks(ranks, at(vector, 'ranks', String(r)));
    }
  });

  it('nominal ranks, rank mean, median and 5 % and 95 % quantiles (type 7)', () => {
    const stats = at<VectorTable>(vector, 'rankStats');
    expectRanks(simulation.nominal.ranks, stats['Nominal']!);
    const sorted = units.map((_, i) =>
      replicates.map(({ ranks }) => ranks[i]!).sort((a, b) => a - b),
    );
    expectClose(
      sorted.map((ranks) => quantileSorted(ranks, 0.5)!),
      stats['Median']!,
    );
    expectClose(
      sorted.map((ranks) => quantileSorted(ranks, 0.05)!),
      stats['Q5']!,
    );
    expectClose(
      sorted.map((ranks) => quantileSorted(ranks, 0.95)!),
      stats['Q95']!,
    );
  });
});
