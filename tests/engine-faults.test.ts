import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { EngineErrorCode } from '#lib/engine/engine.ts';
import type { WasmOptions } from '#lib/engine/wasm/index.ts';
import { readerOf } from '#lib/engine/testing/publish.ts';
import { institutions } from '#lib/queries/index.ts';
import { FIXTURE } from '#lib/queries/testing/fixture.ts';
import type { EnginePage } from './fixtures/engine-page/main.ts';
import { launch } from './lib/browser.ts';
import type { Tab, TestBrowser } from './lib/browser.ts';
import { buildEnginePage } from './lib/engine-page.ts';
import type { BuiltPage } from './lib/engine-page.ts';
import type { Fault } from './lib/faults.ts';
import { startTestServer } from './lib/static-server.ts';
import type { TestServer } from './lib/static-server.ts';

let built: BuiltPage;
let server: TestServer;
let browser: TestBrowser;
let tab: Tab;

const EXPECTED = institutions.plain(readerOf(FIXTURE), {}).map((row) => institutions.decode(row));

beforeAll(async () => {
  built = await buildEnginePage();
  server = await startTestServer({ root: built.root });
  browser = await launch();
});
afterEach(async () => {
  server.setFaults([]);
  await tab.close();
});
afterAll(async () => {
  await browser.close();
  await server.close();
  built.remove();
});

/** Opens the page with `faults` on the server; `prepare` runs in it before its own script. */
async function openPage(faults: Fault[], prepare?: () => void): Promise<Page> {
  server.setFaults(faults);
  server.clearLog();
  tab = await browser.open(server.origin);
  if (prepare) await tab.page.addInitScript(prepare);
  await tab.page.goto(server.url());
  await tab.page.locator('body[data-ready]').waitFor();
  return tab.page;
}

type MortalPage = { enginePage: EnginePage; killWorkers: () => void };

interface Outcome {
  duckdb: string;
  code: EngineErrorCode | null;
  bundle: string | null;
  kind: string;
  rows: unknown[];
  seconds: number;
}

/** Asks the plain engine, starts DuckDB, waits for what becomes of it, and asks again. */
async function startDuckDb(page: Page, options: WasmOptions = {}): Promise<Outcome> {
  return page.evaluate(async (given) => {
    const { enginePage } = window as unknown as { enginePage: EnginePage };
    const host = await enginePage.createHost(given);
    const before = await host.engine.query(enginePage.institutions, {});
    const start = performance.now();
    await host.startDuckDb();
    const seconds = (performance.now() - start) / 1000;
    const rows = await host.engine.query(enginePage.institutions, {});
    if (JSON.stringify(rows) !== JSON.stringify(before)) throw new Error('the engines disagree');
    const { duckdb, bundle, reason } = host.status;
    const { kind } = host.engine;
    await host.close();
    return { duckdb, bundle, code: reason?.code ?? null, kind, rows, seconds };
  }, options);
}

const WASM = /duckdb-eh.*\.wasm$/;
const SHELL = /worker-shell.*\.js$/;
const SCRIPT = /duckdb-browser-eh.*\.js$/;
const WORKER_FILES = /worker.*\.js$/;
const HTML = { body: '<!doctype html><title>登录</title>', mime: 'text/html' };
const policy = (text: string) => ({ headers: { 'Content-Security-Policy': text } });

describe('DuckDB cannot start', () => {
  const cases: [what: string, faults: Fault[], code: EngineErrorCode][] = [
    ['the wasm file is missing', [{ match: WASM, status: 404 }], 'not_found'],
    ['the server fails', [{ match: WASM, status: 500 }], 'fetch_failed'],
    ['the line breaks', [{ match: WASM, drop: true }], 'fetch_failed'],
    ['a web page comes in place of wasm', [{ match: WASM, ...HTML }], 'wrong_content'],
    ['the wasm file is cut off', [{ match: WASM, truncate: 20_000_000 }], 'wrong_content'],
    ['the wasm file is empty', [{ match: WASM, truncate: 0 }], 'wrong_content'],
    ['a bit of the wasm file has rotted', [{ match: WASM, flipBit: 99_999_999 }], 'hash_mismatch'],
    [
      'a gateway redirects to its sign-in page',
      [{ match: WASM, status: 302, headers: { Location: 'http://login.example/' } }],
      'fetch_failed',
    ],
    ['the wasm file does not come', [{ match: WASM, delayMs: 20_000 }], 'deadline'],
    ['the worker file is missing', [{ match: SHELL, status: 404 }], 'worker_failed'],
    ['a web page comes in place of the worker', [{ match: SHELL, ...HTML }], 'worker_failed'],
    ["DuckDB's script is missing", [{ match: SCRIPT, status: 404 }], 'worker_failed'],
    ["a web page comes in place of DuckDB's script", [{ match: SCRIPT, ...HTML }], 'worker_failed'],
    ['the worker does not come', [{ match: SHELL, delayMs: 20_000 }], 'deadline'],
    [
      "the policy of the worker's response forbids wasm",
      [{ match: WORKER_FILES, ...policy("default-src 'self'; script-src 'self'") }],
      'wasm_blocked',
    ],
    [
      'the policy of every response forbids wasm',
      [{ match: /./, ...policy("default-src 'self'; style-src 'self' 'unsafe-inline'") }],
      'wasm_blocked',
    ],
    [
      'the policy of the page forbids workers',
      [{ match: /\/$/, ...policy("worker-src 'none'") }],
      'worker_failed',
    ],
    [
      "the policy of the worker's response forbids connections",
      [
        {
          match: WORKER_FILES,
          ...policy("connect-src 'none'; script-src 'self' 'wasm-unsafe-eval'"),
        },
      ],
      'fetch_failed',
    ],
  ];

  it.each(cases)('because %s', async (_, faults, code) => {
    const page = await openPage(faults);
    const outcome = await startDuckDb(page, code === 'deadline' ? { stall: 2_000 } : {});
    expect(outcome).toMatchObject({ duckdb: 'failed', code, kind: 'typescript', rows: EXPECTED });
    expect(outcome.seconds).toBeLessThan(15);
    expect(tab.recorder.foreign()).toEqual([]);
    await expect.poll(() => page.workers()).toEqual([]);
  });

  it('because the program part with DuckDB is missing', async () => {
    const page = await openPage([{ match: /\/assets\/wasm-.*\.js$/, status: 404 }]);
    const outcome = await startDuckDb(page);
    expect(outcome).toMatchObject({
      ...{ duckdb: 'failed', code: 'fetch_failed', kind: 'typescript', rows: EXPECTED },
    });
  });

  it('because the browser has no WebAssembly', async () => {
    const page = await openPage([], () => Reflect.deleteProperty(window, 'WebAssembly'));
    expect(await startDuckDb(page)).toMatchObject({ code: 'wasm_blocked', rows: EXPECTED });
  });

  it('because a data file is damaged, and does not fetch the engine for it', async () => {
    const page = await openPage([{ match: /\/institution-.*parquet$/, flipBit: 999 }]);
    const code = await page.evaluate(async () => {
      const { enginePage } = window as unknown as { enginePage: EnginePage };
      const host = await enginePage.createHost({});
      await host.startDuckDb();
      return host.status.reason?.code;
    });
    expect(code).toBe('hash_mismatch');
  });
});

describe('DuckDB starts nevertheless', () => {
  const inShell = (code: string) => {
    const shell = createRequire(import.meta.url).resolve('../src/lib/engine/wasm/worker-shell.js');
    return `${code};\n${readFileSync(shell, 'utf8')}`;
  };
  const cases: [what: string, faults: Fault[]][] = [
    ['when nothing is wrong', []],
    ['when the server does not know the type of wasm', [{ match: WASM, mime: 'text/plain' }]],
    ['when the server names no type', [{ match: WASM, mime: '' }]],
    [
      'when the server compresses and knows no ranges',
      [{ match: WASM, gzip: true, noRange: true }],
    ],
    ['when a damaged copy lay in a cache', [{ match: WASM, truncate: 9_999, times: 1 }]],
    [
      'on plain http, where browsers compute no SHA-256',
      [
        {
          match: SHELL,
          body: inShell(
            `const { crypto } = self; Object.defineProperty(self, 'crypto', { value: { getRandomValues: (a) => crypto.getRandomValues(a) } })`,
          ),
        },
      ],
    ],
  ];

  it.each(cases)('%s', async (_, faults) => {
    const page = await openPage(faults);
    expect(await startDuckDb(page)).toMatchObject({
      ...{ duckdb: 'ready', bundle: 'eh', code: null, kind: 'duckdb-wasm', rows: EXPECTED },
    });
    tab.recorder.assertClean();
    const fetches = server.log.filter(({ path }) => WASM.test(path)).length;
    expect(fetches).toBe(faults.some(({ times }) => times) ? 2 : 1);
  });

  it('with the mvp bundle in a browser as old as Chromium 87', async () => {
    const page = await openPage(
      [
        {
          match: SHELL,
          body: inShell(
            `delete Array.prototype.at; delete Object.getPrototypeOf(Uint8Array.prototype).at`,
          ),
        },
      ],
      () => {
        WebAssembly.validate = () => false;
        Reflect.deleteProperty(Object, 'hasOwn');
        Reflect.deleteProperty(Array.prototype, 'at');
        Reflect.deleteProperty(Object.getPrototypeOf(Uint8Array.prototype) as object, 'at');
      },
    );
    expect(await startDuckDb(page)).toMatchObject({
      ...{ duckdb: 'ready', bundle: 'mvp', kind: 'duckdb-wasm', rows: EXPECTED },
    });
    tab.recorder.assertClean();
  });
});

describe('DuckDB is lost on the way', () => {
  it('by crashes: it comes back twice, then the plain engine has it alone', async () => {
    const page = await openPage([]);
    const seen = await page.evaluate(async () => {
      const { enginePage } = window as unknown as { enginePage: EnginePage };
      const host = await enginePage.createHost({});
      await host.startDuckDb();
      const steps = [];
      for (let crash = 0; crash < 3; crash++) {
        const before = host.engine.kind;
        const [row] = await host.engine.query(
          enginePage.ask(`select repeat('a', 3000000000) as a`),
          null,
        );
        const { respawns, reason } = host.status;
        await host.startDuckDb();
        steps.push([before, row?.['engine'], respawns, reason?.code, host.status.duckdb]);
      }
      const rows = await host.engine.query(enginePage.institutions, {});
      return { steps, rows };
    });
    expect(seen.steps).toEqual([
      ['duckdb-wasm', 'typescript', 1, 'engine_crashed', 'ready'],
      ['duckdb-wasm', 'typescript', 2, 'engine_crashed', 'ready'],
      ['duckdb-wasm', 'typescript', 2, 'engine_crashed', 'failed'],
    ]);
    expect(seen.rows).toEqual(EXPECTED);
    await expect.poll(() => page.workers()).toEqual([]);
  });

  /** Makes `killWorkers()` end all workers of the page without a word, as browsers do. */
  const mortal = () => {
    const Original = Worker;
    const workers: Worker[] = [];
    window.Worker = class extends Original {
      constructor(url: string | URL) {
        super(url);
        workers.push(this);
      }
    };
    const killWorkers = () => workers.splice(0).forEach((worker) => worker.terminate());
    Object.assign(window, { killWorkers });
  };

  it('by a killed worker: the query under way is answered, and DuckDB comes back', async () => {
    const page = await openPage([], mortal);
    const seen = await page.evaluate(async () => {
      const { enginePage, killWorkers } = window as unknown as MortalPage;
      const host = await enginePage.createHost({});
      await host.startDuckDb();
      const returned = new Promise((resolve) =>
        host.subscribe(({ duckdb, respawns }) => duckdb === 'ready' && resolve(respawns)),
      );
      const start = performance.now();
      const answer = host.engine.query(enginePage.institutions, {});
      killWorkers();
      const rows = await answer;
      const seconds = (performance.now() - start) / 1000;
      return { rows, seconds, respawns: await returned, kind: host.engine.kind };
    });
    expect(seen).toMatchObject({ rows: EXPECTED, respawns: 1, kind: 'duckdb-wasm' });
    expect(seen.seconds).toBeLessThan(10);
  });

  it('by a worker killed at any moment of its boot: every question is answered', async () => {
    const page = await openPage([], mortal);
    const answers = await page.evaluate(async () => {
      const { enginePage, killWorkers } = window as unknown as MortalPage;
      const rows: unknown[] = [];
      for (const moment of [0, 100, 300, 700, 1300, 2100]) {
        const host = await enginePage.createHost({ stall: 2_000 });
        const boot = host.startDuckDb();
        await new Promise((resolve) => setTimeout(resolve, moment));
        killWorkers();
        await boot;
        rows.push(await host.engine.query(enginePage.institutions, {}));
        await host.close();
      }
      return rows;
    });
    expect(answers).toEqual(Array.from({ length: 6 }, () => EXPECTED));
  });
});
