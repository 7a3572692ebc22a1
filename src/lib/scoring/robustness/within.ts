import type { PeerSimulation } from './simulation.ts';

/**
 * The same simulation seen from a part of the rows: places are counted among those alone (R90), as
 * in the ranking of one city of a province. Scores stay what they are among all peers.
 *
 * @param includes whether a row (its position in the table) belongs to the part
 */
export function within(
  simulation: PeerSimulation,
  includes: (row: number) => boolean,
): PeerSimulation {
  const kept = Int32Array.from(
    [...simulation.rows.keys()].filter((i) => includes(simulation.rows[i]!)),
  );
  const peers = kept.map((i) => simulation.peers[i]!);
  const groups = Math.max(-1, ...peers) + 1;
  // Of each peer group, how many of the part have each place: counted afresh in every replicate.
  const width = simulation.places + 2;
  const having = new Int32Array(groups * width);

  const narrow = (ranks: Int32Array, out: Int32Array): void => {
    having.fill(0);
    for (let k = 0; k < kept.length; k++) {
      const rank = ranks[kept[k]!]!;
      if (rank > 0) having[peers[k]! * width + rank + 1]! += 1;
    }
    for (let at = 1; at < having.length; at++) if (at % width !== 0) having[at]! += having[at - 1]!;
    for (let k = 0; k < kept.length; k++) {
      const rank = ranks[kept[k]!]!;
      out[k] = rank > 0 ? 1 + having[peers[k]! * width + rank]! : 0;
    }
  };

  const nominal = {
    scores: Float64Array.from(kept, (i) => simulation.nominal.scores[i]!),
    ranks: new Int32Array(kept.length),
  };
  narrow(simulation.nominal.ranks, nominal.ranks);
  const allScores = new Float64Array(simulation.rows.length);
  const allRanks = new Int32Array(simulation.rows.length);
  return {
    design: simulation.design,
    rows: kept.map((i) => simulation.rows[i]!),
    peers,
    places: simulation.places,
    nominal,
    run(u, scores, ranks) {
      simulation.run(u, allScores, allRanks);
      for (let k = 0; k < kept.length; k++) scores[k] = allScores[kept[k]!]!;
      narrow(allRanks, ranks);
    },
  };
}
