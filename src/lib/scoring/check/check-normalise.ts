import { isGroup } from '#lib/model/index.ts';
import type { NormaliseSpec, Scheme } from '#lib/model/index.ts';
import { fault } from './fault.ts';
import type { Place, SchemeFault } from './fault.ts';

type Normalise = Scheme['normalise'];

/** Faults of the normalisation: of every indicator's own method, the default, the range. */
export function checkNormalise({ normalise }: Scheme, places: readonly Place[]): SchemeFault[] {
  return [
    ...places.flatMap(({ node, path }) =>
      !isGroup(node) && node.normalise
        ? checkNormaliseSpec(node.normalise, normalise.scope, `${path}/normalise`)
        : [],
    ),
    ...checkNormaliseSpec(normalise.default, normalise.scope, '/normalise/default'),
    ...checkRange(normalise.range, '/normalise/range'),
  ];
}

/** Faults of one method (R22, R28), wherever in the scheme it stands. */
export function checkNormaliseSpec(
  spec: NormaliseSpec,
  scope: Normalise['scope'],
  path: string,
): SchemeFault[] {
  switch (spec.method) {
    case 'goalposts':
      return [
        ...crossedPosts(spec, path),
        ...(spec.log10 && spec.low <= 0 ? [postWithoutLogarithm(spec.low, path)] : []),
      ];
    case 'scaled':
      return crossedPosts(spec, path);
    case 'distance_to_reference':
      return scope === 'panel' && spec.period === undefined
        ? [
            fault(
              path,
              spec,
              'scope 为 panel 时各期一并归一化，须用 period 写明取哪一期的参照值',
              'with scope panel all periods share one scale: name by period which one the reference is taken from',
            ),
          ]
        : [];
    default:
      return [];
  }
}

const crossedPosts = ({ low, high }: { low: number; high: number }, path: string) =>
  low >= high
    ? [
        fault(
          path,
          { low, high },
          'low 须小于 high；逆向指标请用 direction: -1，不要对调门柱值',
          'low must be below high; for “less is better” set direction: -1 and keep their order',
        ),
      ]
    : [];

const postWithoutLogarithm = (low: number, path: string): SchemeFault =>
  fault(
    `${path}/low`,
    low,
    '取对数的门柱须为正数，例如 1',
    'goalposts of a logarithm must be positive, for example 1',
  );

/** A range whose ends are equal or change places; wherever in the scheme it stands. */
export const checkRange = (range: Normalise['range'], path: string): SchemeFault[] =>
  range[0] >= range[1]
    ? [
        fault(
          path,
          range,
          '区间下限须小于上限，例如 [0, 100]',
          'the lower end must be below the upper one, for example [0, 100]',
        ),
      ]
    : [];

/** Whether every value that the method gives lies within `normalise.range`. */
export function isBounded(spec: NormaliseSpec): boolean {
  switch (spec.method) {
    case 'minmax':
    case 'distance_to_max':
    case 'fraction_of_max':
    case 'percentile_rank':
      return true;
    case 'goalposts':
      return spec.truncate !== false;
    case 'target':
      return spec.cap !== false;
    case 'distance_to_reference':
      return spec.cap === true;
    case 'scaled':
    case 'zscore':
    case 'rank':
    case 'borda':
    case 'none':
      return false;
  }
}

/** A standard score this many standard deviations below the mean is taken to occur. */
const LOW_ZSCORE = -3;

/**
 * Whether the worst units are to be expected at zero or below, which some means cannot take. A
 * value as given (`none`) is not, for only the data can tell.
 */
export function mayReachZero(spec: NormaliseSpec, range: Normalise['range']): boolean {
  switch (spec.method) {
    case 'rank':
    case 'none':
      return false;
    case 'borda':
      return true;
    case 'zscore':
      return (spec.mean ?? 0) + LOW_ZSCORE * (spec.sd ?? 1) <= 0;
    default:
      return range[0] <= 0;
  }
}
