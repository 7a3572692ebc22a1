import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UnitTable } from '#lib/model/index.ts';
import { score } from '../score.ts';
import { group, indicator, schemeOf } from '../testing/schemes.ts';
import { stageOf } from './stage.ts';
import { surroundingsIn } from './surroundings.ts';
import { sides } from './testing/sides.ts';

const table: UnitTable = {
  rows: ['g', 'h', 'g'].flatMap((peers, i) =>
    ['2024', '2025'].map((period) => ({ unit: `u${i}`, period, group: peers })),
  ),
  columns: new Map([['x', Float64Array.of(1, 2, 3, 4, 5, 6)]]),
};
const index = group('I', [indicator('x')]);
const rows = (of: Parameters<typeof surroundingsIn>[1], row: number) => [
  ...surroundingsIn(table, of)(row).at.keys(),
];

describe('the rows that matter to a row', () => {
  it('are its pool: the peers of the period, or of all periods', () => {
    const scheme = schemeOf(index);
    expect(rows(scheme, 1)).toEqual([1, 5]);
    expect(rows({ ...scheme, normalise: { ...scheme.normalise, scope: 'panel' } }, 1)).toEqual([
      0, 1, 4, 5,
    ]);
  });

  it('are all of them where weights come from the data, or the reference may be anyone', () => {
    const all = [0, 1, 2, 3, 4, 5];
    expect(rows(schemeOf({ ...index, weigh: { method: 'pca' } }), 1)).toEqual(all);
    const normalise = { method: 'distance_to_reference', unit: 'u1' } as const;
    expect(rows(schemeOf(group('I', [indicator('x', 1, { normalise })])), 1)).toEqual(all);
  });

  it('and the steps that are left give the unit what the whole computation gives, to the bit', () => {
    fc.assert(
      fc.property(sides(), ({ before, pick }) => {
        if (before.table.rows.length === 0) return;
        const { result, scheme, surroundings } = stageOf(before, before.scheme);
        const row = pick % before.table.rows.length;
        const part = surroundings(row);
        const at = part.at.get(row)!;
        const again = score(part.table, scheme);
        expect(again.status[at]).toEqual(result.status[row]);
        expect(again.ranks.get('I')![at]).toBe(result.ranks.get('I')![row]);
        expect(again.scores.get('I')![at]).toBe(result.scores.get('I')![row]);
      }),
      { numRuns: 10_000 },
    );
  }, 300_000);
});
