import { median } from 'd3-array';

/** Milliseconds. */
export interface Measured {
  readonly median: number;
  readonly least: number;
  readonly greatest: number;
  /** Median of the processors' time, all threads: what a busy machine cannot lengthen by waiting. */
  readonly cpu: number;
}

interface Run {
  readonly time: number;
  readonly cpu: number;
}

function timed(work: () => void): Run {
  const before = process.cpuUsage();
  const start = performance.now();
  work();
  const time = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { time, cpu: (user + system) / 1000 };
}

function summary(runs: readonly Run[]): Measured {
  const times = runs.map(({ time }) => time);
  return {
    median: median(times) ?? NaN,
    least: Math.min(...times),
    greatest: Math.max(...times),
    cpu: median(runs, ({ cpu }) => cpu) ?? NaN,
  };
}

/** Milliseconds that `work` takes, over several runs after one that only warms up. */
export function measure(runs: number, work: () => void): Measured {
  work();
  return summary(Array.from({ length: runs }, () => timed(work)));
}

/**
 * Several things measured in turn, run by run, so that a machine that is busy for a while is busy for
 * all of them: only then do their ratios mean anything.
 */
export function measureTogether<K extends string>(
  runs: number,
  works: Readonly<Record<K, () => void>>,
): Record<K, Measured> {
  const names = Object.keys(works) as K[];
  const times = new Map(names.map((name) => [name, [] as Run[]]));
  for (let run = 0; run <= runs; run++)
    for (const name of names) {
      const taken = timed(works[name]);
      if (run > 0) times.get(name)!.push(taken);
    }
  return Object.fromEntries(names.map((name) => [name, summary(times.get(name)!)])) as Record<
    K,
    Measured
  >;
}
