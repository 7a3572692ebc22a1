import { PERIOD_TYPES, TABLE_NAMES } from '#lib/model/index.ts';
import type { Layer, PeriodType } from '#lib/model/index.ts';
import { contractCase } from '#lib/engine/contract.ts';
import type { ContractCase, ContractData } from '#lib/engine/contract.ts';
import { createTableLoader } from '#lib/engine/load/load-tables.ts';
import { loadManifest } from '#lib/engine/load/manifest.ts';
import type { DataSource } from '#lib/engine/load/source.ts';
import { tableRows } from '#lib/engine/load/table.ts';
import { HOSTILE_NAMES } from '#lib/engine/testing/hostile.ts';
import { publish, readerOf } from '#lib/engine/testing/publish.ts';
import type { TableRows } from '#lib/engine/testing/publish.ts';
import { QUERIES_WITHOUT_PARAMS } from './every-query.ts';
import { originOf, periods, schemeObservations } from '../index.ts';
import { FIXTURE, FIXTURE_CODES } from './fixture.ts';

/** Every query with many parameters, on made data and on published data. */

export function fixtureContracts(): ContractData[] {
  return [
    made('fixture', FIXTURE, [
      ...casesFor(FIXTURE_CODES),
      ...HOSTILE_NAMES.map((name) =>
        contractCase(schemeObservations, { indicators: [name], period_type: 'year' }),
      ),
      ...HOSTILE_NAMES.map((name) => contractCase(periods, { period_type: name as PeriodType })),
      // Once more at the end: nothing above may have changed a table.
      ...casesFor([]),
    ]),
    made(
      'empty tables',
      Object.fromEntries(TABLE_NAMES.map((name) => [name, []])),
      casesFor(['M01']),
    ),
    made('one table only', { observation: FIXTURE.observation }, casesFor(FIXTURE_CODES)),
  ];
}

/** The data folder as it stands, read by the loader and answered by the plain functions. */
export async function publishedContract(source: DataSource, layer: Layer): Promise<ContractData> {
  const manifest = await loadManifest(source);
  const decoded = await createTableLoader(source, manifest, layer).load(TABLE_NAMES);
  const tables: TableRows = Object.fromEntries(
    [...decoded.values()].map((table) => [table.name, tableRows(table)]),
  );
  const codes = new Set((tables.observation ?? []).map((row) => String(row['indicator'])));
  return {
    label: `published data, ${layer}`,
    published: { source, manifest, layer },
    tables: readerOf(tables),
    cases: casesFor([...codes].sort()),
  };
}

function made(label: string, rows: TableRows, cases: readonly ContractCase[]): ContractData {
  return { label, published: publish('synthetic', rows), tables: readerOf(rows), cases };
}

function casesFor(codes: readonly string[]): ContractCase[] {
  const lists = [[], codes, ...codes.map((code) => [code]), codes.filter((_, i) => i % 2 === 0)];
  return [
    ...QUERIES_WITHOUT_PARAMS.map((query) => contractCase(query, {})),
    ...PERIOD_TYPES.map((period_type) => contractCase(periods, { period_type })),
    ...['o-0001', 'n-1', 'no such id', ''].map((obs_id) => contractCase(originOf, { obs_id })),
    ...lists.map((indicators) =>
      contractCase(schemeObservations, { indicators, period_type: 'year' }),
    ),
    ...PERIOD_TYPES.map((period_type) =>
      contractCase(schemeObservations, { indicators: codes, period_type }),
    ),
    contractCase(schemeObservations, { indicators: ['no such code', ''], period_type: 'year' }),
    contractCase(schemeObservations, { indicators: ['M01,M02'], period_type: 'year' }),
  ];
}
