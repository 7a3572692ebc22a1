import {
  Bool,
  DateDay,
  Field,
  Float64,
  Int32,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableToIPC,
  Utf8,
} from 'apache-arrow';
import type { Data, DataType } from 'apache-arrow';
import type { Column, ColumnType } from '#lib/model/index.ts';
import type { SqlValue } from '../engine.ts';
import { columnsOf } from './table.ts';
import type { DecodedTable } from './table.ts';

/**
 * The table as an Arrow IPC stream of one batch: strings as utf8, days as DateDay. Built with
 * makeData alone; tableFromArrays and vectorFromArray compile code with `new Function`, which a
 * content security policy forbids.
 */
export function tableToArrowIpc(table: DecodedTable): Uint8Array {
  const columns = columnsOf(table.name);
  const schema = new Schema(
    columns.map(({ name, type, nullable }) => new Field(name, ARROW_TYPE[type](), nullable)),
  );
  const children = columns.map((column, index) => columnData(column, table.columns[index] ?? []));
  const data = makeData({ type: new Struct(schema.fields), length: table.rowCount, children });
  return tableToIPC(new Table([new RecordBatch(schema, data)]), 'stream');
}

const ARROW_TYPE: Record<ColumnType, () => DataType> = {
  string: () => new Utf8(),
  date: () => new DateDay(),
  double: () => new Float64(),
  int32: () => new Int32(),
  boolean: () => new Bool(),
};

function columnData({ type }: Column, values: readonly SqlValue[]): Data {
  const common = { length: values.length, ...nulls(values) };
  switch (type) {
    case 'string':
      return makeData({ type: new Utf8(), ...common, ...utf8Buffers(values) });
    case 'date':
      return makeData({ type: new DateDay(), ...common, data: Int32Array.from(values, epochDay) });
    case 'double':
      return makeData({ type: new Float64(), ...common, data: Float64Array.from(values, Number) });
    case 'int32':
      return makeData({ type: new Int32(), ...common, data: Int32Array.from(values, Number) });
    case 'boolean':
      return makeData({ type: new Bool(), ...common, data: bitmap(values, (v) => v === true) });
  }
}

function nulls(values: readonly SqlValue[]) {
  const nullCount = values.reduce<number>((count, value) => count + (value === null ? 1 : 0), 0);
  return nullCount === 0
    ? { nullCount }
    : { nullCount, nullBitmap: bitmap(values, (value) => value !== null) };
}

/** One bit a value, least significant first, padded to whole bytes. */
function bitmap(values: readonly SqlValue[], isSet: (value: SqlValue) => boolean): Uint8Array {
  const bits = new Uint8Array(Math.ceil(values.length / 8));
  values.forEach((value, index) => {
    if (isSet(value)) bits[index >> 3] = (bits[index >> 3] ?? 0) | (1 << (index & 7));
  });
  return bits;
}

function utf8Buffers(values: readonly SqlValue[]) {
  const encoder = new TextEncoder();
  const texts = values.map((value) => encoder.encode(typeof value === 'string' ? value : ''));
  const valueOffsets = new Int32Array(values.length + 1);
  texts.forEach((text, index) => {
    valueOffsets[index + 1] = (valueOffsets[index] ?? 0) + text.length;
  });
  const data = new Uint8Array(valueOffsets[values.length] ?? 0);
  texts.forEach((text, index) => data.set(text, valueOffsets[index]));
  return { valueOffsets, data };
}

/** Days since 1970-01-01; the slot of a null is never read. */
const epochDay = (day: SqlValue): number =>
  typeof day === 'string' ? Date.parse(`${day}T00:00:00Z`) / 86_400_000 : 0;
