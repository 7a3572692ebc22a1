/** Simulates in a worker, one order a worker. To cancel it is to terminate it. */
import { buffersOf } from './report.ts';
import type { WorkerReport } from './report.ts';
import { startRun, workFor } from './task.ts';
import type { SimulationOrder } from './task.ts';

/** Milliseconds of work between two reports. */
const REPORT_EVERY = 50;

const tell = (report: WorkerReport, transfer: Iterable<ArrayBuffer> = []) =>
  self.postMessage(report, { transfer: [...transfer] });

function work(order: SimulationOrder): void {
  try {
    const run = startRun(order);
    while (run.done < run.total) {
      tell({ type: 'progress', done: run.done, total: run.total });
      workFor(run, REPORT_EVERY);
    }
    const answer = run.result();
    tell({ type: 'progress', done: run.done, total: run.total });
    tell({ type: 'done', answer }, buffersOf(answer));
  } catch (cause) {
    tell({ type: 'failed', message: cause instanceof Error ? cause.message : String(cause) });
  }
}

self.addEventListener('message', ({ data }: MessageEvent<SimulationOrder>) => work(data));
tell({ type: 'started' });
