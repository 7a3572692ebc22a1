import { posix, win32 } from 'node:path';
import { thisMachine, type Machine } from './find-browser.ts';

/** What HENGJIAN_OFFICE says where office files shall not be opened. */
export const NO_OFFICE = 'none';

const MAC_PATH = '/Applications/LibreOffice.app/Contents/MacOS/soffice';
// Not soffice.exe, which does not wait for what it started.
const WINDOWS_PATH = 'LibreOffice\\program\\soffice.com';

function candidates({ platform, env }: Pick<Machine, 'platform' | 'env'>): string[] {
  if (platform === 'darwin') return [MAC_PATH];
  if (platform === 'win32')
    return [env['ProgramFiles'], env['ProgramFiles(x86)']]
      .filter((root) => root !== undefined)
      .map((root) => win32.join(root, WINDOWS_PATH));
  const folders = (env['PATH'] ?? '').split(posix.delimiter).filter(Boolean);
  return ['soffice', 'libreoffice'].flatMap((name) =>
    folders.map((folder) => posix.join(folder, name)),
  );
}

/**
 * LibreOffice: that named by HENGJIAN_OFFICE when it is set, else an installed one; null where there
 * is none or none is wanted. Throws when HENGJIAN_OFFICE names a file that does not exist.
 */
export function findOffice(
  machine: Pick<Machine, 'platform' | 'env' | 'exists'> = thisMachine(),
): string | null {
  const named = machine.env['HENGJIAN_OFFICE'];
  if (named === NO_OFFICE) return null;
  if (named) {
    if (!machine.exists(named))
      throw new Error(`HENGJIAN_OFFICE is ${named}, but there is no such file.`);
    return named;
  }
  return candidates(machine).find(machine.exists) ?? null;
}
