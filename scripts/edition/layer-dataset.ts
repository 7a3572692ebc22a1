/** One layer of a data folder as the scorer takes it, without writing anything. */
import type { EngineRow, TableReader } from '#lib/engine/engine.ts';
import { checkData, type InputFile } from '#lib/intake/index.ts';
import { schemeColumns, type Layer, type Scheme, type TableName } from '#lib/model/index.ts';
import { makeDataset, type Dataset } from '#lib/queries/dataset.ts';
import { institutions, schemeObservations, sources } from '#lib/queries/index.ts';

/** Throws where the files are not fit to be published. */
export function layerDataset(files: readonly InputFile[], layer: Layer, scheme: Scheme): Dataset {
  const { output, findings } = checkData(files);
  if (!output) throw new Error(`The data of an edition are faulty: ${JSON.stringify(findings)}`);
  const rowsOf = (name: TableName) =>
    output.tables.find((table) => table.layer === layer && table.table === name)?.rows ?? [];
  const reader: TableReader = { rows: (name) => rowsOf(name) as readonly EngineRow[] };
  const observed = { indicators: schemeColumns(scheme), period_type: 'year' } as const;
  return makeDataset(layer, {
    institutions: institutions.plain(reader, {}).map((row) => institutions.decode(row)),
    observations: schemeObservations
      .plain(reader, observed)
      .map((row) => schemeObservations.decode(row)),
    sources: sources.plain(reader, {}).map((row) => sources.decode(row)),
  });
}
