import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PeerSimulation } from './simulation.ts';
import { within } from './within.ts';

/** A simulation whose every replicate gives the ranks it was made with. */
const fixed = (peers: readonly number[], ranks: readonly number[]): PeerSimulation => ({
  design: { dimensions: 0, factors: [] },
  rows: Int32Array.from(peers, (_, i) => i + 10),
  peers: Int32Array.from(peers),
  places: 9,
  nominal: { scores: Float64Array.from(ranks, (rank) => -rank), ranks: Int32Array.from(ranks) },
  run(_u, scores, out) {
    scores.set(ranks.map((rank) => (rank === 0 ? NaN : -rank)));
    out.set(ranks);
  },
});

const replicate = (simulation: PeerSimulation) => {
  const scores = new Float64Array(simulation.rows.length);
  const ranks = new Int32Array(simulation.rows.length);
  simulation.run(new Float64Array(0), scores, ranks);
  return { scores: [...scores], ranks: [...ranks] };
};

test('places are counted among the part alone; ties stay, no place stays none', () => {
  const all = fixed([0, 0, 0, 0, 0, 1], [1, 2, 2, 4, 0, 1]);
  const part = within(all, (row) => row !== 10);
  expect([...part.rows]).toEqual([11, 12, 13, 14, 15]);
  expect([...part.nominal.ranks]).toEqual([1, 1, 3, 0, 1]);
  expect(replicate(part)).toEqual({ scores: [-2, -2, -4, NaN, -1], ranks: [1, 1, 3, 0, 1] });
});

test('nobody in the part', () => {
  const none = within(fixed([0, 0], [1, 2]), () => false);
  expect(none.rows).toHaveLength(0);
  expect(replicate(none)).toEqual({ scores: [], ranks: [] });
});

test('a place in the part is one more than the number of better peers in it', () => {
  const row = fc.record({
    group: fc.integer({ min: 0, max: 1 }),
    rank: fc.integer({ min: 0, max: 9 }),
    included: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 9 }), (rows) => {
      const all = fixed(
        rows.map(({ group }) => group),
        rows.map(({ rank }) => rank),
      );
      const part = rows.filter(({ included }) => included);
      const expected = part.map(({ group, rank }) =>
        rank === 0
          ? 0
          : 1 + part.filter((o) => o.group === group && o.rank > 0 && o.rank < rank).length,
      );
      const { ranks } = replicate(within(all, (at) => rows[at - 10]!.included));
      expect(ranks).toEqual(expected);
    }),
    { numRuns: 10_000 },
  );
});
