import { isGroup } from '#lib/model/index.ts';
import type { NormaliseSpec, Scheme, SchemeNode } from '#lib/model/index.ts';
import { walk } from '../structure/hierarchy.ts';
import { specOf } from '../normalise/normalise.ts';
import { checkAggregate, leavesRange } from './check-aggregate.ts';
import { checkNormalise, isBounded } from './check-normalise.ts';
import { checkRobustness } from './check-robustness.ts';
import { checkValueRange } from './check-value-range.ts';
import { checkWeigh } from './check-weigh.ts';
import { checkWeightRange } from './check-weight-range.ts';
import { fault } from './fault.ts';
import type { Place, SchemeFault } from './fault.ts';
import { treatSpecOf } from '../treat/treat.ts';

/** Everything wrong with a scheme of valid form, in the order of the file; empty when sound. */
export function checkScheme(scheme: Scheme): SchemeFault[] {
  const places = [...walk(scheme.index)];
  return [
    ...repeatedCodes(places),
    ...places.flatMap(({ node, path }) => weightlessChildren(node, path)),
    ...checkWeigh(places),
    ...checkWeightRange(places),
    ...checkValueRange(places),
    ...checkNormalise(scheme, places),
    ...checkAggregate(scheme, places),
    ...unorderedBands(scheme),
    ...forcedBothWays(scheme),
    ...transformedUnits(scheme, places),
    ...checkRobustness(scheme, places, checkScheme),
  ];
}

function repeatedCodes(places: readonly Place[]): SchemeFault[] {
  const first = new Map<string, string>();
  return places.flatMap(({ node: { code }, path }) => {
    const earlier = first.get(code);
    if (earlier === undefined) first.set(code, path);
    return earlier === undefined
      ? []
      : [
          fault(
            `${path}/code`,
            code,
            `该代码已用于 ${earlier}，每个元素须有不同的代码`,
            `this code is taken by ${earlier}; give every element its own`,
          ),
        ];
  });
}

const weightlessChildren = (node: SchemeNode, path: string): SchemeFault[] =>
  isGroup(node) &&
  (node.weigh?.method ?? 'given') === 'given' &&
  node.children.every(({ weight }) => weight === 0)
    ? [
        fault(
          `${path}/children`,
          node.children.map(({ weight }) => weight),
          '同级权重不能全为 0，请至少给一个元素正的权重',
          'all siblings weigh 0; give at least one a positive weight',
        ),
      ]
    : [];

function unorderedBands(scheme: Scheme): SchemeFault[] {
  const { bands, normalise } = scheme;
  const faults = bands.flatMap(({ min }, i) => {
    const above = bands[i - 1];
    return above && above.min <= min
      ? [
          fault(
            `/bands/${i}/min`,
            min,
            `等级须从高到低排列，此处应小于 ${above.min}`,
            `bands run from the best down: this must be below ${above.min}`,
          ),
        ]
      : [];
  });
  const codes = bands.map(({ code }) => code);
  for (const [i, code] of codes.entries())
    if (codes.indexOf(code) < i)
      faults.push(
        fault(
          `/bands/${i}/code`,
          code,
          '等级代码重复，请另取一个',
          'this band code is taken; choose another',
        ),
      );
  const specs = [...walk(scheme.index)].flatMap(({ node }) =>
    isGroup(node) ? [] : [node.normalise ?? normalise.default],
  );
  const last = bands[bands.length - 1];
  const hasFloor = specs.every(isBounded) && !leavesRange(scheme.index);
  if (last && last.min > normalise.range[0] && hasFloor)
    faults.push(
      fault(
        `/bands/${bands.length - 1}/min`,
        last.min,
        `最低等级须从 ${normalise.range[0]} 起，否则低分机构没有等级`,
        `the lowest band must start at ${normalise.range[0]}, or low scores have no band`,
        'warning',
      ),
    );
  return faults;
}

function forcedBothWays({ missing: { force } }: Scheme): SchemeFault[] {
  const both = (force?.include ?? []).filter((unit) => force?.exclude?.includes(unit));
  return both.map((unit) =>
    fault(
      '/missing/force',
      unit,
      '同一单元不能既一律纳入又一律排除',
      'a unit cannot be both in and out: take it from one of the lists',
    ),
  );
}

/** Methods that a transformed value would no longer be in the unit of (R18). */
const IN_UNITS = new Set<NormaliseSpec['method']>([
  'goalposts',
  'scaled',
  'target',
  'distance_to_reference',
  'fraction_of_max',
]);

/** A transformation leaves the unit in which posts, targets, references and ratios stand (R18). */
function transformedUnits(scheme: Scheme, places: readonly Place[]): SchemeFault[] {
  return places.flatMap(({ node, path }) => {
    if (isGroup(node) || !node.treat) return [];
    const treat = treatSpecOf(node, scheme);
    const isTransformed = treat.method !== 'none' && treat.transform !== 'none';
    return isTransformed && IN_UNITS.has(specOf(node, scheme).method)
      ? [
          fault(
            `${path}/treat`,
            node.treat,
            '该归一化方法按指标原单位计算（门柱、目标、参照值、比值），不能再变换数值：请用 "transform": "none"',
            'this normalisation works in the indicator’s own unit (posts, target, reference, ratio), which a transformation leaves: set "transform": "none"',
          ),
        ]
      : [];
  });
}
