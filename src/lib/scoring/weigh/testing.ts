import type { WeighSpec } from '#lib/model/index.ts';
import { group, indicator } from '../testing/schemes.ts';
import { weighChildren } from './weigh.ts';

/** What a group of these children comes to. */
export const of = (
  weigh: WeighSpec | undefined,
  columns: readonly Float64Array[],
  weights?: number[],
) =>
  weighChildren(
    group(
      'G',
      columns.map((_, i) => indicator(`x${i}`, weights?.[i] ?? 1)),
      1,
      'arithmetic',
      weigh ? { weigh } : {},
    ),
    columns,
    new Uint8Array(columns[0]!.length).fill(1),
  );
