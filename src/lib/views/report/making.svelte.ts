/** One report at a time: under way, done, cancelled or failed. */
import type { ReportView } from '#lib/state/report-view.ts';

/** A finished file. */
export interface MadeFile {
  readonly bytes: Uint8Array;
  readonly name: string;
}

export interface MakingWatch {
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/** Makes the report of a view; given by the route. */
export type MakeReport = (view: ReportView, watch: MakingWatch) => Promise<MadeFile>;

/** The code or the data that a report needs could not be had. */
export class MakingError extends Error {
  override readonly name = 'MakingError';
  readonly reason: 'notLoaded' | 'noData';

  constructor(reason: 'notLoaded' | 'noData', options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}

export type MakingState =
  | { readonly kind: 'idle' | 'preparing' | 'cancelled' }
  | { readonly kind: 'drawing'; readonly done: number; readonly total: number }
  | { readonly kind: 'saved'; readonly name: string }
  | { readonly kind: 'failed'; readonly reason: 'failed' | 'notLoaded' | 'noData' };

export class Making {
  readonly #make: () => MakeReport;
  readonly #save: (file: MadeFile) => void;
  #stop: AbortController | null = null;
  #state = $state.raw<MakingState>({ kind: 'idle' });

  constructor(make: () => MakeReport, save: (file: MadeFile) => void) {
    this.#make = make;
    this.#save = save;
  }

  get state(): MakingState {
    return this.#state;
  }

  get busy(): boolean {
    return this.#state.kind === 'preparing' || this.#state.kind === 'drawing';
  }

  /** Makes and saves a file; what goes wrong is told by the state, never thrown. */
  async start(view: ReportView): Promise<void> {
    if (this.busy) return;
    const stop = new AbortController();
    this.#stop = stop;
    this.#state = { kind: 'preparing' };
    try {
      const file = await this.#make()(view, {
        signal: stop.signal,
        onProgress: (done, total) => {
          if (!stop.signal.aborted) this.#state = { kind: 'drawing', done, total };
        },
      });
      if (stop.signal.aborted) return;
      this.#save(file);
      this.#state = { kind: 'saved', name: file.name };
    } catch (cause) {
      if (stop.signal.aborted) return;
      const reason = cause instanceof MakingError ? cause.reason : 'failed';
      this.#state = { kind: 'failed', reason };
    }
  }

  /** Nothing is saved any more, whatever is still under way. */
  cancel(): void {
    if (!this.busy) return;
    this.#stop?.abort();
    this.#state = { kind: 'cancelled' };
  }
}
