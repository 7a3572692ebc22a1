import { describe, expect, it } from 'vitest';
import type { Robustness, Scheme, UnitTable } from '#lib/model/index.ts';
import { sensitivity, simulationOf, uncertainty } from '#lib/scoring/index.ts';
import { largeCase } from '#lib/scoring/testing/large.ts';
import { simulate } from './host.ts';
import type { SimulateOptions } from './host.ts';
import { SimulationError } from './simulation-error.ts';
import type { SimulationOrder } from './task.ts';

const ROBUSTNESS: Robustness = {
  seed: 7,
  replicates: 200,
  assumptions: [
    { kind: 'weights', noise: 0.25 },
    { kind: 'normalise', alternatives: [{ spec: { method: 'rank' } }] },
  ],
};

const order = (
  { table, scheme }: { readonly table: UnitTable; readonly scheme: Scheme },
  replicates: number,
): SimulationOrder<'uncertainty'> => ({
  kind: 'uncertainty',
  table,
  scheme,
  robustness: ROBUSTNESS,
  period: '2025',
  options: { seed: 7, replicates },
});

const small = largeCase(60, 10, { gaps: 0.1 });
const large = largeCase(2900, 40);

const failureOf = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    await work;
  } catch (cause) {
    return cause;
  }
  throw new Error('it did not fail');
};

/** Longest time for which the page could not run a task, while `work` went on. */
async function longestGap(work: () => Promise<unknown>): Promise<number> {
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  let longest = 0;
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    port2.postMessage(null);
  };
  port2.postMessage(null);
  await work();
  port1.close();
  return longest;
}

const BLOCKED: SimulateOptions = {
  startWorker: () => {
    throw new DOMException('blocked', 'SecurityError');
  },
};
const MISSING: SimulateOptions = {
  startWorker: () => new Worker('/no-such-worker.js', { type: 'module' }),
};

describe('a simulation in a worker', () => {
  it('gives the same bits as in place', async () => {
    const simulation = simulationOf(small.table, small.scheme, ROBUSTNESS, '2025');
    const of = order(small, 300);
    expect(await simulate(of)).toEqual(uncertainty(simulation, of.options));
    const options = { seed: 7, samples: 32 };
    expect(await simulate({ ...of, kind: 'sensitivity', options })).toEqual(
      sensitivity(simulation, options),
    );
  });

  it.each([
    ['blocked', BLOCKED],
    ['missing', MISSING],
  ])('works in the page where workers are %s: same bits, with progress', async (_, options) => {
    const seen: number[] = [];
    const answer = await simulate(order(small, 300), {
      ...options,
      onProgress: (done) => seen.push(done),
    });
    expect(answer).toEqual(await simulate(order(small, 300)));
    expect(seen[0]).toBe(0);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  it('10,000 replicates of 2,900 units by 40 indicators: progress, page free', async () => {
    const seen: [number, number][] = [];
    const start = performance.now();
    const gap = await longestGap(() =>
      simulate(order(large, 10_000), { onProgress: (done, total) => seen.push([done, total]) }),
    );
    const seconds = (performance.now() - start) / 1000;
    console.log(
      `10,000 × 2,900 × 40: ${seconds.toFixed(1)} s, ${seen.length} reports, longest gap of the page ${gap.toFixed(0)} ms`,
    );
    const total = 10_000 + 2 * 2900;
    expect(seen[0]).toEqual([0, total]);
    expect(seen.at(-1)).toEqual([total, total]);
    expect(seen.map(([done]) => done)).toEqual(seen.map(([done]) => done).sort((a, b) => a - b));
    expect(seen.length).toBeGreaterThan(10);
  });

  it.each([
    ['in a worker', {}],
    ['in the page', BLOCKED],
  ])('is cancelled at once and says no more: %s', async (_, options) => {
    const controller = new AbortController();
    let cancelled = 0;
    let after = 0;
    const failure = await failureOf(
      simulate(order(large, 10_000), {
        ...options,
        signal: controller.signal,
        onProgress: (done) => {
          if (controller.signal.aborted) after++;
          if (done === 0 || controller.signal.aborted) return;
          cancelled = performance.now();
          controller.abort();
        },
      }),
    );
    console.log(`cancelled within ${(performance.now() - cancelled).toFixed(0)} ms`);
    expect(failure).toBeInstanceOf(SimulationError);
    expect(failure).toMatchObject({ code: 'cancelled' });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(after).toBe(0);
  });

  it('a signal that was aborted before: cancelled without work', async () => {
    const failure = await failureOf(simulate(order(small, 10), { signal: AbortSignal.abort() }));
    expect(failure).toMatchObject({ code: 'cancelled' });
  });

  it('a worker that dies after its start is a failure, not a reason to begin again', async () => {
    const script = "postMessage({ type: 'started' }); onmessage = () => { throw Error('dead'); };";
    const startWorker = () => new Worker(URL.createObjectURL(new Blob([script])));
    const failure = await failureOf(simulate(order(small, 10), { startWorker }));
    expect(failure).toMatchObject({ code: 'worker_failed' });
    expect((failure as Error).message).toContain('dead');
  });

  it.each([
    ['in a worker', {}],
    ['in the page', BLOCKED],
  ])('what breaks off is told: %s', async (_, options) => {
    const broken = { ...small.table, columns: new Map([['x0', new Float64Array(1)]]) };
    const failure = await failureOf(simulate({ ...order(small, 10), table: broken }, options));
    expect(failure).toMatchObject({ code: 'simulation_failed' });
  });
});
