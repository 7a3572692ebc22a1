import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, loadConfigFromFile } from 'vite';

/**
 * Runs a module, once for each part in a process of its own, bundled and minified for the same browsers as the site. A
 * runner that translates file by file leaves calls between modules and wrappers around functions
 * that no visitor ever runs.
 *
 * @param entry path from the project's root
 * @param parts each the argument of one process: what runs first must not decide what is measured next
 * @param input for their standard input
 * @returns the exit code of the first that fails, else 0
 */
export async function runBundled(
  entry: string,
  parts: readonly string[],
  input: Buffer,
): Promise<number> {
  const site = await loadConfigFromFile({ command: 'build', mode: 'production' });
  const outDir = mkdtempSync(join(tmpdir(), 'hengjian-bench-'));
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: entry,
        outDir,
        emptyOutDir: true,
        minify: true,
        ...(site?.config.build?.target !== undefined && { target: site.config.build.target }),
        rolldownOptions: { output: { entryFileNames: 'bundle.mjs' } },
      },
    });
    for (const part of parts) {
      const { status } = spawnSync(process.execPath, [join(outDir, 'bundle.mjs'), part], {
        input,
        stdio: ['pipe', 'inherit', 'inherit'],
      });
      if (status !== 0) return status ?? 1;
    }
    return 0;
  } finally {
    rmSync(outDir, { recursive: true });
  }
}
