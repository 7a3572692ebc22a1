/**
 * The star of tables that scripts write and engines read. One description serves the Parquet
 * writer, the Arrow bridge, the SQL schema and the checks; a change raises SCHEMA_VERSION.
 */
import type { ManifestRecomputation } from './recomputation.ts';
import type {
  DataStatus,
  Direction,
  InstitutionLevel,
  Layer,
  MeasureKind,
  MissingReason,
  PeriodType,
  Qualifier,
} from './vocabulary.ts';

export const SCHEMA_VERSION = 2;

/** `date` is an ISO day (YYYY-MM-DD) in memory and a DATE in Parquet and SQL. */
export type ColumnType = 'string' | 'double' | 'int32' | 'boolean' | 'date';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
}

const column = (name: string, type: ColumnType, nullable = false): Column => ({
  name,
  type,
  nullable,
});

export const TABLES = {
  observation: [
    column('obs_id', 'string'),
    column('institution_id', 'string', true),
    column('region_code', 'string'),
    column('entity', 'string', true),
    column('pillar', 'string', true),
    column('indicator', 'string'),
    column('period', 'string'),
    column('period_type', 'string'),
    column('period_start', 'date'),
    column('period_end', 'date'),
    column('value', 'double', true),
    column('missing_reason', 'string', true),
    column('value_text', 'string', true),
    column('unit', 'string'),
    column('qualifier', 'string'),
    column('measure_kind', 'string'),
    column('numerator', 'double', true),
    column('denominator', 'double', true),
    column('denominator_kind', 'string', true),
    column('data_status', 'string'),
    column('source_id', 'string'),
    column('locator', 'string'),
    column('revision', 'int32'),
    column('note', 'string', true),
  ],
  institution: [
    column('institution_id', 'string'),
    column('name_zh', 'string'),
    column('name_en', 'string'),
    column('region_code', 'string'),
    column('level', 'string'),
    column('legal_form', 'string'),
    column('class', 'string', true),
    column('class_scheme', 'string', true),
    column('valid_from', 'date'),
    column('valid_to', 'date', true),
    column('data_status', 'string'),
    column('source_id', 'string'),
    column('note', 'string', true),
  ],
  region: [
    column('region_code', 'string'),
    column('name_zh', 'string'),
    column('name_en', 'string'),
    column('parent_code', 'string', true),
    column('level', 'string'),
    column('valid_from', 'date'),
    column('valid_to', 'date', true),
    column('successor_code', 'string', true),
    column('tile_row', 'int32', true),
    column('tile_col', 'int32', true),
    column('data_status', 'string'),
    column('source_id', 'string'),
    column('note', 'string', true),
  ],
  indicator: [
    column('indicator', 'string'),
    column('name_zh', 'string'),
    column('name_en', 'string'),
    column('unit_zh', 'string'),
    column('unit_en', 'string'),
    column('direction', 'string'),
    column('dimension', 'string'),
    column('level', 'string'),
    column('measure_kind', 'string'),
    column('data_type', 'string'),
    column('definition_zh', 'string'),
    column('range_min', 'double', true),
    column('range_max', 'double', true),
    column('basis', 'string'),
  ],
  source: [
    column('source_id', 'string'),
    column('title', 'string'),
    column('publisher', 'string', true),
    column('published', 'string', true),
    column('url', 'string', true),
    column('quality', 'string'),
    column('licence', 'string', true),
    column('data_status', 'string'),
    column('note', 'string', true),
  ],
  target: [
    column('target_id', 'string'),
    column('region_code', 'string'),
    column('owner', 'string'),
    column('name_zh', 'string'),
    column('name_en', 'string'),
    column('indicator', 'string', true),
    column('comparator', 'string'),
    column('value', 'double', true),
    column('unit', 'string'),
    column('scope', 'string'),
    column('due', 'date', true),
    column('test', 'string'),
    column('data_status', 'string'),
    column('source_id', 'string'),
    column('locator', 'string'),
    column('note', 'string', true),
  ],
  event: [
    column('event_id', 'string'),
    column('institution_id', 'string', true),
    column('region_code', 'string'),
    column('date', 'string'),
    column('date_precision', 'string'),
    column('category', 'string'),
    column('summary_zh', 'string'),
    column('summary_en', 'string'),
    column('numbers', 'string', true),
    column('data_status', 'string'),
    column('source_id', 'string'),
    column('locator', 'string'),
    column('note', 'string', true),
  ],
  check: [
    column('check_id', 'string'),
    column('rule', 'string'),
    column('computed', 'double', true),
    column('stated', 'double', true),
    column('consistent', 'boolean'),
    column('verdict', 'string'),
    column('data_status', 'string'),
    column('source_id', 'string', true),
    column('note', 'string', true),
  ],
} as const satisfies Record<string, readonly Column[]>;

export type TableName = keyof typeof TABLES;
export const TABLE_NAMES = Object.keys(TABLES) as TableName[];

export interface Observation {
  readonly obs_id: string;
  readonly institution_id: string | null;
  readonly region_code: string;
  /** Who the source speaks of, where that is not an institution of the table (“省局”). */
  readonly entity: string | null;
  /** The heading a published fact stands under (科学计量, 民生计量 …). */
  readonly pillar: string | null;
  readonly indicator: string;
  /** As people write it: 2025, 2016-Q3, 2022-03, 2025-12-31, 2016-2020. */
  readonly period: string;
  readonly period_type: PeriodType;
  readonly period_start: string;
  readonly period_end: string;
  /** null only together with a missing_reason. */
  readonly value: number | null;
  readonly missing_reason: MissingReason | null;
  /** The text as it stands in the source (“630余家”), where it says more than the number. */
  readonly value_text: string | null;
  readonly unit: string;
  readonly qualifier: Qualifier;
  readonly measure_kind: MeasureKind;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly denominator_kind: string | null;
  readonly data_status: DataStatus;
  readonly source_id: string;
  /** File and cell (`synthetic/observations/2025.csv!H17`) or section of the document (`二/一`). */
  readonly locator: string;
  readonly revision: number;
  readonly note: string | null;
}

export interface Institution {
  readonly institution_id: string;
  readonly name_zh: string;
  readonly name_en: string;
  readonly region_code: string;
  readonly level: InstitutionLevel;
  readonly legal_form: 'statutory' | 'authorised' | 'unknown';
  readonly class: string | null;
  readonly class_scheme: string | null;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly data_status: DataStatus;
  readonly source_id: string;
  readonly note: string | null;
}

export interface Region {
  /** GB/T 2260 code, or 99xxxx for the fictional province. */
  readonly region_code: string;
  readonly name_zh: string;
  readonly name_en: string;
  readonly parent_code: string | null;
  readonly level: 'country' | InstitutionLevel;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly successor_code: string | null;
  readonly tile_row: number | null;
  readonly tile_col: number | null;
  readonly data_status: DataStatus;
  readonly source_id: string;
  readonly note: string | null;
}

export interface Indicator {
  readonly indicator: string;
  readonly name_zh: string;
  readonly name_en: string;
  readonly unit_zh: string;
  readonly unit_en: string;
  readonly direction: Direction;
  readonly dimension: string;
  readonly level: string;
  readonly measure_kind: MeasureKind;
  readonly data_type: 'int' | 'decimal' | 'text';
  readonly definition_zh: string;
  readonly range_min: number | null;
  readonly range_max: number | null;
  readonly basis: string;
}

export interface Source {
  readonly source_id: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly quality: string;
  readonly licence: string | null;
  readonly data_status: DataStatus;
  readonly note: string | null;
}

/** One Parquet file of the published data. */
export interface ManifestFile {
  readonly table: TableName;
  readonly layer: Layer;
  /** Relative to the manifest, with the first 12 hex digits of its SHA-256 in the name. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
}

export interface ManifestScheme {
  readonly id: string;
  readonly version: string;
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
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
  /** The raw files that went in, relative to data/; the tables among them lie under raw/. */
  readonly inputs: readonly { readonly path: string; readonly sha256: string }[];
}
