/** Look-ups over a data set: who and what the other rows speak of. */
import type { Layer } from '#lib/model/index.ts';
import type { DataSet } from './read-data.ts';
import type { RawTableName } from './schemas.ts';
import type { TableRow } from './table-row.ts';

export interface Catalogue {
  /** Indicators are shared; a layer's own indicators.csv adds to them for that layer only. */
  indicator(layer: Layer | null, code: string): TableRow<'indicator'> | undefined;
  /** True when any layer knows the indicator. */
  knowsIndicator(code: string): boolean;
  region(layer: Layer | null, code: string): TableRow<'region'> | undefined;
  institution(layer: Layer | null, id: string): TableRow<'institution'> | undefined;
  source(id: string): TableRow<'source'> | undefined;
  /** The code itself and every code that it succeeded, directly or by steps. */
  predecessors(layer: Layer | null, code: string): ReadonlySet<string>;
}

const keyOf = (layer: Layer | null, id: string) => `${layer ?? ''}/${id}`;

/** First row wins: a second one is reported as a duplicate, not used. */
function index<N extends RawTableName>(
  rows: readonly TableRow<N>[],
  id: (row: TableRow<N>) => string | null,
): Map<string, TableRow<N>> {
  const map = new Map<string, TableRow<N>>();
  for (const row of rows) {
    const value = id(row);
    if (value === null) continue;
    const key = keyOf(row.layer, value);
    if (!map.has(key)) map.set(key, row);
  }
  return map;
}

export function catalogueOf(data: DataSet): Catalogue {
  const indicators = index(data.rows.indicator, (row) => row.values.indicator);
  const regions = index(data.rows.region, (row) => row.values.region_code);
  const institutions = index(data.rows.institution, (row) => row.values.institution_id);
  const sources = index(data.rows.source, (row) => row.values.source_id);

  const known = new Map<string, ReadonlySet<string>>();
  const predecessors = (layer: Layer | null, code: string) => {
    const key = keyOf(layer, code);
    const before = known.get(key);
    if (before) return before;
    const found = new Set([code]);
    // A set grows while it is walked: each code found leads to those before it.
    for (const successor of found)
      for (const row of data.rows.region)
        if (row.layer === layer && row.values.successor_code === successor)
          if (row.values.region_code !== null) found.add(row.values.region_code);
    known.set(key, found);
    return found;
  };

  const everywhere = new Set(data.rows.indicator.map((row) => row.values.indicator));
  return {
    knowsIndicator: (code) => everywhere.has(code),
    indicator: (layer, code) =>
      indicators.get(keyOf(null, code)) ?? indicators.get(keyOf(layer, code)),
    region: (layer, code) => regions.get(keyOf(layer, code)),
    institution: (layer, id) => institutions.get(keyOf(layer, id)),
    source: (id) => sources.get(keyOf(null, id)),
    predecessors,
  };
}
