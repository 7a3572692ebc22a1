/** LibreOffice as a second program that opens what we write. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findOffice } from '../../scripts/lib/find-office.ts';
import { run } from '../../scripts/lib/run.ts';

/** Where it is, as the setup found it; null where files are not opened on this machine. */
export const office = findOffice();

/** A conversion that takes longer hangs. */
const PATIENCE_MS = 240_000;

/** Formulas are worked out anew, whatever results were stored; nothing is fetched. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>`;

/** A closed port: whatever would be fetched is refused at once. */
const NOWHERE = { http_proxy: 'http://127.0.0.1:9', https_proxy: 'http://127.0.0.1:9' };

/**
 * Files by name, converted in one go by a program with a profile of its own and no network; the
 * result has the same names with another extension. Throws when a file could not be opened.
 */
export async function convert(
  files: ReadonlyMap<string, Uint8Array>,
  extension: 'pdf' | 'xlsx',
): Promise<Map<string, Uint8Array>> {
  if (office === null) throw new Error('There is no LibreOffice here.');
  const folder = mkdtempSync(join(tmpdir(), 'hengjian-office-'));
  try {
    const [from, to, user] = ['from', 'to', 'profile/user'].map((name) => join(folder, name));
    for (const path of [from, to, user]) mkdirSync(path!, { recursive: true });
    writeFileSync(join(user!, 'registrymodifications.xcu'), SETTINGS);
    const paths = [...files].map(([name, bytes]) => {
      const path = join(from!, name);
      writeFileSync(path, bytes);
      return path;
    });
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const args = ['--headless', profile, '--convert-to', extension, '--outdir', to!, ...paths];
    const { output, timedOut } = await run(office, args, {
      quiet: true,
      timeoutMs: PATIENCE_MS,
      env: NOWHERE,
    });
    const made = new Map(
      readdirSync(to!).map((name) => [name, new Uint8Array(readFileSync(join(to!, name)))]),
    );
    for (const name of files.keys())
      if (!made.has(name.replace(/\w+$/u, extension)))
        throw new Error(`${name} was not converted${timedOut ? ' in time' : ''}: ${output}`);
    return made;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
