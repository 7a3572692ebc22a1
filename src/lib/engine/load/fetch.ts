import { withDeadline } from '../deadline.ts';
import { EngineError } from '../engine.ts';
import { isSafePath, READ_DEADLINE } from './source.ts';
import type { DataSource, Freshness, ReadOptions } from './source.ts';

const CACHE_MODE: Record<Freshness, RequestCache> = {
  immutable: 'force-cache',
  revalidate: 'no-cache',
  reload: 'reload',
};

type Fetch = typeof globalThis.fetch;

/**
 * Reads over HTTP from the folder `base` (an absolute URL ending in `/`), whole files only: range
 * requests fail behind too many proxies. `mode: 'same-origin'` turns a redirect to a login host
 * into an error instead of a request that leaves the origin.
 */
export function fetchSource(base: string, fetch: Fetch = globalThis.fetch): DataSource {
  return {
    read(path, options = {}) {
      if (!isSafePath(path))
        return Promise.reject(failure('not_found', path, 'is not a path inside the data folder'));
      const url = new URL(path.split('/').map(encodeURIComponent).join('/'), base).href;
      return withDeadline((signal) => readUrl(fetch, url, path, signal, options), {
        signal: options.signal,
        deadline: options.deadline ?? READ_DEADLINE,
        subject: path,
      });
    },
  };
}

async function readUrl(
  fetch: Fetch,
  url: string,
  path: string,
  signal: AbortSignal,
  options: ReadOptions,
): Promise<Uint8Array> {
  const response = await fetch(url, {
    signal,
    mode: 'same-origin',
    redirect: 'error',
    cache: CACHE_MODE[options.freshness ?? 'immutable'],
  }).catch((cause: unknown) => {
    throw failure('fetch_failed', path, 'could not be fetched (no connection or blocked)', cause);
  });
  if (response.status === 404 || response.status === 410)
    throw failure('not_found', path, `is not on the server (HTTP ${response.status})`);
  if (!response.ok)
    throw failure('fetch_failed', path, `was refused by the server (HTTP ${response.status})`);
  const bytes = await readBody(response, path, options);
  if (looksLikeHtml(bytes))
    throw failure('wrong_content', path, 'came as a web page instead of data');
  if (options.bytes !== undefined && bytes.length !== options.bytes)
    throw wrongLength(path, options.bytes, `${bytes.length}`);
  return bytes;
}

async function readBody(
  response: Response,
  path: string,
  { bytes, onProgress }: ReadOptions,
): Promise<Uint8Array> {
  if (!response.body) return new Uint8Array(0);
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
  const total = bytes ?? 0;
  const chunks: Uint8Array[] = [];
  let loaded = 0;
  for (;;) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw failure('fetch_failed', path, `broke off after ${loaded} bytes`, cause);
    });
    if (done) break;
    if (chunks.length === 0 && looksLikeHtml(value)) {
      await cancel(reader);
      throw failure('wrong_content', path, 'came as a web page instead of data');
    }
    chunks.push(value);
    loaded += value.length;
    if (bytes !== undefined && loaded > bytes) {
      await cancel(reader);
      throw wrongLength(path, bytes, 'more');
    }
    onProgress?.(loaded, total);
  }
  return concatenate(chunks, loaded);
}

/** Stops the transfer; that a broken stream cannot be cancelled cleanly changes nothing. */
const cancel = (reader: ReadableStreamDefaultReader<Uint8Array>) =>
  reader.cancel().catch(() => undefined);

function concatenate(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}

/** Neither Parquet nor JSON begins with `<`, and a server's error page always does. */
function looksLikeHtml(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 64));
  return start.trimStart().startsWith('<');
}

const wrongLength = (path: string, expected: number, found: string) =>
  failure('wrong_content', path, `should have ${expected} bytes but has ${found}`);

const failure = (
  code: 'not_found' | 'fetch_failed' | 'wrong_content',
  path: string,
  what: string,
  cause?: unknown,
) => new EngineError(code, `${path} ${what}.`, { subject: path, cause });
