import type { Layer, Manifest, ManifestFile, TableName } from '#lib/model/index.ts';
import { withDeadline } from '../deadline.ts';
import { EngineError } from '../engine.ts';
import type { EngineProgress, QueryOptions } from '../engine.ts';
import { READ_DEADLINE } from './source.ts';
import type { DataSource, Freshness } from './source.ts';
import { emptyTable } from './table.ts';
import type { DecodedTable } from './table.ts';

/** One layer's tables: fetched, verified and decoded once, on first demand. */
export interface TableLoader {
  readonly layer: Layer;
  /**
   * The named tables. Callers at the same time share one fetch; an aborted or late caller stops
   * waiting without spoiling it for the others. A failed load is forgotten, so that the next
   * call tries again. A table the manifest does not list for the layer is empty.
   */
  load(
    names: readonly TableName[],
    options?: QueryOptions,
  ): Promise<ReadonlyMap<TableName, DecodedTable>>;
}

/** Throws EngineError `not_found` when the manifest has no file of the layer at all. */
export function createTableLoader(
  source: DataSource,
  manifest: Manifest,
  layer: Layer,
  onProgress: (progress: EngineProgress) => void = () => undefined,
): TableLoader {
  const files = new Map(
    manifest.files.filter((file) => file.layer === layer).map((file) => [file.table, file]),
  );
  if (files.size === 0)
    throw new EngineError('not_found', `The manifest lists no files of the layer ${layer}.`, {
      subject: layer,
    });
  const progress = byteProgress(onProgress);
  const loads = new Map<TableName, Promise<DecodedTable>>();

  const loadOnce = (name: TableName): Promise<DecodedTable> => {
    const running = loads.get(name);
    if (running) return running;
    const file = files.get(name);
    const load = file ? loadFile(source, file, progress) : Promise.resolve(emptyTable(name));
    loads.set(name, load);
    load.catch(() => loads.delete(name));
    return load;
  };

  return {
    layer,
    load: (names, { signal, deadline = READ_DEADLINE } = {}) =>
      withDeadline(
        async () => new Map((await Promise.all(names.map(loadOnce))).map((t) => [t.name, t])),
        { signal, deadline, subject: `Tables ${names.join(', ')}` },
      ),
  };
}

async function loadFile(
  source: DataSource,
  file: ManifestFile,
  progress: ByteProgress,
): Promise<DecodedTable> {
  progress.expect(file);
  // The decoder's code travels beside the data, not in front of the page.
  const opener = settled(import('./open.ts'));
  const bytes = await readSound('immutable').catch((error: unknown) => {
    // A damaged copy may sit in a cache: pass it by once, then believe the damage.
    if (isDamage(error)) return readSound('reload');
    throw error;
  });
  progress.report('load');
  return (await codeOf(opener)).open(file, bytes);

  async function readSound(freshness: Freshness): Promise<Uint8Array> {
    const found = await source.read(file.path, {
      bytes: file.bytes,
      freshness,
      onProgress: (loaded) => progress.fetched(file, loaded),
    });
    progress.report('verify');
    (await codeOf(opener)).verify(file, found);
    return found;
  }
}

type Settled<T> = Promise<{ readonly value: T } | { readonly cause: unknown }>;

/** Never rejects, so that a failure nobody is waiting for yet is not reported as unhandled. */
const settled = <T>(promise: Promise<T>): Settled<T> =>
  promise.then(
    (value) => ({ value }),
    (cause: unknown) => ({ cause }),
  );

async function codeOf<T>(module: Settled<T>): Promise<T> {
  const result = await module;
  if ('value' in result) return result.value;
  throw new EngineError('fetch_failed', 'The program part that reads tables could not be loaded.', {
    cause: result.cause,
  });
}

const isDamage = (error: unknown): boolean =>
  error instanceof EngineError &&
  (error.code === 'hash_mismatch' || error.code === 'wrong_content');

interface ByteProgress {
  expect(file: ManifestFile): void;
  fetched(file: ManifestFile, loaded: number): void;
  report(phase: EngineProgress['phase']): void;
}

/** Adds up the bytes of all files that were asked for so far. */
function byteProgress(onProgress: (progress: EngineProgress) => void): ByteProgress {
  const loadedOf = new Map<string, number>();
  let total = 0;
  const report = (phase: EngineProgress['phase']) => {
    let loaded = 0;
    for (const bytes of loadedOf.values()) loaded += bytes;
    onProgress({ phase, loaded, total });
  };
  return {
    expect(file) {
      // A second attempt at the same file is not more to load.
      if (!loadedOf.has(file.path)) total += file.bytes;
      loadedOf.set(file.path, 0);
    },
    fetched(file, loaded) {
      loadedOf.set(file.path, loaded);
      report('fetch');
    },
    report,
  };
}
