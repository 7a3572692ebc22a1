import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { BUNDLE_FILES } from './bundle-files.ts';
import type { BundleName } from './bundle-files.ts';

const resolve = createRequire(import.meta.url).resolve;

it.each(['eh', 'mvp'] satisfies BundleName[])('describes the installed %s wasm file', (name) => {
  const file = readFileSync(resolve(`@duckdb/duckdb-wasm/dist/duckdb-${name}.wasm`));
  expect(BUNDLE_FILES[name]).toEqual({
    bytes: file.length,
    sha256: createHash('sha256').update(file).digest('hex'),
  });
});
