/** Rows of the tables in memory; one interface each. */
import type {
  ActivityKind,
  ActivityStatus,
  BreakKind,
  DataStatus,
  Direction,
  InstitutionLevel,
  MeasureKind,
  MissingReason,
  PeriodType,
  Qualifier,
  RankStatusKind,
} from './vocabulary.ts';

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
  /**
   * The file that somebody handed in, or else the table of data/ itself (`synthetic/…/2025.csv`).
   * Null for a computed ratio: its parts have origins, it has none.
   */
  readonly origin_file: string | null;
  readonly origin_sheet: string | null;
  /** Spreadsheet address of the value in that file and sheet. */
  readonly origin_cell: string | null;
  /** The cell as written; null where it is empty. */
  readonly raw_text: string | null;
  /** Rules that made the value of the raw text, in order, separated by spaces; null where none did. */
  readonly conversions: string | null;
  /** Of a computed ratio, in indicator codes: `(TZ3A + TZ3B) ÷ TZ3D`. */
  readonly formula: string | null;
  /** What earlier revisions said, as JSON of `EarlierRevision[]`, newest first; null where none. */
  readonly earlier_revisions: string | null;
}

/** A superseded row of the same fact. */
export type EarlierRevision = Pick<
  Observation,
  | 'revision'
  | 'value'
  | 'missing_reason'
  | 'value_text'
  | 'qualifier'
  | 'source_id'
  | 'locator'
  | 'note'
  | 'origin_file'
  | 'origin_sheet'
  | 'origin_cell'
  | 'raw_text'
  | 'conversions'
>;

export interface Institution {
  readonly institution_id: string;
  readonly name_zh: string;
  readonly name_en: string;
  readonly region_code: string;
  readonly level: InstitutionLevel;
  readonly legal_form: 'statutory' | 'authorised' | 'unknown';
  readonly class: string | null;
  readonly class_scheme: string | null;
  /** The group of like institutions (山区县, 平原县 …); null where none is set. */
  readonly peer_group_zh: string | null;
  readonly peer_group_en: string | null;
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

/** One entry of the work programme: training, comparison, competition or help. */
export interface Activity {
  readonly activity_id: string;
  readonly kind: ActivityKind;
  readonly region_code: string;
  /** Null for an activity of the whole city. */
  readonly institution_id: string | null;
  /** A quarter, 2025-Q1. */
  readonly period: string;
  readonly title_zh: string;
  readonly title_en: string;
  /** Needs collected from the counties; null where nobody counted them. */
  readonly needs: number | null;
  readonly status: ActivityStatus;
  readonly planned_for: string | null;
  /** The day it was held; given exactly when the status is `done`. */
  readonly done_on: string | null;
  /** Persons for a training or competition, institutions for a comparison; null where unknown. */
  readonly participants: number | null;
  readonly data_status: DataStatus;
  readonly source_id: string;
  readonly locator: string;
  readonly note: string | null;
}

/** A score as it was published at the time; never computed again. */
export interface PublishedScore {
  readonly edition: string;
  readonly period: string;
  readonly institution_id: string;
  /** The code of the index or of one of its dimensions in the scheme of that time. */
  readonly element: string;
  readonly score: number | null;
  readonly rank: number | null;
  readonly band: string | null;
  readonly status: RankStatusKind;
  readonly scheme: string;
  readonly scheme_version: string;
  readonly data_status: DataStatus;
  readonly source_id: string;
  readonly locator: string;
}

/** Where a series does not compare with itself: `period` is the first year under the new rule. */
export interface SeriesBreak {
  readonly break_id: string;
  /** Null: all indicators. */
  readonly indicator: string | null;
  /** Null: all institutions. */
  readonly institution_id: string | null;
  readonly period: string;
  readonly kind: BreakKind;
  readonly text_zh: string;
  readonly text_en: string;
  readonly data_status: DataStatus;
  readonly source_id: string;
  readonly locator: string;
  readonly note: string | null;
}

/** A sum done again on published numbers, and whether it comes out. */
export interface ConsistencyCheck {
  readonly check_id: string;
  readonly rule: string;
  readonly computed: number | null;
  readonly stated: number | null;
  readonly consistent: boolean;
  readonly verdict: string;
  readonly data_status: DataStatus;
  readonly source_id: string | null;
  readonly note: string | null;
}
