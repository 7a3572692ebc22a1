import { mean, median } from 'd3-array';
import type { SchemeIndicator } from '#lib/model/index.ts';
import type { Hierarchy, IndicatorElement } from '../structure/hierarchy.ts';
import type { ImputeContext } from './context.ts';

/** Indicators in the same group at `level` (the lowest group that high), all when undefined. */
function companions({ elements, indicators }: Hierarchy, of: number, level?: number): number[] {
  const groupAt = (at: number): number => {
    let group = elements[at]!.parent;
    while (elements[group]!.parent >= 0 && elements[group]!.level < (level ?? Infinity))
      group = elements[group]!.parent;
    return group;
  };
  const own = groupAt(of);
  return indicators.filter((at) => groupAt(at) === own);
}

/**
 * The mean or median of the unit's other indicators (R13): all are directed and min-maxed among the
 * peers, the average is turned back into the missing indicator's unit. NaN where the unit has none
 * of them, and where nobody has the missing one.
 */
export function rowProposals(
  average: 'row_mean' | 'row_median',
  of: number,
  level: number | undefined,
  { hierarchy, values, moments, poolOf }: ImputeContext,
): (row: number) => number {
  const nodes = companions(hierarchy, of, level).map(
    (at) => (hierarchy.elements[at] as IndicatorElement).node,
  );
  const { node } = hierarchy.elements[of] as IndicatorElement;
  const extent = ({ code, direction }: SchemeIndicator, pool: number) => {
    const { min, max } = moments(code, pool);
    return direction === 1 ? [min, max] : [-max, -min];
  };
  return (row) => {
    const pool = poolOf[row]!;
    const shares = nodes.map((other) => {
      const [min, max] = extent(other, pool) as [number, number];
      return (other.direction * values.get(other.code)![row]! - min) / (max - min);
    });
    // d3 leaves NaN out: gaps, and indicators in which all peers are alike.
    const share = (average === 'row_mean' ? mean(shares) : median(shares)) ?? NaN;
    const [min, max] = extent(node, pool) as [number, number];
    return node.direction * (share * (max - min) + min);
  };
}
