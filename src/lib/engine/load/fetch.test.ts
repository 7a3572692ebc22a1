import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../testing/failure.ts';
import { fetchSource } from './fetch.ts';

const BASE = 'https://origin.invalid/app/data/';
const DATA = new Uint8Array([80, 65, 82, 49, 1, 2, 3, 4]);

interface Request {
  readonly url: string;
  readonly init: RequestInit;
}

/** A source over a fake fetch, and the requests it made. */
function fake(respond: (request: Request) => Response | Promise<Response>) {
  const requests: Request[] = [];
  const source = fetchSource(BASE, (url, init) => {
    const request = { url: url as string, init: init ?? {} };
    requests.push(request);
    return Promise.resolve(respond(request));
  });
  return { source, requests };
}

const answering = (body: BodyInit | null, init?: ResponseInit) =>
  fake(() => new Response(body, init));

describe('fetchSource(base).read(path)', () => {
  it('reads a whole file and reports its progress', async () => {
    const { source } = answering(DATA.slice());
    const progress: number[][] = [];
    const bytes = await source.read('x.parquet', {
      bytes: DATA.length,
      onProgress: (...step) => progress.push(step),
    });
    expect(bytes).toEqual(DATA);
    expect(progress.at(-1)).toEqual([DATA.length, DATA.length]);
  });

  it('joins a body that comes in pieces', async () => {
    const pieces = new ReadableStream<Uint8Array>({
      start(stream) {
        for (const byte of DATA) stream.enqueue(new Uint8Array([byte]));
        stream.close();
      },
    });
    const { source } = answering(pieces);
    expect(await source.read('x.parquet', { bytes: DATA.length })).toEqual(DATA);
  });

  it('stays inside its folder and its origin, with the cache that suits the name', async () => {
    const { source, requests } = fake(() => new Response(DATA.slice()));
    await source.read('reported/表 1.parquet');
    await source.read('manifest.json', { freshness: 'revalidate' });
    await source.read('x.parquet', { freshness: 'reload' });
    expect(requests.map(({ url, init }) => [url, init.cache, init.mode])).toEqual([
      [`${BASE}reported/%E8%A1%A8%201.parquet`, 'force-cache', 'same-origin'],
      [`${BASE}manifest.json`, 'no-cache', 'same-origin'],
      [`${BASE}x.parquet`, 'reload', 'same-origin'],
    ]);
    const error = await failureOf(source.read('../other'));
    expect(error.code).toBe('not_found');
    expect(requests).toHaveLength(3);
  });

  it.each([
    [404, 'not_found'],
    [410, 'not_found'],
    [403, 'fetch_failed'],
    [500, 'fetch_failed'],
    [503, 'fetch_failed'],
  ])('HTTP %d is %s, with the file and the status', async (status, code) => {
    const error = await failureOf(answering('<h1>sorry</h1>', { status }).source.read('x.parquet'));
    expect(error).toMatchObject({ code, subject: 'x.parquet' });
    expect(error.message).toContain(`HTTP ${status}`);
  });

  it.each([
    '<!doctype html><title>app</title>',
    '\ufeff\r\n  <html></html>',
    '<?xml version="1.0"?>',
  ])('a web page in place of data is wrong_content (%j)', async (page) => {
    const { source } = answering(page);
    const error = await failureOf(source.read('x.parquet', { bytes: DATA.length }));
    expect(error).toMatchObject({ code: 'wrong_content', subject: 'x.parquet' });
    expect(error.message).toContain('web page');
  });

  it.each([0, 7, 9, 100_000])('a wrong length (%d bytes) is wrong_content', async (length) => {
    const { source } = answering(new Uint8Array(length).fill(65));
    const error = await failureOf(source.read('x.parquet', { bytes: DATA.length }));
    expect(error).toMatchObject({ code: 'wrong_content' });
    expect(error.message).toContain('should have 8 bytes');
  });

  it('a body without end is given up as soon as it is too long', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(stream) {
        sent += 1000;
        stream.enqueue(new Uint8Array(1000).fill(65));
      },
    });
    const error = await failureOf(answering(endless).source.read('x.parquet', { bytes: 5000 }));
    expect(error.code).toBe('wrong_content');
    expect(sent).toBeLessThan(10_000);
  });

  it('no connection is fetch_failed with its cause', async () => {
    const cause = new TypeError('Failed to fetch');
    const { source } = fake(() => Promise.reject(cause));
    const error = await failureOf(source.read('x.parquet'));
    expect(error).toMatchObject({ code: 'fetch_failed', subject: 'x.parquet', cause });
  });

  it('a server that never answers ends in deadline, and the request is aborted', async () => {
    const { source, requests } = fake(() => new Promise<Response>(() => undefined));
    const error = await failureOf(source.read('x.parquet', { deadline: 20 }));
    expect(error.code).toBe('deadline');
    expect(requests[0]?.init.signal?.aborted).toBe(true);
  });

  it('a body that stalls ends in deadline', async () => {
    const stalled = new ReadableStream<Uint8Array>({
      start: (stream) => stream.enqueue(DATA.slice(0, 4)),
    });
    const { source } = answering(stalled);
    const error = await failureOf(source.read('x.parquet', { deadline: 20, bytes: 8 }));
    expect(error.code).toBe('deadline');
  });

  it('a caller may give up', async () => {
    const { source } = fake(() => new Promise<Response>(() => undefined));
    const caller = new AbortController();
    const failure = failureOf(source.read('x.parquet', { signal: caller.signal }));
    caller.abort();
    expect((await failure).code).toBe('aborted');
  });
});

describe('fetchSource over a real server', () => {
  async function withServer(listener: RequestListener, work: (base: string) => Promise<void>) {
    const server = createServer(listener);
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    try {
      await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/data/`);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  }

  // Node's fetch has no origin of its own to be the same as.
  const crossOrigin: typeof fetch = (url, init) => fetch(url, { ...init, mode: 'cors' });

  it('a transfer that breaks off is fetch_failed', () =>
    withServer(
      (_, response) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('PAR1 and a bit');
        setTimeout(() => response.destroy(), 20);
      },
      async (base) => {
        const source = fetchSource(base, crossOrigin);
        const error = await failureOf(source.read('x.parquet', { bytes: 1000 }));
        expect(error).toMatchObject({ code: 'fetch_failed', subject: 'x.parquet' });
        expect(error.message).toContain('broke off after 14 bytes');
      },
    ));

  it('a closed port is fetch_failed', async () => {
    let gone = '';
    await withServer(
      () => undefined,
      (base) => {
        gone = base;
        return Promise.resolve();
      },
    );
    const error = await failureOf(fetchSource(gone, crossOrigin).read('x.parquet'));
    expect(error.code).toBe('fetch_failed');
  });
});
