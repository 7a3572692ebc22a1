import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from './browser.ts';
import type { TestBrowser } from './browser.ts';
import { startTestServer } from './static-server.ts';
import type { TestServer } from './static-server.ts';

const PAGE = `<!doctype html><meta charset="utf-8"><title>衡鉴</title><link rel="icon" href="data:,">
<meta http-equiv="Content-Security-Policy" content="script-src 'self'; style-src 'self'">
<p>好</p><script src="app.js"></script>`;

let root: string;
let server: TestServer;
let browser: TestBrowser;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'harness-'));
  mkdirSync(join(root, 'data'));
  writeFileSync(join(root, 'index.html'), PAGE);
  writeFileSync(join(root, 'app.js'), 'document.body.dataset.ready = "true";');
  writeFileSync(join(root, 'background.js'), 'fetch("http://worker.example/x").catch(() => {});');
  writeFileSync(join(root, 'data', 'a.parquet'), Buffer.from([1, 2, 3, 4]));
  server = await startTestServer({ root });
  browser = await launch();
});

afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(root, { recursive: true });
});

describe('a recorded tab', () => {
  it('is clean when a page loads only its own files', async () => {
    const tab = await browser.open(server.origin);
    await tab.page.goto(server.url());
    await tab.page.locator('body[data-ready]').waitFor();
    tab.recorder.assertClean();
    expect(tab.recorder.requests).toEqual([server.url(), server.url('app.js')]);
    expect(await tab.recorder.bytes()).toBeGreaterThan(PAGE.length);
    await tab.close();
  });

  it('is not clean after a request to another origin, not even one of a worker', async () => {
    const tab = await browser.open(server.origin);
    await tab.page.goto(server.url());
    await tab.page.evaluate(() => void new Worker('background.js'));
    await expect.poll(() => tab.recorder.foreign()).toContain('http://worker.example/x');
    await tab.page.evaluate(() => fetch('http://page.example/').catch(() => null));
    expect(tab.recorder.foreign()).toContain('http://page.example/');
    expect(() => tab.recorder.assertClean()).toThrow('another origin');
    await tab.close();
  });

  it('is not clean after an error, an uncaught exception or a CSP violation', async () => {
    const tab = await browser.open(server.origin);
    await tab.page.goto(server.url());
    await tab.page.evaluate(() => {
      console.error('printed');
      setTimeout(() => {
        throw new Error('thrown');
      });
      document.body.setAttribute('style', 'color: red');
    });
    const problems = () => tab.recorder.problems.join('\n');
    await expect.poll(problems).toMatch(/printed/);
    await expect.poll(problems).toMatch(/uncaught: .*thrown/);
    await expect.poll(problems).toMatch(/CSP style-src-attr: inline/);
    expect(() => tab.recorder.assertClean()).toThrow('printed');
    expect(() => tab.recorder.assertClean([/printed|thrown|style/])).not.toThrow();
    expect(() => tab.recorder.assertClean([/./, /never/])).toThrow('did not occur: never');
    await tab.close();
  });

  it('can have scripts switched off', async () => {
    const tab = await browser.open(server.origin, { javaScriptEnabled: false });
    await tab.page.goto(server.url());
    expect(await tab.page.locator('p').textContent()).toBe('好');
    expect(await tab.page.locator('body[data-ready]').count()).toBe(0);
    await tab.close();
  });
});

describe('the test server', () => {
  const get = (path: string, init?: RequestInit) => fetch(server.url(path), init);
  const bytes = async (path: string) => [...new Uint8Array(await (await get(path)).arrayBuffer())];

  it('serves below its base path only, and writes down every request', async () => {
    server.clearLog();
    expect((await get('data/a.parquet')).headers.get('content-type')).toMatch('parquet');
    expect((await fetch(`${server.origin}/data/a.parquet`)).status).toBe(404);
    expect(server.log.map(({ path }) => path)).toEqual(['/data/a.parquet', '/data/a.parquet']);
  });

  it('applies each fault to matching paths', async () => {
    const match = /\.parquet$/;
    server.setFaults([{ match, truncate: 2 }]);
    expect(await bytes('data/a.parquet')).toEqual([1, 2]);
    server.setFaults([{ match, flipBit: 9 }]);
    expect(await bytes('data/a.parquet')).toEqual([1, 0, 3, 4]);
    server.setFaults([{ match, gzip: true }]);
    expect(await bytes('data/a.parquet')).toEqual([1, 2, 3, 4]);
    server.setFaults([{ match, body: '<html>', mime: 'text/html' }]);
    expect(await (await get('data/a.parquet')).text()).toBe('<html>');
    server.setFaults([{ match, drop: true }]);
    await expect(get('data/a.parquet')).rejects.toThrow();
    server.setFaults([{ match, status: 500, times: 1 }]);
    expect((await get('data/a.parquet')).status).toBe(500);
    expect((await get('data/a.parquet')).status).toBe(200);
    server.setFaults([{ match, noRange: true, headers: { 'x-a': 'b' } }]);
    const whole = await get('data/a.parquet', { headers: { range: 'bytes=0-0' } });
    expect([whole.status, whole.headers.get('x-a')]).toEqual([200, 'b']);
    server.setFaults([]);
    expect(await bytes('data/a.parquet')).toEqual([1, 2, 3, 4]);
  });
});
