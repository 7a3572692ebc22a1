import type { Design, Robustness, Scheme, UnitTable } from '#lib/model/index.ts';
import { aggregate } from '../aggregate/aggregate.ts';
import { screenTable } from '../prepare/normalised-table.ts';
import { rankInto } from '../rank/rank.ts';
import { Ranker } from '../rank/ranker.ts';
import { hierarchyOf } from '../structure/hierarchy.ts';
import { choicesAt, chosenScheme } from './choose.ts';
import { CollapsedScores, isCollapsible } from './collapsed.ts';
import { designOf } from './design.ts';
import { moveWeights } from './move-weights.ts';
import type { MoveWeights } from './move-weights.ts';
import { isTreelike, TreeScores } from './tree-scores.ts';
import { withWeights } from './perturb.ts';
import { Planner } from './plan.ts';
import type { Plan } from './plan.ts';

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

/** Bytes that the tables of different choices may take before all are forgotten and made again. */
const KEPT_BYTES = 2 ** 27;

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * What is needed to simulate the ranking of one period (R90). Panel figures still come from all
 * periods. The scheme and the assumptions must be such as `checkScheme` accepts.
 *
 * Every combination of choices is normalised once, by the way of `score`, and kept (128 MB at
 * most; only the period's rows, whatever the size of the panel). Replicates then only move weights.
 * Where all means are arithmetic the weights are multiplied out and a score is one sum over the
 * indicators; geometric and harmonic means are sums on their own scales. Where rounding could decide
 * a place, and for other methods, `aggregate` computes the replicate. Places are those of `score` for the replicate's scheme, scores agree to 1e-12.
 */
export function simulationOf(
  table: UnitTable,
  scheme: Scheme,
  robustness: Robustness,
  period: string,
): PeerSimulation {
  const screened = screenTable(table, scheme, hierarchyOf(scheme));
  const rows = Int32Array.from(
    [...table.rows.keys()].filter(
      (row) => table.rows[row]!.period === period && screened.open[row] === 1,
    ),
  ).sort((a, b) => {
    const [one, other] = [table.rows[a]!, table.rows[b]!];
    return byCode(one.unit, other.unit) || byCode(one.group, other.group);
  });
  const groups = [...new Set(Array.from(rows, (row) => table.rows[row]!.group))].sort(byCode);
  const peers = Int32Array.from(rows, (row) => groups.indexOf(table.rows[row]!.group));
  const planner = new Planner(table, screened, rows);
  const runner = new Runner(planner, scheme, robustness, peers, groups.length);
  runner.runPlain();
  const listed = Int32Array.from(rows.keys()).filter((at) => runner.ranks[at]! > 0);
  const copy = (scores: Float64Array, ranks: Int32Array): void => {
    for (let i = 0; i < listed.length; i++) {
      scores[i] = runner.scores[listed[i]!]!;
      ranks[i] = runner.ranks[listed[i]!]!;
    }
  };
  const nominal = {
    scores: new Float64Array(listed.length),
    ranks: new Int32Array(listed.length),
  };
  copy(nominal.scores, nominal.ranks);
  return {
    design: runner.design,
    rows: listed.map((at) => rows[at]!),
    peers: listed.map((at) => peers[at]!),
    places: rows.length,
    nominal,
    run(u, scores, ranks) {
      runner.run(u);
      copy(scores, ranks);
    },
  };
}

/** Scores that may be off by rounding. */
interface FastScores {
  /** No score is further than this from the one that `aggregate` computes. */
  readonly error: number;
  run(weights: Float64Array, scores: Float64Array): void;
}

function fastScores(plan: Plan): FastScores | null {
  if (isCollapsible(plan)) return new CollapsedScores(plan);
  if (!isTreelike(plan)) return null;
  return new TreeScores(plan, Int32Array.from(plan.positions.keys()));
}

interface ReadyPlan {
  readonly plan: Plan;
  readonly move: MoveWeights;
  /** null where only `aggregate` will do. */
  readonly fast: FastScores | null;
}

/** Computes replicates for all rows of the period that take part. */
class Runner {
  readonly design: Design;
  /** Of the last replicate: index and places, NaN and 0 for none. */
  readonly scores: Float64Array;
  readonly ranks: Int32Array;
  readonly #planner: Planner;
  readonly #scheme: Scheme;
  readonly #robustness: Robustness;
  readonly #pools: readonly Int32Array[];
  readonly #ranker: Ranker;
  readonly #plans = new Map<string, ReadyPlan>();
  readonly #mostPlans: number;
  readonly #weights: Float64Array;

  constructor(
    planner: Planner,
    scheme: Scheme,
    robustness: Robustness,
    peers: Int32Array,
    groups: number,
  ) {
    const { elements } = hierarchyOf(scheme);
    this.design = designOf(scheme, robustness);
    this.scores = new Float64Array(peers.length);
    this.ranks = new Int32Array(peers.length);
    this.#planner = planner;
    this.#scheme = scheme;
    this.#robustness = robustness;
    this.#pools = Array.from({ length: groups }, (_, group) =>
      Int32Array.from(peers.keys()).filter((at) => peers[at] === group),
    );
    this.#ranker = new Ranker(peers.length);
    this.#weights = new Float64Array(elements.length);
    // A plan keeps its values twice: by column and by row.
    const size = 2 * Float64Array.BYTES_PER_ELEMENT * peers.length * elements.length;
    this.#mostPlans = Math.max(1, Math.floor(KEPT_BYTES / Math.max(1, size)));
  }

  /** The scheme as it stands. */
  runPlain(): void {
    const { plan } = this.#ready(this.#robustness.assumptions.map(() => 0));
    this.#runExactly(plan, plan.start);
  }

  run(u: Float64Array): void {
    const { plan, move, fast } = this.#ready(choicesAt(this.#robustness, this.design, u));
    const weights = this.#weights;
    weights.set(plan.start);
    move(u, weights);
    if (!fast || !this.#runFast(fast, weights)) this.#runExactly(plan, weights);
  }

  /** False when rounding could decide a place. */
  #runFast(fast: FastScores, weights: Float64Array): boolean {
    fast.run(weights, this.scores);
    const { tie_tolerance } = this.#scheme.ranking;
    for (const rows of this.#pools)
      if (!this.#ranker.rank(this.scores, rows, tie_tolerance, fast.error, this.ranks))
        return false;
    return true;
  }

  #runExactly(plan: Plan, weights: Float64Array): void {
    const { scheme, weighings, columns, ground, positions } = plan;
    const hierarchy = hierarchyOf(withWeights(scheme, weights, weighings));
    const index = aggregate(hierarchy, columns, ground).scores.get(scheme.index.code)!;
    for (let at = 0; at < positions.length; at++) this.scores[at] = index[positions[at]!]!;
    this.ranks.fill(0);
    for (const rows of this.#pools)
      rankInto(this.ranks, this.scores, rows, scheme.ranking.tie_tolerance, this.#ranker);
  }

  #ready(choices: readonly number[]): ReadyPlan {
    const key = choices.join();
    let ready = this.#plans.get(key);
    if (!ready) {
      if (this.#plans.size >= this.#mostPlans) {
        this.#plans.clear();
        this.#planner.clear();
      }
      const plan = this.#planner.plan(chosenScheme(this.#scheme, this.#robustness, choices));
      const move = moveWeights(plan.hierarchy, this.#robustness, this.design);
      const fast = fastScores(plan);
      this.#plans.set(key, (ready = { plan, move, fast }));
    }
    return ready;
  }
}
