import { simulateInPage } from './in-page.ts';
import type { WorkerReport } from './report.ts';
import { SimulationError } from './simulation-error.ts';
import type { SimulationAnswer, SimulationOrder } from './task.ts';

export interface SimulateOptions {
  /** Steps done and in all: at the start, at the end, and some twenty times a second between. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Cancels the simulation: the worker is ended at once. */
  readonly signal?: AbortSignal;
  /** Starts the worker; to be replaced in tests. */
  readonly startWorker?: () => Worker;
}

const startModuleWorker = (): Worker =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

/**
 * Simulates in a worker of its own, or in the page, piece by piece, where workers cannot be started
 * (blocked, or no module workers). Rejects with a SimulationError; after that, and after the answer,
 * nothing is reported any more.
 */
export function simulate(
  order: SimulationOrder<'uncertainty'>,
  options?: SimulateOptions,
): Promise<SimulationAnswer<'uncertainty'>>;
export function simulate(
  order: SimulationOrder<'sensitivity'>,
  options?: SimulateOptions,
): Promise<SimulationAnswer<'sensitivity'>>;
export async function simulate(
  order: SimulationOrder,
  options: SimulateOptions = {},
): Promise<SimulationAnswer> {
  return (await simulateInWorker(order, options)) ?? (await simulateInPage(order, options));
}

/** The answer, or null when no worker can be started. */
function simulateInWorker(
  order: SimulationOrder,
  { onProgress, signal, startWorker = startModuleWorker }: SimulateOptions,
): Promise<SimulationAnswer | null> {
  const worker = started(startWorker);
  if (!worker) return Promise.resolve(null);
  const ending = new AbortController();
  return new Promise<SimulationAnswer | null>((resolve, reject) => {
    let isStarted = false;
    const cancel = () => reject(new SimulationError('cancelled', 'the simulation was cancelled'));
    const fail = (message: string) => reject(new SimulationError('worker_failed', message));
    signal?.addEventListener('abort', cancel, { signal: ending.signal });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      if (isStarted) fail(`the simulation's worker failed: ${event.message}`);
      else resolve(null);
    });
    worker.addEventListener('messageerror', () => fail('a report could not be read'));
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerReport>) => {
      switch (data.type) {
        case 'started':
          isStarted = true;
          break;
        case 'progress':
          if (!signal?.aborted) onProgress?.(data.done, data.total);
          break;
        case 'done':
          resolve(data.answer);
          break;
        case 'failed':
          reject(new SimulationError('simulation_failed', data.message));
      }
    });
    if (signal?.aborted) cancel();
    else worker.postMessage(order);
  }).finally(() => {
    ending.abort();
    worker.terminate();
  });
}

function started(startWorker: () => Worker): Worker | null {
  try {
    return startWorker();
  } catch {
    return null;
  }
}
