import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ASK_AGAIN, FRAMING, KEEP_FOR_EVER, WORKER_POLICY } from '../scripts/lib/headers.ts';
import { contentType } from '../scripts/lib/mime.ts';
import { launch } from './lib/browser.ts';
import type { TestBrowser } from './lib/browser.ts';

const EXTENSIONS = [
  'css',
  'csv',
  'html',
  'js',
  'json',
  'parquet',
  'svg',
  'wasm',
  'webmanifest',
  'woff',
];

const sample = (name: string): string => readFileSync(`static/server-samples/${name}`, 'utf8');
const expectedType = (extension: string): string | undefined =>
  contentType(`x.${extension}`)?.split(';')[0];

/** Types by extension as each configuration language writes them. */
const READERS: Record<string, (text: string) => Map<string, string>> = {
  'nginx.conf': (text) => {
    const lines = [...text.matchAll(/^\s+([a-z]+\/[\w.+-]+)\s+([a-z\s]+);$/gm)];
    return new Map(
      lines.flatMap(([, type = '', names = '']) => names.split(/\s+/).map((name) => [name, type])),
    );
  },
  'apache-htaccess.txt': (text) => {
    const lines = [...text.matchAll(/^AddType (\S+) (.+)$/gm)];
    return new Map(
      lines.flatMap(([, type = '', names = '']) =>
        names.split(' ').map((name) => [name.slice(1), type]),
      ),
    );
  },
  'iis-web.config': (text) => {
    const entries = [...text.matchAll(/<mimeMap fileExtension="\.(\w+)" mimeType="([^"]+)"/g)];
    return new Map(entries.map(([, name = '', type = '']) => [name, type]));
  },
  'python-server.txt': (text) => {
    const entries = [...text.matchAll(/'\.(\w+)': '([^']+)'/g)];
    return new Map(entries.map(([, name = '', type = '']) => [name, type]));
  },
};

describe.each(Object.keys(READERS))('%s', (name) => {
  it('gives every kind of file the type that the preview server gives', () => {
    const types = READERS[name]?.(sample(name)) ?? new Map<string, string>();
    for (const extension of EXTENSIONS)
      expect(types.get(extension)?.split(';')[0], extension).toBe(expectedType(extension));
  });
});

describe.each(['nginx.conf', 'apache-htaccess.txt', 'iis-web.config'])('%s', (name) => {
  it('sends the policies and cache rules of the preview server', () => {
    const text = sample(name);
    for (const policy of [FRAMING, WORKER_POLICY]) expect(text).toContain(`"${policy}"`);
    expect(text).toContain(ASK_AGAIN);
    const immutable = name === 'iis-web.config' ? 'public, immutable' : KEEP_FOR_EVER;
    expect(text).toContain(immutable);
  });
});

describe('nginx.conf', () => {
  it('has balanced braces, and a semicolon or a brace at the end of every statement', () => {
    const bare = sample('nginx.conf').replace(/^\s*#.*$/gm, '');
    const count = (mark: string): number => bare.split(mark).length - 1;
    expect(count('{')).toBe(count('}'));
    const statements = bare.replace(/"[^"]*"/g, 'text').split(/[;{}]/);
    expect(statements.at(-1)?.trim()).toBe('');
  });
});

describe('iis-web.config', () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it('is well-formed XML that removes each extension before mapping it', async () => {
    const tab = await browser.open('http://127.0.0.1');
    const pairs = await tab.page.evaluate((text) => {
      const xml = new DOMParser().parseFromString(text, 'application/xml');
      const broken = xml.querySelector('parsererror')?.textContent;
      if (broken) throw new Error(broken);
      return [...xml.querySelectorAll('mimeMap')].map((map) => [
        map.getAttribute('fileExtension'),
        map.previousElementSibling?.getAttribute('fileExtension'),
      ]);
    }, sample('iis-web.config'));
    expect(pairs).toHaveLength(EXTENSIONS.length);
    for (const [mapped, removed] of pairs) expect(removed).toBe(mapped);
    await tab.close();
  });
});
