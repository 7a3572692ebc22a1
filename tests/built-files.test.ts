import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { BUILD, builtFiles } from './lib/site.ts';

const files = builtFiles();
const bytes = (file: string): Buffer => readFileSync(join(BUILD, file));
const text = (file: string): string => bytes(file).toString('utf8');
const scripts = files.filter((file) => file.endsWith('.js'));

describe('the built site', () => {
  it('compiles no string to code, except where the wasm worker guards it', () => {
    for (const file of scripts.filter((name) => !/duckdb/.test(name)))
      expect(text(file), file).not.toMatch(/\bnew Function\(|[^.\w]eval\(/);
  });

  it('has no source maps and names no folder of the machine that built it', () => {
    expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
    const readable = files.filter((file) => /\.(js|css|html|json|svg)$/.test(file));
    for (const file of readable) {
      const content = text(file);
      expect(content.includes(process.cwd()), file).toBe(false);
      if (!/duckdb/.test(file)) expect(content, file).not.toMatch(/sourceMappingURL=(?!data:)/);
    }
  });

  it('links no script, style, picture, font or frame of another origin', () => {
    const loading =
      /<(?:script|link|img|iframe|source|video|audio|object|embed)\b[^>]*(?:src|href|data)="(?:https?:)?\/\//i;
    for (const file of files.filter((name) => name.endsWith('.html')))
      expect(text(file), file).not.toMatch(loading);
    for (const file of files.filter((name) => name.endsWith('.css')))
      expect(text(file), file).not.toMatch(/url\(\s*["']?(?:https?:)?\/\/|@import/);
  });

  it('carries the licences of what is in it', () => {
    const bundled = ['apache-arrow', 'echarts', 'svelte', '@duckdb/duckdb-wasm', 'yalps'];
    for (const name of [...bundled, 'opentype.js'])
      expect(text('licences.md')).toContain(`## ${name} - `);
    expect(text('licences-joe-kuo.md')).toContain('Frances Y. Kuo and Stephen Joe');
    expect(text('licences-noto-sans-sc.txt')).toContain('SIL OPEN FONT LICENSE Version 1.1');
  });

  it('has each compressed sibling hold the same bytes', () => {
    const compressed = files.filter((file) => /\.(br|gz)$/.test(file));
    expect(compressed.length).toBeGreaterThan(10);
    for (const file of compressed) {
      const plain = file.endsWith('.br')
        ? brotliDecompressSync(bytes(file))
        : gunzipSync(bytes(file));
      expect(plain.equals(bytes(file.slice(0, -3))), file).toBe(true);
    }
  });

  it('carries the data files of its manifest, byte for byte', () => {
    const manifest = JSON.parse(text('data/manifest.json')) as {
      files: { path: string; sha256: string; bytes: number }[];
    };
    expect(manifest.files.length).toBeGreaterThan(5);
    for (const { path, sha256, bytes: length } of manifest.files) {
      const content = bytes(`data/${path}`);
      expect([content.length, createHash('sha256').update(content).digest('hex')], path).toEqual([
        length,
        sha256,
      ]);
    }
  });

  it('carries the server samples and both kinds of wasm bundle, but not the threaded one', () => {
    expect(files).toContain('server-samples/nginx.conf');
    const wasm = files.filter((file) => file.endsWith('.wasm'));
    expect(wasm.filter((file) => /eh/.test(file))).toHaveLength(1);
    expect(wasm.filter((file) => /mvp/.test(file))).toHaveLength(1);
    expect(files.filter((file) => /coi/.test(file))).toEqual([]);
  });
});
