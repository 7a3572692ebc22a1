import { CELL } from '#lib/model/index.ts';
import type {
  PeerGroup,
  RankStatus,
  Scheme,
  ScoreResult,
  UnitRow,
  UnitTable,
} from '#lib/model/index.ts';
import { hierarchyOf } from '#lib/scoring/index.ts';
import type { Element } from '#lib/scoring/index.ts';
import type { NamedTable } from './unit-table.ts';

/** Where the numbers came from. */
export interface DataSource {
  readonly file: string;
  /** Of the published data only. */
  readonly edition: string | null;
  readonly layer: string | null;
}

/** A table, the names of its units, and where they came from. */
export interface SourcedTable extends NamedTable {
  readonly source: DataSource;
}

/** What every output format is made from. */
export interface Report {
  readonly scheme: Scheme;
  readonly source: DataSource;
  readonly table: UnitTable;
  readonly result: ScoreResult;
  readonly elements: readonly Element[];
  readonly names: ReadonlyMap<string, string>;
  /** Positions of the rows to print: by period, group, place, unit; unplaced ones last. */
  readonly order: readonly number[];
}

export interface PrintedRow extends UnitRow {
  readonly name: string | null;
  readonly status: RankStatus;
  readonly rank: number | null;
  readonly score: number | null;
  readonly band: string | null;
  readonly availability: number;
}

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

/** Prepares the result for printing; a period of null prints all. */
export function reportOf(
  result: ScoreResult,
  scheme: Scheme,
  { table, names, source }: SourcedTable,
  period: string | null,
): Report {
  const ranks = result.ranks.get(scheme.index.code)!;
  const place = (row: number) => ranks[row]! || Infinity;
  const order = [...result.rows.keys()]
    .filter((row) => period === null || result.rows[row]!.period === period)
    .sort((a, b) => {
      const [one, other] = [result.rows[a]!, result.rows[b]!];
      return (
        compare(one.period, other.period) ||
        compare(one.group, other.group) ||
        compare(place(a), place(b)) ||
        compare(one.unit, other.unit)
      );
    });
  const { elements } = hierarchyOf(scheme);
  return { scheme, source, table, result, names, order, elements };
}

/** The periods to print, in their order. */
export const periodsOf = ({ result, order }: Report): string[] => [
  ...new Set(order.map((row) => result.rows[row]!.period)),
];

/** The peer groups to print, each in each of its periods, in their order. */
export function poolsIn({ result, order }: Report): PeerGroup[] {
  const keys = order.map((row) => {
    const { period, group } = result.rows[row]!;
    return JSON.stringify([period, group]);
  });
  return [...new Set(keys)].map((key) => {
    const [period, group] = JSON.parse(key) as [string, string];
    return { period, group };
  });
}

/** NaN, which no exchange format knows, becomes null. */
export const orNull = (x: number): number | null => (Number.isNaN(x) ? null : x);

export function printedRow({ result, scheme, names }: Report, row: number): PrintedRow {
  const { unit, period, group } = result.rows[row]!;
  const { code } = scheme.index;
  return {
    unit,
    name: names.get(unit) ?? null,
    period,
    group,
    status: result.status[row]!,
    rank: result.ranks.get(code)![row]! || null,
    score: orNull(result.scores.get(code)![row]!),
    band: result.bands[row]!,
    availability: result.availability[row]!,
  };
}

/** What was done to a cell before it was normalised, in the words of CELL; '' for nothing. */
export function flagWords({ result }: Report, code: string, row: number): string {
  const flags = result.cells.get(code)?.[row] ?? 0;
  return Object.entries(CELL)
    .filter(([, flag]) => flags & flag)
    .map(([word]) => word)
    .join('+');
}
