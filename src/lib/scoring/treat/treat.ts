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
  const scratch = new Float64Array(Math.max(0, ...pools.map(({ rows }) => rows.length)));
  for (const at of hierarchy.indicators) {
    const { code, node } = hierarchy.elements[at] as IndicatorElement;
    const spec = treatSpecOf(node, scheme);
    if (spec.method === 'none') continue;
    const column = values.get(code)!;
    let out: Float64Array | null = null;
    for (const { rows, group, period } of pools) {
      const present = presentIn(column, rows, scratch);
      if (present.length === 0) continue;
      const treated = treatColumn(present, spec);
      const { given: shape, winsorised, transformed } = treated;
      result.treatments.push({
        indicator: code,
        group,
        period,
        given: shape,
        winsorised,
        transformed,
      });
      if (!treated.flags) continue;
      if (!out) {
        result.columns.set(code, (out = column.slice()));
        result.cells.set(code, given.get(code)?.slice() ?? new Uint8Array(column.length));
      }
      putBack(treated.values, treated.flags, rows, out, result.cells.get(code)!);
    }
  }
  return { ...result, cells: inOrder(hierarchy, result.cells) };
}

/** Writes treated values and their flags where the values that are not missing came from. */
function putBack(
  values: Float64Array,
  altered: Uint8Array,
  rows: Int32Array,
  out: Float64Array,
  flags: Uint8Array,
): void {
  let i = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    if (Number.isNaN(out[row]!)) continue;
    flags[row]! |= altered[i]!;
    out[row] = values[i++]!;
  }
}

/** Imputed and treated indicators in the order of the scheme, not of the steps. */
const inOrder = (hierarchy: Hierarchy, cells: ReadonlyMap<string, Uint8Array>) =>
  new Map(
    hierarchy.elements.flatMap(({ code }) => {
      const flags = cells.get(code);
      return flags ? [[code, flags] as const] : [];
    }),
  );
