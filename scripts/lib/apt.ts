import { existsSync } from 'node:fs';
import { run } from './run.ts';
import type { RunResult } from './run.ts';

/** Prefix that lets us install packages (`[]` as root, `['sudo', '-n']`), or undefined. */
async function rights(): Promise<string[] | undefined> {
  if (process.getuid?.() === 0) return [];
  const sudo = await run('sudo', ['-n', 'true'], { quiet: true, timeoutMs: 5_000 });
  return sudo.code === 0 ? ['sudo', '-n'] : undefined;
}

/** A dead mirror must not hold the tests up. */
const PATIENCE = ['-o', 'Acquire::http::Timeout=15', '-o', 'Acquire::Retries=1'];

/**
 * Installs Debian / Ubuntu packages where that is allowed without a password.
 * Resolves to what went wrong in words, or undefined when the packages are there. `timeoutMs`: for
 * each of the two steps, fetching the lists and installing.
 */
export async function aptInstall(
  packages: string[],
  timeoutMs = 300_000,
): Promise<string | undefined> {
  if (!existsSync('/usr/bin/apt-get')) return 'this system has no apt-get';
  const prefix = await rights();
  if (prefix === undefined) return 'apt-get needs root, or sudo without a password';
  const apt = (args: string[]): Promise<RunResult> => {
    const [command = '', ...rest] = [...prefix, 'apt-get', ...PATIENCE, ...args];
    return run(command, rest, {
      quiet: true,
      timeoutMs,
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
  };
  console.log(`  apt-get install ${packages.join(' ')}`);
  await apt(['update']);
  const installed = await apt(['install', '-y', '--no-install-recommends', ...packages]);
  if (installed.code === 0) return undefined;
  return `apt-get install failed: ${installed.output.trim().split('\n').at(-1)}`;
}
