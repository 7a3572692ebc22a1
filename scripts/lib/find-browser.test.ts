import { describe, expect, it } from 'vitest';
import { findBrowsers } from './find-browser.ts';
import type { Machine } from './find-browser.ts';

const DOWNLOAD = '/cache/playwright/chrome';

function machine(files: string[], over: Partial<Machine> = {}): Machine {
  return {
    platform: 'linux',
    env: { PATH: '/usr/bin:/opt/bin' },
    exists: (path) => files.includes(path),
    playwrightPath: DOWNLOAD,
    ...over,
  };
}

const paths = (found: ReturnType<typeof findBrowsers>): string[] => found.map(({ path }) => path);

describe('findBrowsers', () => {
  it('finds nothing on a machine without a browser', () => {
    expect(findBrowsers(machine([]))).toEqual([]);
  });

  it('prefers an installed browser to the one Playwright downloaded', () => {
    const files = [DOWNLOAD, '/opt/bin/chromium', '/usr/bin/google-chrome'];
    expect(paths(findBrowsers(machine(files)))).toEqual([
      '/usr/bin/google-chrome',
      '/opt/bin/chromium',
      DOWNLOAD,
    ]);
  });

  it('uses HENGJIAN_BROWSER alone when it is set', () => {
    const env = { PATH: '/usr/bin', HENGJIAN_BROWSER: '/my/chrome' };
    const files = ['/my/chrome', '/usr/bin/chromium'];
    expect(paths(findBrowsers(machine(files, { env })))).toEqual(['/my/chrome']);
  });

  it('refuses a HENGJIAN_BROWSER that does not exist instead of using another', () => {
    const env = { PATH: '/usr/bin', HENGJIAN_BROWSER: '/no/chrome' };
    expect(() => findBrowsers(machine(['/usr/bin/chromium'], { env }))).toThrow('/no/chrome');
  });

  it('knows where Windows and macOS keep browsers', () => {
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    const env = { 'ProgramFiles(x86)': 'C:\\Program Files (x86)' };
    expect(paths(findBrowsers(machine([edge], { platform: 'win32', env })))).toEqual([edge]);
    const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(paths(findBrowsers(machine([chrome], { platform: 'darwin', env: {} })))).toEqual([
      chrome,
    ]);
  });
});
