/** The page's side of an import: starts the worker, watches it, asks it. */
import { isTooMuch, MOST_FILES } from './handed-in.ts';
import type {
  Asked,
  AskedKind,
  ImportFault,
  ImportOrder,
  ImportSummary,
  Order,
  Progress,
  Report,
} from './orders.ts';

/** Milliseconds that opening a file may take, which is where hostile ones hang. */
export const PATIENCE = 10_000;

/**
 * So many times longer for everything else: what is fetched comes over any network, and a large
 * table is understood in one go, on any machine.
 */
const LONGER = 6;

/** Thrown for everything that stops an import apart from what is wrong with rows. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  readonly fault: ImportFault;

  constructor(fault: ImportFault) {
    super(`${fault.code}: ${fault.detail}`);
    this.fault = fault;
  }
}

export interface ImportEffects {
  /** Starts the worker; to be replaced in tests. */
  readonly startWorker?: () => Worker;
  readonly patience?: number;
}

const startModuleWorker = (): Worker =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: ImportError) => void;
}

/**
 * One import at work. Its worker lives until `close`, since it holds what the page shows only parts
 * of; after a fault it is gone, and so is the import. The page's last good state is never touched.
 */
export class Importing {
  readonly #worker: Worker;
  readonly #patience: number;
  readonly #onProgress: (progress: Progress) => void;
  readonly #waiting = new Map<number, Waiting>();
  #next = 0;
  #run: Waiting | null = null;
  #watch: ReturnType<typeof setTimeout> | null = null;
  #ended: ImportFault | null = null;
  #opening = false;

  /** Throws an ImportError where no worker can be had, or so much is not taken. */
  constructor(
    order: Omit<ImportOrder, 'type'>,
    onProgress: (progress: Progress) => void,
    { startWorker = startModuleWorker, patience = PATIENCE }: ImportEffects = {},
  ) {
    if (isTooMuch(order.files))
      throw new ImportError({ code: 'too_many', detail: String(MOST_FILES) });
    this.#patience = patience;
    this.#onProgress = onProgress;
    try {
      this.#worker = startWorker();
    } catch (cause) {
      throw new ImportError({ code: 'no_worker', detail: String(cause) });
    }
    let isStarted = false;
    this.#worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#end({ code: isStarted ? 'crashed' : 'no_worker', detail: event.message ?? '' });
    });
    this.#worker.addEventListener('messageerror', () =>
      this.#end({ code: 'crashed', detail: 'a report could not be read' }),
    );
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Report>) => {
      isStarted = true;
      this.#take(data);
    });
    this.#send({ type: 'import', ...order });
  }

  /** Imports with the answers given so far; rejects with an ImportError. */
  run(mapping: string | null, period: string | null): Promise<ImportSummary> {
    return new Promise<ImportSummary>((resolve, reject) => {
      if (this.#ended) return reject(new ImportError(this.#ended));
      this.#run = { resolve, reject };
      this.#send({ type: 'run', mapping, period });
    });
  }

  /** Asks something of the import that is done; rejects with an ImportError. */
  ask<K extends AskedKind>(kind: K, what: Asked[K]['with']): Promise<Asked[K]['answer']> {
    return new Promise((resolve, reject) => {
      if (this.#ended) return reject(new ImportError(this.#ended));
      const id = this.#next++;
      this.#waiting.set(id, { resolve, reject });
      this.#send({ type: 'ask', id, kind, with: what } as Order);
    });
  }

  /** Ends the import, whatever it is doing. */
  cancel(): void {
    this.#end({ code: 'cancelled', detail: '' });
  }

  #send(order: Order): void {
    this.#worker.postMessage(order);
    this.#observe();
  }

  #take(report: Report): void {
    this.#observe();
    switch (report.type) {
      case 'started':
        break;
      case 'progress':
        this.#opening = report.stage === 'open' && report.done < report.total;
        this.#observe();
        this.#onProgress(report);
        break;
      case 'imported':
        this.#run?.resolve(report.summary as never);
        this.#run = null;
        break;
      case 'answer':
        this.#waiting.get(report.id)?.resolve(report.value as never);
        this.#waiting.delete(report.id);
        break;
      case 'failed':
        if (report.id === null) return this.#end(report.fault);
        this.#waiting.get(report.id)?.reject(new ImportError(report.fault));
        this.#waiting.delete(report.id);
    }
    if (!this.#run && this.#waiting.size === 0) this.#rest();
  }

  /** Every sign of life gives the worker its time anew. */
  #observe(): void {
    this.#rest();
    if (this.#ended) return;
    const patience = this.#patience * (this.#opening ? 1 : LONGER);
    this.#watch = setTimeout(
      () => this.#end({ code: 'too_slow', detail: String(patience / 1000) }),
      patience,
    );
  }

  #rest(): void {
    if (this.#watch !== null) clearTimeout(this.#watch);
    this.#watch = null;
  }

  #end(fault: ImportFault): void {
    if (this.#ended) return;
    this.#ended = fault;
    this.#rest();
    this.#worker.terminate();
    const error = new ImportError(fault);
    this.#run?.reject(error);
    this.#run = null;
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
  }
}
