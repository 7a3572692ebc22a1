import type {
  ConvergenceStep,
  Sensitivity,
  SobolIndices,
  UnitSensitivity,
} from '#lib/model/index.ts';
import { meanShift } from './mean-shift.ts';
import { pickFreezePoints } from './pick-freeze-points.ts';
import { pickFreezeSums } from './pick-freeze.ts';
import { generatorOf, uniform } from './points.ts';
import { warningsOf } from './sensitivity-warnings.ts';
import type { Simulation } from './simulation.ts';
import type { Estimated } from './sobol-indices.ts';
import { estimate, indicesOf, resamplesOf } from './sobol-indices.ts';
import { allOf, stepwise } from './stepwise.ts';
import type { Stepwise } from './stepwise.ts';

export interface SensitivityOptions {
  /** An integer; only its low 32 bits count. The same seed gives the same digits. */
  readonly seed: number;
  /** Rows of the design; each takes (assumptions + 2) replicates. Best a power of two. */
  readonly samples: number;
  /** Of the intervals, in (0, 1). Default 0.95. */
  readonly confidence?: number;
}

/** What can be told of the whole before all is done. */
export type SensitivityProgress = Pick<Sensitivity, 'rank_shift' | 'convergence'>;

/** An analysis under way: a step for each replicate, then one for each unit. */
export interface SensitivityRun extends Stepwise<Sensitivity> {
  /** The indices of the shift in rank from the rows that are complete so far. */
  progress(): SensitivityProgress;
}

/** Blocks of rows that the intervals of the single units are drawn from. */
const UNIT_BLOCKS = 32;

/**
 * Starts a variance-based sensitivity analysis (R101–R106): how much of the uncertainty of the
 * ranking, and of every unit's score and place, comes from which assumption.
 *
 * Memory grows with samples · assumptions + units · assumptions. Throws a RangeError when `samples`
 * is not a positive integer.
 */
export function startSensitivity(
  simulation: Simulation,
  { seed, samples, confidence = 0.95 }: SensitivityOptions,
): SensitivityRun {
  if (!(Number.isInteger(samples) && samples >= 1))
    throw new RangeError('a sensitivity analysis takes a positive number of samples');
  const { design, rows, nominal } = simulation;
  const { dimensions, factors } = design;
  const n = rows.length;
  const points = pickFreezePoints(design, seed);
  const { runs } = points;
  const u = new Float64Array(dimensions);
  // What the replicates of the row under way gave, one array a replicate.
  const scores = Array.from({ length: runs }, () => new Float64Array(n));
  const ranks = Array.from({ length: runs }, () => new Int32Array(n));
  const shifts = new Float64Array(runs);
  const ofShift = pickFreezeSums(1, factors.length, samples);
  const blocks = Math.min(UNIT_BLOCKS, samples);
  const ofUnits = pickFreezeSums(2 * n, factors.length, blocks);
  let incomplete = 0;

  const replicate = (run: number): void => {
    if (run === 0) points.nextRow();
    points.pointAt(run, u);
    simulation.run(u, scores[run]!, ranks[run]!);
    const { mean, placed } = meanShift(ranks[run]!, nominal.ranks);
    shifts[run] = mean;
    if (placed < n) incomplete++;
  };

  const closeRow = (row: number): void => {
    ofShift.add(0, row, (run) => shifts[run]!);
    const block = Math.floor((row * blocks) / samples);
    for (let i = 0; i < n; i++) {
      ofUnits.add(2 * i, block, (run) => scores[run]![i]!);
      ofUnits.add(2 * i + 1, block, (run) => ranks[run]![i]! || NaN);
    }
  };

  const whole = (count: number): Estimated =>
    estimate(ofShift, 0, count, confidence, () => resamplesOf(count, drawer(seed, 1)));

  const convergence = (count: number): ConvergenceStep[] =>
    [count >> 2, count >> 1, count].map((first) => {
      const estimates = indicesOf(ofShift.totals(0, new Uint8Array(first).fill(1)), factors.length);
      return { rows: first, first: [...estimates.first], total: [...estimates.total] };
    });

  const units: UnitSensitivity[] = [];
  let drawn: readonly Uint16Array[] | undefined;
  // The same for all units.
  const resamples = () => (drawn ??= resamplesOf(blocks, drawer(seed, 2)));
  const estimateUnit = (i: number): void => {
    const of = (output: number) => bare(estimate(ofUnits, output, samples, confidence, resamples));
    units.push({ row: rows[i]!, score: of(2 * i), rank: of(2 * i + 1) });
  };

  const replicates = samples * runs;
  const step = (at: number): void => {
    if (at >= replicates) {
      estimateUnit(at - replicates);
      return;
    }
    replicate(at % runs);
    if (at % runs === runs - 1) closeRow(Math.floor(at / runs));
  };

  const finish = (): Sensitivity => {
    const shift = whole(samples);
    const steps = convergence(samples);
    return {
      seed,
      samples,
      replicates,
      confidence,
      factors,
      rank_shift: bare(shift),
      convergence: steps,
      units,
      warnings: warningsOf(shift, steps[1]!, samples, 2 * dimensions, incomplete / replicates),
    };
  };

  const run = stepwise(replicates + n, step, finish);
  const progress = (): SensitivityProgress => {
    const count = Math.min(samples, Math.floor(run.done / runs));
    return { rank_shift: bare(whole(count)), convergence: convergence(count) };
  };
  // Assigned, not spread: a spread would read `done` once and for all.
  return Object.assign(run, { progress });
}

/** All steps at once: what `startSensitivity` comes to. */
export const sensitivity = (simulation: Simulation, options: SensitivityOptions): Sensitivity =>
  allOf(startSensitivity(simulation, options));

function drawer(seed: number, stream: number): () => number {
  const random = generatorOf(seed, stream);
  return () => uniform(random);
}

/** Without the gaps, which only the warnings need. */
const bare = (estimated: Estimated): SobolIndices => {
  const { rows, mean, variance, first, total, interactions, reason } = estimated;
  return { rows, mean, variance, first, total, interactions, reason };
};
