/**
 * What the locked editions published, computed by the scorer itself from the data as known when
 * each was locked and by the scheme of that time; and the ledger that holds their hashes.
 */
import { checkData, type InputFile } from '#lib/intake/index.ts';
import type { ManifestEdition, Scheme, ScoreResult, TableName } from '#lib/model/index.ts';
import type { EngineRow, TableReader } from '#lib/engine/engine.ts';
import { makeDataset, unitTable, type Dataset } from '#lib/queries/dataset.ts';
import { institutions, schemeObservations, sources } from '#lib/queries/index.ts';
import { schemeColumns } from '#lib/model/index.ts';
import { score } from '#lib/scoring/index.ts';
import { createHash } from 'node:crypto';
import { asKnownOn } from './edge-cases.ts';
import { PAST_EDITIONS, type PastEdition, TOOL_VERSION } from './history.ts';
import { YEARS } from './panel.ts';
import { generatePanel, generateSynthetic, observationFile, toCsv } from './synthetic.ts';
import { type Row, SOURCE } from './tables.ts';

export const LEDGER = 'editions.json';
const PUBLISHED_COLUMNS =
  'edition,period,institution_id,element,score,rank,band,status,scheme,scheme_version,source_id';

/** Tables kept by hand that the computation reads; paths below data/. */
const SHARED = [
  'sources.csv',
  'indicators.csv',
  'rules.csv',
  'reported/indicators.csv',
  'reported/regions.csv',
  'template/regions.csv',
];

/** The text of a file below data/. */
export type ReadText = (path: string) => string;

export const schemePath = ({ scheme, scheme_version }: PastEdition): string =>
  `schemes/history/${scheme}-${scheme_version}.json`;
const resultPath = ({ year }: PastEdition): string => `synthetic/published/${year}.csv`;

/** The observation tables that lay before those who locked an edition. */
export function observationsThen(past: PastEdition, seed: number): Map<string, string> {
  const panel = generatePanel(seed);
  asKnownOn(panel, past.locked_on);
  const years = YEARS.filter((year) => year <= past.year);
  return new Map(years.map((year) => observationFile(panel, year)));
}

/** A data folder as it stood when the edition was locked. */
export function folderThen(past: PastEdition, seed: number, read: ReadText): Map<string, string> {
  const { year, scheme } = past;
  const now = generateSynthetic(seed);
  const edition = { id: String(year), cutoff: `${year}-12-31`, layer: 'synthetic', scheme };
  const kept = ['synthetic/regions.csv', 'synthetic/institutions.csv'];
  return new Map([
    ...SHARED.map((path): [string, string] => [path, read(path)]),
    ...kept.map((path): [string, string] => [path, now.get(path) ?? '']),
    ...observationsThen(past, seed),
    ['edition.json', JSON.stringify(edition)],
    [`schemes/${scheme}.json`, read(schemePath(past))],
  ]);
}

function datasetOf(files: ReadonlyMap<string, string>, scheme: Scheme): Dataset {
  const input = [...files].map(([path, text]): InputFile => ({
    path,
    bytes: new TextEncoder().encode(text),
  }));
  const { output, findings } = checkData(input);
  if (!output)
    throw new Error(`The data of a past edition are faulty: ${JSON.stringify(findings)}`);
  const rowsOf = (name: TableName) =>
    output.tables.find(({ layer, table }) => layer === 'synthetic' && table === name)?.rows ?? [];
  const reader: TableReader = { rows: (name) => rowsOf(name) as readonly EngineRow[] };
  const observed = { indicators: schemeColumns(scheme), period_type: 'year' } as const;
  return makeDataset('synthetic', {
    institutions: institutions.plain(reader, {}).map((row) => institutions.decode(row)),
    observations: schemeObservations
      .plain(reader, observed)
      .map((row) => schemeObservations.decode(row)),
    sources: sources.plain(reader, {}).map((row) => sources.decode(row)),
  });
}

/** Ten digits: enough to compare with, and none that hangs on the order in which sums were taken. */
export const DIGITS = 10;

function printed(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return '';
  const text = String(Number(value.toPrecision(DIGITS)));
  if (text.includes('e')) throw new Error(`${value} has no plain decimal`);
  return text;
}

function publishedRows(past: PastEdition, scheme: Scheme, result: ScoreResult): Row[] {
  const period = String(past.year);
  const top = scheme.index;
  const elements = [top, ...('children' in top ? top.children : [])].map(({ code }) => code);
  return result.rows.flatMap((row, at) =>
    row.period !== period
      ? []
      : elements.map((element) => {
          const isIndex = element === top.code;
          const status = result.status[at]?.kind ?? 'no_data';
          const rank = result.ranks.get(element)?.[at] ?? 0;
          return {
            edition: period,
            period,
            institution_id: row.unit,
            element,
            score: printed(result.scores.get(element)?.[at]),
            rank: isIndex && rank > 0 ? rank : '',
            band: isIndex ? (result.bands[at] ?? '') : '',
            status,
            scheme: past.scheme,
            scheme_version: past.scheme_version,
            source_id: SOURCE,
          };
        }),
  );
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function entry(past: PastEdition, seed: number, result: string, read: ReadText): ManifestEdition {
  const { year, locked_on, scheme, scheme_version, reason, changes } = past;
  return {
    id: String(year),
    layer: 'synthetic',
    period: String(year),
    cutoff: `${year}-12-31`,
    locked_on,
    scheme,
    scheme_version,
    scheme_path: schemePath(past),
    scheme_sha256: sha256(read(schemePath(past))),
    result_path: resultPath(past),
    result_sha256: sha256(result),
    inputs: [...observationsThen(past, seed)].map(([path, text]) => ({
      path,
      sha256: sha256(text),
    })),
    tool_version: TOOL_VERSION,
    reason,
    changes,
  };
}

/** The published results of all past editions and their ledger; path below data/ to text. */
export function generateEditions(seed: number, read: ReadText): Map<string, string> {
  const files = new Map<string, string>();
  const ledger = PAST_EDITIONS.map((past) => {
    const folder = folderThen(past, seed, read);
    const scheme = JSON.parse(read(schemePath(past))) as Scheme;
    const result = score(unitTable(datasetOf(folder, scheme), scheme), scheme);
    const text = toCsv(PUBLISHED_COLUMNS, publishedRows(past, scheme, result));
    files.set(resultPath(past), text);
    return entry(past, seed, text, read);
  });
  return files.set(LEDGER, `${JSON.stringify(ledger, null, 2)}\n`);
}
