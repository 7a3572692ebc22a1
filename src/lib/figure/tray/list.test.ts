import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  added,
  edited,
  EMPTY,
  moved,
  removed,
  renamed,
  restored,
  type Change,
  type TrayEntry,
  type TrayList,
} from './list.ts';

const entry = (id: string): TrayEntry => ({
  id,
  caption: `图注 ${id}`,
  paragraph: '',
  part: 'figure',
  columns: [0],
});
const listOf = (...ids: string[]): TrayList => ({ title: null, entries: ids.map(entry) });
const idsOf = ({ entries }: TrayList) => entries.map(({ id }) => id);
const doAll = (changes: readonly Change[], list: TrayList) =>
  changes.reduce((now, change) => change(now), list);

const ids = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 });

describe('the list of the tray', () => {
  it('takes a figure once, at the end', () => {
    const list = doAll([added(entry('a')), added(entry('b')), added(entry('a'))], EMPTY);
    expect(idsOf(list)).toEqual(['a', 'b']);
  });

  it('moves one figure and leaves the others in their order', () => {
    expect(idsOf(moved('c', 0)(listOf('a', 'b', 'c')))).toEqual(['c', 'a', 'b']);
    expect(idsOf(moved('a', 1)(listOf('a', 'b', 'c')))).toEqual(['b', 'a', 'c']);
    fc.assert(
      fc.property(ids, fc.nat(9), fc.integer({ min: -3, max: 12 }), (all, which, to) => {
        const id = all[which] ?? 'x';
        const next = idsOf(moved(id, to)(listOf(...all)));
        expect(next.filter((one) => one !== id)).toEqual(all.filter((one) => one !== id));
        expect(next).toHaveLength(all.length);
        if (all.includes(id))
          expect(next.indexOf(id)).toBe(Math.min(Math.max(to, 0), all.length - 1));
      }),
    );
  });

  it('puts back what was taken out, where it was', () => {
    fc.assert(
      fc.property(ids, ids, (all, out) => {
        const before = listOf(...all);
        const gone = new Set(out);
        const without = removed(gone)(before);
        expect(idsOf(without)).toEqual(all.filter((id) => !gone.has(id)));
        expect(restored(before, gone)(without)).toEqual(before);
      }),
    );
  });

  it('puts nothing back twice, whatever was done in between', () => {
    const change = fc.oneof(
      fc.constantFrom(...'abcdefgh').map((id): Change => added(entry(id))),
      fc.tuple(fc.constantFrom(...'abcdefgh'), fc.nat(8)).map(([id, to]): Change => moved(id, to)),
      ids.map((some): Change => removed(new Set(some))),
    );
    fc.assert(
      fc.property(ids, ids, fc.array(change), (all, out, changes) => {
        const before = listOf(...all);
        const list = doAll([removed(new Set(out)), ...changes], before);
        const back = idsOf(restored(before, new Set(out))(list));
        expect(new Set(back).size).toBe(back.length);
        expect([...back].sort()).toEqual(
          [...new Set([...idsOf(list), ...all.filter((id) => out.includes(id))])].sort(),
        );
      }),
    );
  });

  it('changes the words of one figure, and of the whole', () => {
    const list = doAll([edited('b', { caption: '新', part: 'both' }), renamed('标题')], {
      ...listOf('a', 'b'),
    });
    expect(list.title).toBe('标题');
    expect(list.entries[0]).toEqual(entry('a'));
    expect(list.entries[1]).toEqual({ ...entry('b'), caption: '新', part: 'both' });
    expect(edited('x', { caption: '无' })(list)).toEqual(list);
  });
});
