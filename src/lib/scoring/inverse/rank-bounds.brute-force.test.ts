import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RankBounds } from '#lib/model/index.ts';
import { score } from '../score.ts';
import { AS_GIVEN, group, indicator, schemeOf, tableOf } from '../testing/schemes.ts';
import { rankBounds } from './rank-bounds.ts';
import { PEERS, RUNS, TIMEOUT, weighted } from './testing.ts';
import type { InverseCase } from './testing.ts';
import { withWeights } from './weights.ts';

/** Scores from the definition alone; NaN without data. */
function scoresOf({ table, scheme }: InverseCase, weights: readonly number[]): number[] {
  const columns = [...table.columns.values()];
  const isLog = scheme.index.aggregate === 'geometric';
  return table.rows.map((_, at) => {
    let sum = 0;
    let total = 0;
    for (const [i, column] of columns.entries()) {
      const x = column[at]!;
      if (Number.isNaN(x)) continue;
      sum += weights[i]! * (isLog ? Math.log(x) : x);
      total += weights[i]!;
    }
    return isLog ? Math.exp(sum / total) : sum / total;
  });
}

/** Places by R51, written down once more: cut from the best down; 0 without a score. */
function placesOf(of: InverseCase, weights: readonly number[]): number[] {
  const scores = scoresOf(of, weights);
  const sorted = scores.filter((x) => !Number.isNaN(x)).sort((a, b) => b - a);
  const most = sorted[0]!;
  const share = of.scheme.ranking.tie_tolerance;
  const range = most - sorted[sorted.length - 1]!;
  const width = share === 0 ? 0 : Math.max(share * range, 16 * Number.EPSILON * most);
  const places = new Map<number, number>();
  let opener = Infinity;
  let place = 0;
  for (const [i, x] of sorted.entries()) {
    if (i === 0 || opener - x > width) {
      opener = x;
      place = i + 1;
    }
    places.set(x, place);
  }
  return scores.map((x) => places.get(x) ?? 0);
}

type Box = readonly (readonly [number, number])[];

/** Weights at which two units change places, on both sides of it to the last digit. */
function crossings(of: InverseCase, box: Box, shares: readonly number[]): number[][] {
  const base = box.map(([low, high], i) => low + shares[i]! * (high - low));
  const units = [...of.table.rows.keys()];
  return box.flatMap(([low, high], i) => {
    const at = (x: number) => base.map((w, j) => (j === i ? x : w));
    const [first, last] = [scoresOf(of, at(low)), scoresOf(of, at(high))];
    return units.flatMap((a) =>
      units.slice(a + 1).flatMap((b) => {
        const start = first[a]! - first[b]!;
        if (!(start * (last[a]! - last[b]!) < 0)) return [];
        let [from, until] = [low, high];
        for (let step = 0; step < 54; step++) {
          const half = (from + until) / 2;
          const scores = scoresOf(of, at(half));
          if ((scores[a]! - scores[b]!) * start > 0) from = half;
          else until = half;
        }
        return [at(from), at(until)];
      }),
    );
  });
}

const draws = fc.array(
  fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }),
  { minLength: 4, maxLength: 4 },
);

/** Everything that brute force finds wrong with the bounds, and how many are not proven. */
function faultsOf(of: InverseCase, at: readonly number[][], work?: number) {
  const options = work === undefined ? {} : { work };
  const found = rankBounds(of.table, of.scheme, PEERS, options) as RankBounds;
  const box = [...found.box.values()];
  const corners = Array.from({ length: 1 << box.length }, (_, bits) =>
    box.map((_side, i) => (bits >> i) & 1),
  );
  const tried = [...corners, ...at].map((share) =>
    box.map(([low, high], i) => low + share[i]! * (high - low)),
  );
  const faults: string[] = [];
  const fails = (row: number, what: string, weights: readonly number[]) =>
    faults.push(`${row} ${what} ${weights.join()}`);
  let open = 0;
  for (const weights of [...tried, ...crossings(of, box, at[0]!)]) {
    const places = placesOf(of, weights);
    for (const { row, best, worst } of found.units) {
      if (places[row]! < best.limit) fails(row, `beats ${best.limit}`, weights);
      if (places[row]! > worst.limit) fails(row, `beats ${worst.limit}`, weights);
    }
  }
  for (const { row, place, best, worst } of found.units) {
    if (place < best.place || place > worst.place) fails(row, 'nominal', [place]);
    for (const end of [best, worst]) {
      open += Number(!end.proven);
      const weights = [...end.weights.values()];
      if (placesOf(of, weights)[row] !== end.place) fails(row, 'witness', weights);
      if (weights.some((w, i) => w < box[i]![0] || w > box[i]![1])) fails(row, 'box', weights);
    }
  }
  return { faults, open };
}

describe('rankBounds against brute force', () => {
  const complete = fc.oneof(
    weighted({ units: 4, children: 2 }),
    weighted({ units: 3, children: 3 }),
    weighted({ units: 3, children: 3, method: 'geometric' }),
  );

  /** Asserts that brute force finds no fault, and returns the share of bounds that stay unproven. */
  const openShare = (cases: fc.Arbitrary<InverseCase>, units: number, work?: number): number => {
    let open = 0;
    fc.assert(
      fc.property(cases, draws, (of, at) => {
        const found = faultsOf(of, at, work);
        expect(found.faults).toEqual([]);
        open += found.open;
      }),
      RUNS,
    );
    return open / (RUNS.numRuns * 2 * units);
  };

  it(
    'no corners, draws or crossings beat the bounds, the witnesses attain them, all but 1 in 400 are proven',
    // Where all units meet in one point, rounding may leave a bound open.
    () => expect(openShare(complete, 3)).toBeLessThan(1 / 400),
    TIMEOUT,
  );

  it(
    'the same with missing children, of which fewer than 1 in 50 bounds stay unproven',
    () => {
      const gaps = weighted({ units: 3, children: 2, gaps: 2 });
      expect(openShare(gaps, 3, 100)).toBeLessThan(1 / 50);
    },
    TIMEOUT,
  );

  it(
    'limits hold too with wide ties and with none, where not all can be attained',
    () => {
      const odd = fc.oneof(
        weighted({ units: 3, children: 3, tolerance: 0.05 }),
        weighted({ units: 4, children: 2, tolerance: 0 }),
      );
      fc.assert(
        fc.property(odd, draws, (of, at) => {
          const found = rankBounds(of.table, of.scheme, PEERS) as RankBounds;
          const codes = [...found.box.keys()];
          const weights = new Map(
            codes.map((code, i) => {
              const [low, high] = found.box.get(code)!;
              return [code, low + at[0]![i]! * (high - low)];
            }),
          );
          const places = score(of.table, withWeights(of.scheme, 'I', weights)).ranks.get('I')!;
          const isBeaten = found.units.some(
            ({ row, best, worst }) =>
              best.limit > Math.min(best.place, places[row]!) ||
              worst.limit < Math.max(worst.place, places[row]!),
          );
          expect(isBeaten).toBe(false);
        }),
        RUNS,
      );
    },
    TIMEOUT,
  );
});

describe('places that are hard to attain', () => {
  it('looks on when a lead is rounding alone: at equal weights (9, 1) and (8, 2) tie', () => {
    // 9w + v > 8w + 2v from w > v on, 2w + 6v > 8w + 2v while 2v > 3w: never both.
    const table = tableOf({ x: [9, 8, 2], y: [1, 2, 6] });
    const scheme = schemeOf(group('I', [indicator('x'), indicator('y')]), {
      normalise: AS_GIVEN,
      ranking: { tie_tolerance: 0 },
    });
    const found = rankBounds(table, scheme, PEERS, { box: { relative: 0.5 } }) as RankBounds;
    expect(found.units[1]!.worst).toMatchObject({ place: 2, limit: 2, proven: true });
    const [w, v] = [...found.units[1]!.worst.weights.values()];
    expect(Math.max(w! - v!, 4 * v! - 6 * w!)).toBeGreaterThan(1e-9);
  });

  it.each([
    [0, 3, 2, 1 / 1000],
    [0.1, 4, 3, 1 / 400],
  ])(
    'with ties of %s among %s units by %s weights fewer than %s of the places are beaten by a draw',
    (tolerance, units, children, share) => {
      let beaten = 0;
      let ends = 0;
      fc.assert(
        fc.property(weighted({ units, children, tolerance }), draws, (of, at) => {
          const found = rankBounds(of.table, of.scheme, PEERS) as RankBounds;
          const box = [...found.box.values()];
          const all = at.map((part) => box.map(([low, high], i) => low + part[i]! * (high - low)));
          const places = all.map((weights) => placesOf(of, weights));
          for (const { row, best, worst } of found.units) {
            ends += 2;
            beaten += Number(places.some((then) => then[row]! < best.place));
            beaten += Number(places.some((then) => then[row]! > worst.place));
          }
        }),
        RUNS,
      );
      expect(beaten / ends).toBeLessThan(share);
    },
    TIMEOUT,
  );
});
