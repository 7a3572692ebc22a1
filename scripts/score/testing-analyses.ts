import { expect } from 'vitest';
import { readTable } from './read-table.ts';
import { CSV, SCHEME, smallCommand } from './testing.ts';
import { toUnitTable } from './unit-table.ts';

export const { file, output } = smallCommand();

export type Row = Readonly<Record<string, unknown>>;

export interface Json {
  readonly analyses: Readonly<Record<string, Readonly<Record<string, readonly Row[]>>>>;
}

/** The analysis by its key, from the JSON that the flags give. */
export async function analysis(key: string, ...flags: readonly string[]) {
  const { analyses } = JSON.parse(await output(...flags, '--format', 'json')) as Json;
  expect(Object.keys(analyses)).toEqual([key]);
  return analyses[key]!;
}

export async function table(content = CSV) {
  return toUnitTable(await readTable(await file('direct.csv', content)), SCHEME).table;
}

export const column = (rows: readonly Row[] | undefined, key: string) =>
  rows!.map((row) => row[key]);

/** As JSON has it. */
export const plain = (xs: ArrayLike<number>) => Array.from(xs, (x) => (Number.isNaN(x) ? null : x));
