/** One layer's rows for one scheme, as the engine answered them, and the table to score. */
import type { Engine, QueryOptions } from '#lib/engine/engine.ts';
import {
  schemeColumns,
  type Layer,
  type Scheme,
  type Source,
  type UnitRow,
  type UnitTable,
} from '#lib/model/index.ts';
import { institutions } from './institutions.ts';
import type { InstitutionRow } from './institutions.ts';
import { schemeObservations } from './scheme-observations.ts';
import type { SchemeObservation } from './scheme-observations.ts';
import { sources } from './sources.ts';

export type { InstitutionRow, SchemeObservation };

export interface DatasetRows {
  readonly institutions: readonly InstitutionRow[];
  readonly observations: readonly SchemeObservation[];
  readonly sources: readonly Source[];
}

export interface Dataset extends DatasetRows {
  readonly layer: Layer;
  /** Years with observations, ascending. */
  readonly periods: readonly string[];
  /** The observation of a unit's indicator in a period; null where there is no row at all. */
  cell(unit: string, period: string, indicator: string): SchemeObservation | null;
  source(id: string): Source | null;
}

/** Asks the engine for everything that scoring and explaining a scheme needs. */
export async function queryDataset(
  engine: Engine,
  scheme: Scheme,
  options?: QueryOptions,
): Promise<DatasetRows> {
  const observed = { indicators: schemeColumns(scheme), period_type: 'year' } as const;
  const [institutionRows, observationRows, sourceRows] = await Promise.all([
    engine.query(institutions, {}, options),
    engine.query(schemeObservations, observed, options),
    engine.query(sources, {}, options),
  ]);
  return { institutions: institutionRows, observations: observationRows, sources: sourceRows };
}

export function makeDataset(layer: Layer, rows: DatasetRows): Dataset {
  const cells = new Map(
    rows.observations.map((row) => [key(row.institution_id, row.period, row.indicator), row]),
  );
  const sourceOf = new Map(rows.sources.map((source) => [source.source_id, source]));
  return {
    ...rows,
    layer,
    periods: [...new Set(rows.observations.map(({ period }) => period))].sort(),
    cell: (unit, period, indicator) => cells.get(key(unit, period, indicator)) ?? null,
    source: (id) => sourceOf.get(id) ?? null,
  };
}

/**
 * Units × indicators for every year, counties and city institutes as separate peer groups. An
 * institution has a row in the years it existed in; a cell without a value is NaN, never zero.
 */
export function unitTable(dataset: Dataset, scheme: Scheme): UnitTable {
  const rows: UnitRow[] = dataset.periods.flatMap((period) =>
    dataset.institutions
      .filter((institution) => existedIn(institution, period))
      .map(({ institution_id, level }) => ({ unit: institution_id, period, group: level })),
  );
  const columns = new Map(
    schemeColumns(scheme).map((indicator) => [
      indicator,
      Float64Array.from(
        rows,
        ({ unit, period }) => dataset.cell(unit, period, indicator)?.value ?? NaN,
      ),
    ]),
  );
  return { rows, columns };
}

const key = (unit: string | null, period: string, indicator: string) =>
  `${unit ?? ''} ${period} ${indicator}`;

const existedIn = ({ valid_from, valid_to }: InstitutionRow, year: string) =>
  valid_from <= `${year}-12-31` && (valid_to === null || valid_to >= `${year}-01-01`);
