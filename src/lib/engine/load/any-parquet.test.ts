import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { readAnyParquet } from './any-parquet.ts';

const written = new Uint8Array(
  parquetWriteBuffer({
    columnData: [
      { name: '地区', data: ['甲县', '乙县', null], type: 'STRING' },
      { name: '项目数', data: [25, null, 3.5], type: 'DOUBLE' },
      { name: '家数', data: [1n, 2n, 9_007_199_254_740_993n], type: 'INT64' },
      { name: '__proto__', data: [true, false, null], type: 'BOOLEAN' },
    ],
  }),
);

describe('readAnyParquet', () => {
  it('gives header and rows as they are, whatever the columns are called', async () => {
    expect(await readAnyParquet(written)).toEqual({
      header: ['地区', '项目数', '家数', '__proto__'],
      rows: [
        ['甲县', 25, 1, true],
        ['乙县', null, 2, false],
        [null, 3.5, '9007199254740993', null],
      ],
    });
  });

  it.each([
    ['half a file', written.slice(0, 60)],
    ['text', new TextEncoder().encode('PAR1 地区,项目数\n甲县,4\n')],
  ])('%s is refused', async (_, bytes) => {
    await expect(readAnyParquet(bytes)).rejects.toMatchObject({ code: 'wrong_content' });
  });
});
