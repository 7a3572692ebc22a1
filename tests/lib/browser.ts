import { chromium } from 'playwright';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright';
import { findBrowsers } from '../../scripts/lib/find-browser.ts';
import { startOutsideWorld } from './outside-world.ts';
import { record } from './recorder.ts';
import type { Recorder } from './recorder.ts';

/** A name for this machine under which pages are on plain http, as on an intranet. */
const INTRANET_HOST = 'hengjian.intranet';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Chromium asks a public server how to fill in forms; here it asks a closed port.
  '--autofill-server-url=http://127.0.0.1:9/',
  // What Chromium itself would like to fetch goes nowhere; the tabs have a proxy that writes down.
  `--host-resolver-rules=MAP ${INTRANET_HOST} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
];

/** A wait that takes longer than this is a failure, even on a busy machine. */
const PATIENCE_MS = 20_000;

export type View = Pick<
  BrowserContextOptions,
  | 'viewport'
  | 'locale'
  | 'javaScriptEnabled'
  | 'colorScheme'
  | 'reducedMotion'
  | 'forcedColors'
  | 'hasTouch'
  | 'isMobile'
  | 'deviceScaleFactor'
  | 'serviceWorkers'
>;

/** One tab in a profile of its own. */
export interface Tab {
  page: Page;
  context: BrowserContext;
  recorder: Recorder;
  close(): Promise<void>;
}

/** A running Chromium with no Internet behind it. */
export interface TestBrowser {
  readonly browser: Browser;
  /** Opens an empty tab; requests to any other origin than `origin` count as foreign. */
  open(origin: string, view?: View): Promise<Tab>;
  close(): Promise<void>;
}

/** Starts Chromium, Chrome or Edge as `findBrowsers` finds it. Throws when there is none. */
export async function launch(flags: string[] = []): Promise<TestBrowser> {
  const [found] = findBrowsers();
  if (found === undefined)
    throw new Error('No Chrome, Chromium or Edge found; `npm test` installs one where it can.');
  const browser = await chromium.launch({
    executablePath: found.path,
    args: [...FLAGS, ...flags],
  });

  const open = async (origin: string, view: View = {}): Promise<Tab> => {
    const outside = await startOutsideWorld();
    const context = await browser.newContext({
      proxy: { server: outside.proxy, bypass: `127.0.0.1, ${INTRANET_HOST}` },
      viewport: { width: 1280, height: 800 },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      acceptDownloads: true,
      ...view,
    });
    context.setDefaultTimeout(PATIENCE_MS);
    const recorder = await record(context, origin, outside.asked);
    const page = await context.newPage();
    const close = async (): Promise<void> => {
      await context.close();
      await outside.close();
    };
    return { page, context, recorder, close };
  };

  return { browser, open, close: () => browser.close() };
}
