import { describe, expect, it } from 'vitest';
import type { RecomputeVerdict, ScoreResult } from '#lib/model/index.ts';
import { score } from '#lib/scoring/index.ts';
import { group, indicator, schemeOf, tableOf } from '#lib/scoring/testing/schemes.ts';
import { checkAgreement } from './agreement.ts';
import type { RecomputedRow } from './recomputation.ts';

const scheme = schemeOf(group('I', [group('A', [indicator('a')]), group('B', [indicator('b')])]), {
  missing: { min_availability: 1, require_all_dimensions: false },
});
const result = score(tableOf({ a: [5, 9, 7, 1], b: [2, 8, 2, NaN] }), scheme);

/** The result as SQL would give it, in another order. */
const rowsOf = ({ rows, scores, ranks, status }: ScoreResult): RecomputedRow[] =>
  rows
    .flatMap((row, at) =>
      [...scores].map(([element, column]) => ({
        ...row,
        element,
        score: Number.isNaN(column[at]!) ? null : column[at]!,
        place: ranks.get(element)![at]!,
        status: status[at]!.kind,
      })),
    )
    .reverse();

type Change = (row: RecomputedRow) => RecomputedRow | null;
const compared = (change: Change): RecomputeVerdict =>
  checkAgreement(
    result,
    rowsOf(result).flatMap((row) => change(row) ?? []),
  );
const at =
  (unit: string, element: string, change: Change): Change =>
  (row) =>
    row.unit === unit && row.element === element ? change(row) : row;

describe('checkAgreement (R134, R135)', () => {
  it('agrees whatever the order of the rows', () => {
    expect(compared((row) => row)).toEqual({ kind: 'agrees', rows: 4, largest: 0 });
  });

  it('takes 1e-9 of the greatest score of the group for no difference, and tells the largest', () => {
    const verdict = compared(at('u2', 'I', (row) => ({ ...row, score: row.score! + 0.9e-7 })));
    expect(verdict).toMatchObject({ kind: 'agrees', rows: 4 });
    expect(verdict.kind === 'agrees' ? verdict.largest : NaN).toBeCloseTo(0.9e-9, 12);
  });

  it('a score of 100 that is off by 1e-6 differs', () => {
    expect(compared(at('u2', 'A', (row) => ({ ...row, score: row.score! + 1e-6 })))).toEqual({
      kind: 'differs',
      differences: 1,
      first: [
        {
          unit: 'u2',
          period: '2025',
          element: 'A',
          what: 'score',
          scored: 100,
          recomputed: 100.000001,
        },
      ],
    });
  });

  it('two places changed against each other differ, though every score agrees', () => {
    const swapped: Record<string, number> = { u1: 2, u3: 3 };
    const verdict = compared((row) =>
      row.element === 'I' ? { ...row, place: swapped[row.unit] ?? row.place } : row,
    );
    expect(verdict).toMatchObject({
      kind: 'differs',
      differences: 2,
      first: [
        { unit: 'u1', what: 'place', scored: 3, recomputed: 2 },
        { unit: 'u3', what: 'place', scored: 2, recomputed: 3 },
      ],
    });
  });

  it('a unit that is missing, or one too many, differs', () => {
    const missing = compared((row) => (row.unit === 'u3' ? null : row));
    expect(missing).toMatchObject({
      kind: 'differs',
      differences: 3,
      first: [
        { unit: 'u3', element: 'I', what: 'row', scored: 'ranked', recomputed: null },
        {},
        {},
      ],
    });
    const extra = checkAgreement(result, [
      ...rowsOf(result),
      { ...rowsOf(result)[0]!, unit: 'u9' },
    ]);
    expect(extra).toMatchObject({ differences: 1, first: [{ unit: 'u9', scored: null }] });
  });

  it('another status, and a score or place where there is none, differ', () => {
    const status = compared(at('u4', 'I', (row) => ({ ...row, status: 'no_data' })));
    expect(status).toMatchObject({
      first: [{ what: 'status', scored: 'low_availability', recomputed: 'no_data' }],
    });
    const placed = compared(at('u4', 'I', (row) => ({ ...row, score: 0, place: 4 })));
    expect(placed).toMatchObject({
      first: [
        { what: 'score', scored: null, recomputed: 0 },
        { what: 'place', scored: null, recomputed: 4 },
      ],
    });
  });

  it('names five differences and counts the rest', () => {
    const verdict = compared((row) => ({ ...row, place: 99 }));
    expect(verdict).toMatchObject({ kind: 'differs', differences: 12 });
    expect(verdict.kind === 'differs' ? verdict.first : []).toHaveLength(5);
  });

  it('pairs a unit that the table has twice in a period', () => {
    const twice = tableOf({ a: [5, 5, 7], b: [2, 2, 9] }, ['u1', 'u1', 'u3']);
    const doubled = score(twice, scheme);
    expect(checkAgreement(doubled, rowsOf(doubled)).kind).toBe('agrees');
    expect(checkAgreement(doubled, rowsOf(doubled).slice(0, -3)).kind).toBe('differs');
  });
});
