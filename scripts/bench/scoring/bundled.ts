import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, loadConfigFromFile } from 'vite';

/**
 * A module, bundled and minified for the same browsers as the site. A runner that translates file by
 * file leaves calls between modules and wrappers around functions that no visitor ever runs.
 *
 * @param entry path from the project's root
 */
export async function bundled<Module>(entry: string): Promise<Module> {
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
    return (await import(pathToFileURL(join(outDir, 'bundle.mjs')).href)) as Module;
  } finally {
    rmSync(outDir, { recursive: true });
  }
}
