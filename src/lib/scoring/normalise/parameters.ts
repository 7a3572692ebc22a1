import type { NormaliseParameters, Scheme } from '#lib/model/index.ts';
import { momentsOf } from '../statistics/moments.ts';
import type { Moments } from '../statistics/moments.ts';
import { presentIn } from '../statistics/present.ts';
import { scratchColumn } from '../structure/columns.ts';
import type { Hierarchy, IndicatorElement } from '../structure/hierarchy.ts';
import type { Pool } from '../structure/peers.ts';
import { specOf } from './normalise.ts';

const scratch = scratchColumn();

/**
 * Figures of the peers of every indicator in every pool that has rows, before direction (R20); by
 * indicator, then pool. Apart from the normalisation, for most methods need but the extremes.
 *
 * @param values indicator columns as they were normalised, NaN for missing
 */
export const parametersOf = (
  hierarchy: Hierarchy,
  values: ReadonlyMap<string, Float64Array>,
  pools: readonly Pool[],
  scheme: Scheme,
): NormaliseParameters[] =>
  hierarchy.indicators.flatMap((at) => {
    const { node, code } = hierarchy.elements[at] as IndicatorElement;
    const { method } = specOf(node, scheme);
    const column = values.get(code)!;
    const figures = (rows: Int32Array): Moments =>
      momentsOf(presentIn(column, rows, scratch(rows.length)));
    return pools
      .filter(({ rows }) => rows.length > 0)
      .map(({ group, period, rows }) => ({
        indicator: code,
        group,
        period,
        method,
        ...figures(rows),
      }));
  });
