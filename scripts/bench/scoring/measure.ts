import { median } from 'd3-array';

export interface Measured {
  /** Milliseconds. */
  readonly median: number;
  readonly least: number;
  readonly greatest: number;
}

/** Milliseconds that `work` takes, over several runs after one that only warms up. */
export function measure(runs: number, work: () => void): Measured {
  work();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return {
    median: median(times) ?? NaN,
    least: Math.min(...times),
    greatest: Math.max(...times),
  };
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
  const times = new Map(names.map((name) => [name, [] as number[]]));
  for (let run = 0; run <= runs; run++)
    for (const name of names) {
      const start = performance.now();
      works[name]();
      if (run > 0) times.get(name)!.push(performance.now() - start);
    }
  const of = (name: K): Measured => {
    const own = times.get(name)!;
    return { median: median(own) ?? NaN, least: Math.min(...own), greatest: Math.max(...own) };
  };
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<K, Measured>;
}
