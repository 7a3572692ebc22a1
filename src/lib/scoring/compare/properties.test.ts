/** What must hold for every comparison (R120–R128), on generated worlds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Parts, Scheme, SplitOutcome, UnitSplit } from '#lib/model/index.ts';
import { compare } from './compare.ts';
import type { Compared } from './compare.ts';
import { sides, turned } from './testing/sides.ts';

const RUNS = { numRuns: 10_000 };

/** A busy machine may take its time. */
const TIMEOUT = 300_000;

const changesOf = ({ comparison }: Compared) => comparison.groups.flatMap(({ units }) => units);

/** One unit of those ranked on both sides, with its split; none when there is no such unit. */
function pickSplit(of: Compared, pick: number): UnitSplit | null {
  const ranked = changesOf(of).filter(({ kind }) => kind === 'ranked');
  const unit = ranked[pick % ranked.length];
  return unit ? { unit: unit.unit, group: unit.group, split: of.splitOf(unit) } : null;
}

const isZero = ({ own, peers, scheme }: Parts): boolean => own === 0 && peers === 0 && scheme === 0;

const negated = ({ own, peers, scheme }: Parts): Parts => ({
  own: 0 - own,
  peers: 0 - peers,
  scheme: 0 - scheme,
});

const REVERSED = { ranked: 'ranked', entered: 'left', left: 'entered', unranked: 'unranked' };

/** As it would be with before and after exchanged. */
function reversed(split: SplitOutcome): SplitOutcome {
  if (split.kind !== 'split') return split;
  const { change, score, rank_sixths, by_indicator } = split;
  return {
    kind: 'split',
    change: { score: 0 - change.score, rank: 0 - change.rank },
    score: negated(score),
    rank_sixths: negated(rank_sixths),
    by_indicator:
      by_indicator.kind === 'parts'
        ? {
            kind: 'parts',
            points: new Map([...by_indicator.points].map(([code, x]) => [code, 0 - x])),
          }
        : by_indicator,
  };
}

describe('properties of a comparison', { timeout: TIMEOUT }, () => {
  it('parts add up exactly: === in any order for scores, in integer sixths for ranks', () => {
    let splits = 0;
    fc.assert(
      fc.property(sides(), ({ before, after, pick }) => {
        const compared = compare(before, after);
        const found = pickSplit(compared, pick);
        if (found?.split.kind !== 'split') return;
        splits++;
        const { change, score, rank_sixths, by_indicator } = found.split;
        const { own, peers, scheme } = score;
        const listed = changesOf(compared).find(
          ({ unit, group }) => unit === found.unit && group === found.group,
        )!;
        expect(listed.change).toEqual(change);
        const sums = [own + peers + scheme, scheme + own + peers, peers + scheme + own];
        expect(sums.every((sum) => sum === change.score)).toBe(true);
        expect(Object.values(rank_sixths).every(Number.isInteger)).toBe(true);
        expect(rank_sixths.own + rank_sixths.peers + rank_sixths.scheme).toBe(6 * change.rank);
        const difference = listed.after!.score - listed.before!.score;
        const size = compared.comparison.step * 2 ** 43;
        expect(Math.abs(change.score - difference)).toBeLessThanOrEqual(2e-13 * size);
        if (by_indicator.kind !== 'parts') return;
        const points = [...by_indicator.points.values()];
        expect(points.reduce((sum, x) => sum + x, 0)).toBe(own);
        expect(points.reduceRight((sum, x) => sum + x, 0)).toBe(own);
      }),
      RUNS,
    );
    expect(splits).toBeGreaterThan(4000);
  });

  it('exchanging before and after negates every part, and the order of rows decides nothing', () => {
    fc.assert(
      fc.property(sides(), ({ before, after, pick }) => {
        const there = compare(before, after);
        const second = turned(before);
        const first =
          before.table === after.table ? { ...after, table: second.table } : turned(after);
        const back = compare(first, second);
        const lastRow = {
          first: first.table.rows.length - 1,
          second: second.table.rows.length - 1,
        };
        const returned = changesOf(back).map(({ kind, change, before: a, after: b, ...of }) => ({
          ...of,
          kind: REVERSED[kind],
          before: b && { ...b, row: lastRow.second - b.row },
          after: a && { ...a, row: lastRow.first - a.row },
          change: change && { score: 0 - change.score, rank: 0 - change.rank },
        }));
        expect(returned).toEqual(changesOf(there));
        const found = pickSplit(there, pick);
        if (found?.split.kind === 'split')
          expect(reversed(back.splitOf(found))).toEqual(found.split);
      }),
      RUNS,
    );
  });

  it('the same world twice: nobody moves, nothing has a part', () => {
    fc.assert(
      fc.property(sides({ isOneScheme: true, isOneTable: true }), ({ before, pick }) => {
        const again = structuredClone(before);
        const compared = compare(before, again);
        for (const { kind, change } of changesOf(compared)) {
          expect(kind === 'ranked' || kind === 'unranked').toBe(true);
          expect(change === null || (change.score === 0 && change.rank === 0)).toBe(true);
        }
        const found = pickSplit(compared, pick);
        if (!found) return;
        const { split } = found;
        if (split.kind !== 'split') throw new Error(split.kind);
        expect(isZero(split.score) && isZero(split.rank_sixths)).toBe(true);
      }),
      RUNS,
    );
  });

  it('the same table under another scheme: only the scheme has a part', () => {
    fc.assert(
      fc.property(
        sides({ isOneTable: true, isOnePeriod: true, isOneScheme: false }),
        ({ before, after, pick }) => {
          const split = pickSplit(compare(before, after), pick)?.split;
          if (!split) return;
          if (split.kind !== 'split') throw new Error(split.kind);
          expect(split.score).toEqual({ own: 0, peers: 0, scheme: split.change.score });
          expect(split.rank_sixths).toEqual({ own: 0, peers: 0, scheme: 6 * split.change.rank });
        },
      ),
      RUNS,
    );
  });

  it('fixed goalposts and one scheme: a score moves by the unit’s own data alone', () => {
    fc.assert(
      fc.property(sides({ isPlain: true, isOneScheme: true }), ({ before, after, pick }) => {
        const split = pickSplit(compare(before, after), pick)?.split;
        if (!split) return;
        if (split.kind !== 'split') throw new Error(split.kind);
        expect(split.score).toEqual({ own: split.change.score, peers: 0, scheme: 0 });
        expect(split.rank_sixths.scheme).toBe(0);
      }),
      RUNS,
    );
  });

  it('two years of a panel, normalised together: no score moves because of the others', () => {
    fc.assert(
      fc.property(sides({ isOneTable: true, isOneScheme: true }), ({ before, pick }) => {
        const { normalise } = before.scheme;
        const scheme: Scheme = {
          ...before.scheme,
          impute: { method: 'latest' },
          normalise: { ...normalise, scope: 'panel' },
        };
        const side = (period: string) => ({ ...before, scheme, period });
        const split = pickSplit(compare(side('2024'), side('2025')), pick)?.split;
        if (!split) return;
        if (split.kind !== 'split') throw new Error(split.kind);
        expect(split.score).toEqual({ own: split.change.score, peers: 0, scheme: 0 });
      }),
      RUNS,
    );
  });
});
