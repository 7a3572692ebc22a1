import { describe, expect, it } from 'vitest';
import type { Scheme } from '#lib/model/index.ts';
import { score } from '../score.ts';
import { group, indicator, schemeOf, tableOf } from '../testing/schemes.ts';
import { at, numbers, vectors } from '../testing/vectors.ts';
import type { VectorTable } from '../testing/vectors.ts';

const statuses = (
  columns: Readonly<Record<string, ArrayLike<number>>>,
  missing: Partial<Scheme['missing']>,
) =>
  score(
    tableOf(columns),
    schemeOf(
      group(
        'I',
        Object.keys(columns).map((code) => indicator(code)),
      ),
      { missing: { min_availability: 0, require_all_dimensions: false, ...missing } },
    ),
  ).status;

const table = { a: [0, 0, 1, NaN], b: [0, 5, 2, NaN], c: [0, 7, NaN, NaN], d: [9, 8, NaN, NaN] };

describe('zeros (R8)', () => {
  it('counts zeros among the available values, and leaves out what is strictly below', () => {
    expect(statuses(table, { min_nonzero: 0.25 }).map(({ kind }) => kind)).toEqual([
      'ranked',
      'ranked',
      'ranked',
      'no_data',
    ]);
    expect(statuses(table, { min_nonzero: 0.5 })[0]).toEqual({
      kind: 'low_nonzero',
      nonzero: 0.25,
      required: 0.5,
    });
  });
});

describe('force (R9)', () => {
  it('overrides every threshold, but makes no data where there are none', () => {
    const force = { include: ['u1', 'u3', 'u4'], exclude: ['u2'] };
    const thresholds = { min_availability: 1, min_nonzero: 1, require_all_dimensions: true };
    expect(statuses(table, { ...thresholds, force }).map(({ kind }) => kind)).toEqual([
      'ranked',
      'excluded',
      'ranked',
      'no_data',
    ]);
    expect(statuses(table, thresholds).map(({ kind }) => kind)).toEqual([
      'low_nonzero',
      'low_nonzero',
      'low_availability',
      'no_data',
    ]);
  });
});

describe('the reference', () => {
  it.each([0.66, 0.7])('toy, threshold %f', (threshold) => {
    const toy = vectors('toy');
    const expected = at<VectorTable>(toy, 'screening', `thresh_${threshold}`);
    const data = at<VectorTable>(toy, 'data');
    const columns = {
      x1: numbers(data['x1']!),
      x2: numbers(data['x2']!),
      x3: numbers(data['x3']!),
    };
    const status = statuses(columns, { min_availability: threshold });
    expect(status.map(({ kind }) => kind === 'ranked')).toEqual(expected['Included']);
  });

  it('ASEM, availability and zeros of the imputed data', () => {
    const pipeline = vectors('asem_pipeline_default');
    const columns = Object.fromEntries(
      Object.entries(at<VectorTable>(pipeline, 'Imputed'))
        .filter(([name]) => name !== 'uCode')
        .map(([code, xs]) => [code, numbers(xs)]),
    );
    const expected = at<VectorTable>(pipeline, 'screening');
    const nonzero = numbers(expected['Non_Zero']!);
    // Every share in turn as the threshold: at it a unit stays, just above it goes.
    for (const share of new Set(nonzero)) {
      const stays = statuses(columns, { min_nonzero: share });
      const goes = statuses(columns, { min_nonzero: share + 1e-9 });
      nonzero.forEach((x, row) => {
        expect(stays[row]!.kind === 'ranked').toBe(x >= share);
        expect(goes[row]!.kind === 'ranked').toBe(x > share);
      });
    }
  });
});
