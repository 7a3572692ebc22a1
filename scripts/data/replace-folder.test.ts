import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { replaceFolder } from './replace-folder.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
let parent = '';
const folder = () => join(parent, 'static', 'data');

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'hengjian-replace-'));
});
afterEach(() => rm(parent, { recursive: true, force: true }));

test('makes the folder, and leaves nothing else beside it', async () => {
  await replaceFolder(folder(), [{ path: 'a/b.txt', bytes: bytes('1') }]);
  expect(await readFile(join(folder(), 'a', 'b.txt'), 'utf8')).toBe('1');
  expect(await readdir(join(parent, 'static'))).toEqual(['data']);
});

test('replaces the folder as a whole', async () => {
  await replaceFolder(folder(), [{ path: 'old.txt', bytes: bytes('1') }]);
  await replaceFolder(folder(), [{ path: 'new.txt', bytes: bytes('2') }]);
  expect(await readdir(folder())).toEqual(['new.txt']);
});

test('a file that cannot be written leaves the old folder as it was', async () => {
  await mkdir(folder(), { recursive: true });
  await writeFile(join(folder(), 'old.txt'), 'good');
  const impossible = [
    { path: 'x', bytes: bytes('1') },
    { path: 'x/y', bytes: bytes('2') },
  ];
  await expect(replaceFolder(folder(), impossible)).rejects.toThrow();
  expect(await readFile(join(folder(), 'old.txt'), 'utf8')).toBe('good');
  expect(await readdir(join(parent, 'static'))).toEqual(['data']);
});
