import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { precompress } from './precompress.ts';

let folder: string;
const at = (name: string): string => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'precompress-'));
  mkdirSync(at('sub'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('precompress', () => {
  it('puts both siblings beside text and wasm files, holding the same bytes', async () => {
    const content = 'ranking '.repeat(500);
    for (const name of ['a.js', 'sub/b.html', 'c.wasm']) writeFileSync(at(name), content);
    expect(await precompress(folder)).toBe(3);
    for (const name of ['a.js', 'sub/b.html', 'c.wasm']) {
      expect(brotliDecompressSync(readFileSync(at(`${name}.br`))).toString()).toBe(content);
      expect(gunzipSync(readFileSync(at(`${name}.gz`))).toString()).toBe(content);
    }
  });

  it('leaves small files and those already compressed inside alone', async () => {
    writeFileSync(at('small.js'), 'x');
    writeFileSync(at('data.parquet'), 'x'.repeat(5_000));
    await precompress(folder);
    for (const name of ['small.js', 'data.parquet'])
      expect([existsSync(at(`${name}.br`)), existsSync(at(`${name}.gz`))]).toEqual([false, false]);
  });

  it('gives the same bytes again, and no stale sibling', async () => {
    writeFileSync(at('a.js'), 'ranking '.repeat(500));
    await precompress(folder);
    const first = readFileSync(at('a.js.gz'));
    writeFileSync(at('gone.js.br'), 'left over');
    await precompress(folder);
    expect(readFileSync(at('a.js.gz')).equals(first)).toBe(true);
    expect(existsSync(at('gone.js.br'))).toBe(false);
  });
});
