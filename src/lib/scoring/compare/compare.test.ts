import { describe, expect, it } from 'vitest';
import type { ChangeSplit, Scheme, SplitOutcome, UnitTable } from '#lib/model/index.ts';
import { AS_GIVEN, group, indicator, schemeOf, tableOf } from '../testing/schemes.ts';
import { compare } from './compare.ts';
import type { Side } from './sides.ts';

const side = (table: UnitTable, scheme: Scheme, period = '2025'): Side => ({
  table,
  scheme,
  period,
});

const asSplit = (outcome: SplitOutcome): ChangeSplit => {
  if (outcome.kind !== 'split') throw new Error(outcome.kind);
  return outcome;
};

const at = (unit: string) => ({ unit, group: 'county' });

/** One indicator, min-maxed to 0..100. */
const one = schemeOf(group('I', [indicator('x')]));

describe('changes (R120, R121)', () => {
  const before = tableOf({ x: [0, 5, 10, NaN, 8] }, ['a', 'b', 'c', 'd', 'gone']);
  const after = tableOf({ x: [0, 10, 20, 15, NaN] }, ['a', 'b', 'c', 'd', 'new']);
  const { comparison, splits, splitOf } = compare(side(before, one), side(after, one));
  const [county] = comparison.groups;

  it('matches units by code and says who entered, left or stayed out, and why', () => {
    expect(county!.units.map(({ unit, kind }) => [unit, kind])).toEqual([
      ['a', 'ranked'],
      ['b', 'ranked'],
      ['c', 'ranked'],
      ['d', 'entered'],
      ['gone', 'left'],
      ['new', 'unranked'],
    ]);
    const [a, , , d, gone, fresh] = county!.units;
    expect(d!.before).toEqual({ row: 3, status: { kind: 'no_data' }, score: NaN, rank: 0 });
    expect(gone).toMatchObject({ after: null, before: { score: 80, rank: 2 }, change: null });
    expect(fresh).toMatchObject({ before: null, after: { status: { kind: 'no_data' } } });
    expect(a).toMatchObject({ before: { rank: 4 }, after: { rank: 4 } });
    expect(a!.change).toEqual({ score: 0, rank: 0 });
  });

  it('gives change as after minus before: a climb is negative', () => {
    const up = compare(
      side(tableOf({ x: [1, 2, 4] }), one),
      side(tableOf({ x: [4, 3, 0] }), one),
    ).comparison;
    const [u1, u2, u3] = up.groups[0]!.units;
    expect(u1!.change).toEqual({ score: 100, rank: -2 });
    expect(u3!.change).toEqual({ score: -100, rank: 2 });
    expect(u2!.change!.score).toBeCloseTo(75 - 100 / 3, 10);
    expect(up.groups[0]!.movers.map(({ unit }) => unit)).toEqual(['u1', 'u2', 'u3']);
  });

  it('splits those ranked on both sides, and says of the others that there is nothing to split', () => {
    expect(splits().map(({ unit, split }) => [unit, split.kind])).toEqual([
      ['a', 'split'],
      ['b', 'split'],
      ['c', 'split'],
    ]);
    for (const unit of ['d', 'gone', 'new', 'nobody'])
      expect(splitOf(at(unit))).toEqual({ kind: 'not_ranked_in_both' });
  });

  it('names both sides, and takes a period that a table lacks as empty', () => {
    const { comparison: none } = compare(side(before, one), side(after, one, '1999'));
    expect(none.after).toEqual({ scheme: 'test', version: '1.0.0', period: '1999' });
    expect(none.groups[0]!.agreement).toMatchObject({ n: 0, left: 4, mean_moved: NaN });
  });

  it('takes a unit in another peer group as having left the one and entered the other', () => {
    const rows = after.rows.map((row) => (row.unit === 'a' ? { ...row, group: 'city' } : row));
    const moved = compare(side(before, one), side({ ...after, rows }, one)).comparison;
    expect(
      moved.groups.flatMap(({ group: peers, units }) =>
        units.filter(({ unit }) => unit === 'a').map(({ kind }) => [peers, kind]),
      ),
    ).toEqual([
      ['city', 'unranked'],
      ['county', 'left'],
    ]);
  });
});

describe('agreement (R122)', () => {
  it('is of those ranked in both, by their places', () => {
    // Places 1 2 3 4 become 2 1 3 4 among the four; a fifth entered on top.
    const { agreement } = compare(
      side(tableOf({ x: [9, 8, 7, 6, NaN] }), one),
      side(tableOf({ x: [8, 9, 7, 6, 10] }), one),
    ).comparison.groups[0]!;
    expect(agreement).toMatchObject({ n: 4, entered: 1, left: 0, unchanged: 1, climbed: 0 });
    expect(agreement).toMatchObject({ fallen: 3, most_moved: 2, mean_moved: 1 });
    // Spearman 1 - 6 · 2 / (4 · 15); tau (5 - 1) / 6.
    expect(agreement.spearman.r).toBeCloseTo(0.8, 14);
    expect(agreement.kendall.r).toBeCloseTo(2 / 3, 14);
  });
});

describe('split by hand (R123–R126)', () => {
  it('own data and peers, where the scale is the peers’: 37.5 points up, 37.5 down', () => {
    // b: 5 of 0..10 is 50, and 10 of 0..20 is 50 again.
    // Own data alone: 10 of 0..10 (a tie for the first place) 100; the others alone: 5 of 0..20, 25.
    // own = ((100 - 50) + (50 - 25)) / 2, peers = ((25 - 50) + (50 - 100)) / 2.
    const before = tableOf({ x: [0, 5, 10] }, ['a', 'b', 'c']);
    const after = tableOf({ x: [0, 10, 20] }, ['a', 'b', 'c']);
    const split = asSplit(compare(side(before, one), side(after, one)).splitOf(at('b')));
    expect(split.change).toEqual({ score: 0, rank: 0 });
    expect(split.score).toEqual({ own: 37.5, peers: -37.5, scheme: 0 });
    // Places 2, own 1, peers 2, both 2: own ((1 - 2) + (2 - 2)) / 2 is three sixths up.
    expect(split.rank_sixths).toEqual({ own: -3, peers: 3, scheme: 0 });
    expect(split.by_indicator).toEqual({ kind: 'parts', points: new Map([['x', 37.5]]) });
  });

  it('all three: Shapley’s value over the eight worlds', () => {
    // Index = mean of x and y as given (0..1), weights 1:1 before, 3:1 after; u moves, so does v.
    const given = { normalise: AS_GIVEN };
    const before = schemeOf(group('I', [indicator('x', 1), indicator('y', 1)]), given);
    const after = schemeOf(group('I', [indicator('x', 3), indicator('y', 1)]), given);
    const split = asSplit(
      compare(
        side(tableOf({ x: [0.25, 0.5], y: [0.75, 0.625] }, ['u', 'v']), before),
        side(tableOf({ x: [0.75, 0.5], y: [0.25, 0.75] }, ['u', 'v']), after),
      ).splitOf(at('u')),
    );
    // u under 1:1: 0.5 before, 0.5 after; under 3:1: 0.375 and 0.625. Own: ½ · (0 + 0.25).
    expect(split.change).toEqual({ score: 0.125, rank: -1 });
    expect(split.score).toEqual({ own: 0.125, peers: 0, scheme: 0 });
    // v: 0.5625 (1:1) and 0.53125 (3:1) before, 0.625 and 0.5625 after, so u is
    // 2nd, 2nd with its data after, under 3:1 2nd and 1st, whatever v does: worlds 5 and 7 are 1.
    // own: (2·0 + 0 + (1 - 2) + 2·(1 - 2)) / 6; scheme the same; peers: nothing.
    expect(split.rank_sixths).toEqual({ own: -3, peers: 0, scheme: -3 });
    // x: ½ weight +0.25, ¾ weight +0.375; y: ½ −0.25, ¼ −0.125; halved by Shapley’s weights.
    expect(split.by_indicator).toEqual({
      kind: 'parts',
      points: new Map([
        ['x', 0.3125],
        ['y', -0.1875],
      ]),
    });
  });

  it('a peer that enters on top costs a place, and that is the peers’ part', () => {
    const { splitOf } = compare(
      side(tableOf({ x: [0.5, 0.25] }, ['u', 'v']), schemeOf(one.index, { normalise: AS_GIVEN })),
      side(
        tableOf({ x: [0.5, 0.25, 1] }, ['u', 'v', 'w']),
        schemeOf(one.index, { normalise: AS_GIVEN }),
      ),
    );
    const split = asSplit(splitOf(at('u')));
    expect(split.score).toEqual({ own: 0, peers: 0, scheme: 0 });
    expect(split.rank_sixths).toEqual({ own: 0, peers: 6, scheme: 0 });
  });

  it('thirds recombine: the parts of a score are rounded together (R126)', () => {
    // Three worlds of thirds: own, peers and scheme all change, all with min-max.
    const scheme = (x: number, y: number) =>
      schemeOf(group('I', [indicator('x', x), indicator('y', y)]));
    const { splits, comparison } = compare(
      side(tableOf({ x: [0, 1, 3, 7], y: [7, 3, 0, 2] }), scheme(1, 2)),
      side(tableOf({ x: [1, 3, 9, 4], y: [5, 9, 1, 0] }), scheme(4, 3)),
    );
    for (const { split } of splits()) {
      const { score, change } = asSplit(split);
      expect(score.own + score.peers + score.scheme).toBe(change.score);
      expect(Math.abs(score.own) * Math.abs(score.peers) * Math.abs(score.scheme)).toBeGreaterThan(
        0,
      );
    }
    expect(comparison.step).toBe(2 ** -43 * 128);
  });
});

describe('own data (R124)', () => {
  const years = (
    x: readonly number[],
    more: Record<string, readonly number[]> = {},
  ): UnitTable => ({
    rows: ['u', 'v'].flatMap((unit) =>
      ['2023', '2024', '2025'].map((period) => ({ unit, period, group: 'county' })),
    ),
    columns: new Map(
      Object.entries({ x, ...more }).map(([code, xs]) => [code, Float64Array.from(xs)]),
    ),
  });
  const panel = (more: Partial<Scheme> = {}) =>
    schemeOf(group('I', [indicator('x')]), {
      normalise: { scope: 'panel', range: [0, 100], default: { method: 'minmax' } },
      ...more,
    });

  it('of two years of one panel: the two rows change places, so the figures stay', () => {
    // All years: 0..20. u holds the maximum in 2025 only, and its score is its own doing.
    const table = years([4, 5, 20, 0, 10, 12]);
    const { splitOf } = compare(side(table, panel(), '2024'), side(table, panel(), '2025'));
    const u = asSplit(splitOf(at('u')));
    expect(u.score).toEqual({ own: 75, peers: 0, scheme: 0 });
    // 2nd of 2024 (5 against 10), 1st of 2025; with 20 in 2024 1st, with 5 in 2025 2nd.
    expect(u.rank_sixths).toEqual({ own: -6, peers: 0, scheme: 0 });
    const v = asSplit(splitOf(at('v')));
    expect(v.score).toEqual({ own: 10, peers: 0, scheme: 0 });
    // 1st of 2024, 2nd of 2025, whichever of its own values it has.
    expect(v.rank_sixths).toEqual({ own: 0, peers: 6, scheme: 0 });
  });

  it('include what the unit’s other years fill in: a gap filled from 2024 is no change of its own', () => {
    // u has no value in 2025; the latest one is 6, of 2024. In 2024, 2023 would have been the latest.
    const table = years([1, 6, NaN, 0, 10, 8]);
    const scheme = panel({ impute: { method: 'latest' } });
    const { splitOf } = compare(side(table, scheme, '2024'), side(table, scheme, '2025'));
    const u = splitOf(at('u'));
    // It has no data of its own in 2025, so it has no place there.
    expect(u).toEqual({ kind: 'not_ranked_in_both' });
    const withY = years([1, 6, NaN, 0, 10, 8], { y: [1, 1, 1, 1, 1, 2] });
    const two = { ...scheme, index: group('I', [indicator('x'), indicator('y')]) };
    const split = asSplit(
      compare(side(withY, two, '2024'), side(withY, two, '2025')).splitOf(at('u')),
    );
    expect(split.score).toEqual({ own: 0, peers: 0, scheme: 0 });
  });

  it('take their denominator along', () => {
    // Per thousand: 2/4 = 0.5 becomes 6/8 = 0.75 for u, whose own data this is.
    const scheme = schemeOf(group('I', [indicator('x', 1, { denominator: 'd' })]), {
      normalise: AS_GIVEN,
    });
    const { splitOf } = compare(
      side(tableOf({ x: [2, 1], d: [4, 4] }), scheme),
      side(tableOf({ x: [6, 1], d: [8, 2] }), scheme),
    );
    expect(asSplit(splitOf(at('u1'))).score).toEqual({ own: 0.25, peers: 0, scheme: 0 });
    // u2: 0.25 to 0.5, which overtakes u1’s 0.5 no more than it ties with 0.75.
    expect(asSplit(splitOf(at('u2'))).score).toEqual({ own: 0.25, peers: 0, scheme: 0 });
  });

  it('a value that goes missing is left out of the mean, not counted as zero', () => {
    const scheme = schemeOf(group('I', [indicator('x'), indicator('y')]), { normalise: AS_GIVEN });
    const split = asSplit(
      compare(
        side(tableOf({ x: [0.5, 0], y: [1, 0] }), scheme),
        side(tableOf({ x: [0.5, 0], y: [NaN, 0] }), scheme),
      ).splitOf(at('u1')),
    );
    // 0.75 becomes 0.5; with a zero it would be 0.25. x alone now carries all the weight.
    expect(split.score).toEqual({ own: -0.25, peers: 0, scheme: 0 });
    expect(split.by_indicator).toEqual({
      kind: 'parts',
      points: new Map([
        ['x', 0.25],
        ['y', -0.5],
      ]),
    });
  });
});

describe('no split (R127, R128)', () => {
  it('names the world in which the unit has no place, and why', () => {
    // The scheme after asks for y, which u lacked before: ranked on both real sides, in no mix.
    const before = schemeOf(group('I', [indicator('x'), indicator('y')]), { normalise: AS_GIVEN });
    const after = { ...before, missing: { min_availability: 1, require_all_dimensions: false } };
    const { splitOf } = compare(
      side(tableOf({ x: [0.5, 0.25], y: [NaN, 1] }), before),
      side(tableOf({ x: [0.5, 0.25], y: [0.5, 1] }), after),
    );
    expect(splitOf(at('u1'))).toEqual({
      kind: 'unranked_world',
      world: { own: 'before', peers: 'before', scheme: 'after' },
      status: { kind: 'low_availability', availability: 0.5, required: 1 },
    });
    expect(splitOf(at('u2')).kind).toBe('split');
  });

  it('names the world that dwarfs the real ones: the parts would cancel', () => {
    // Grams before, kilograms after, and each scheme has the posts of its unit.
    const posts = (high: number) =>
      schemeOf(group('I', [indicator('x', 1, { normalise: { method: 'scaled', low: 0, high } })]));
    const { splitOf } = compare(
      side(tableOf({ x: [5e5, 1e6] }), posts(1e6)),
      side(tableOf({ x: [0.6, 1] }), posts(1)),
    );
    expect(splitOf(at('u1'))).toEqual({
      kind: 'out_of_scale',
      world: { own: 'before', peers: 'before', scheme: 'after' },
      score: 5e7,
    });
  });

  it('by indicator: none where a mean is not arithmetic, in either scheme', () => {
    const table = tableOf({ x: [1, 2], y: [2, 1] });
    const scheme = (mean: 'arithmetic' | 'geometric') =>
      schemeOf(group('I', [group('A', [indicator('x'), indicator('y')], 1, mean)]), {
        normalise: { ...AS_GIVEN, range: [0, 1] },
      });
    const { splitOf } = compare(
      side(table, scheme('arithmetic')),
      side(table, scheme('geometric')),
    );
    expect(asSplit(splitOf(at('u1'))).by_indicator).toEqual({
      kind: 'not_additive',
      elements: ['A'],
    });
  });
});
