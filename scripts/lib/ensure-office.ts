import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { aptInstall } from './apt.ts';
import { findOffice, NO_OFFICE } from './find-office.ts';
import { run } from './run.ts';

/** Without windows: 100 MB to fetch, 390 MB on disk. */
const PACKAGES = [
  'libreoffice-writer-nogui',
  'libreoffice-calc-nogui',
  'libreoffice-impress-nogui',
];

/** Longer than the fetching and unpacking takes; the build goes on beside it. */
const PATIENCE_MS = 180_000;

async function starts(path: string): Promise<boolean> {
  const profile = mkdtempSync(join(tmpdir(), 'hengjian-office-'));
  try {
    const user = `-env:UserInstallation=${pathToFileURL(profile).href}`;
    const version = await run(path, ['--headless', user, '--version'], {
      quiet: true,
      timeoutMs: 60_000,
    });
    return version.code === 0 && version.output.includes('LibreOffice');
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

/**
 * LibreOffice that starts: an installed one, else one that we install where that needs no password.
 * Null where there is neither, after saying so: the program does not need it, only the tests that
 * open what it writes. Throws when HENGJIAN_OFFICE names a file that does not exist.
 */
export async function ensureOffice(): Promise<string | null> {
  const present = findOffice();
  if (present !== null && (await starts(present))) return present;
  const asked = process.env['HENGJIAN_OFFICE'];
  const failure = asked
    ? asked === NO_OFFICE
      ? `HENGJIAN_OFFICE=${NO_OFFICE}`
      : `HENGJIAN_OFFICE: ${asked} does not start`
    : await aptInstall(PACKAGES, PATIENCE_MS);
  const installed = failure === undefined ? findOffice() : null;
  if (installed !== null && (await starts(installed))) return installed;
  console.log(
    [
      '  没有 LibreOffice：本机不用它打开所写的文档、幻灯片和工作簿，其余测试照常。',
      '  No LibreOffice: documents, slides and workbooks are not opened with it on this machine; all other tests run.',
      `  - ${failure ?? 'it was installed, but does not start'}`,
    ].join('\n'),
  );
  return null;
}
