import type { Design, Robustness, Scheme, ScoreResult, UnitTable } from '#lib/model/index.ts';
import { score } from '../score.ts';
import { designOf } from './design.ts';
import { perturbedScheme } from './perturb.ts';

/** Rankings of one period under the assumptions of a scheme, one replicate at a time. */
export interface Simulation {
  readonly design: Design;
  /**
   * Positions in `table.rows` of the rows that have a place in the period by the scheme as it
   * stands, ordered by unit code, then peer group: the order of the table's rows cannot matter.
   */
  readonly rows: Int32Array;
  /** Index and places of those rows by the scheme as it stands. */
  readonly nominal: { readonly scores: Float64Array; readonly ranks: Int32Array };
  /**
   * One replicate at the point `u` of [0, 1)^dimensions: index and places of the rows, in their
   * order; NaN and 0 where there is none at this point.
   */
  run(u: Float64Array, scores: Float64Array, ranks: Int32Array): void;
}

/** A simulation that also tells who competes with whom. */
export interface PeerSimulation extends Simulation {
  /** Number of the peer group of each row, from 0 by code: places are compared within one only. */
  readonly peers: Int32Array;
  /** No place is greater than this in any replicate. */
  readonly places: number;
}

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * What is needed to simulate the ranking of one period (R90). Panel figures still come from all
 * periods. The scheme and the assumptions must be such as `checkScheme` accepts.
 */
export function simulationOf(
  table: UnitTable,
  scheme: Scheme,
  robustness: Robustness,
  period: string,
): PeerSimulation {
  const nominal = score(table, scheme);
  const index = scheme.index.code;
  const places = nominal.ranks.get(index)!;
  const rows = Int32Array.from(
    [...table.rows.keys()].filter((row) => table.rows[row]!.period === period && places[row]! > 0),
  ).sort((a, b) => {
    const [one, other] = [table.rows[a]!, table.rows[b]!];
    return byCode(one.unit, other.unit) || byCode(one.group, other.group);
  });
  const groups = [...new Set(Array.from(rows, (row) => table.rows[row]!.group))].sort(byCode);
  const copy = (result: ScoreResult, scores: Float64Array, ranks: Int32Array): void => {
    const from = { scores: result.scores.get(index)!, ranks: result.ranks.get(index)! };
    for (let i = 0; i < rows.length; i++) {
      scores[i] = from.scores[rows[i]!]!;
      ranks[i] = from.ranks[rows[i]!]!;
    }
  };
  const own = { scores: new Float64Array(rows.length), ranks: new Int32Array(rows.length) };
  copy(nominal, own.scores, own.ranks);
  return {
    design: designOf(scheme, robustness),
    rows,
    peers: Int32Array.from(rows, (row) => groups.indexOf(table.rows[row]!.group)),
    places: table.rows.filter((row) => row.period === period).length,
    nominal: own,
    run: (u, scores, ranks) =>
      copy(score(table, perturbedScheme(table, scheme, robustness, u)), scores, ranks),
  };
}
