/** A sheet taken apart: which cell speaks of whom, what and when. Nothing is converted yet. */
import type { Period } from '../period.ts';
import type { HeadingMatch, IgnoredLane, PlaceMatch } from '../recognise/recogniser.ts';

/** What a row of the sheet is. Every row has exactly one role. */
export const ROW_ROLES = [
  'blank',
  'title',
  'unit',
  'header',
  /** The header once more further down, as printed tables have it. */
  'repeated_header',
  'note',
  'total',
  'data',
  /** Outside any table that was found. */
  'outside',
] as const;
export type RowRole = (typeof ROW_ROLES)[number];

/** Zero-based. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** A cell where a value may stand, empty ones among them. */
export interface DataCell extends CellPlace {
  readonly indicator: HeadingMatch & { kind: 'indicator' };
  readonly place: PlaceMatch;
  /** The text the place was recognised by, as written. */
  readonly placeText: string;
  readonly placeCell: CellPlace | null;
  /** null where neither the row, the heading, the title nor the sheet tells one. */
  readonly period: Period | null;
  /** No period, and one given for the whole import would be its own. */
  readonly isUndated?: true;
  /** Unit that the heading, a unit row or lane, or the line above the table gives; null for none. */
  readonly unit: string | null;
  readonly unitCell: CellPlace | null;
  readonly headingText: string;
  readonly headingCell: CellPlace;
}

/** Why a cell with content inside a table holds no value. */
export type AsideReason =
  | 'place'
  | 'period'
  | 'unit'
  | 'indicator'
  | 'note'
  | 'missing_reason'
  | 'computed'
  | 'row_total'
  | IgnoredLane;

/** A cell of a data row that is not a value, and what it is. */
export interface Aside extends CellPlace {
  readonly why: AsideReason;
  /** Of `computed`. */
  readonly indicator?: string;
}

/** A cell of a data row under a heading that nobody understands, or that belongs to several rows. */
export interface UnknownCell extends CellPlace {
  readonly headingText: string;
  readonly headingCell: CellPlace;
  /** Part of a value merged over columns, or over the rows of several institutions. */
  readonly merged?: true;
}

/**
 * A total, to be held against the sum of the data cells named: a cell of a total row, or of a column
 * of totals over institutions, which is an aside (`row_total`) of its data row as well.
 */
export interface TotalCell extends CellPlace {
  readonly label: string;
  /** A sum can be checked; a mean (平均) or share is only recognised. */
  readonly kind: 'sum' | 'mean' | 'other';
  readonly of: readonly CellPlace[];
  readonly indicator: string | null;
}

/** A heading that has to be asked about. */
export interface HeadingQuestion extends CellPlace {
  readonly path: readonly string[];
  readonly match: HeadingMatch & { kind: 'unknown' };
  /** Cells with content under it. */
  readonly cells: number;
}

/** A fault of the layout, by code; words are made in findings. */
export const LAYOUT_FAULTS = [
  /** Nothing in the sheet looks like a table with an institution and an indicator. */
  'no_table',
  /** Two lanes say the same indicator of the same period. */
  'heading_twice',
  /** Rows have values but no lane says whose. */
  'no_place_lane',
  /** Several tables could be meant and they overlap. */
  'ambiguous_layout',
] as const;
export type LayoutFault = (typeof LAYOUT_FAULTS)[number];

export interface SheetReading {
  /** One entry a row of the grid. */
  readonly roles: readonly RowRole[];
  readonly cells: readonly DataCell[];
  readonly asides: readonly Aside[];
  readonly unknown: readonly UnknownCell[];
  readonly totals: readonly TotalCell[];
  readonly questions: readonly HeadingQuestion[];
  readonly faults: readonly ({ readonly fault: LayoutFault } & CellPlace & {
      readonly text: string;
    })[];
  /** How the table lies: for the report, and for the tests. */
  readonly layouts: readonly ('wide' | 'wide_by_period' | 'long' | 'transposed')[];
  /** Rows that leave their name blank, and the one above that is theirs. */
  readonly carried: readonly { readonly row: number; readonly name: string }[];
  /** A table has its year from the cover of its file. */
  readonly usesCover: boolean;
}

/** Texts outside the grid that may tell the period: name of the file, then of the sheet. */
export interface Surroundings {
  readonly file: string;
  readonly sheet: string;
  /** Period that a sheet of the file without a table of its own names; null for none. */
  readonly cover?: Period | null;
  /** Period the person gave for the whole import; null for none. */
  readonly period: Period | null;
}
