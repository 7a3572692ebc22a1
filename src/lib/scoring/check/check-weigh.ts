import { isGroup } from '#lib/model/index.ts';
import type { SchemeGroup, WeighSpec } from '#lib/model/index.ts';
import { ahpFaults, wrongLength } from './check-ahp.ts';
import { fault } from './fault.ts';
import type { Place, SchemeFault } from './fault.ts';

type Spec<M extends WeighSpec['method']> = Extract<WeighSpec, { method: M }>;

/** Faults of the ways in which weights are found (R70–R76). */
export const checkWeigh = (places: readonly Place[]): SchemeFault[] =>
  places.flatMap(({ node, path }) =>
    isGroup(node) && node.weigh ? faultsOf(node, node.weigh, `${path}/weigh`) : [],
  );

function faultsOf(group: SchemeGroup, spec: WeighSpec, path: string): SchemeFault[] {
  const count = group.children.length;
  switch (spec.method) {
    case 'given':
    case 'equal':
    case 'pca':
      return [];
    case 'budget':
      return budgetFaults(spec, count, `${path}/allocations`);
    case 'ahp':
      return ahpFaults(spec, group.children, `${path}/comparisons`);
    case 'factor':
      return factorFaults(spec, count, `${path}/factors`);
    case 'equal_influence':
      return influenceFaults(spec, group, path);
  }
}

const budgetFaults = (
  { allocations }: Spec<'budget'>,
  count: number,
  path: string,
): SchemeFault[] =>
  allocations.flatMap((row, i) => {
    if (row.length !== count) return [wrongLength(`${path}/${i}`, row, count)];
    return row.every((points) => points === 0)
      ? [
          fault(
            `${path}/${i}`,
            row,
            '这位专家没有给任何下级分数，请补上或删去该行',
            'this expert gave no points to anything: complete the row or take it out',
          ),
        ]
      : [];
  });

const factorFaults = ({ factors }: Spec<'factor'>, count: number, path: string): SchemeFault[] =>
  factors !== undefined && factors > count
    ? [
        fault(
          path,
          factors,
          `因子不能多于下级：最多 ${count} 个`,
          `there cannot be more factors than children: at most ${count}`,
        ),
      ]
    : [];

function influenceFaults(
  { targets }: Spec<'equal_influence'>,
  { aggregate, children }: SchemeGroup,
  path: string,
): SchemeFault[] {
  const faults: SchemeFault[] = [];
  if (aggregate !== 'arithmetic')
    faults.push(
      fault(
        `${path}/method`,
        'equal_influence',
        '等影响权重只适用于算术平均，请改用 "aggregate": "arithmetic" 或另一种权重',
        'weights for equal influence are those of an arithmetic mean: set "aggregate": "arithmetic" or weigh otherwise',
      ),
    );
  if (targets && targets.length !== children.length)
    faults.push(wrongLength(`${path}/targets`, targets, children.length));
  return faults;
}
