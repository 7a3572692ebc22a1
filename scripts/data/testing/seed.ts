import type { FindingCode } from '#lib/intake/index.ts';
import type { Change, DataCopy } from './data-copy.ts';

/** One fault put into a copy of the data, and what the report must say about it. */
export interface Seed {
  readonly name: string;
  readonly code: FindingCode;
  /** Spoils the copy and says where the report must point. */
  readonly spoil: (copy: DataCopy) => Change;
  /** Other errors that the same fault rightly brings with it. */
  readonly also?: readonly FindingCode[];
}

export const seed = (
  name: string,
  code: FindingCode,
  spoil: Seed['spoil'],
  also: readonly FindingCode[] = [],
): Seed => ({ name, code, spoil, also });

export const YEAR = 'synthetic/observations/2025.csv';
export const FORM = 'template/observations/2025.csv';
export const FACTS = 'reported/observations.csv';

/** The county whose rows the seeds spoil, and one of its rows. */
export const COUNTY = 'syn-990121';
export const of = (indicator: string) => ({ institution_id: COUNTY, indicator });
