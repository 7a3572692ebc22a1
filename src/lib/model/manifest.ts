/** The manifest of the published data: files, schemes, editions and their hashes. */
import type { ManifestRecomputation } from './recomputation.ts';
import type { TableName } from './tables.ts';
import type { Layer, LocalText } from './vocabulary.ts';

/** One Parquet file of the published data. */
export interface ManifestFile {
  readonly table: TableName;
  readonly layer: Layer;
  /** Relative to the manifest, with the first 12 hex digits of its SHA-256 in the name. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
  /** Of observations: how many rows have a value. */
  readonly values?: number;
}

export interface ManifestScheme {
  readonly id: string;
  readonly version: string;
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** An edition that was published and locked: its result is kept as it was, byte for byte. */
export interface ManifestEdition {
  readonly id: string;
  /** The locked edition of the same year that this one takes the place of; absent for the first. */
  readonly succeeds?: string;
  readonly layer: Layer;
  /** The year ranked. */
  readonly period: string;
  readonly cutoff: string;
  readonly locked_on: string;
  readonly scheme: string;
  readonly scheme_version: string;
  /** In the manifest the two paths are relative to it, in data/editions.json to data/. */
  readonly scheme_path: string;
  readonly scheme_sha256: string;
  readonly result_path: string;
  readonly result_sha256: string;
  /** The tables as they were then, relative to data/; a later correction gives another hash. */
  readonly inputs: readonly { readonly path: string; readonly sha256: string }[];
  readonly tool_version: string;
  readonly reason: LocalText;
  /** What changed since the edition before. */
  readonly changes: readonly LocalText[];
}

/** That numbers come from files that the reader imported, which are in this browser alone. */
export interface LocalMark {
  /** The moment they were kept, as an ISO text. */
  readonly savedAt: string;
  /** Names of the imported files. */
  readonly files: readonly string[];
  /** The layers whose numbers they changed. */
  readonly layers: readonly Layer[];
  /** First digits of the SHA-256 over the tables, for the provenance of what is exported. */
  readonly hash: string;
}

/** static/data/manifest.json: what the page may load, and the hashes it must find. */
export interface Manifest {
  readonly schema_version: number;
  /** The edition's id, its cut-off day, and the layer and scheme that its ranking comes from. */
  readonly edition: {
    readonly id: string;
    readonly cutoff: string;
    readonly layer: Layer;
    readonly scheme: string;
  };
  readonly files: readonly ManifestFile[];
  readonly schemes: readonly ManifestScheme[];
  /** What a second computation of the rankings came to; one for each layer to rank and scheme. */
  readonly recomputed: readonly ManifestRecomputation[];
  /** The locked editions, oldest first; the one in force is not among them. */
  readonly editions: readonly ManifestEdition[];
  /** The raw files that went in, relative to data/; all but the schemes lie under raw/ too. */
  readonly inputs: readonly { readonly path: string; readonly sha256: string }[];
  /** Never in a published manifest. */
  readonly local?: LocalMark;
}

/** Twelve hex digits of a layer's observations: the same numbers, or not; empty where it has none. */
export function dataHash(manifest: Pick<Manifest, 'files'>, layer: Layer): string {
  const file = manifest.files.find((one) => one.layer === layer && one.table === 'observation');
  return file?.sha256.slice(0, 12) ?? '';
}

/** How the numbers of a layer came to be other than the layer alone says. */
export interface LayerState {
  /** They come from files that the reader imported, which nobody has published. */
  readonly local: boolean;
  /** They are the numbers that institutions reported in what was a blank form. */
  readonly filled: boolean;
}

/** The one place that decides what is said of a layer's numbers, on screens and in files. */
export function layerState(manifest: Pick<Manifest, 'files' | 'local'>, layer: Layer): LayerState {
  const isObserved = (file: ManifestFile) => file.layer === layer && (file.values ?? 0) > 0;
  return {
    local: manifest.local?.layers.includes(layer) ?? false,
    filled: layer === 'template' && manifest.files.some(isObserved),
  };
}
