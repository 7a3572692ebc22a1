/** One report at a time: under way, done, cancelled or failed. */
import type { KeptFigure } from '#lib/figure/tray/kept-figure.ts';
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

/** What the reader has collected; a report of its own, whatever the scope of the page. */
export interface Collected {
  readonly title: string;
  /** In their order; at least one. */
  readonly figures: readonly KeptFigure[];
}

/** Name and address of the page at a path below the site's root; null where there is none. */
export type PageOfPath = (
  path: string,
  search: string,
) => { readonly label: string; readonly href: string } | null;

/** Makes the report of a view, or of what was collected; given by the route. */
export type MakeReport = (
  view: ReportView,
  watch: MakingWatch,
  collected: Collected | null,
) => Promise<MadeFile>;

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
  async start(view: ReportView, collected: Collected | null = null): Promise<void> {
    if (this.busy) return;
    const stop = new AbortController();
    this.#stop = stop;
    this.#state = { kind: 'preparing' };
    try {
      const watch: MakingWatch = {
        signal: stop.signal,
        onProgress: (done, total) => {
          if (!stop.signal.aborted) this.#state = { kind: 'drawing', done, total };
        },
      };
      const file = await this.#make()(view, watch, collected);
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
