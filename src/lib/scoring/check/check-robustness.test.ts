import { describe, expect, it } from 'vitest';
import type { Assumption, NormaliseSpec, Scheme } from '#lib/model/index.ts';
import { group, indicator, schemeOf } from '../testing/schemes.ts';
import { checkScheme } from './check-scheme.ts';

const index = group('I', [group('A', [indicator('x'), indicator('y')]), indicator('z')]);

const withAssumptions = (assumptions: readonly Assumption[], more: Partial<Scheme> = {}): Scheme =>
  schemeOf(index, { ...more, robustness: { seed: 1, replicates: 10, assumptions } });

const faults = (assumptions: readonly Assumption[], more?: Partial<Scheme>) =>
  checkScheme(withAssumptions(assumptions, more)).map(
    ({ severity, path }) => `${severity} ${path}`,
  );

const at = (i: number, rest = '') => `/robustness/assumptions/${i}${rest}`;

describe('checkRobustness', () => {
  it('finds nothing wrong with sound assumptions of every kind', () => {
    expect(
      faults([
        { kind: 'weights', noise: 0.25, levels: [1] },
        { kind: 'dirichlet', concentration: 50, levels: [2] },
        { kind: 'normalise', alternatives: [{ spec: { method: 'rank' } }] },
        {
          kind: 'aggregate',
          levels: [3],
          alternatives: [{ method: 'geometric', range: [1, 100] }],
        },
        { kind: 'aggregate', levels: [2], alternatives: [{ method: 'generalised', power: 2 }] },
        { kind: 'impute', alternatives: [{ method: 'mean' }] },
        { kind: 'treat', alternatives: [{ method: 'outliers' }] },
        { kind: 'leave_out', of: 'indicators' },
        { kind: 'leave_out', of: 'dimensions' },
      ]),
    ).toEqual([]);
  });

  it('wants levels that something is at: children for weights, groups for means', () => {
    expect(faults([{ kind: 'weights', noise: 0.1, levels: [1, 3] }])).toEqual([
      `error ${at(0, '/levels')}`,
    ]);
    const mean = { kind: 'aggregate', alternatives: [{ method: 'harmonic' }] } as const;
    expect(faults([{ ...mean, levels: [1] }], { normalise: AWAY_FROM_ZERO })).toEqual([
      `error ${at(0, '/levels')}`,
      // It changes no group, and so nothing at all.
      `warning ${at(0, '/alternatives/0')}`,
    ]);
  });

  it('wants one assumption about each thing', () => {
    expect(
      faults([
        { kind: 'weights', noise: 0.1 },
        { kind: 'dirichlet', concentration: 5, levels: [1] },
        { kind: 'impute', alternatives: [{ method: 'mean' }] },
        { kind: 'impute', alternatives: [{ method: 'median' }] },
        { kind: 'leave_out', of: 'dimensions' },
        { kind: 'leave_out', of: 'dimensions' },
      ]),
    ).toEqual([`error ${at(1)}`, `error ${at(3)}`, `error ${at(5)}`]);
  });

  it('wants alternatives that make a sound scheme, with its advice', () => {
    const crossed: NormaliseSpec = { method: 'goalposts', low: 5, high: 5 };
    const found = checkScheme(
      withAssumptions([{ kind: 'normalise', alternatives: [{ spec: crossed }] }]),
    );
    expect(found).toMatchObject([
      {
        severity: 'error',
        path: at(0, '/alternatives/0'),
        found: '{"spec":{"method":"goalposts","low":5,"high":5}}',
      },
    ]);
    expect(found[0]!.advice.en).toContain('low must be below high');
    expect(faults([{ kind: 'aggregate', alternatives: [{ method: 'geometric' }] }])).toContain(
      `warning ${at(0, '/alternatives/0')}`,
    );
  });

  it('says nothing of what is wrong without the assumptions as well', () => {
    const geometric = group('I', [indicator('x'), indicator('y')], 1, 'geometric');
    const scheme = schemeOf(geometric, {
      robustness: {
        seed: 1,
        replicates: 1,
        assumptions: [{ kind: 'impute', alternatives: [{ method: 'mean' }] }],
      },
    });
    expect(checkScheme(scheme).map(({ path }) => path)).toEqual(['/index/aggregate']);
  });

  it('warns of an alternative that is the scheme’s own choice', () => {
    expect(faults([{ kind: 'normalise', alternatives: [{ spec: { method: 'minmax' } }] }])).toEqual(
      [`warning ${at(0, '/alternatives/0')}`],
    );
  });

  it('warns of another default where every indicator says for itself', () => {
    const own = { normalise: { method: 'rank' } } as const;
    const scheme = (range?: readonly [number, number]) =>
      schemeOf(group('I', [indicator('x', 1, own), indicator('y', 1, own)]), {
        robustness: {
          seed: 1,
          replicates: 1,
          assumptions: [
            {
              kind: 'normalise',
              alternatives: [{ spec: { method: 'zscore' }, ...(range && { range }) }],
            },
          ],
        },
      });
    expect(checkScheme(scheme())).toMatchObject([{ severity: 'warning', path: at(0) }]);
    expect(checkScheme(scheme([0, 1]))).toEqual([]);
  });

  it('leaves something to compute when one is left out', () => {
    const scheme = schemeOf(group('I', [group('A', [indicator('x'), indicator('y')])]), {
      robustness: {
        seed: 1,
        replicates: 1,
        assumptions: [
          { kind: 'leave_out', of: 'indicators' },
          { kind: 'leave_out', of: 'dimensions' },
        ],
      },
    });
    expect(checkScheme(scheme)).toMatchObject([{ severity: 'error', path: at(1, '/of') }]);
  });
});

const AWAY_FROM_ZERO = { scope: 'period', range: [1, 100], default: { method: 'minmax' } } as const;
