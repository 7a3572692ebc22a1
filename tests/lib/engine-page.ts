import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { publish } from '#lib/engine/testing/publish.ts';
import { FIXTURE } from '#lib/queries/testing/fixture.ts';
import svelteConfig from '../../svelte.config.js';

/** The site's own policy, as its pages carry it. */
const CSP = Object.entries(svelteConfig.kit?.csp?.directives ?? {})
  .map(([name, sources]) => `${name} ${[sources].flat().map(quoted).join(' ')}`)
  .join('; ');

function quoted(source: string | boolean | undefined): string {
  return /^(self|none|unsafe-|wasm-)/.test(String(source)) ? `'${String(source)}'` : String(source);
}

export interface BuiltPage {
  readonly root: string;
  remove(): void;
}

/** Builds a page with nothing but the engines, and a folder of made data beside it. */
export async function buildEnginePage(): Promise<BuiltPage> {
  const root = mkdtempSync(join(tmpdir(), 'engine-page-'));
  await build({
    root: join(import.meta.dirname, '../fixtures/engine-page'),
    base: './',
    configFile: false,
    logLevel: 'error',
    plugins: [{ name: 'csp', transformIndexHtml: (html: string) => html.replace('%CSP%', CSP) }],
    build: {
      outDir: root,
      emptyOutDir: true,
      target: ['chrome87'],
      modulePreload: { polyfill: false },
    },
  });
  for (const [path, bytes] of publish('synthetic', FIXTURE).files) {
    const file = join(root, 'data', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return { root, remove: () => rmSync(root, { recursive: true }) };
}
