import ehScript from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url&no-inline';
import mvpScript from '@duckdb/duckdb-wasm/dist/duckdb-browser-mvp.worker.js?url&no-inline';
import ehWasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url&no-inline';
import mvpWasm from '@duckdb/duckdb-wasm/dist/duckdb-mvp.wasm?url&no-inline';
import shell from './worker-shell.js?url&no-inline';
import { BUNDLE_FILES } from './bundle-files.ts';
import type { BundleName } from './bundle-files.ts';

/** What the worker shell is told to fetch; all addresses absolute and of this origin. */
export interface Bundle {
  readonly name: BundleName;
  readonly wasm: string;
  readonly script: string;
  readonly bytes: number;
  readonly sha256: string;
}

const absolute = (url: string): string => new URL(url, location.href).href;

export const shellUrl = (): string => absolute(shell);

/** @returns the addresses of one of the two builds of DuckDB that are served with the page. */
export function bundle(name: BundleName): Bundle {
  const [wasm, script] = name === 'eh' ? [ehWasm, ehScript] : [mvpWasm, mvpScript];
  return { name, wasm: absolute(wasm), script: absolute(script), ...BUNDLE_FILES[name] };
}

/** A function of one `try … catch_all`: valid where WebAssembly knows exceptions. */
const EXCEPTIONS = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0],
  ...[10, 8, 1, 6, 0, 6, 64, 25, 11, 11],
);

/**
 * `eh` where the browser has WebAssembly exceptions (Chromium 95, Firefox 100, Safari 15.2 and
 * later; three to five times as fast), `mvp` where not, null where there is no WebAssembly.
 */
export function supportedBundle(): BundleName | null {
  if (typeof WebAssembly !== 'object') return null;
  return WebAssembly.validate(EXCEPTIONS) ? 'eh' : 'mvp';
}
