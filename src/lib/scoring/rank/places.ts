import type { RankStatus, UnitRow } from '#lib/model/index.ts';
import { poolsOf } from '../structure/peers.ts';
import { rankInto } from './rank.ts';
import { Ranker } from './ranker.ts';

/**
 * Places of every group of the hierarchy among the ranked peers of the same period (R50); 0 for
 * rows without a place.
 */
export function placesOf(
  rows: readonly UnitRow[],
  scores: ReadonlyMap<string, Float64Array>,
  status: readonly RankStatus[],
  tieTolerance: number,
): Map<string, Int32Array> {
  const pools = poolsOf(rows, 'period', (row) => status[row]!.kind === 'ranked');
  const ranker = new Ranker(Math.max(0, ...pools.map((pool) => pool.rows.length)));
  const places = new Map<string, Int32Array>();
  for (const [code, column] of scores) {
    const ranks = new Int32Array(rows.length);
    for (const pool of pools) rankInto(ranks, column, pool.rows, tieTolerance, ranker);
    places.set(code, ranks);
  }
  return places;
}
