import type { RankStatus, ScoreResult } from '#lib/model/index.ts';
import { score } from '../score.ts';
import { WORLDS } from './shapley.ts';
import { rowsOf } from './sides.ts';
import type { Side } from './sides.ts';
import { isSameRow, stageOf, withRowFrom } from './stage.ts';
import type { Stage } from './stage.ts';

/** A unit as it stands in one of the eight worlds. */
export interface Seen {
  readonly status: RankStatus;
  readonly score: number;
  readonly rank: number;
  /** Points of the index that the indicator adds; 0 when it is missing or not in the scheme. */
  readonly pointsOf: (indicator: string) => number;
}

/** Looks at a unit in a world (a number of WORLDS); null where a table has no row for it. */
export type Look = (key: string, world: number) => Seen | null;

const seenIn = (result: ScoreResult, index: string, row: number): Seen => ({
  status: result.status[row]!,
  score: result.scores.get(index)![row]!,
  rank: result.ranks.get(index)![row]!,
  pointsOf: (indicator) => result.contributions.get(indicator)?.[row] || 0,
});

/**
 * The worlds between two sides (R123, R124). The four in which a unit's own data are on the side
 * of its peers are shared by all units and scored once, when first looked at; each of the other
 * four costs one scoring a unit, or none where its own data are the same on both sides, or where
 * the schemes are.
 */
export function worldsBetween(before: Side, after: Side): Look {
  const isOneScheme =
    before.scheme === after.scheme ||
    JSON.stringify(before.scheme) === JSON.stringify(after.scheme);
  const sides = { before, after: isOneScheme ? { ...after, scheme: before.scheme } : after };
  const rows = { before: rowsOf(before), after: rowsOf(after) };
  const isOneTable = before.table === after.table;
  const stages = new Map<string, Stage>();

  const stageFor = (peers: 'before' | 'after', method: 'before' | 'after'): Stage => {
    // A table that is both sides is scored once; a side with its own scheme may have its result.
    const at = isOneTable ? method : peers;
    const name = `${at} ${method}`;
    let stage = stages.get(name);
    if (!stage) stages.set(name, (stage = stageOf(sides[at], sides[method].scheme)));
    return stage;
  };

  return (key, world) => {
    const { own, peers, scheme } = WORLDS[world]!;
    const method = isOneScheme ? 'before' : scheme;
    const row = rows[peers].get(key);
    const ownRow = rows[own].get(key);
    if (row === undefined || ownRow === undefined) return null;
    const stage = stageFor(peers, method);
    const source = stageFor(own, method);
    const index = sides[method].scheme.index.code;
    if (own === peers || isSameRow(stage.table, row, source.table, ownRow))
      return seenIn(stage.result, index, row);
    const { table, at } = stage.surroundings(row);
    // Two years of one panel: its other row gets what this one had (R124).
    const exchange = isOneTable ? at.get(ownRow) : undefined;
    const mixed = withRowFrom(table, at.get(row)!, source.table, ownRow, exchange);
    return seenIn(score(mixed, stage.scheme), index, at.get(row)!);
  };
}
