import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { deserialize } from 'node:v8';
import type { Robustness } from '../../../src/lib/model/index.ts';
import { score, simulationOf, uncertainty } from '../../../src/lib/scoring/index.ts';
import { designOf } from '../../../src/lib/scoring/robustness/design.ts';
import { perturbedScheme } from '../../../src/lib/scoring/robustness/perturb.ts';
import { pointsOf } from '../../../src/lib/scoring/robustness/points.ts';
import type { Case } from '../../../src/lib/scoring/testing/cases.ts';
import { largeCase } from '../../../src/lib/scoring/testing/large.ts';
import { lowerBound } from './lower-bound.ts';
import { measure, measureTogether } from './measure.ts';
import type { Measured } from './measure.ts';

const RUNS = 5;
const WARM_UP = 40;
const PERIOD = '2025';

const NOISE: Robustness = {
  seed: 1,
  replicates: 1000,
  assumptions: [{ kind: 'weights', noise: 0.25 }],
};

const LABEL = 58;

const print = (label: string, { median, least, greatest, cpu }: Measured, note = ''): void => {
  const digits = median < 100 ? 2 : 0;
  const range = `(${least.toFixed(digits)}–${greatest.toFixed(digits)}; CPU ${cpu.toFixed(digits)})`;
  console.log(`${label.padEnd(LABEL)}${median.toFixed(digits).padStart(9)} ms  ${range}  ${note}`);
};

/** What is needed to run replicates one after the other. */
function replicator({ table, scheme }: Case, robustness: Robustness) {
  const simulation = simulationOf(table, scheme, robustness, PERIOD);
  const { dimensions } = simulation.design;
  const points = pointsOf('random', 1, dimensions);
  const u = new Float64Array(dimensions);
  const scores = new Float64Array(simulation.rows.length);
  const ranks = new Int32Array(simulation.rows.length);
  return (count: number): void => {
    for (let r = 0; r < count; r++) {
      points.next(u);
      simulation.run(u, scores, ranks);
    }
  };
}

/** The same number of replicates as plainly as they can be written. */
function plainReplicator({ table, scheme }: Case) {
  const columns = [...score(table, scheme).normalised.values()];
  const loop = lowerBound(columns);
  const points = pointsOf('random', 1, columns.length);
  const weights = new Float64Array(columns.length);
  return (count: number): void => {
    for (let r = 0; r < count; r++) {
      points.next(weights);
      loop.run(weights);
    }
  };
}

/** Score with what is worked out when it is asked for: parameters, contributions, actual weights. */
function scoreInFull({ table, scheme }: Case): number {
  const { ranks, parameters, contributions, actual_weights } = score(table, scheme);
  return ranks.size + parameters.length + contributions.size + actual_weights.size;
}

function nominal(large: Case): void {
  const one = replicator(large, NOISE);
  const ranking = () => score(large.table, large.scheme).ranks;
  const first = measure(1, ranking);
  // The compiler wants some dozens of calls; a page that follows a slider makes hundreds.
  for (let run = 0; run < WARM_UP; run++) {
    ranking();
    scoreInFull(large);
  }
  one(200);
  const { whole, full, kernel } = measureTogether(10 * RUNS, {
    whole: ranking,
    full: () => scoreInFull(large),
    kernel: () => one(1),
  });
  print('score() with ranks, the second call', first);
  print('  the same after some dozens of calls', whole, 'goal ≤ 5 ms');
  print('  with contributions and parameters too', full, 'goal ≤ 5 ms');
  print('one replicate of a simulation', kernel);
}

function weightNoise(large: Case): void {
  const ours = replicator(large, NOISE);
  const plain = plainReplicator(large);
  const { simulated, bound } = measureTogether(RUNS, {
    simulated: () => ours(1000),
    bound: () => plain(1000),
  });
  const ratio = simulated.median / bound.median;
  print('1,000 weight-noise replicates with ranks', simulated, 'goal ≤ 2,000 ms');
  print(
    '  the plain loop: sums, sort, places',
    bound,
    `we take ${ratio.toFixed(2)} times that; goal ≤ 2`,
  );
  const gaps = replicator(largeCase(2900, 40, { gaps: 0.1 }), NOISE);
  print(
    '  the same with one cell in ten missing',
    measure(RUNS, () => gaps(1000)),
  );
  const geometric = replicator(largeCase(2900, 40, { aggregate: 'geometric' }), NOISE);
  const tenth = measure(RUNS, () => geometric(100));
  print('  100 replicates of geometric means', tenth);
}

function wholePipeline({ table, scheme }: Case): void {
  const robustness = scheme.robustness ?? NOISE;
  const { dimensions } = designOf(scheme, robustness);
  const u = new Float64Array(dimensions);
  const rebuilt = measure(RUNS, () => {
    const points = pointsOf('random', 1, dimensions);
    for (let r = 0; r < 1000; r++) {
      points.next(u);
      score(table, perturbedScheme(table, scheme, robustness, u)).ranks.get(scheme.index.code);
    }
  });
  const kinds = robustness.assumptions.map(({ kind }) => kind).join(', ');
  print('ASEM, 1,000 replicates, everything rebuilt each time', rebuilt, 'goal ≤ 1,000 ms');
  const period = table.rows[0]!.period;
  const kept = measure(RUNS, () =>
    uncertainty(simulationOf(table, scheme, robustness, period), { seed: 1, replicates: 1000 }),
  );
  print('  the same as a simulation, with its statistics', kept, kinds);
}

function growth(): void {
  const INDICATORS = [10, 40, 100];
  console.log(
    `${'units'.padStart(10)}${INDICATORS.map((k) => `${k} indicators`.padStart(16)).join('')}`,
  );
  for (const units of [50, 500, 2900, 10_000]) {
    const cells = INDICATORS.map((indicators) => {
      const run = replicator(largeCase(units, indicators), NOISE);
      return `${measure(3, () => run(200)).median.toFixed(0)} ms`.padStart(16);
    });
    console.log(`${String(units).padStart(10)}${cells.join('')}`);
  }
}

function everything(large: Case): void {
  const start = performance.now();
  const simulation = simulationOf(large.table, large.scheme, NOISE, PERIOD);
  uncertainty(simulation, { seed: 1, replicates: 10_000 });
  const seconds = (performance.now() - start) / 1000;
  const memory = process.resourceUsage().maxRSS / 1024;
  console.log(
    `${'10,000 replicates, statistics, contests and tiers'.padEnd(LABEL)}${seconds.toFixed(1).padStart(9)} s   memory at its peak ${memory.toFixed(0)} MB`,
  );
}

function surroundings(): void {
  const processors = cpus();
  const load = (loadavg()[0] ?? 0).toFixed(1);
  console.log(
    `${processors[0]?.model.trim() ?? 'unknown processor'}, ${processors.length} cores, load ${load}; Node ${process.version}`,
  );
  console.log('bundled and minified by Vite for the browsers of the site, as what ships is');
  console.log('medians (smallest–largest; median of the processors’ time)');
}

const PARTS: Readonly<Record<string, (asem: Case) => void>> = {
  large() {
    surroundings();
    const large = largeCase(2900, 40);
    console.log('\n2,900 units × 40 indicators, three levels of groups');
    nominal(large);
    weightNoise(large);
    everything(large);
  },
  asem(asem) {
    console.log('\n51 units × 49 indicators');
    wholePipeline(asem);
  },
  growth() {
    console.log('\n200 weight-noise replicates with ranks');
    growth();
  },
};

PARTS[process.argv[2] ?? '']!(deserialize(readFileSync(process.stdin.fd)) as Case);
