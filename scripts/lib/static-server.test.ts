import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FRAMING, WORKER_POLICY } from './headers.ts';
import { close, listen } from './ports.ts';
import { normaliseBase, siteServer } from './static-server.ts';

let folder: string;
let server: Server;
let port: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'static-server-'));
  const site = join(folder, 'site');
  mkdirSync(join(site, 'en'), { recursive: true });
  mkdirSync(join(site, '_app', 'immutable'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  const names = [
    'a.wasm',
    'b.parquet',
    'c.json',
    'd.js',
    'e.svg',
    'f.webmanifest',
    'g.css',
    '表.csv',
  ];
  for (const name of [
    'index.html',
    'en/index.html',
    '_app/immutable/x.1a2b.js',
    '_app/immutable/my-worker.1a2b.js',
    ...names,
  ])
    writeFileSync(join(site, name), `content of ${name}`);
  writeFileSync(join(site, 'c.json.br'), brotliCompressSync('brotli'));
  writeFileSync(join(site, 'c.json.gz'), gzipSync('gzip'));
  server = siteServer({ dir: site, base: 'sub/path' });
  port = await listen(server, 0, '127.0.0.1');
});

afterAll(async () => {
  await close(server);
  rmSync(folder, { recursive: true });
});

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Sends the path as it is: `fetch` would tidy `..` away before the server sees it. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((done, fail) => {
    const sent = request({ host: '127.0.0.1', port, path, headers, method }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (body += chunk));
      response.on('end', () =>
        done({ status: response.statusCode, headers: response.headers, body }),
      );
    });
    sent.on('error', fail).end();
  });
}

describe('the static server', () => {
  it.each([
    ['a.wasm', 'application/wasm'],
    ['b.parquet', 'application/vnd.apache.parquet'],
    ['c.json', 'application/json; charset=utf-8'],
    ['d.js', 'text/javascript; charset=utf-8'],
    ['e.svg', 'image/svg+xml; charset=utf-8'],
    ['f.webmanifest', 'application/manifest+json; charset=utf-8'],
    ['%E8%A1%A8.csv', 'text/csv; charset=utf-8'],
    ['', 'text/html; charset=utf-8'],
    ['en/', 'text/html; charset=utf-8'],
  ])('serves %s as %s', async (path, type) => {
    const { status, headers } = await get(`/sub/path/${path}`);
    expect([status, headers['content-type']]).toEqual([200, type]);
  });

  it('sends brotli or gzip only to those who accept it, with the type of the content', async () => {
    for (const [accept, encoding] of [
      ['gzip, deflate, br', 'br'],
      ['gzip, deflate', 'gzip'],
      ['identity', undefined],
    ] as const) {
      const { headers } = await get('/sub/path/c.json', { 'accept-encoding': accept });
      expect(headers['content-encoding']).toBe(encoding);
      expect(headers['content-type']).toBe('application/json; charset=utf-8');
      expect(headers.vary).toBe('Accept-Encoding');
    }
  });

  it('lets hashed names be kept for ever and asks again for all others', async () => {
    const hashed = await get('/sub/path/_app/immutable/x.1a2b.js');
    expect(hashed.headers['cache-control']).toMatch('immutable');
    const page = await get('/sub/path/');
    expect(page.headers['cache-control']).toBe('no-cache');
    const again = await get('/sub/path/', { 'if-none-match': String(page.headers.etag) });
    expect(again.status).toBe(304);
  });

  it('gives workers a policy of their own', async () => {
    const worker = await get('/sub/path/_app/immutable/my-worker.1a2b.js');
    expect(worker.headers['content-security-policy']).toBe(WORKER_POLICY);
    const script = await get('/sub/path/_app/immutable/x.1a2b.js');
    expect(script.headers['content-security-policy']).toBeUndefined();
    const page = await get('/sub/path/');
    expect(page.headers['content-security-policy']).toBe(FRAMING);
  });

  it('redirects a folder to its page, so that relative links hold', async () => {
    const { status, headers } = await get('/sub/path/en?year=2025');
    expect([status, headers.location]).toEqual([301, '/sub/path/en/?year=2025']);
    expect((await get('/sub/path')).headers.location).toBe('/sub/path/');
  });

  it.each([
    '/sub/path/../secret.txt',
    '/sub/path/%2e%2e/secret.txt',
    '/sub/path/..%2fsecret.txt',
    '/sub/path/..%5csecret.txt',
    '/sub/path/en/../../secret.txt',
    '/sub/path//en',
    '/sub/path/%00',
    '/sub/path/%E0%A4%A',
    '/secret.txt',
    '/index.html',
    '/sub/path/absent.json',
  ])('answers %s with 404', async (path) => {
    const { status, body } = await get(path);
    expect(status).toBe(404);
    expect(body).not.toBe('secret');
  });

  it('answers only GET and HEAD', async () => {
    expect((await get('/sub/path/', {}, 'POST')).status).toBe(405);
    const head = await get('/sub/path/c.json', {}, 'HEAD');
    expect([head.status, head.body]).toEqual([200, '']);
  });

  it('takes another port when the wanted one is in use', async () => {
    const second = siteServer({ dir: folder });
    const used = await listen(second, port, '127.0.0.1');
    expect(used).not.toBe(port);
    await close(second);
  });
});

describe('normaliseBase', () => {
  it('gives one leading and one trailing slash', () => {
    for (const base of ['a/b', '/a/b', 'a/b/', '//a//b//'])
      expect(normaliseBase(base)).toBe('/a/b/');
    for (const base of ['', '/']) expect(normaliseBase(base)).toBe('/');
  });
});
