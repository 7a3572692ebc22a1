import { describe, expect, it } from 'vitest';
import { explain } from './explain.ts';
import { score } from './score.ts';
import { group, indicator, schemeOf, tableOf } from './testing/schemes.ts';

const scheme = schemeOf(
  group('I', [
    group('A', [indicator('a1', 3), indicator('a2')], 2, 'arithmetic', { min_availability: 1 }),
    group('B', [
      indicator('b', 1, { normalise: { method: 'goalposts', low: 0, high: 10 } }),
      indicator('k'),
    ]),
  ]),
  { missing: { min_availability: 0.5, require_all_dimensions: false } },
);
const result = score(
  tableOf({
    a1: [10, 20, 0, 5],
    a2: [1, 2, NaN, NaN],
    b: [2, 4, 5, NaN],
    k: [7, 7, 7, NaN],
  }),
  scheme,
);
const explained = (row: number) => new Map(explain(result, scheme, row).map((of) => [of.code, of]));

describe('explain', () => {
  it('follows an indicator from its raw value to its points, with the rules', () => {
    const { a1, b } = Object.fromEntries(explained(0));
    expect(a1).toMatchObject({
      parent: 'A',
      depth: 2,
      part: 'used',
      steps: [
        { step: 'raw', value: 10, rule: 'R1' },
        { step: 'normalised', value: 50, rule: 'R21' },
      ],
      normalise: { method: 'minmax' },
      parameters: { n: 3, min: 0, max: 20 },
      effective_weight: 0.5,
      actual_weight: 0.5,
      contribution: 25,
      rank: 0,
    });
    expect(b!.steps[1]).toEqual({ step: 'normalised', value: 20, rule: 'R22' });
  });

  it('gives groups their score, rule and place', () => {
    expect(explained(0).get('A')).toMatchObject({
      part: 'used',
      steps: [{ step: 'aggregated', rule: 'R33' }],
      normalise: null,
      parameters: null,
      rank: 2,
    });
    expect(explain(result, scheme, 1)[0]).toMatchObject({ code: 'I', parent: null, rank: 1 });
  });

  it('says why an element has no part', () => {
    const parts = (row: number) =>
      Object.fromEntries([...explained(row)].map(([code, { part }]) => [code, part]));
    expect(parts(1)).toMatchObject({ a1: 'used', k: 'no_information' });
    expect(parts(2)).toMatchObject({ I: 'used', A: 'missing', a1: 'left_out', a2: 'missing' });
    expect(parts(3)).toMatchObject({ I: 'unranked', A: 'unranked', a1: 'unranked', b: 'missing' });
  });

  it('adds up: the points of the indicators used are the index', () => {
    for (const row of [0, 1, 2]) {
      const used = [...explained(row).values()].filter(
        ({ part, normalise }) => part === 'used' && normalise,
      );
      const sum = used.reduce((total, { contribution }) => total + contribution, 0);
      expect(sum).toBeCloseTo(result.scores.get('I')![row]!, 12);
    }
  });
});
