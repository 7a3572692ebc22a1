import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, loadConfigFromFile } from 'vite';

/**
 * Runs a module in a process of its own, bundled and minified for the same browsers as the site. A
 * runner that translates file by file leaves calls between modules and wrappers around functions
 * that no visitor ever runs.
 *
 * @param entry path from the project's root
 * @param input for its standard input
 * @returns its exit code
 */
export async function runBundled(entry: string, input: Buffer): Promise<number> {
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
    const { status } = spawnSync(process.execPath, [join(outDir, 'bundle.mjs')], {
      input,
      stdio: ['pipe', 'inherit', 'inherit'],
    });
    return status ?? 1;
  } finally {
    rmSync(outDir, { recursive: true });
  }
}
