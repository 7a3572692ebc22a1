import { describe, expect, it } from 'vitest';
import { sameRows } from './agreement.ts';
import type { DatasetRows } from './dataset.ts';

const rows = (value: number | null, note: string | null = null) =>
  ({
    institutions: [{ institution_id: 'a' }],
    observations: [{ obs_id: '1', value, note }],
    sources: [],
  }) as unknown as DatasetRows;

describe('sameRows(a, b)', () => {
  it('accepts numbers that differ in the last bits only', () => {
    expect(sameRows(rows(0.1 + 0.2), rows(0.3))).toBe(true);
  });

  it('sees a different number, text, missing value or row', () => {
    expect(sameRows(rows(50), rows(50.000001))).toBe(false);
    expect(sameRows(rows(50, 'x'), rows(50, 'y'))).toBe(false);
    expect(sameRows(rows(0), rows(null))).toBe(false);
    expect(sameRows(rows(1), { ...rows(1), observations: [] })).toBe(false);
  });
});
