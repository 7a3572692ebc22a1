/**
 * The closed word lists of the tables. Every list is the single source for its type, its schema
 * and its labels; a new word is added here first.
 */

/** The three layers of data that never mix: published facts, empty forms, invented demonstration. */
export const LAYERS = ['reported', 'template', 'synthetic'] as const;
export type Layer = (typeof LAYERS)[number];

export const PERIOD_TYPES = ['year', 'quarter', 'month', 'date', 'span'] as const;
export type PeriodType = (typeof PERIOD_TYPES)[number];

/** How a printed number is hedged: 余 more_than, 约 about, 近 nearly, 以上 at_least, 以内 at_most. */
export const QUALIFIERS = [
  'exact',
  'approx',
  'at_least',
  'at_most',
  'about',
  'more_than',
  'nearly',
] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

export const MEASURE_KINDS = [
  'stock',
  'flow',
  'ratio',
  'growth',
  'rank',
  'target',
  'category',
  'index',
] as const;
export type MeasureKind = (typeof MEASURE_KINDS)[number];

export const DATA_STATUSES = ['reported', 'synthetic', 'not_reported'] as const;
export type DataStatus = (typeof DATA_STATUSES)[number];

/** Why a value is absent. A missing value is never zero. */
export const MISSING_REASONS = [
  'not_reported',
  'not_applicable',
  'not_collected',
  'late',
  'denominator_zero',
  'component_missing',
] as const;
export type MissingReason = (typeof MISSING_REASONS)[number];

export const DIRECTIONS = ['higher_better', 'lower_better', 'neutral'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const INSTITUTION_LEVELS = ['province', 'city', 'county'] as const;
export type InstitutionLevel = (typeof INSTITUTION_LEVELS)[number];

/** The work programme: 培训, 计量比对, 竞赛, 帮扶. */
export const ACTIVITY_KINDS = ['training', 'comparison', 'competition', 'help'] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** From collecting the counties' needs (征集) over the plan to held or not held. */
export const ACTIVITY_STATUSES = ['collecting', 'planned', 'done', 'not_done'] as const;
export type ActivityStatus = (typeof ACTIVITY_STATUSES)[number];

/** Why the years before do not compare with those after. */
export const BREAK_KINDS = ['definition', 'scope', 'territory', 'scheme'] as const;
export type BreakKind = (typeof BREAK_KINDS)[number];

/** Whether a unit has a rank, or why not; the kinds of RankStatus. */
export const RANK_STATUS_KINDS = [
  'ranked',
  'no_data',
  'low_availability',
  'dimension_missing',
  'low_nonzero',
  'excluded',
  'not_computable',
] as const;
export type RankStatusKind = (typeof RANK_STATUS_KINDS)[number];

export const LOCALES = ['zh', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** Colour schemes a reader can ask for; `system` follows the device. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** One text in both languages of the product. */
export interface LocalText {
  readonly zh: string;
  readonly en: string;
}
