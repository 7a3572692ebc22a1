import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureOf } from '../testing/failure.ts';
import { fileSource } from './file-source.ts';

describe('fileSource(folder).read(path)', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'data '));
    await writeFile(join(folder, '表.bin'), new Uint8Array([1, 2, 3]));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('reads a whole file', async () => {
    const progress: number[][] = [];
    const onProgress = (...step: number[]) => progress.push(step);
    const bytes = await fileSource(folder).read('表.bin', { bytes: 3, onProgress });
    expect(bytes).toEqual(new Uint8Array([1, 2, 3]));
    expect(progress).toEqual([[3, 3]]);
  });

  it.each([
    ['gone.bin', {}, 'not_found'],
    ['../package.json', {}, 'not_found'],
    ['表.bin', { bytes: 4 }, 'wrong_content'],
    ['表.bin', { deadline: 0 }, 'deadline'],
    ['表.bin', { signal: AbortSignal.abort() }, 'aborted'],
  ])('%s with %j is %s', async (path, options, code) => {
    const error = await failureOf(fileSource(folder).read(path, options));
    expect(error).toMatchObject({ code, subject: path });
  });

  it('a folder in the place of a file is fetch_failed with its cause', async () => {
    const error = await failureOf(fileSource(tmpdir()).read(folder.split('/').at(-1) ?? ''));
    expect(error.code).toBe('fetch_failed');
    expect(error.cause).toBeInstanceOf(Error);
  });
});
