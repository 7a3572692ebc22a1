import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

/** Column-major table of the reference vectors. */
export type VectorTable = Readonly<Record<string, readonly unknown[]>>;

/** A reference file, as it stands in ../vectors. */
export const vectors = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`../vectors/${name}.json`, import.meta.url), 'utf8')) as Record<
    string,
    unknown
  >;

/** Follows keys into a reference file; fails the test when one is missing. */
export function at<T>(vector: unknown, ...keys: readonly string[]): T {
  let value = vector;
  for (const key of keys) {
    expect(value).toHaveProperty([key]);
    value = (value as Record<string, unknown>)[key];
  }
  return value as T;
}

const SPECIAL: ReadonlyMap<unknown, number> = new Map<unknown, number>([
  [null, NaN],
  ['NaN', NaN],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
]);

/** Cells as doubles: null and "NaN" are missing. */
export const numbers = (cells: readonly unknown[]): Float64Array =>
  Float64Array.from(cells, (cell) => SPECIAL.get(cell) ?? (cell as number));

/** Largest deviation relative to the expected size, 0 when both sides are NaN alike. */
export function relativeError(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length !== expected.length) return Infinity;
  let worst = 0;
  for (let i = 0; i < expected.length; i++) {
    const a = actual[i]!;
    const e = expected[i]!;
    if (Object.is(a, e) || a === e) continue;
    const error = Math.abs(a - e) / Math.abs(e);
    worst = Math.max(worst, Number.isNaN(error) ? Infinity : error);
  }
  return worst;
}

export const TOLERANCE = 1e-12;

/** Fails unless all cells agree to 1e-12 relative and are missing alike. */
export function expectClose(
  actual: ArrayLike<number> | undefined,
  expected: readonly unknown[],
): void {
  const want = numbers(expected);
  const error = relativeError(actual ?? [], want);
  if (error > TOLERANCE)
    expect(Array.from(actual ?? []), `relative error ${error}`).toEqual(Array.from(want));
  expect(error).toBeLessThanOrEqual(TOLERANCE);
}

/** Fails unless all places agree; a missing place is null there, 0 here. */
export const expectRanks = (
  actual: ArrayLike<number> | undefined,
  expected: readonly unknown[],
): void =>
  expect(Array.from(actual ?? [])).toEqual(expected.map((rank) => (rank === null ? 0 : rank)));
