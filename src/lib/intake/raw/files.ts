/** Which file of data/ is what. */
import { LAYERS, type Layer } from '#lib/model/index.ts';
import type { RawTableName } from './schemas.ts';

export type FileRole =
  | {
      readonly kind: 'table';
      readonly table: RawTableName;
      readonly layer: Layer | null;
      /** The year that the file's name promises, for observations/2025.csv and published/2024.csv. */
      readonly year: string | null;
    }
  | { readonly kind: 'edition' }
  | { readonly kind: 'scheme' }
  /** A scheme that an earlier edition was computed by; not offered for ranking. */
  | { readonly kind: 'old_scheme' }
  | { readonly kind: 'ledger' }
  /** Answers about other people's tables, given once. */
  | { readonly kind: 'mapping' }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'unknown' };

const SHARED: Readonly<Record<string, RawTableName>> = {
  'sources.csv': 'source',
  'indicators.csv': 'indicator',
  'rules.csv': 'rule',
  'synonyms.csv': 'synonym',
};

const OF_LAYER: Readonly<Record<string, RawTableName>> = {
  'indicators.csv': 'indicator',
  'regions.csv': 'region',
  'institutions.csv': 'institution',
  'observations.csv': 'observation',
  'targets.csv': 'target',
  'events.csv': 'event',
  'checks.csv': 'check',
  'activities.csv': 'activity',
  'series_breaks.csv': 'series_break',
};

/** Folders of a layer with one file a year; a year may be published again, as published/2024-2.csv. */
const BY_YEAR: Readonly<Record<string, RawTableName>> = {
  observations: 'observation',
  published: 'published',
};

/** The locked editions with the hashes of their files. */
export const LEDGER_FILE = 'editions.json';

/** What headings, names and units of handed-in tables mean, where a person had to say. */
export const MAPPING_FILE = 'mapping.json';

/** Files without which there is nothing to check against. */
export const REQUIRED_FILES = [
  'edition.json',
  'sources.csv',
  'indicators.csv',
  'rules.csv',
  ...LAYERS.map((layer) => `${layer}/regions.csv`),
] as const;

const lookUp = (names: Readonly<Record<string, RawTableName>>, name: string) =>
  Object.hasOwn(names, name) ? names[name] : undefined;

/** The role of a file, from its path relative to data/ (forward slashes). */
export function fileRole(path: string): FileRole {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name.startsWith('.') || /\.md$/i.test(name)) return { kind: 'ignored' };
  if (path === 'edition.json') return { kind: 'edition' };
  if (path === LEDGER_FILE) return { kind: 'ledger' };
  if (path === MAPPING_FILE) return { kind: 'mapping' };
  if (/^schemes\/history\/[\w.-]+\.json$/.test(path)) return { kind: 'old_scheme' };
  if (/^schemes\/[\w.-]+\.json$/.test(path)) return { kind: 'scheme' };
  const shared = lookUp(SHARED, path);
  if (shared) return { kind: 'table', table: shared, layer: null, year: null };

  const layer = LAYERS.find((candidate) => path.startsWith(`${candidate}/`));
  if (!layer) return { kind: 'unknown' };
  const rest = path.slice(layer.length + 1);
  const [, folder = '', year = ''] =
    /^(observations)\/(\d{4})\.csv$/.exec(rest) ??
    /^(published)\/(\d{4})(?:-[\w.-]+)?\.csv$/.exec(rest) ??
    [];
  const ofYear = lookUp(BY_YEAR, folder);
  if (ofYear) return { kind: 'table', table: ofYear, layer, year };
  const table = lookUp(OF_LAYER, rest);
  return table ? { kind: 'table', table, layer, year: null } : { kind: 'unknown' };
}
