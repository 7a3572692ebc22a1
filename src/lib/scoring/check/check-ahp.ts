import type { SchemeNode, WeighSpec } from '#lib/model/index.ts';
import { ahpWeights, MOST_COMPARED, worstComparison } from '../weigh/ahp.ts';
import { fault } from './fault.ts';
import type { SchemeFault } from './fault.ts';

type Ahp = Extract<WeighSpec, { method: 'ahp' }>;

/**
 * Off by which a pair may be from reciprocal: reciprocals of 2 to 9 written with two decimals (0.13
 * for 1/8) are within 4 %.
 */
const RECIPROCAL_WITHIN = 0.05;
const DEFAULT_MAX_RATIO = 0.1;

/** Faults of a pairwise comparison matrix (R73): its form first, then what it says. */
export function ahpFaults(spec: Ahp, children: readonly SchemeNode[], at: string): SchemeFault[] {
  const { comparisons } = spec;
  const count = children.length;
  if (count > MOST_COMPARED) return [tooMany(at, count)];
  if (comparisons.length !== count) return [wrongRows(at, comparisons.length, count)];
  const uneven = comparisons.flatMap((row, i) =>
    row.length === count ? [] : [wrongLength(`${at}/${i}`, row, count)],
  );
  if (uneven.length > 0) return uneven;
  const crossed = [...notOne(spec, at), ...notReciprocal(spec, children, at)];
  if (crossed.length > 0) return crossed;
  return inconsistent(spec, children, at);
}

/** A list that does not have one number for each child. */
export const wrongLength = (path: string, found: readonly unknown[], count: number): SchemeFault =>
  fault(
    path,
    found,
    `须有 ${count} 个数，每个下级一个，次序同 children`,
    `give ${count} numbers, one a child, in the order of the children`,
  );

const tooMany = (path: string, count: number): SchemeFault =>
  fault(
    path,
    count,
    `两两比较最多 ${MOST_COMPARED} 个下级，更多时没有公布的随机一致性指标：请分成几组`,
    `at most ${MOST_COMPARED} children can be compared in pairs, for no random index is published beyond: split the group`,
  );

const wrongRows = (path: string, rows: number, count: number): SchemeFault =>
  fault(
    path,
    rows,
    `须有 ${count} 行 ${count} 列，次序同 children`,
    `give ${count} rows of ${count} numbers, in the order of the children`,
  );

const notOne = ({ comparisons }: Ahp, path: string): SchemeFault[] =>
  comparisons.flatMap((row, i) =>
    row[i] === 1
      ? []
      : [
          fault(
            `${path}/${i}/${i}`,
            row[i],
            '与自身比较须为 1',
            'a child compared with itself is 1',
          ),
        ],
  );

const notReciprocal = (
  { comparisons }: Ahp,
  children: readonly SchemeNode[],
  path: string,
): SchemeFault[] =>
  comparisons.flatMap((row, i) =>
    row.flatMap((back, j) => {
      if (j >= i) return [];
      const forth = comparisons[j]![i]!;
      if (Math.abs(back * forth - 1) <= RECIPROCAL_WITHIN) return [];
      const [a, b] = [children[i]!.code, children[j]!.code];
      const want = Number((1 / forth).toPrecision(3));
      return [
        fault(
          `${path}/${i}/${j}`,
          back,
          `${b} 比 ${a} 为 ${forth}，则 ${a} 比 ${b} 应为 ${want}`,
          `${b} over ${a} is ${forth}, so ${a} over ${b} should be ${want}`,
        ),
      ];
    }),
  );

function inconsistent(
  { comparisons, max_consistency_ratio = DEFAULT_MAX_RATIO }: Ahp,
  children: readonly SchemeNode[],
  path: string,
): SchemeFault[] {
  const { ratio } = ahpWeights(comparisons).consistency;
  if (ratio <= max_consistency_ratio) return [];
  const { i, j, found, implied } = worstComparison(comparisons);
  const [a, b] = [children[i]!.code, children[j]!.code];
  const [is, should, cr] = [found, implied, ratio].map((x) => Number(x.toPrecision(3)));
  return [
    fault(
      path,
      cr,
      `一致性比率 ${cr} 超过 ${max_consistency_ratio}；最不一致的是 ${a} 比 ${b}：填的是 ${is}，其余比较合起来是 ${should}`,
      `consistency ratio ${cr} is above ${max_consistency_ratio}; most at odds is ${a} over ${b}: ${is}, where all comparisons together say ${should}`,
    ),
  ];
}
