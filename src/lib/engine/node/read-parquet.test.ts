import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureOf } from '../testing/failure.ts';
import { readParquet } from './read-parquet.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-parquet-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('readParquet(path)', () => {
  it('reads any columns: numbers as doubles, the rest as text, nulls as null', async () => {
    const path = join(folder, 'any.parquet');
    await writeFile(
      path,
      new Uint8Array(
        parquetWriteBuffer({
          columnData: [
            { name: 'unit', data: ['甲', 'b"c'], type: 'STRING' },
            { name: 'a "quoted" name', data: [0.1, null], type: 'DOUBLE' },
            { name: 'n', data: [7n, -3n], type: 'INT64' },
            { name: 'flag', data: [true, false], type: 'BOOLEAN' },
          ],
        }),
      ),
    );
    expect(await readParquet(path)).toEqual({
      header: ['unit', 'a "quoted" name', 'n', 'flag'],
      rows: [
        ['甲', 0.1, 7, 'true'],
        ['b"c', null, -3, 'false'],
      ],
    });
  });

  it('refuses what is not Parquet', async () => {
    const path = join(folder, 'not.parquet');
    await writeFile(path, 'unit,x\na,1\n');
    expect(await failureOf(readParquet(path))).toMatchObject({ code: 'wrong_content' });
  });
});
