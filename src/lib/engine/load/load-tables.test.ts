import { describe, expect, it } from 'vitest';
import type { EngineProgress } from '../engine.ts';
import { failureOf } from '../testing/failure.ts';
import { memorySource, publish } from '../testing/publish.ts';
import type { EngineRow } from '../engine.ts';
import { createTableLoader } from './load-tables.ts';
import type { DataSource, ReadOptions } from './source.ts';
import { tableRows } from './table.ts';

const SOURCE: EngineRow = {
  source_id: 's1',
  title: '通知',
  publisher: null,
  published: null,
  url: null,
  quality: 'A',
  licence: null,
  data_status: 'reported',
  note: null,
};
const published = publish('reported', { source: [SOURCE], region: [] });
const { manifest } = published;

/** Counts the reads, and lets a test stand between the source and the loader. */
function spied(
  intercept: (
    path: string,
    attempt: number,
    read: () => Promise<Uint8Array>,
  ) => Promise<Uint8Array> = (_path, _attempt, read) => read(),
) {
  const reads: { path: string; freshness: ReadOptions['freshness'] }[] = [];
  const source: DataSource = {
    read(path, options) {
      reads.push({ path, freshness: options?.freshness });
      return intercept(path, reads.length, () => published.source.read(path, options));
    },
  };
  return { loader: createTableLoader(source, manifest, 'reported'), reads };
}

describe('createTableLoader(source, manifest, layer).load(names)', () => {
  it('gives the named tables', async () => {
    const tables = await spied().loader.load(['source', 'region']);
    expect([...tables.keys()]).toEqual(['source', 'region']);
    const source = tables.get('source');
    expect(source && tableRows(source)).toEqual([SOURCE]);
  });

  it('fetches a file once, however many ask and whenever', async () => {
    const { loader, reads } = spied();
    const all = await Promise.all([
      loader.load(['source']),
      loader.load(['source', 'region']),
      loader.load(['region', 'source']),
    ]);
    await loader.load(['source']);
    expect(reads).toHaveLength(2);
    expect(new Set(all.map((tables) => tables.get('source'))).size).toBe(1);
  });

  it('a caller who gives up does not spoil it for the others', async () => {
    const { loader, reads } = spied();
    const caller = new AbortController();
    const impatient = failureOf(loader.load(['source'], { signal: caller.signal }));
    const patient = loader.load(['source']);
    caller.abort();
    expect((await impatient).code).toBe('aborted');
    expect((await patient).get('source')?.rowCount).toBe(1);
    expect(reads).toHaveLength(1);
  });

  it('forgets a failure, so that the next call tries again', async () => {
    const { loader, reads } = spied((_, attempt, read) =>
      attempt === 1 ? Promise.reject(new TypeError('no network')) : read(),
    );
    await expect(loader.load(['source'])).rejects.toThrow('no network');
    expect((await loader.load(['source'])).get('source')?.rowCount).toBe(1);
    expect(reads).toHaveLength(2);
  });

  it('passes by a damaged copy in a cache', async () => {
    const { loader, reads } = spied(async (_, attempt, read) => {
      const bytes = (await read()).slice();
      if (attempt === 1) bytes[50] = (bytes[50] ?? 0) ^ 1;
      return bytes;
    });
    expect((await loader.load(['source'])).get('source')?.rowCount).toBe(1);
    expect(reads.map((read) => read.freshness)).toEqual(['immutable', 'reload']);
  });

  it('a source that never answers ends in deadline', async () => {
    const { loader } = spied(() => new Promise(() => undefined));
    const error = await failureOf(loader.load(['source'], { deadline: 20 }));
    expect(error.code).toBe('deadline');
    expect(error.subject).toContain('source');
  });

  it('a table that the manifest does not list is empty, without a fetch', async () => {
    const { loader, reads } = spied();
    expect((await loader.load(['event'])).get('event')?.rowCount).toBe(0);
    expect(reads).toHaveLength(0);
  });

  it('a layer that the manifest does not list is not_found', () => {
    expect(() => createTableLoader(published.source, manifest, 'synthetic')).toThrow(
      expect.objectContaining({ code: 'not_found', subject: 'synthetic' }),
    );
  });

  it('more or fewer rows than the manifest says are schema_mismatch', async () => {
    const files = manifest.files.map((file) => ({ ...file, rows: file.rows + 1 }));
    const loader = createTableLoader(published.source, { ...manifest, files }, 'reported');
    expect((await failureOf(loader.load(['source']))).code).toBe('schema_mismatch');
  });

  it('reports bytes of all files together, never above the total', async () => {
    const steps: EngineProgress[] = [];
    const reading: DataSource = {
      async read(path, options) {
        const bytes = await memorySource(published.files).read(path);
        options?.onProgress?.(bytes.length, bytes.length);
        return bytes;
      },
    };
    const loader = createTableLoader(reading, manifest, 'reported', (step) => steps.push(step));
    await loader.load(['source', 'region']);
    const total = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
    expect(steps.at(-1)).toMatchObject({ loaded: total, total });
    expect(steps.every(({ loaded, total }) => loaded <= total)).toBe(true);
    expect(new Set(steps.map((step) => step.phase))).toEqual(new Set(['fetch', 'verify', 'load']));
  });
});
