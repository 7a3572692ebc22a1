import type {
  NormaliseSpec,
  Scheme,
  SchemeIndicator,
  Treatment,
  TreatSpec,
} from '#lib/model/index.ts';
import type { Hierarchy, IndicatorElement } from '../structure/hierarchy.ts';
import { specOf } from '../normalise/normalise.ts';
import type { Pool } from '../structure/peers.ts';
import { presentIn } from '../statistics/present.ts';
import { treatColumn } from './column.ts';

export interface Treated {
  /** By indicator code; the given array itself where nothing was altered. */
  readonly columns: Map<string, Float64Array>;
  /** CELL flags, those given included. */
  readonly cells: Map<string, Uint8Array>;
  readonly treatments: Treatment[];
}

/** Methods whose scale comes from the peers, so that an outlier stretches it. */
const SCALED_BY_PEERS = new Set<NormaliseSpec['method']>([
  'minmax',
  'zscore',
  'rank',
  'borda',
  'percentile_rank',
  'distance_to_max',
]);

/** The treatment of an indicator: its own, else the scheme's where outliers matter (R18). */
export function treatSpecOf(indicator: SchemeIndicator, scheme: Scheme): TreatSpec {
  const { treat: own } = indicator;
  const { treat: general = { method: 'none' } } = scheme;
  if (own?.method === 'outliers' && general.method === 'outliers') return { ...general, ...own };
  if (own) return own;
  return SCALED_BY_PEERS.has(specOf(indicator, scheme).method) ? general : { method: 'none' };
}

/**
 * Treats outliers as the scheme says (R15–R18), within the pools in which the values will be
 * normalised, so that equal values stay equal.
 *
 * @param values indicator columns, NaN for missing
 * @param given CELL flags so far
 */
export function treat(
  hierarchy: Hierarchy,
  values: ReadonlyMap<string, Float64Array>,
  given: ReadonlyMap<string, Uint8Array>,
  pools: readonly Pool[],
  scheme: Scheme,
): Treated {
  const result: Treated = { columns: new Map(values), cells: new Map(given), treatments: [] };
  for (const at of hierarchy.indicators) {
    const { code, node } = hierarchy.elements[at] as IndicatorElement;
    const spec = treatSpecOf(node, scheme);
    if (spec.method === 'none') continue;
    const column = values.get(code)!;
    const out = column.slice();
    const flags = given.get(code)?.slice() ?? new Uint8Array(column.length);
    let isAltered = false;
    for (const { rows, group, period } of pools) {
      const present = rows.filter((row) => !Number.isNaN(column[row]!));
      if (present.length === 0) continue;
      const treated = treatColumn(presentIn(column, present), spec);
      const { given: shape, winsorised, transformed } = treated;
      result.treatments.push({
        indicator: code,
        group,
        period,
        given: shape,
        winsorised,
        transformed,
      });
      for (let i = 0; i < present.length; i++) {
        const row = present[i]!;
        out[row] = treated.values[i]!;
        flags[row]! |= treated.flags[i]!;
        isAltered ||= treated.flags[i]! > 0;
      }
    }
    if (!isAltered) continue;
    result.columns.set(code, out);
    result.cells.set(code, flags);
  }
  return { ...result, cells: inOrder(hierarchy, result.cells) };
}

/** Imputed and treated indicators in the order of the scheme, not of the steps. */
const inOrder = (hierarchy: Hierarchy, cells: ReadonlyMap<string, Uint8Array>) =>
  new Map(
    hierarchy.elements.flatMap(({ code }) => {
      const flags = cells.get(code);
      return flags ? [[code, flags] as const] : [];
    }),
  );
