/** What the trends page needs beside the scores, asked once a layer. */
import type { Layer } from '#lib/model/index.ts';
import { published, schemeObservations, seriesBreaks } from '#lib/queries/index.ts';
import type { Session } from './session.svelte.ts';
import type { TrendRecords } from './trends-records.ts';

/** `failed`: an engine's error, told by code; asking again may help. */
export type RecordsState = TrendRecords | 'failed' | null;

export class TrendRecordsOf {
  readonly #session: Pick<Session, 'ask'>;
  readonly #codes: readonly string[];
  readonly #running = new Set<Layer>();
  #known = $state.raw<ReadonlyMap<Layer, TrendRecords | 'failed'>>(new Map());

  /** `codes`: indicators beside the scheme's whose values are wanted too. */
  constructor(session: Pick<Session, 'ask'>, codes: readonly string[]) {
    this.#session = session;
    this.#codes = codes;
  }

  get(layer: Layer): RecordsState {
    return this.#known.get(layer) ?? null;
  }

  /** Asks unless the answer is known or under way; after a failure it asks again. */
  async want(layer: Layer): Promise<void> {
    const known = this.#known.get(layer);
    if (this.#running.has(layer) || (known !== undefined && known !== 'failed')) return;
    this.#running.add(layer);
    const indicators = { indicators: this.#codes, period_type: 'year' } as const;
    try {
      const [publishedRows, breaks, observations] = await Promise.all([
        this.#session.ask(layer, published, {}),
        this.#session.ask(layer, seriesBreaks, {}),
        this.#session.ask(layer, schemeObservations, indicators),
      ]);
      this.#keep(layer, { published: publishedRows, breaks, observations });
    } catch {
      this.#keep(layer, 'failed');
    } finally {
      this.#running.delete(layer);
    }
  }

  #keep(layer: Layer, records: TrendRecords | 'failed'): void {
    this.#known = new Map(this.#known).set(layer, records);
  }
}
