import type { RankStatus, Scheme, UnitTable } from '#lib/model/index.ts';
import type { Availability } from './availability.ts';
import { availabilityOf } from './availability.ts';
import { denominate } from './denominate.ts';
import type { Denominated } from './denominate.ts';
import { impute } from '../impute/impute.ts';
import type { Imputed } from '../impute/impute.ts';
import { normalise } from '../normalise/normalise.ts';
import type { Normalised } from '../normalise/normalise.ts';
import { readColumns } from './raw.ts';
import type { RawColumns } from './raw.ts';
import { screen } from './screen.ts';
import type { Hierarchy } from '../structure/hierarchy.ts';
import { poolsOf } from '../structure/peers.ts';
import type { Pool } from '../structure/peers.ts';
import { treat } from '../treat/treat.ts';
import type { Treated } from '../treat/treat.ts';

/** What does not depend on how gaps are filled, outliers treated and values normalised. */
export interface ScreenedTable {
  readonly raw: RawColumns;
  readonly denominated: Denominated;
  /** Of the data as given (R4). */
  readonly availability: Availability;
  /** `ranked` for the rows that go on. */
  readonly screened: RankStatus[];
  /** 1 for the rows that go on. */
  readonly open: Uint8Array;
}

/** Everything that is ready to be aggregated, with the tables on the way. */
export interface NormalisedTable {
  readonly pools: readonly Pool[];
  readonly imputed: Imputed;
  readonly treated: Treated;
  readonly normalised: Normalised;
  /** Of the data with gaps filled, which is what groups count (R36). */
  readonly filled: Availability;
}

/** R1–R10: takes the scheme's columns out of the table and leaves out the rows with too little data. */
export function screenTable(table: UnitTable, scheme: Scheme, hierarchy: Hierarchy): ScreenedTable {
  const raw = readColumns(hierarchy, table);
  const denominated = denominate(hierarchy, raw.columns, table);
  const { columns } = denominated;
  const availability = availabilityOf(hierarchy, columns, table.rows.length);
  const screened = screen(hierarchy, columns, availability, scheme.missing, table.rows);
  const open = new Uint8Array(screened.length);
  for (const [row, { kind }] of screened.entries()) if (kind === 'ranked') open[row] = 1;
  return { raw, denominated, availability, screened, open };
}

/** R11–R29: fills gaps, treats outliers and normalises. */
export function normaliseTable(
  table: UnitTable,
  scheme: Scheme,
  hierarchy: Hierarchy,
  { denominated: { columns }, availability, open }: ScreenedTable,
): NormalisedTable {
  const isOpen = (row: number) => open[row] === 1;
  const periods = poolsOf(table.rows, 'period', isOpen);
  const pools =
    scheme.normalise.scope === 'period' ? periods : poolsOf(table.rows, 'panel', isOpen);
  const imputed = impute(hierarchy, columns, table, periods, scheme);
  const treated = treat(hierarchy, imputed.columns, imputed.cells, pools, scheme);
  const normalised = normalise(hierarchy, treated.columns, pools, scheme, table.rows);
  const filled =
    imputed.cells.size === 0
      ? availability
      : availabilityOf(hierarchy, imputed.columns, table.rows.length);
  return { pools, imputed, treated, normalised, filled };
}
