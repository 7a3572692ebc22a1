import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column, ColumnType, TableName } from '#lib/model/index.ts';
import { TABLE_NAMES } from '#lib/model/index.ts';
import type { EngineRow } from '../engine.ts';
import { failureOf } from '../testing/failure.ts';
import { writeTable } from '../testing/publish.ts';
import { decodeTable } from './decode.ts';
import { columnsOf, tableRows } from './table.ts';

const VALUE: Record<ColumnType, fc.Arbitrary<string | number | boolean>> = {
  string: fc.string({ unit: 'binary', maxLength: 12 }).filter((text) => !text.startsWith('\ufeff')),
  double: fc.double({ noNaN: true, noDefaultInfinity: true }),
  int32: fc.integer(),
  boolean: fc.boolean(),
  date: fc
    .integer({ min: -40_000, max: 200_000 })
    .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)),
};

const rowOf = (table: TableName): fc.Arbitrary<EngineRow> =>
  fc.record(
    Object.fromEntries(
      columnsOf(table).map(({ name, type, nullable }) => [
        name,
        nullable ? fc.option(VALUE[type]) : VALUE[type],
      ]),
    ),
  );

const REGION = columnsOf('region');
const SAMPLE: EngineRow = Object.fromEntries(
  REGION.map(({ name, type, nullable }) => [
    name,
    nullable ? null : type === 'date' ? '2000-02-29' : '文',
  ]),
);

/** The region table with one column changed. */
const changed = (name: string, over: Partial<Column>): Column[] =>
  REGION.map((column) => (column.name === name ? { ...column, ...over } : column));

describe('decodeTable(name, bytes)', () => {
  it.each(TABLE_NAMES)('gives back every row of %s as it was written', async (name) => {
    await fc.assert(
      fc.asyncProperty(fc.array(rowOf(name), { maxLength: 20 }), async (rows) => {
        const table = await decodeTable(name, writeTable(columnsOf(name), rows));
        expect(tableRows(table)).toEqual(rows);
      }),
      { numRuns: 25 },
    );
  });

  it('reads more than one row group, and no rows at all', async () => {
    const rows = Array.from({ length: 950 }, (_, index) => ({ ...SAMPLE, tile_row: index }));
    const table = await decodeTable('region', writeTable(REGION, rows));
    expect(tableRows(table)).toEqual(rows);
    expect((await decodeTable('region', writeTable(REGION, []))).rowCount).toBe(0);
  });

  it('reads bytes that lie inside a larger buffer', async () => {
    const bytes = writeTable(REGION, [SAMPLE]);
    const larger = new Uint8Array(bytes.length + 20).fill(7);
    larger.set(bytes, 10);
    const table = await decodeTable('region', larger.subarray(10, 10 + bytes.length));
    expect(tableRows(table)).toEqual([SAMPLE]);
  });

  it.each<[string, Column[], Partial<EngineRow>, string, string]>([
    ['a missing column', REGION.slice(0, -1), {}, 'region.note', 'missing'],
    [
      'an unknown column',
      [...REGION, { name: 'extra', type: 'string', nullable: true }],
      {},
      'region.extra',
      'not a column',
    ],
    ['text for a day', changed('valid_from', { type: 'string' }), {}, 'region.valid_from', 'date'],
    [
      'doubles for integers',
      changed('tile_row', { type: 'double' }),
      {},
      'region.tile_row',
      'int32',
    ],
    ['a day for text', changed('note', { type: 'date' }), {}, 'region.note', 'string'],
    [
      'a gap where there may be none',
      changed('name_zh', { nullable: true }),
      { name_zh: null },
      'region.name_zh',
      'row 1',
    ],
    ['a byte order mark', [...REGION], { name_en: '\ufeffx' }, 'region.name_en', 'byte order mark'],
  ])('%s is schema_mismatch and names the column', async (_, columns, over, subject, message) => {
    const error = await failureOf(
      decodeTable('region', writeTable(columns, [{ ...SAMPLE, ...over } as EngineRow])),
    );
    expect(error).toMatchObject({ code: 'schema_mismatch', subject });
    expect(error.message).toContain(message);
  });

  it.each([NaN, Infinity, -Infinity])('%d is no value', async (value) => {
    const columns = columnsOf('check');
    const row: EngineRow = {
      check_id: 'k',
      rule: 'r',
      computed: value,
      stated: null,
      consistent: true,
      verdict: 'ok',
      data_status: 'reported',
      source_id: null,
      note: null,
    };
    const error = await failureOf(decodeTable('check', writeTable(columns, [row])));
    expect(error).toMatchObject({ code: 'schema_mismatch', subject: 'check.computed' });
    expect(error.message).toContain(String(value));
  });

  it.each([
    ['nothing', new Uint8Array(0)],
    ['HTML', new TextEncoder().encode('<!doctype html><html></html>')],
    ['half a file', writeTable(REGION, [SAMPLE]).subarray(0, 300)],
  ])('%s is wrong_content with a cause', async (_, bytes) => {
    const error = await failureOf(decodeTable('region', bytes));
    expect(error).toMatchObject({ code: 'wrong_content', subject: 'region' });
    expect(error.cause).toBeInstanceOf(Error);
  });
});
