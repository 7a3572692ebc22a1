/** Answers that a person confirmed once, kept as a JSON file beside the data (data/mapping.json). */
import type { IgnoredLane } from '../recognise/recogniser.ts';

export interface HeadingAnswer {
  readonly indicator: string;
  /** The numbers are those of the year before the one that the table is about. */
  readonly previous?: true;
}

export interface Mapping {
  readonly version: 1;
  /** Heading (tidied, rows of the header joined by “/”) -> code of an indicator, or a lane to leave out. */
  readonly headings: ReadonlyMap<string, HeadingAnswer | 'ignore'>;
  /** Name as written (tidied) -> institution_id, or a line to leave out. */
  readonly institutions: ReadonlyMap<string, { readonly institution_id: string } | 'ignore'>;
  /** Heading as above -> unit of the numbers under it, where the table gives none. */
  readonly units: ReadonlyMap<string, string>;
}

export const EMPTY_MAPPING: Mapping = {
  version: 1,
  headings: new Map(),
  institutions: new Map(),
  units: new Map(),
};

/** What has to be asked, once for all cells that depend on it. */
export interface Question {
  /** `period`: of which year the tables are that tell none; answered for one import, not kept. */
  readonly kind: 'heading' | 'institution' | 'unit' | 'period';
  /** Key into the mapping; empty for a period. */
  readonly key: string;
  /** First place it was met: file, sheet, A1 address. */
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
  readonly proposals: readonly { readonly code: string; readonly name: string }[];
  /** Cells (heading, unit) or rows (institution, period) that wait for the answer. */
  readonly waiting: number;
}

export type { IgnoredLane };
