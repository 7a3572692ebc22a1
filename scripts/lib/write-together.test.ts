import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeTogether } from './write-together.ts';

let parent = '';
const folder = () => join(parent, 'data');
const file = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) });
const read = (path: string) => readFile(join(folder(), path), 'utf8');

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'hengjian-together-'));
  await mkdir(folder());
  await writeFile(join(folder(), 'kept.csv'), 'kept');
  await writeFile(join(folder(), 'a.csv'), 'old');
});
afterEach(() => rm(parent, { recursive: true }));

test('writes new files and replaces old ones, and leaves the others and nothing else behind', async () => {
  await writeTogether(folder(), [file('a.csv', 'new'), file('deep/b.csv', 'b')]);
  expect([await read('a.csv'), await read('deep/b.csv'), await read('kept.csv')]).toEqual([
    'new',
    'b',
    'kept',
  ]);
  expect(await readdir(parent)).toEqual(['data']);
});

test('a failure on the way puts back what was there', async () => {
  const files = [file('a.csv', 'new'), file('c.csv', 'c'), file('d.csv', 'd')];
  const stop = (path: string) => {
    if (path === 'd.csv') throw new Error('the disk is full');
  };
  await expect(writeTogether(folder(), files, stop)).rejects.toThrow('the disk is full');
  expect(await read('a.csv')).toBe('old');
  expect((await readdir(folder())).sort()).toEqual(['a.csv', 'kept.csv']);
  expect(await readdir(parent)).toEqual(['data']);
});
