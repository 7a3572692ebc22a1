import type { Scheme, UnitRow, UnitTable, Weighing } from '#lib/model/index.ts';
import { aggregate } from '../aggregate/aggregate.ts';
import type { Ground } from '../aggregate/aggregate.ts';
import type { Availability } from '../prepare/availability.ts';
import { normaliseTable } from '../prepare/normalised-table.ts';
import type { NormalisedTable, ScreenedTable } from '../prepare/normalised-table.ts';
import { hierarchyOf } from '../structure/hierarchy.ts';
import type { Hierarchy } from '../structure/hierarchy.ts';
import { isDerived, startingWeights } from './perturb.ts';

/** The rows of one period that the missing-data rule lets in, ready to be aggregated. */
export interface PeriodTable {
  /** Normalised values by indicator, NaN for missing. */
  readonly columns: ReadonlyMap<string, Float64Array>;
  readonly availability: Availability;
}

/** One combination of choices worked out: what is left to do is to move weights and aggregate. */
export interface Plan {
  readonly scheme: Scheme;
  readonly hierarchy: Hierarchy;
  readonly columns: ReadonlyMap<string, Float64Array>;
  readonly ground: Ground;
  /** Where the period's rows stand in `columns` and `ground`. */
  readonly positions: Int32Array;
  /** Weights that moves start from, in the order of the hierarchy. */
  readonly start: Float64Array;
  readonly weighings: readonly Weighing[];
}

/** Makes plans for the rows of a period; keeps the normalised tables, which plans can share. */
export class Planner {
  readonly #table: UnitTable;
  readonly #screened: ScreenedTable;
  readonly #rows: Int32Array;
  readonly #unitRows: readonly UnitRow[];
  readonly #tables = new Map<string, PeriodTable>();

  /** @param rows positions in the table of the rows of the period that take part */
  constructor(table: UnitTable, screened: ScreenedTable, rows: Int32Array) {
    this.#table = table;
    this.#screened = screened;
    this.#rows = rows;
    this.#unitRows = Array.from(rows, (row) => table.rows[row]!);
  }

  /** Forgets the tables that are kept. */
  clear(): void {
    this.#tables.clear();
  }

  plan(scheme: Scheme): Plan {
    const hierarchy = hierarchyOf(scheme);
    const whole = isDerived(hierarchy) ? this.#normalise(scheme, hierarchy) : null;
    const weighings = whole ? this.#weighings(scheme, hierarchy, whole) : [];
    const start = startingWeights(hierarchy, weighings);
    const top = scheme.normalise.range[1];
    // Weights that all rows do not yield, the period's alone might: then nothing less than all will do.
    if (whole && weighings.some(({ problem }) => problem !== null)) {
      const { normalised, filled } = whole;
      const ground = { ...this.#wholeGround(filled), top };
      const { columns } = normalised;
      return { scheme, hierarchy, columns, ground, positions: this.#rows, start, weighings };
    }
    const { columns, availability } = this.#periodTable(scheme, hierarchy, whole);
    const open = new Uint8Array(this.#rows.length).fill(1);
    const ground = { rows: this.#unitRows, open, availability, top };
    const positions = Int32Array.from(this.#rows.keys());
    return { scheme, hierarchy, columns, ground, positions, start, weighings };
  }

  #wholeGround(availability: Availability) {
    return { rows: this.#table.rows, open: this.#screened.open, availability };
  }

  #normalise(scheme: Scheme, hierarchy: Hierarchy): NormalisedTable {
    return normaliseTable(this.#table, scheme, hierarchy, this.#screened);
  }

  /** Derived weights come from all periods, like the figures of the panel. */
  #weighings(scheme: Scheme, hierarchy: Hierarchy, whole: NormalisedTable): Weighing[] {
    return aggregate(hierarchy, whole.normalised.columns, {
      ...this.#wholeGround(whole.filled),
      top: scheme.normalise.range[1],
    }).weighings;
  }

  #periodTable(scheme: Scheme, hierarchy: Hierarchy, whole: NormalisedTable | null): PeriodTable {
    const { normalise, impute, treat } = scheme;
    const key = JSON.stringify([normalise, impute, treat]);
    let table = this.#tables.get(key);
    if (!table) {
      const { normalised, filled } = whole ?? this.#normalise(scheme, hierarchy);
      this.#tables.set(key, (table = excerpt(normalised.columns, filled, this.#rows)));
    }
    return table;
  }
}

function excerpt(
  columns: ReadonlyMap<string, Float64Array>,
  { present, share }: Availability,
  rows: Int32Array,
): PeriodTable {
  const pick = (from: Float64Array) => Float64Array.from(rows, (row) => from[row]!);
  return {
    columns: new Map([...columns].map(([code, column]) => [code, pick(column)])),
    availability: {
      present: new Map(
        [...present].map(([code, cells]) => [code, Uint8Array.from(rows, (row) => cells[row]!)]),
      ),
      share: pick(share),
    },
  };
}
