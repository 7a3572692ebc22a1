import type { NormaliseSpec, Scheme } from '#lib/model/index.ts';
import { score } from '../score.ts';
import { group, indicator, schemeOf, tableOf } from '../testing/schemes.ts';

/** Normalised values of one indicator with nothing but these peers. */
export function normalised(
  spec: NormaliseSpec,
  x: readonly number[],
  direction: 1 | -1 = 1,
  more: Partial<Scheme['normalise']> = {},
) {
  const scheme = schemeOf(group('I', [indicator('x', 1, { direction, normalise: spec })]), {
    normalise: { scope: 'period', range: [0, 100], default: { method: 'rank' }, ...more },
  });
  const result = score(tableOf({ x }), scheme);
  return {
    values: [...result.normalised.get('x')!],
    issues: result.issues.map(({ code }) => code),
    parameters: result.parameters[0]!,
  };
}
