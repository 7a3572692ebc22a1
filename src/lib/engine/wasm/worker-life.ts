import { EngineError } from '../engine.ts';

/**
 * One worker's life. A worker that dies tells nobody, and what was asked of it stays pending for
 * ever; here everybody who waits learns the reason at once.
 */
export class WorkerLife {
  readonly worker: Worker;
  #reason: EngineError | null = null;
  #started = false;
  readonly #mourners = new Set<(reason: EngineError) => void>();

  constructor(worker: Worker) {
    this.worker = worker;
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.end(this.#workerError(event.message));
    });
    worker.addEventListener('messageerror', () => {
      this.end(this.#workerError('an answer could not be read'));
    });
  }

  /** Why the life ended, null while it lasts. */
  get reason(): EngineError | null {
    return this.#reason;
  }

  /** From here on an error is a crash of the engine, before it a failure to start. */
  started(): void {
    this.#started = true;
  }

  /** Terminates the worker. The first reason given counts. */
  end(reason: EngineError): void {
    if (this.#reason) return;
    this.#reason = reason;
    this.worker.terminate();
    for (const mourn of this.#mourners) mourn(reason);
    this.#mourners.clear();
  }

  /** Called once, at once when the life is already over. Returns how to stop listening. */
  onEnd(listener: (reason: EngineError) => void): () => void {
    if (this.#reason) listener(this.#reason);
    else this.#mourners.add(listener);
    return () => this.#mourners.delete(listener);
  }

  /** Settles like `work`, or rejects with the reason when the life ends before. */
  during<T>(work: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const release = this.onEnd(reject);
      work.then(resolve, reject).finally(release);
    });
  }

  #workerError(message: string | undefined): EngineError {
    return this.#started
      ? new EngineError('engine_crashed', `DuckDB's worker failed: ${message ?? 'unknown error'}.`)
      : new EngineError(
          'worker_failed',
          `DuckDB's worker could not be started: ${message ?? 'its file is missing or blocked'}.`,
        );
  }
}
