import { createContext } from 'svelte';
import {
  EngineError,
  type Engine,
  type EngineKind,
  type Query,
  type StatementAnswer,
  type StatementOptions,
} from '#lib/engine/engine.ts';
import type { EngineHost, EngineHostStatus } from '#lib/engine/index.ts';
import type {
  Layer,
  LocalMark,
  Manifest,
  RecomputeVerdict,
  Scheme,
  ScoreResult,
  UnitTable,
} from '#lib/model/index.ts';
import type { Choices } from './choices.ts';
import type { Dataset } from './dataset.ts';
import type { LocalFile, LocalPack } from './local/local-pack.ts';
import { PlaceSimulations, type Simulate } from './possible-places.svelte.ts';
import type * as Work from './work.ts';

/** What one layer and scheme came to: the rows, the scores, and which engine answered. */
export interface Loaded {
  readonly dataset: Dataset;
  readonly table: UnitTable;
  readonly result: ScoreResult;
  readonly engine: EngineKind;
}

/** Whether DuckDB gave the very rows that the TypeScript engine gave. */
export type Agreement = 'unknown' | 'agree' | 'disagree';

export type SessionStatus = EngineHostStatus;

interface Site {
  readonly manifest: Manifest;
  readonly schemes: readonly Scheme[];
}

/**
 * Opens the engines of one layer; fetches no data before the first question. `own`: files that are
 * in this browser and not on the server.
 */
export type OpenHost = (manifest: Manifest, layer: Layer, own: readonly LocalFile[]) => EngineHost;

/** The code that answers questions, all of it fetched together and once. */
interface Workshop {
  readonly work: typeof Work;
  readonly openHost: OpenHost;
}

/** What a session takes from the browser; passed in, so that tests and the build can do without. */
export interface SessionEffects {
  /** Fetches the code of the engines, which no first paint waits for. */
  loadEngines(): Promise<OpenHost>;
  /** Simulates off the page's own thread, where that can be had. */
  simulate: Simulate;
  /** Runs something that can wait until the page has nothing better to do. */
  whenIdle(task: () => void): void;
  /** Whether DuckDB may be fetched unasked: not on phones, not when data are to be saved. */
  startsDuckDb(): boolean;
  /** A named moment for measurements. */
  mark(name: string): void;
}

/**
 * One visit: which layer is open in which engine, what has been scored, what went wrong. A layer
 * that cannot be had leaves everything loaded before in place. It serves what is published, or what
 * the reader imported in place of it, never both.
 */
export class Session {
  /** How certain the places of the views are that were looked at. */
  readonly places: PlaceSimulations;
  readonly #site: Site;
  readonly #effects: SessionEffects;
  #workshop: Promise<Workshop> | null = null;
  #host: EngineHost | null = null;
  #stopListening: () => void = () => undefined;
  readonly #running = new Map<string, Promise<void>>();
  #lastWanted: { layer: Layer; schemeId: string } | null = null;

  #loaded = $state.raw<ReadonlyMap<string, Loaded>>(new Map());
  #failure = $state.raw<EngineError | null>(null);
  #status = $state.raw<EngineHostStatus | null>(null);
  #agreement = $state.raw<Agreement>('unknown');
  #verdicts = $state.raw<ReadonlyMap<string, RecomputeVerdict>>(new Map());
  #pack = $state.raw<LocalPack | null>(null);
  #generation = $state(0);

  constructor(site: Site, effects: SessionEffects) {
    this.#site = site;
    this.#effects = effects;
    this.places = new PlaceSimulations((order, signal) => effects.simulate(order, signal));
  }

  /** What the numbers come from: the published manifest, or that of the imported data. */
  get manifest(): Manifest {
    return this.#pack?.manifest ?? this.#site.manifest;
  }

  /** What the site publishes, whatever is imported. */
  get published(): Manifest {
    return this.#site.manifest;
  }

  /** Set where the numbers come from files that the reader imported. */
  get local(): LocalMark | null {
    return this.#pack?.manifest.local ?? null;
  }

  /** Grows whenever other data are served: what was made of the former ones is worth nothing. */
  get generation(): number {
    return this.#generation;
  }

  /** The years and cities to choose from; `published` are those the site was built with. */
  choices(published: Choices): Choices {
    return this.#pack?.choices ?? published;
  }

  /** A raw table that was imported, by its path in the data folder; null for a published one. */
  rawTable(path: string): Uint8Array | null {
    return this.#pack?.tables.find((table) => table.path === path)?.bytes ?? null;
  }

  /** Serves imported data in place of the published, or the published again. */
  use(pack: LocalPack | null): void {
    if (pack === this.#pack) return;
    this.close();
    this.#pack = pack;
    this.#generation += 1;
    this.#running.clear();
    this.#loaded = new Map();
    this.#verdicts = new Map();
    this.#failure = null;
    this.#status = null;
    this.#agreement = 'unknown';
    this.places.forget(pack === null);
  }

  /** Why the last wish could not be met; null once one is met again. */
  get failure(): EngineError | null {
    return this.#failure;
  }

  /** State of the second engine; null before any data were asked for. */
  get status(): EngineHostStatus | null {
    return this.#status;
  }

  get agreement(): Agreement {
    return this.#agreement;
  }

  /**
   * What computing the index a second time, in SQL, came to (R138): not checked before DuckDB has
   * done so, and where it cannot.
   */
  verdict(layer: Layer, schemeId: string): RecomputeVerdict {
    const known = this.#verdicts.get(keyOf(layer, schemeId));
    if (known) return known;
    switch (this.#status?.duckdb) {
      case 'failed':
        return { kind: 'not_checked', reason: 'no_sql' };
      case 'booting':
      case 'ready':
        return { kind: 'not_checked', reason: 'pending' };
      default:
        return { kind: 'not_checked', reason: 'not_started' };
    }
  }

  /** True once something has been loaded: the moment to fetch what can wait. */
  get settled(): boolean {
    return this.#loaded.size > 0;
  }

  get(layer: Layer, schemeId: string): Loaded | null {
    return this.#loaded.get(keyOf(layer, schemeId)) ?? null;
  }

  /** Loads and scores a layer by a scheme, once; a failure is kept in `failure`, never thrown. */
  async ensure(layer: Layer, schemeId: string): Promise<void> {
    this.#lastWanted = { layer, schemeId };
    const key = keyOf(layer, schemeId);
    if (this.#loaded.has(key)) {
      this.#failure = null;
      return;
    }
    let running = this.#running.get(key);
    if (!running) {
      const load = this.#load(layer, schemeId).finally(() => {
        if (this.#running.get(key) === load) this.#running.delete(key);
      });
      running = load;
      this.#running.set(key, load);
    }
    await running;
  }

  retry(): void {
    this.#failure = null;
    if (this.#lastWanted) void this.ensure(this.#lastWanted.layer, this.#lastWanted.schemeId);
  }

  /** Asks the layer's engine something beside the scores; rejects with the engine's error. */
  async ask<Params, Row>(
    layer: Layer,
    query: Query<Params, Row>,
    params: Params,
  ): Promise<readonly Row[]> {
    const { openHost } = await this.#loadWorkshop();
    return this.#hostOf(layer, openHost).engine.query(query, params);
  }

  /**
   * Boots DuckDB over a layer; unasked only where the device allows it. False where it does not run,
   * and `status` says why.
   */
  async boot(layer: Layer, { asked }: { readonly asked: boolean }): Promise<boolean> {
    if (!asked && !this.#effects.startsDuckDb()) return false;
    const { openHost } = await this.#loadWorkshop();
    return (await this.#hostOf(layer, openHost).startDuckDb()) !== null;
  }

  /** Puts a judged statement to DuckDB over a layer; rejects with the engine's error. */
  async statement(layer: Layer, sql: string, options: StatementOptions): Promise<StatementAnswer> {
    const { openHost } = await this.#loadWorkshop();
    const { engine } = this.#hostOf(layer, openHost);
    if (!engine.statement) throw new EngineError('wasm_blocked', 'No engine here speaks SQL.');
    return engine.statement(sql, options);
  }

  /** Boots DuckDB for the open layer and has it confirm what TypeScript answered. */
  async startDuckDb(): Promise<void> {
    const host = this.#host;
    if (!host) return;
    const engine = await host.startDuckDb();
    if (!engine || host !== this.#host) return;
    await this.#confirm(host);
  }

  close(): void {
    this.places.stop();
    this.#stopListening();
    void this.#host?.close();
    this.#host = null;
  }

  async #load(layer: Layer, schemeId: string): Promise<void> {
    const { generation } = this;
    try {
      const scheme = this.#scheme(schemeId);
      const { work, openHost } = await this.#loadWorkshop();
      const host = this.#hostOf(layer, openHost);
      const engine = host.engine;
      const dataset = work.makeDataset(layer, await work.queryDataset(engine, scheme));
      const table = work.unitTable(dataset, scheme);
      const result = work.score(table, scheme);
      if (generation !== this.#generation) return;
      this.#loaded = new Map(this.#loaded).set(keyOf(layer, schemeId), {
        dataset,
        table,
        result,
        engine: engine.kind,
      });
      const notCovered = work.uncovered(scheme);
      if (notCovered) this.#judge(layer, schemeId, notCovered);
      this.#failure = null;
      this.#effects.mark('hengjian:engine-ready');
      if (host.status.duckdb === 'ready') await this.#confirm(host);
      else if (host.status.duckdb === 'off' && this.#effects.startsDuckDb())
        this.#effects.whenIdle(() => void this.startDuckDb());
    } catch (error) {
      // The reader may have moved on meanwhile, which closes the engine of the layer left behind.
      const wanted = this.#lastWanted;
      if (generation !== this.#generation) return;
      if (wanted?.layer === layer && wanted.schemeId === schemeId)
        this.#failure = asEngineError(error);
    }
  }

  /** Asks both engines again for everything loaded of the host's layer and compares row by row. */
  async #confirm(host: EngineHost): Promise<void> {
    try {
      const duckdb = await host.startDuckDb();
      if (!duckdb) return;
      const { work } = await this.#loadWorkshop();
      const next = new Map(this.#loaded);
      for (const scheme of this.#site.schemes) {
        const key = keyOf(host.layer, scheme.id);
        const loaded = this.#loaded.get(key);
        if (!loaded) continue;
        const [ours, theirs] = await Promise.all([
          work.queryDataset(host.plain, scheme),
          work.queryDataset(duckdb, scheme),
        ]);
        // A crash half-way is answered by the first engine, which would only confirm itself.
        if (host !== this.#host || duckdb.kind === 'typescript') return;
        if (!work.sameRows(ours, theirs)) {
          this.#agreement = 'disagree';
          return;
        }
        next.set(key, { ...loaded, engine: duckdb.kind });
      }
      this.#loaded = next;
      this.#agreement = 'agree';
      this.#effects.mark('hengjian:duckdb-ready');
      this.#effects.whenIdle(() => void this.#recompute(host, duckdb));
    } catch (error) {
      // The second engine broke; the first one's answers stand and its status says why.
      if (!(error instanceof EngineError)) throw error;
    }
  }

  /** Has DuckDB compute every loaded ranking of the host's layer again that is not yet checked. */
  async #recompute(host: EngineHost, duckdb: Engine): Promise<void> {
    const { work } = await this.#loadWorkshop();
    for (const scheme of this.#site.schemes) {
      const key = keyOf(host.layer, scheme.id);
      const loaded = this.#loaded.get(key);
      const known = this.#verdicts.get(key);
      if (!loaded || (known && known.kind !== 'not_checked')) continue;
      const verdict = await work
        .recompute(duckdb, scheme, loaded.result)
        .catch((error: unknown): RecomputeVerdict => {
          if (error instanceof EngineError) return { kind: 'not_checked', reason: 'no_sql' };
          throw error;
        });
      // A verdict on scores that were left behind is none.
      if (host !== this.#host) return;
      this.#judge(host.layer, scheme.id, verdict);
    }
  }

  #judge(layer: Layer, schemeId: string, verdict: RecomputeVerdict): void {
    this.#verdicts = new Map(this.#verdicts).set(keyOf(layer, schemeId), verdict);
  }

  /** A failed fetch is forgotten, so that the next wish tries again. */
  #loadWorkshop(): Promise<Workshop> {
    this.#workshop ??= Promise.all([import('./work.ts'), this.#effects.loadEngines()])
      .then(([work, openHost]) => ({ work, openHost }))
      .catch((cause: unknown) => {
        this.#workshop = null;
        throw new EngineError('fetch_failed', 'The code of the engines did not load.', { cause });
      });
    return this.#workshop;
  }

  #hostOf(layer: Layer, openHost: OpenHost): EngineHost {
    if (this.#host?.layer === layer) return this.#host;
    this.close();
    this.#agreement = 'unknown';
    const host = openHost(this.manifest, layer, this.#pack?.files ?? []);
    this.#host = host;
    this.#status = host.status;
    this.#stopListening = host.subscribe((status) => {
      this.#status = status;
    });
    return host;
  }

  #scheme(id: string): Scheme {
    const scheme = this.#site.schemes.find((candidate) => candidate.id === id);
    if (!scheme) throw new EngineError('not_found', `There is no scheme ${id}.`, { subject: id });
    return scheme;
  }
}

export const [getSession, setSession] = createContext<Session>();

const keyOf = (layer: Layer, schemeId: string) => `${layer} ${schemeId}`;

const asEngineError = (error: unknown): EngineError =>
  error instanceof EngineError
    ? error
    : new EngineError('query_failed', 'An unexpected fault.', { cause: error });
