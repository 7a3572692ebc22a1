import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildSite, isUpToDate } from './build-site.ts';

let root: string;

function write(name: string, text: string): void {
  mkdirSync(join(root, name, '..'), { recursive: true });
  writeFileSync(join(root, name), text);
}

/** Stands in for the real build, which takes a minute. */
function build(code = 0): Promise<boolean> {
  return buildSite(root, () => {
    write('build/index.html', '<p>1</p>');
    write('static/data/a.parquet', 'generated');
    return Promise.resolve({ code, output: '', timedOut: false });
  });
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'build-site-'));
  write('src/app.html', 'app');
  write('data/a.csv', '1');
});
afterEach(() => rmSync(root, { recursive: true }));

describe('isUpToDate', () => {
  it('holds after a build and not before', async () => {
    expect(isUpToDate(root)).toBe(false);
    expect(await build()).toBe(true);
    expect(isUpToDate(root)).toBe(true);
  });

  it.each([
    ['an input is edited', 'data/a.csv'],
    ['an input is added', 'src/new.ts'],
    ['the build is edited', 'build/index.html'],
    ['something is put into the build', 'build/extra.html'],
  ])('does not hold when %s', async (_what, file) => {
    await build();
    write(file, 'other');
    expect(isUpToDate(root)).toBe(false);
  });

  it('does not hold when the build is gone, or the last one failed', async () => {
    await build();
    rmSync(join(root, 'build'), { recursive: true });
    expect(isUpToDate(root)).toBe(false);
    expect(await build(1)).toBe(false);
    expect(isUpToDate(root)).toBe(false);
  });
});
