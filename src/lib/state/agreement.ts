import type { DatasetRows } from './dataset.ts';

/** Relative difference up to which two engines' doubles count as the same number. */
const TOLERANCE = 1e-9;

/** Whether two engines gave the same rows in the same order, numbers to 1e-9 relative. */
export function sameRows(a: DatasetRows, b: DatasetRows): boolean {
  return (['institutions', 'observations', 'sources'] as const).every((table) =>
    sameList(a[table], b[table]),
  );
}

function sameList(a: readonly object[], b: readonly object[]): boolean {
  return (
    a.length === b.length &&
    a.every((row, position) => {
      const other: Record<string, unknown> = { ...b[position] };
      const entries = Object.entries(row as Record<string, unknown>);
      return (
        entries.length === Object.keys(other).length &&
        entries.every(([name, value]) => sameValue(value, other[name]))
      );
    })
  );
}

function sameValue(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number')
    return a === b || Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
  return a === b;
}
