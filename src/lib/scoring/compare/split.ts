import type { Parts, SplitOutcome } from '#lib/model/index.ts';
import { partsByIndicator } from './by-indicator.ts';
import { isInScale, stepsOf } from './grid.ts';
import { shapleyHalves, shapleySixths, WORLDS } from './shapley.ts';
import { keyOf } from './sides.ts';
import type { Side, UnitKey } from './sides.ts';
import { worldsBetween } from './worlds.ts';
import type { Seen } from './worlds.ts';

/** The real worlds first, then those that are scored once for all units. */
const CHEAPEST_FIRST = [0, 7, 3, 4, 1, 2, 5, 6];

/**
 * Splits changes between two sides into own data, peers and scheme, one unit at a time (R123–R128).
 *
 * @param step of the comparison, by `stepFor`
 */
export function splitter(before: Side, after: Side, step: number): (unit: UnitKey) => SplitOutcome {
  const look = worldsBetween(before, after);
  const half = step / 2;
  const schemes = before.scheme === after.scheme ? [before.scheme] : [before.scheme, after.scheme];

  return (unit) => {
    const key = keyOf(unit);
    const seen: Seen[] = [];
    for (const world of CHEAPEST_FIRST) {
      const there = look(key, world);
      const isReal = world === 0 || world === 7;
      if (!there || (isReal && there.status.kind !== 'ranked'))
        return { kind: 'not_ranked_in_both' };
      const { status, score } = there;
      if (status.kind !== 'ranked')
        return { kind: 'unranked_world', world: WORLDS[world]!, status };
      if (!isInScale(score, step)) return { kind: 'out_of_scale', world: WORLDS[world]!, score };
      seen[world] = there;
    }
    const scores = seen.map(({ score }) => stepsOf(score, step));
    const ranks = seen.map(({ rank }) => rank);
    const halves = shapleyHalves(scores);
    const score: Parts = {
      own: halves.own * half,
      peers: halves.peers * half,
      scheme: halves.scheme * half,
    };
    return {
      kind: 'split',
      change: { score: (scores[7]! - scores[0]!) * step, rank: ranks[7]! - ranks[0]! },
      score,
      rank_sixths: shapleySixths(ranks),
      by_indicator: partsByIndicator(schemes, seen, halves.own, half),
    };
  };
}
