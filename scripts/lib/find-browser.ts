import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

/** What the search may look at; given by the caller so that it can be tested without a machine. */
export interface Machine {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  exists: (path: string) => boolean;
  /** Where Playwright keeps, or would keep, its own Chromium. */
  playwrightPath: string;
}

export interface FoundBrowser {
  path: string;
  /** Where it was found, in words for the log. */
  via: string;
}

const LINUX_NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const MAC_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const WINDOWS_PATHS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

function candidates({ platform, env }: Machine): string[] {
  if (platform === 'darwin')
    return ['', env['HOME']]
      .filter((root) => root !== undefined)
      .flatMap((root) => MAC_PATHS.map((path) => join(root, path)));
  if (platform === 'win32') {
    const roots = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']];
    return roots
      .filter((root) => root !== undefined)
      .flatMap((root) => WINDOWS_PATHS.map((path) => `${root}\\${path}`));
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

export const thisMachine = (): Machine => ({
  platform: process.platform,
  env: process.env,
  exists: existsSync,
  playwrightPath: chromium.executablePath(),
});

/**
 * Chromium-family browsers that are already there, best first: HENGJIAN_BROWSER alone when it is
 * set, else installed Chrome, Chromium or Edge, then Playwright's download.
 * Throws when HENGJIAN_BROWSER names a file that does not exist, rather than use another browser.
 */
export function findBrowsers(machine: Machine = thisMachine()): FoundBrowser[] {
  const named = machine.env['HENGJIAN_BROWSER'];
  if (named) {
    if (!machine.exists(named))
      throw new Error(`HENGJIAN_BROWSER is ${named}, but there is no such file.`);
    return [{ path: named, via: 'HENGJIAN_BROWSER' }];
  }
  const installed = candidates(machine).filter(machine.exists);
  const downloaded = [machine.playwrightPath].filter(machine.exists);
  return [
    ...installed.map((path) => ({ path, via: 'installed' })),
    ...downloaded.map((path) => ({ path, via: 'downloaded by Playwright' })),
  ];
}
