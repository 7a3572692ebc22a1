import { describe, expect, it } from 'vitest';
import type { Machine } from './find-browser.ts';
import { findOffice, NO_OFFICE } from './find-office.ts';

type Known = Pick<Machine, 'platform' | 'env' | 'exists'>;

const machine = (files: readonly string[], over: Partial<Known> = {}): Known => ({
  platform: 'linux',
  env: { PATH: '/usr/bin:/opt/bin' },
  exists: (path) => files.includes(path),
  ...over,
});

describe('findOffice', () => {
  it('finds nothing on a machine without it', () => {
    expect(findOffice(machine(['/elsewhere/soffice']))).toBeNull();
  });

  it('finds what is installed, under either name', () => {
    expect(findOffice(machine(['/opt/bin/soffice']))).toBe('/opt/bin/soffice');
    expect(findOffice(machine(['/opt/bin/libreoffice']))).toBe('/opt/bin/libreoffice');
  });

  it('looks where Windows and macOS put it', () => {
    const windows = 'C:\\Program Files\\LibreOffice\\program\\soffice.com';
    const env = { ProgramFiles: 'C:\\Program Files' };
    expect(findOffice(machine([windows], { platform: 'win32', env }))).toBe(windows);
    const mac = '/Applications/LibreOffice.app/Contents/MacOS/soffice';
    expect(findOffice(machine([mac], { platform: 'darwin', env: {} }))).toBe(mac);
  });

  it('obeys HENGJIAN_OFFICE: that one, none, or an error where it does not exist', () => {
    const files = ['/my/soffice', '/usr/bin/soffice'];
    const named = (path: string) =>
      findOffice(machine(files, { env: { PATH: '/usr/bin', HENGJIAN_OFFICE: path } }));
    expect(named('/my/soffice')).toBe('/my/soffice');
    expect(named(NO_OFFICE)).toBeNull();
    expect(() => named('/no/soffice')).toThrow(/HENGJIAN_OFFICE is \/no\/soffice/);
  });
});
