/**
 * What the locked editions published, computed by the scorer itself from the data as known when
 * each was locked and by the scheme of that time; and the ledger that holds their hashes.
 */
import type { InputFile } from '#lib/intake/index.ts';
import type { ManifestEdition, Scheme } from '#lib/model/index.ts';
import { unitTable } from '#lib/queries/dataset.ts';
import { score } from '#lib/scoring/index.ts';
import { createHash } from 'node:crypto';
import { layerDataset } from '../edition/layer-dataset.ts';
import { publishedRows, publishedText } from '../edition/published-result.ts';
import { asKnownOn } from './edge-cases.ts';
import { PAST_EDITIONS, type PastEdition, TOOL_VERSION } from './history.ts';
import { YEARS } from './panel.ts';
import { generatePanel, generateSynthetic, observationFile } from './synthetic.ts';
import { SOURCE } from './tables.ts';

export const LEDGER = 'editions.json';

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

const inputFiles = (files: ReadonlyMap<string, string>): InputFile[] =>
  [...files].map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));

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
    const dataset = layerDataset(inputFiles(folder), 'synthetic', scheme);
    const result = score(unitTable(dataset, scheme), scheme);
    const id = String(past.year);
    const text = publishedText(
      publishedRows({ id, period: id, sourceOf: () => SOURCE }, scheme, result),
    );
    files.set(resultPath(past), text);
    return entry(past, seed, text, read);
  });
  return files.set(LEDGER, `${JSON.stringify(ledger, null, 2)}\n`);
}
