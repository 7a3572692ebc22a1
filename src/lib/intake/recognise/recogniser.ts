/** What a heading or a name of a handed-in table means, asked of what the data folder knows. */
import type { InstitutionLevel, Layer } from '#lib/model/index.ts';
import type { Period } from '../period.ts';

/** By which rule a text was recognised, the surest first. Nothing is ever taken on likeness alone. */
export const RECOGNISED_BY = ['mapping', 'code', 'name', 'alias', 'former_name'] as const;
export type RecognisedBy = (typeof RECOGNISED_BY)[number];

/** Headings that say what a lane (a column, or a row of a transposed table) tells of its records. */
export const LANE_ROLES = [
  'institution',
  'institution_id',
  'region',
  'region_code',
  'city',
  'period',
  'indicator',
  'value',
  'unit',
  'note',
  'missing_reason',
] as const;
export type LaneRole = (typeof LANE_ROLES)[number];

/** Lanes that hold no statistic: known, and left out with the reason. */
export const IGNORED_LANES = [
  ...(['sequence', 'contact', 'grouping', 'rank', 'score', 'growth', 'mapping'] as const),
] as const;
export type IgnoredLane = (typeof IGNORED_LANES)[number];

/** A guess that a person has to confirm. */
export interface Proposal {
  /** Code of an indicator, or id of an institution. */
  readonly code: string;
  readonly name: string;
  /** 0–1, for the order of proposals only. */
  readonly likeness: number;
}

export type HeadingMatch =
  | {
      readonly kind: 'indicator';
      readonly indicator: string;
      readonly by: RecognisedBy;
      /** Where the heading tells the period as well: 2023年强检项目数, or 强检项目数 under 2023年. */
      readonly period?: Period;
      /** Of the year before the one that the table is about, as somebody has confirmed. */
      readonly previous?: true;
    }
  /** A ratio or composite that the program computes: never taken from a table. */
  | {
      readonly kind: 'computed';
      readonly indicator: string;
      readonly by: RecognisedBy;
      readonly period?: Period;
    }
  | {
      readonly kind: 'role';
      readonly role: LaneRole;
      /**
       * What the word says in other tables, where only the cells below can tell: 单位 is the
       * institution or the unit of measure, 名称 the institution or the indicator.
       */
      readonly or?: LaneRole;
    }
  /** A year or quarter as heading of a lane: one lane per period. */
  | { readonly kind: 'period'; readonly period: Period }
  /** 合计, 总计 over the lanes of one record. */
  | { readonly kind: 'total' }
  | { readonly kind: 'ignored'; readonly why: IgnoredLane }
  | { readonly kind: 'unknown'; readonly proposals: readonly Proposal[] };

export interface PlaceText {
  /** 331002, or the id of an institution; null where the table has no such lane. */
  readonly code: string | null;
  /** Of an institution or of its county. */
  readonly name: string | null;
  /** Of the city above, where the table tells it. */
  readonly city: string | null;
  /** Of the county, where the table has it in a lane of its own beside the institution's name. */
  readonly region?: string | null;
}

export type PlaceMatch =
  | {
      readonly kind: 'institution';
      readonly institution_id: string;
      readonly layer: Layer;
      /** Region code valid in the period. */
      readonly region_code: string;
      readonly by: RecognisedBy;
    }
  /** 合计, 全市, 平均: a line about all the others. */
  | { readonly kind: 'total' }
  /** The mapping leaves the line out. */
  | { readonly kind: 'ignored' }
  /** Known, but not in that period: founded later, or closed before. */
  | { readonly kind: 'not_valid'; readonly institution_id: string; readonly period: string }
  /** Code and name are those of two institutions. */
  | { readonly kind: 'contradiction'; readonly by_code: string; readonly by_name: string }
  /**
   * Several fit: the same name in two cities; or a city's name, which may mean its own institution
   * (proposed) or the sum of its counties.
   */
  | { readonly kind: 'several'; readonly proposals: readonly Proposal[] }
  | { readonly kind: 'unknown'; readonly proposals: readonly Proposal[] };

export interface Recogniser {
  /**
   * The meaning of a heading; `path` from the outermost header row to the innermost, so that 总数
   * under 公用标准 is understood. Units in brackets may still be in the texts.
   */
  heading(path: readonly string[]): HeadingMatch;
  /** The indicator that a cell of an indicator lane names (long tables). */
  indicator(text: string): HeadingMatch;
  place(text: PlaceText, period: Period | null): PlaceMatch;
  /** True where the text alone is an institution, a county or a code, in any period. */
  isPlace(text: string): boolean;
  /** True for 合计, 总计, 小计, 全市, 平均, 其中 and the like. */
  isTotal(text: string): boolean;
  /** Unit and kind of a known indicator. */
  unitOf(indicator: string): { readonly unit: string; readonly ratio: boolean };
}

/** A level of institutions that a template or a table is about. */
export type { InstitutionLevel };
