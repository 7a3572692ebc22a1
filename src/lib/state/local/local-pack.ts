/** Imported data as they are kept in a browser: whole tables that take the place of published ones. */
import { SCHEMA_VERSION, type Manifest } from '#lib/model/index.ts';
import type { Choices } from '../choices.ts';

/** Grows when what is kept changes its form; what an older page kept is then asked for again. */
export const LOCAL_VERSION = 1;

export interface LocalFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Everything plain data, as IndexedDB takes it. */
export interface LocalPack {
  readonly version: typeof LOCAL_VERSION;
  /** What was published when the files were imported; see `stampOf`. */
  readonly base: string;
  /** With `local` set; lists published files that did not change too. */
  readonly manifest: Manifest;
  /** The Parquet files that the site does not have. */
  readonly files: readonly LocalFile[];
  /** The raw tables that changed, with paths relative to data/. */
  readonly tables: readonly LocalFile[];
  readonly choices: Choices;
}

/**
 * What a site publishes, in one text: form, edition and content of every file. Imported tables were
 * merged into these very files and are of no use beside others.
 */
export const stampOf = ({ schema_version, edition, files, schemes, inputs }: Manifest): string =>
  [
    schema_version,
    ...[edition.id, edition.cutoff, edition.layer, edition.scheme],
    ...[...files, ...schemes, ...inputs].map(({ sha256 }) => sha256.slice(0, 8)),
  ].join(' ');

/** Whether a pack was made for what the site publishes now, and for this program. */
export const fits = ({ version, base, manifest }: LocalPack, published: Manifest): boolean =>
  version === LOCAL_VERSION &&
  manifest.schema_version === SCHEMA_VERSION &&
  base === stampOf(published);

/** What is in the store may have been cut short or be of another program: only whole ones count. */
export function isPack(value: unknown): value is LocalPack {
  if (typeof value !== 'object' || value === null) return false;
  const { version, base, manifest, files, tables, choices } = value as Partial<LocalPack>;
  const areFiles = (list: unknown) =>
    Array.isArray(list) &&
    list.every(
      (file: Partial<LocalFile>) =>
        typeof file.path === 'string' && file.bytes instanceof Uint8Array,
    );
  return (
    typeof version === 'number' &&
    typeof base === 'string' &&
    typeof manifest === 'object' &&
    Array.isArray(manifest.files) &&
    typeof manifest.local === 'object' &&
    areFiles(files) &&
    areFiles(tables) &&
    typeof choices === 'object'
  );
}
