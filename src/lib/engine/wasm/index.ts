/** DuckDB in the browser. Heavy: import this module dynamically, after the first view. */
import '../old-browsers.ts';
import { TABLE_NAMES } from '#lib/model/index.ts';
import { withDeadline } from '../deadline.ts';
import { engineClosed } from '../decode-rows.ts';
import { EngineError } from '../engine.ts';
import type { EngineProgress } from '../engine.ts';
import type { TableLoader } from '../load/load-tables.ts';
import { MEMORY_LIMIT } from '../sql-schema.ts';
import { fillDatabase, openDatabase } from './boot.ts';
import type { BundleName } from './bundle-files.ts';
import { bundle as bundleOf, supportedBundle } from './bundles.ts';
import type { Bundle } from './bundles.ts';
import { duckdbMessage } from './duckdb-error.ts';
import { shellReady, startWorker } from './start-worker.ts';
import { WasmEngine } from './wasm-engine.ts';

export type { BundleName } from './bundle-files.ts';
export type { WasmEngine } from './wasm-engine.ts';

export interface WasmOptions {
  /** The bundle to use; by default the better one that the browser can run. */
  readonly bundle?: BundleName;
  readonly memoryLimit?: string;
  /** Milliseconds without any progress after which the boot is given up. */
  readonly stall?: number;
  /** Milliseconds for the whole boot. */
  readonly deadline?: number;
  /** Bytes of the wasm file while it is fetched, then the later phases. */
  readonly onProgress?: (progress: EngineProgress) => void;
  readonly signal?: AbortSignal;
}

/** A slow line may take minutes for the file, but not half a minute for the next bytes of it. */
const BOOT_STALL = 30_000;
const BOOT_DEADLINE = 600_000;

/**
 * Boots DuckDB in a worker and loads the layer's tables into it. Rejects with an EngineError
 * within the stall time whatever goes wrong, and leaves no worker behind: `wasm_blocked`,
 * `worker_failed`, `not_found`, `fetch_failed`, `wrong_content`, `hash_mismatch`, `deadline`,
 * `boot_failed`, `aborted`, or what loading the tables rejects with.
 */
export async function openWasmEngine(
  loader: TableLoader,
  { bundle = supportedBundle() ?? undefined, signal, ...options }: WasmOptions = {},
): Promise<WasmEngine> {
  if (!bundle) throw new EngineError('wasm_blocked', 'This browser has no WebAssembly.');
  const files = bundleOf(bundle);
  return withDeadline((stop) => boot(loader, files, stop, options), {
    signal,
    deadline: options.deadline ?? BOOT_DEADLINE,
    subject: 'DuckDB',
  });
}

async function boot(
  loader: TableLoader,
  files: Bundle,
  stop: AbortSignal,
  { memoryLimit = MEMORY_LIMIT, stall = BOOT_STALL, onProgress }: WasmOptions,
): Promise<WasmEngine> {
  let loaded = 0;
  const report = (phase: EngineProgress['phase']) =>
    onProgress?.({ phase, loaded, total: files.bytes });
  const life = startWorker(files);
  stop.addEventListener('abort', () => life.end(engineClosed('DuckDB')));
  const tables = loader.load(TABLE_NAMES);
  // Without data there is no point in fetching the rest.
  tables.catch((error: unknown) => life.end(asEngineError(error)));
  try {
    await shellReady(life, files, {
      stall,
      onFetched: (bytes) => {
        loaded = bytes;
        report('fetch');
      },
      onCompiling: () => report('boot'),
    });
    const db = await openDatabase(life, files, { stall, memoryLimit });
    report('load');
    await fillDatabase(life, db, await life.during(tables), stall);
    life.started();
    report('ready');
    return new WasmEngine(loader.layer, files.name, db, life);
  } catch (error) {
    const reason = life.reason ?? asEngineError(error);
    life.end(reason);
    throw reason;
  }
}

const asEngineError = (error: unknown): EngineError =>
  error instanceof EngineError
    ? error
    : new EngineError('boot_failed', `DuckDB: ${duckdbMessage(error)}`, { cause: error });
