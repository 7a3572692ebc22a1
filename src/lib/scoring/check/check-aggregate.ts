import { isGroup } from '#lib/model/index.ts';
import type { Scheme, SchemeGroup, SchemeNode } from '#lib/model/index.ts';
import { contestDomain } from '../aggregate/contests.ts';
import { meanOf } from '../aggregate/means.ts';
import { specOf } from '../normalise/normalise.ts';
import { mayReachZero } from './check-normalise.ts';
import { fault } from './fault.ts';
import type { Place, SchemeFault } from './fault.ts';

/** Faults of how groups are made of their children (R33-R39, R61-R64). */
export function checkAggregate(scheme: Scheme, places: readonly Place[]): SchemeFault[] {
  return [
    ...places.flatMap(({ node, path }) =>
      isGroup(node)
        ? [
            ...checkPower(node, path),
            ...checkShareLimits(node, path),
            ...unusedWeights(node, path),
            ...valuesRefused(node, scheme, path),
            ...(path === '/index' ? [] : offRange(node, path)),
          ]
        : [],
    ),
    ...bandsOffRange(scheme),
  ];
}

function checkPower({ aggregate, power }: SchemeGroup, path: string): SchemeFault[] {
  if (aggregate === 'generalised')
    return power === undefined
      ? [
          fault(
            `${path}/aggregate`,
            aggregate,
            '广义平均须给 power：1 为算术平均，0 为几何平均，-1 为调和平均',
            'a generalised mean needs its power: 1 is the arithmetic, 0 the geometric, -1 the harmonic mean',
          ),
        ]
      : [];
  return power === undefined
    ? []
    : [
        fault(
          `${path}/power`,
          power,
          '只有广义平均有 power：请删去，或把 aggregate 改为 generalised',
          'only a generalised mean has a power: take it out, or set aggregate to generalised',
        ),
      ];
}

function checkShareLimits(group: SchemeGroup, path: string): SchemeFault[] {
  const { aggregate, share_limits: limits, children } = group;
  if (limits === undefined) return [];
  if (aggregate !== 'benefit_of_the_doubt')
    return [
      fault(
        `${path}/share_limits`,
        limits,
        '只有 benefit_of_the_doubt 有占比上下限：请删去',
        'only benefit_of_the_doubt has limits of shares: take them out',
      ),
    ];
  const [low, high] = limits;
  const equal = 1 / children.filter(({ weight }) => weight > 0).length;
  return low > equal || high < equal
    ? [
        fault(
          `${path}/share_limits`,
          limits,
          `下限不能大于、上限不能小于平均占比 ${equal}，否则各占比加不到 1`,
          `the shares must be able to add up to 1: the lower limit at most, the upper at least the equal share, ${equal}`,
        ),
      ]
    : [];
}

const unusedWeights = ({ aggregate, weigh }: SchemeGroup, path: string): SchemeFault[] =>
  aggregate === 'benefit_of_the_doubt' && weigh && weigh.method !== 'given'
    ? [
        fault(
          `${path}/weigh`,
          weigh.method,
          'benefit_of_the_doubt 自行求出各单元的权重，这里的赋权方法不起作用：请删去',
          'benefit_of_the_doubt finds every unit its own weights and does not use these: take them out',
          'warning',
        ),
      ]
    : [];

/** Victories and places, which are on no range. */
const isOffRange = ({ aggregate }: SchemeGroup): boolean =>
  aggregate === 'copeland' || aggregate === 'kemeny';

/** Whether scores of the element, or what they are made of, leave the scheme's range by design. */
export const leavesRange = (node: SchemeNode): boolean =>
  isGroup(node) && (isOffRange(node) || node.children.some(leavesRange));

/** Whether values of zero or below are to be expected. */
const reachesZero = (node: SchemeNode, scheme: Scheme): boolean =>
  isGroup(node)
    ? isOffRange(node) || node.children.every((child) => reachesZero(child, scheme))
    : mayReachZero(specOf(node, scheme), scheme.normalise.range);

/** Whether values below zero are to be expected. */
function goesBelowZero(node: SchemeNode, scheme: Scheme): boolean {
  if (isGroup(node))
    return (
      node.aggregate === 'copeland' ||
      (node.aggregate !== 'kemeny' && node.children.every((child) => goesBelowZero(child, scheme)))
    );
  const spec = specOf(node, scheme);
  const { range } = scheme.normalise;
  if (spec.method === 'borda') return false;
  return (spec.method === 'zscore' || range[0] < 0) && mayReachZero(spec, range);
}

/** Values that the method cannot take would leave units without a score. */
function valuesRefused(group: SchemeGroup, scheme: Scheme, path: string): SchemeFault[] {
  const { aggregate, children, share_limits: limits } = group;
  const domain = meanOf(group)?.domain ?? contestDomain(group);
  const someReachZero = children.some((child) => reachesZero(child, scheme));
  if (domain === 'positive' && someReachZero)
    return [
      fault(
        `${path}/aggregate`,
        aggregate,
        '几何平均、调和平均等不能取 0 或负值：把 /normalise/range 的下限设为正数（例如 [1, 100]）',
        'geometric, harmonic and such means cannot take 0 or less: start /normalise/range above 0, e.g. [1, 100]',
        'warning',
      ),
    ];
  if (domain === 'nonnegative' && children.some((child) => goesBelowZero(child, scheme)))
    return [
      fault(
        `${path}/aggregate`,
        aggregate,
        '该汇总方法不能取负值：请换用不会为负的归一化方法或区间',
        'this aggregation cannot take negative values: choose a normalisation or a range without them',
        'warning',
      ),
    ];
  const isLimited = limits !== undefined && (limits[0] > 0 || limits[1] < 1);
  return isLimited && someReachZero
    ? [
        fault(
          `${path}/share_limits`,
          limits,
          '值为 0 的下级占不了份额，得分可能因此为 0：把 /normalise/range 的下限设为正数（例如 [1, 100]）',
          'a child at 0 can have no share, which may make the whole score 0: start /normalise/range above 0, e.g. [1, 100]',
          'warning',
        ),
      ]
    : [];
}

const offRange = (group: SchemeGroup, path: string): SchemeFault[] =>
  isOffRange(group)
    ? [
        fault(
          `${path}/aggregate`,
          group.aggregate,
          '该方法的得分是胜负数或名次，不在归一化区间内，与同级不可比：最好只用于总指数',
          'its scores count contests or places, are not on the range and do not compare with their siblings: best kept for the index itself',
          'warning',
        ),
      ]
    : [];

const bandsOffRange = ({ bands, index }: Scheme): SchemeFault[] =>
  bands.length > 0 && leavesRange(index)
    ? [
        fault(
          '/bands',
          bands.map(({ min }) => min),
          'copeland、kemeny 的得分是胜负数或名次，随参评单元的多少而变，不在归一化区间内：请核对各等级的 min',
          'scores of copeland and kemeny count contests or places and change with the number of units, off the range: check the bands’ min',
          'warning',
        ),
      ]
    : [];
