import type { Contests, Spread, Uncertainty } from '#lib/model/index.ts';
import { MOST_ROWS_FOR_ALL_PAIRS, tallyContests } from './contests.ts';
import { meanShift } from './mean-shift.ts';
import { PlaceCounter } from './place-counts.ts';
import { placeStatistics } from './place-statistics.ts';
import { pointsOf } from './points.ts';
import type { PointKind } from './points.ts';
import { KeptScores } from './score-spread.ts';
import type { PeerSimulation } from './simulation.ts';
import { allOf, stepwise } from './stepwise.ts';
import type { Stepwise } from './stepwise.ts';
import { orderOf, TierBuilder } from './tiers.ts';

/** Names the way from a seed to the points; to be changed with anything that changes a digit of it. */
export const GENERATOR = 'pure-rand 8 xoroshiro128plus; Joe-Kuo Sobol; 1';

export interface UncertaintyOptions {
  /** An integer; only its low 32 bits count. */
  readonly seed: number;
  readonly replicates: number;
  /** Where points come from. Default: random. */
  readonly sampling?: PointKind;
  /** With which one row must beat another to be told apart from it. Default 0.95. */
  readonly confidence?: number;
  /** Pairs of rows (positions in `Simulation.rows`) to compare besides neighbours (R97). */
  readonly pairs?: readonly (readonly [number, number])[];
}

/** A simulation under way: a step for each replicate, then two for each row. */
export type UncertaintyRun = Stepwise<Uncertainty>;

/** Simulates the ranking (R95) and tells what came of it (R96–R98), step by step. */
export function startUncertainty(
  simulation: PeerSimulation,
  { seed, replicates, sampling = 'random', confidence = 0.95, pairs = [] }: UncertaintyOptions,
): UncertaintyRun {
  const { rows, peers, nominal, design } = simulation;
  const n = rows.length;
  const points = pointsOf(sampling, seed, design.dimensions);
  const u = new Float64Array(design.dimensions);
  const scores = new Float64Array(n);
  const ranks = new Int32Array(n);
  const counter = new PlaceCounter(n);
  const contests = tallyContests(peers, simulation.places, replicates);
  const kept = new KeptScores(n, replicates);
  const shifts = new Float64Array(replicates);
  const summary = emptySummary(n);
  const beats = (a: number, b: number): number => contests.probability(a, b);
  let places = counter.result();
  let order: Int32Array = new Int32Array(0);
  let tiers: TierBuilder | undefined;

  const replicate = (r: number): void => {
    points.next(u);
    simulation.run(u, scores, ranks);
    counter.add(ranks);
    contests.add(ranks);
    kept.add(scores);
    shifts[r] = meanShift(ranks, nominal.ranks).mean;
  };

  const summarise = (i: number): void => {
    if (i === 0) places = counter.result();
    const { placed, mean, p5, median, p95, min, max } = placeStatistics(places, i);
    summary.placed[i] = placed;
    summary.mean[i] = mean;
    summary.min[i] = min;
    summary.max[i] = max;
    put(summary.ranks, i, [p5, median, p95]);
    put(summary.scores, i, kept.quantiles(i, [0.05, 0.5, 0.95]));
  };

  const classify = (i: number): void => {
    if (i === 0) {
      order = orderOf(peers, nominal.ranks, summary.mean);
      tiers = new TierBuilder(order, peers, beats, confidence);
    }
    tiers?.next();
  };

  const step = (at: number): void => {
    if (at < replicates) replicate(at);
    else if (at < replicates + n) summarise(at - replicates);
    else classify(at - replicates - n);
  };

  return stepwise(replicates + 2 * n, step, () => ({
    generator: GENERATOR,
    seed,
    sampling,
    replicates,
    confidence,
    rows,
    peers,
    nominal,
    placed: summary.placed,
    ranks: { ...summary.ranks, mean: summary.mean, min: summary.min, max: summary.max },
    places,
    scores: { ...summary.scores, replicates: kept.replicates },
    shifts,
    wins: n <= MOST_ROWS_FOR_ALL_PAIRS ? winMatrix(n, beats) : null,
    contests: contestsOf([...pairs, ...neighbours(order, peers)], beats),
    compared: contests.compared,
    order,
    tiers: tiers?.tiers ?? new Int32Array(0),
  }));
}

/** All steps at once: what `startUncertainty` comes to. */
export const uncertainty = (simulation: PeerSimulation, options: UncertaintyOptions): Uncertainty =>
  allOf(startUncertainty(simulation, options));

const emptySpread = (n: number): Spread => ({
  p5: new Float64Array(n),
  median: new Float64Array(n),
  p95: new Float64Array(n),
});

const emptySummary = (n: number) => ({
  placed: new Uint32Array(n),
  mean: new Float64Array(n),
  min: new Int32Array(n),
  max: new Int32Array(n),
  ranks: emptySpread(n),
  scores: emptySpread(n),
});

function put(spread: Spread, i: number, quantiles: readonly number[]): void {
  spread.p5[i] = quantiles[0]!;
  spread.median[i] = quantiles[1]!;
  spread.p95[i] = quantiles[2]!;
}

const winMatrix = (n: number, beats: (a: number, b: number) => number): Float64Array =>
  Float64Array.from({ length: n * n }, (_, at) => beats(Math.floor(at / n), at % n));

const neighbours = (order: Int32Array, peers: Int32Array): (readonly [number, number])[] =>
  Array.from(order.subarray(1), (row, i) => [order[i]!, row] as const).filter(
    ([a, b]) => peers[a] === peers[b],
  );

const contestsOf = (
  pairs: readonly (readonly [number, number])[],
  beats: (a: number, b: number) => number,
): Contests => ({
  first: Int32Array.from(pairs, ([a]) => a),
  second: Int32Array.from(pairs, ([, b]) => b),
  probability: Float64Array.from(pairs, ([a, b]) => beats(a, b)),
});
