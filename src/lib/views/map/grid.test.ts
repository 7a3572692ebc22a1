import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeSquares, spatialMove, type Spot } from './grid.ts';

const at = (id: string, row: number | null, col: number | null, group = 'g') => ({
  id,
  row,
  col,
  group,
});
const shown = (spots: readonly Spot[]) => spots.map(({ id, row, col }) => `${id}${row},${col}`);

describe('placeSquares(all)', () => {
  it('keeps one grid where nobody is in the way of another', () => {
    const { spots, unplaced } = placeSquares([at('a', 2, 3, 'x'), at('b', 1, 4, 'y')]);
    expect(shown(spots)).toEqual(['a1,0', 'b0,1']);
    expect(unplaced).toEqual([]);
  });

  it('puts cities that count from one side by side', () => {
    const { spots } = placeSquares([at('a', 1, 1, 'x'), at('b', 1, 2, 'x'), at('c', 1, 1, 'y')]);
    expect(shown(spots)).toEqual(['a0,0', 'b0,1', 'c0,2']);
  });

  it('stands below who has no place, and says so', () => {
    const { spots, unplaced } = placeSquares([at('a', 1, 1), at('b', 1, 1), at('c', null, null)]);
    expect(shown(spots)).toEqual(['a0,0', 'b1,0', 'c1,1']);
    expect(unplaced).toEqual(['b', 'c']);
  });

  it('gives everybody a square of their own, for any places', () => {
    const one = fc.record({
      row: fc.option(fc.integer({ min: 0, max: 5 })),
      col: fc.option(fc.integer({ min: 0, max: 5 })),
      group: fc.constantFrom('x', 'y'),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 30 }), (some) => {
        const all = some.map((place, i) => ({ ...place, id: `${i}` }));
        const { spots } = placeSquares(all);
        expect(spots).toHaveLength(all.length);
        expect(new Set(spots.map(({ row, col }) => `${row} ${col}`)).size).toBe(all.length);
        for (const { row, col } of spots) expect(row >= 0 && col >= 0).toBe(true);
      }),
    );
  });
});

describe('spatialMove(spots, from, key)', () => {
  // a b .
  // . . c
  // d . .
  const spots = [
    { id: 'a', row: 0, col: 0 },
    { id: 'b', row: 0, col: 1 },
    { id: 'c', row: 1, col: 2 },
    { id: 'd', row: 2, col: 0 },
  ];
  const go = (from: string, ...keys: string[]) =>
    keys.reduce((id, key) => spatialMove(spots, id, key) ?? '?', from);

  it('goes along the row and on to the next; straight ahead before aslant', () => {
    expect(go('a', 'ArrowRight')).toBe('b');
    expect(go('a', 'ArrowDown')).toBe('d');
    expect(go('b', 'ArrowRight')).toBe('c');
    expect(go('c', 'ArrowLeft')).toBe('b');
    expect(go('b', 'ArrowDown')).toBe('c');
    expect(go('c', 'ArrowUp')).toBe('b');
    expect(go('b', 'Home')).toBe('a');
    expect(go('a', 'End')).toBe('b');
  });

  it('stays at the edge, and leaves other keys alone', () => {
    expect(go('a', 'ArrowUp')).toBe('a');
    expect(spatialMove(spots, 'a', 'Tab')).toBeNull();
    expect(spatialMove(spots, 'nobody', 'ArrowUp')).toBeNull();
  });

  it('reaches every square from every other, and never moves against the key', () => {
    const cell = fc.record({ row: fc.nat(6), col: fc.nat(6) });
    const grids = fc.uniqueArray(cell, {
      minLength: 1,
      maxLength: 20,
      selector: ({ row, col }) => `${row} ${col}`,
    });
    const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];
    fc.assert(
      fc.property(grids, (cells) => {
        const all = cells.map((place, i) => ({ ...place, id: `${i}` }));
        const reached = new Set(['0']);
        for (const id of reached)
          for (const key of keys) reached.add(spatialMove(all, id, key) ?? id);
        expect(reached.size).toBe(all.length);
        for (const spot of all) {
          const up = all.find(({ id }) => id === spatialMove(all, spot.id, 'ArrowUp'));
          expect(up?.row).toBeLessThanOrEqual(spot.row);
        }
      }),
    );
  });
});
