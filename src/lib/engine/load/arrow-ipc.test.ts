import { DataType, tableFromIPC } from 'apache-arrow';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SqlValue } from '../engine.ts';
import { tableToArrowIpc } from './arrow-ipc.ts';
import { columnsOf, emptyTable } from './table.ts';
import type { DecodedTable } from './table.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 8 }).filter((t) => !t.startsWith('\ufeff'));

/** The check table has text, doubles and booleans with and without gaps. */
const checkTable: fc.Arbitrary<DecodedTable> = fc.integer({ min: 0, max: 40 }).chain((rowCount) => {
  const column = (values: fc.Arbitrary<SqlValue>) =>
    fc.array(values, { minLength: rowCount, maxLength: rowCount });
  return fc
    .tuple(
      ...columnsOf('check').map(({ type, nullable }) => {
        const values: fc.Arbitrary<SqlValue> =
          type === 'double'
            ? fc.double({ noNaN: true, noDefaultInfinity: true })
            : type === 'boolean'
              ? fc.boolean()
              : text;
        return column(nullable ? fc.option(values) : values);
      }),
    )
    .map((columns) => ({ name: 'check', rowCount, columns }));
});

function readBack(table: DecodedTable): unknown[][] {
  const arrow = tableFromIPC(tableToArrowIpc(table));
  return columnsOf(table.name).map(({ name }) => {
    const vector = arrow.getChild(name);
    return Array.from({ length: arrow.numRows }, (_, row) => vector?.get(row) as unknown);
  });
}

describe('tableToArrowIpc(table)', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('carries text, numbers, booleans and gaps over unchanged', () => {
    fc.assert(
      fc.property(checkTable, (table) => {
        expect(readBack(table)).toEqual(table.columns);
      }),
      { numRuns: 100 },
    );
  });

  it('carries days as DateDay and integers as Int32', () => {
    const day = (value: SqlValue) => (value === null ? null : Date.parse(String(value)));
    const columns = columnsOf('region').map(({ name, type }): SqlValue[] =>
      type === 'date'
        ? ['1969-12-31', name === 'valid_to' ? null : '2400-02-29']
        : type === 'int32'
          ? [-5, null]
          : ['a', 'b'],
    );
    const table: DecodedTable = { name: 'region', rowCount: 2, columns };
    const expected = columnsOf('region').map(({ type }, index) =>
      type === 'date' ? columns[index]?.map(day) : columns[index],
    );
    expect(readBack(table)).toEqual(expected);
    const { schema } = tableFromIPC(tableToArrowIpc(table));
    const typeOf = (name: string) =>
      schema.fields.find((field) => field.name === name)?.type as DataType | undefined;
    expect(DataType.isDate(typeOf('valid_from'))).toBe(true);
    expect(DataType.isInt(typeOf('tile_row'))).toBe(true);
  });

  it('carries a table without rows, with its columns', () => {
    const arrow = tableFromIPC(tableToArrowIpc(emptyTable('observation')));
    expect(arrow.numRows).toBe(0);
    expect(arrow.schema.fields.map((field) => field.name)).toEqual(
      columnsOf('observation').map((column) => column.name),
    );
  });

  it('compiles no code, so that it works under a strict content security policy', () => {
    vi.stubGlobal('Function', () => {
      throw new EvalError('unsafe-eval');
    });
    const columns = columnsOf('check').map(({ type }): SqlValue[] =>
      type === 'double' ? [1, null] : type === 'boolean' ? [true, false] : ['x', 'y'],
    );
    expect(tableToArrowIpc({ name: 'check', rowCount: 2, columns }).length).toBeGreaterThan(100);
  });
});
