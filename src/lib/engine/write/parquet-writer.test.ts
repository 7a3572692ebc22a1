import { DuckDBInstance } from '@duckdb/node-api';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeParquet } from './parquet-writer.ts';

const region = (code: string, over: object = {}) => ({
  region_code: code,
  name_zh: '甲县',
  name_en: 'Jia',
  parent_code: null,
  level: 'county',
  valid_from: '2000-02-29',
  valid_to: null,
  successor_code: null,
  tile_row: 1,
  tile_col: null,
  data_status: 'synthetic',
  source_id: 's',
  note: null,
  ...over,
});
const check = (id: string, consistent: boolean, computed: number | null) => ({
  check_id: id,
  rule: 'a = b',
  computed,
  stated: 0.1 + 0.2,
  consistent,
  verdict: '相符',
  data_status: 'reported',
  source_id: null,
  note: null,
});

const bufferOf = (bytes: Uint8Array) => bytes.slice().buffer;

test('types are DATE, INT32, DOUBLE, BOOLEAN and UTF8; the codec is SNAPPY', () => {
  const regions = parquetMetadata(bufferOf(writeParquet('region', [region('990101')])));
  const byName = new Map(regions.schema.map((element) => [element.name, element]));
  expect(byName.get('valid_from')).toMatchObject({
    type: 'INT32',
    converted_type: 'DATE',
    repetition_type: 'REQUIRED',
  });
  expect(byName.get('tile_row')).toMatchObject({ type: 'INT32', repetition_type: 'OPTIONAL' });
  expect(byName.get('name_zh')).toMatchObject({ type: 'BYTE_ARRAY', converted_type: 'UTF8' });
  const checks = parquetMetadata(bufferOf(writeParquet('check', [check('a', true, null)])));
  const types = new Map(checks.schema.map((element) => [element.name, element.type]));
  expect([types.get('computed'), types.get('consistent')]).toEqual(['DOUBLE', 'BOOLEAN']);
  expect(
    checks.row_groups.flatMap((group) => group.columns.map((chunk) => chunk.meta_data?.codec)),
  ).toEqual(Array(9).fill('SNAPPY'));
});

test('hyparquet and DuckDB read back the same rows, doubles to the last bit', async () => {
  const rows = [check('a', true, null), check('b', false, 1 / 3), check('c', true, -2.5e-300)];
  const bytes = writeParquet('check', rows);
  const folder = await mkdtemp(join(tmpdir(), 'hengjian-parquet-'));
  const instance = await DuckDBInstance.create(':memory:');
  try {
    await writeFile(join(folder, 'check.parquet'), bytes);
    const connection = await instance.connect();
    const reader = await connection.runAndReadAll(
      `SELECT * FROM read_parquet('${join(folder, 'check.parquet')}')`,
    );
    expect(reader.getRowObjectsJS()).toEqual(rows);
    expect(await parquetReadObjects({ file: bufferOf(bytes) })).toEqual(rows);
    connection.closeSync();
  } finally {
    instance.closeSync();
    await rm(folder, { recursive: true });
  }
});

test('the same rows give the same bytes', () => {
  const rows = [region('990101'), region('990102')];
  expect(writeParquet('region', rows)).toEqual(writeParquet('region', structuredClone(rows)));
});

test.each([
  ['null in a required column', { name_zh: null }, /region\.name_zh, row 0: null/],
  ['a column left out', { level: undefined }, /region\.level, row 0: null/],
  ['a number in a text column', { note: 5 }, /region\.note, row 0: number where string/],
  ['a fraction in an int32 column', { tile_row: 1.5 }, /region\.tile_row, row 0: not an int32/],
  ['an int32 overflow', { tile_row: 2 ** 31 }, /not an int32/],
  ['no day at all', { valid_to: '2025-13-01' }, /region\.valid_to, row 0: not an ISO day/],
])('%s throws', (_what, over, message) => {
  expect(() => writeParquet('region', [region('990101', over)])).toThrow(message);
});

test('NaN and infinity throw', () => {
  expect(() => writeParquet('check', [check('a', true, NaN)])).toThrow(/not a finite number/);
  expect(() => writeParquet('check', [check('a', true, Infinity)])).toThrow(/not a finite number/);
});
