import { SimulationError } from './simulation-error.ts';
import { startRun, workFor } from './task.ts';
import type { SimulationAnswer, SimulationOrder } from './task.ts';
import type { SimulateOptions } from './host.ts';

/** Milliseconds of work at a time: a frame is 16.7. */
const PIECE = 10;

const breath = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Simulates in the page itself, in pieces short enough for the page to stay usable. */
export async function simulateInPage(
  order: SimulationOrder,
  { onProgress, signal }: SimulateOptions,
): Promise<SimulationAnswer> {
  const pause = async () => {
    await breath();
    if (signal?.aborted) throw new SimulationError('cancelled', 'the simulation was cancelled');
  };
  await pause();
  try {
    const run = startRun(order);
    while (run.done < run.total) {
      onProgress?.(run.done, run.total);
      await pause();
      workFor(run, PIECE);
    }
    onProgress?.(run.done, run.total);
    return run.result();
  } catch (cause) {
    if (cause instanceof SimulationError) throw cause;
    throw new SimulationError('simulation_failed', 'the simulation broke off', { cause });
  }
}
