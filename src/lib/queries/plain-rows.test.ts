import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookup, orderBy, pick, prefixed } from './plain-rows.ts';

const column = (rows: readonly { readonly x?: unknown }[]) => rows.map((row) => row.x);

describe('orderBy(rows, ...columns)', () => {
  it('sorts text as its UTF-8 bytes do, rare characters last', () => {
    const text = fc.string({ unit: 'binary', maxLength: 4 });
    fc.assert(
      fc.property(fc.array(text), (texts) => {
        const bytes = texts.map((x) => Buffer.from(x)).sort((a, b) => Buffer.compare(a, b));
        expect(
          column(
            orderBy(
              texts.map((x) => ({ x })),
              'x',
            ),
          ),
        ).toEqual(bytes.map(String));
      }),
      { numRuns: 200 },
    );
    expect(column(orderBy([{ x: '\u{20bb7}' }, { x: '\uff21' }], 'x'))).toEqual([
      '\uff21',
      '\u{20bb7}',
    ]);
  });

  it('sorts numbers as numbers and nulls last', () => {
    const rows = [10, null, 9, -1, 0.5].map((x) => ({ x }));
    expect(column(orderBy(rows, 'x'))).toEqual([-1, 0.5, 9, 10, null]);
  });

  it('goes on to the next column where the first is equal, and keeps the rest in order', () => {
    const rows = [
      { x: 1, y: 'b', z: 1 },
      { x: 1, y: 'a', z: 2 },
      { x: 0, y: 'c', z: 3 },
      { x: 1, y: 'a', z: 4 },
    ];
    expect(orderBy(rows, 'x', 'y').map((row) => row['z'])).toEqual([3, 2, 4, 1]);
    expect(rows[0]?.z).toBe(1);
  });
});

describe('joins', () => {
  it('lookup(rows, key) finds nothing for null, even where a key is null', () => {
    const find = lookup([{ k: null }, { k: 'a', v: 1 }], 'k');
    expect([find('a'), find('b'), find(null), find(undefined)]).toEqual([
      { k: 'a', v: 1 },
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('pick and prefixed give null where there is nothing', () => {
    expect(pick({ a: 1, b: 2 }, ['a', 'c'])).toEqual({ a: 1, c: null });
    expect(prefixed('r_', undefined, ['a'])).toEqual({ r_a: null });
    expect(prefixed('r_', { a: 0 }, ['a'])).toEqual({ r_a: 0 });
  });
});
