/** Total rows, and the cells that each of their numbers is the sum of. */
import type { RowRecord } from './records.ts';
import type { Records } from './records.ts';
import type { ReadingBuilder } from './reading.ts';
import type { Sheet } from './sheet.ts';
import type { CellPlace, DataCell, TotalCell } from './sheet-reading.ts';
import type { Table } from './table.ts';
import { isSubtotal, totalKind, totalOf } from './total-words.ts';
import type { Meanings } from './meanings.ts';

/** A cell with a value, and where in the table its row stands. */
export interface Placed {
  readonly cell: DataCell;
  readonly block: number;
  readonly city: string | null;
}

/** Cells by column, indicator and period, in the table, in each city and in each block of rows. */
class CellIndex {
  readonly #lists = new Map<string, CellPlace[]>();

  constructor(cells: readonly Placed[]) {
    for (const cell of cells) this.#add(cell);
  }

  #add({ cell, block, city }: Placed): void {
    const { row, column } = cell;
    const key = this.#key(column, cell.indicator.indicator, cell.period?.period);
    const place = { row, column };
    this.#push(`${key}\nall`, place);
    this.#push(`${key}\nblock ${block}`, place);
    if (city !== null) this.#push(`${key}\ncity ${city}`, place);
    if (cell.place.kind === 'institution') {
      const { region_code: code } = cell.place;
      if (!code.endsWith('00')) this.#push(`${key}\nregion ${code.slice(0, 4)}`, place);
    }
  }

  find(column: number, indicator: string, period: string | undefined, scope: string) {
    return this.#lists.get(`${this.#key(column, indicator, period)}\n${scope}`) ?? [];
  }

  #key(column: number, indicator: string, period: string | undefined): string {
    return `${column}\n${indicator}\n${period ?? ''}`;
  }

  #push(key: string, place: CellPlace): void {
    const list = this.#lists.get(key);
    if (list) list.push(place);
    else this.#lists.set(key, [place]);
  }
}

export interface TotalRow {
  readonly record: RowRecord;
  readonly label: string;
}

/** 合计 beside the institutions of a transposed table: the sum of the row's own cells. */
export function tellRowTotals(
  { sheet, meanings, table, records }: Context,
  record: RowRecord,
  cells: readonly DataCell[],
  into: ReadingBuilder,
): void {
  const { row } = record.body;
  for (const lane of table.lanes) {
    if (lane.is.kind !== 'total' || !lane.is.places || !sheet.used(row).includes(lane.column))
      continue;
    const match = records.indicatorOf(record, lane);
    if (match?.kind !== 'indicator') continue;
    const { indicator } = match;
    const period = records.periodOf(record, lane)?.period;
    const of = cells
      .filter((cell) => cell.indicator.indicator === indicator)
      .filter((cell) => lane.period === null || cell.period?.period === period)
      .map(({ column }) => ({ row, column }));
    const { label } = lane.is;
    into.total({
      row,
      column: lane.column,
      label,
      kind: kindOf(meanings, label, indicator, of),
      of,
      indicator,
    });
  }
}

interface Context {
  readonly sheet: Sheet;
  readonly meanings: Meanings;
  readonly table: Table;
  readonly records: Records;
}

/** Tells the cells of the total rows. */
export function tellTotals(
  { sheet, meanings, table, records }: Context,
  rows: readonly TotalRow[],
  cells: readonly Placed[],
  into: ReadingBuilder,
): void {
  if (rows.length === 0) return;
  const index = new CellIndex(cells);
  const labels = new Map<string, number>();
  const labelKey = ({ label, record }: TotalRow) =>
    [label, record.period?.period, record.indicator?.path.join('/')].join('\n');
  for (const row of rows) labels.set(labelKey(row), (labels.get(labelKey(row)) ?? 0) + 1);
  for (const total of rows) {
    const { record, label } = total;
    const scopes = scopesOf(meanings, total, (labels.get(labelKey(total)) ?? 0) > 1);
    for (const lane of table.lanes) {
      const { column } = lane;
      if (lane.is.kind !== 'value' || sheet.used(record.body.row).indexOf(column) < 0) continue;
      const match = records.indicatorOf(record, lane);
      const indicator = match?.kind === 'indicator' ? match.indicator : null;
      const period = records.periodOf(record, lane)?.period;
      const of =
        indicator === null
          ? []
          : (scopes
              .map((scope) => index.find(column, indicator, period, scope))
              .find((list) => list.length > 0) ?? []);
      into.total({
        row: record.body.row,
        column,
        label,
        kind: kindOf(meanings, label, indicator, of),
        of,
        indicator,
      });
    }
  }
}

function kindOf(
  meanings: Meanings,
  label: string,
  indicator: string | null,
  of: readonly CellPlace[],
): TotalCell['kind'] {
  if (indicator === null || of.length === 0) return 'other';
  const kind = regionOf(meanings, label) === null ? totalKind(label) : 'sum';
  return kind === 'sum' && meanings.recogniser.unitOf(indicator).ratio ? 'other' : kind;
}

/** Where the parts of a total are looked for, the likeliest first. */
function scopesOf(meanings: Meanings, { record, label }: TotalRow, repeated: boolean): string[] {
  const { block, group } = record.body;
  const blocks = [`block ${block}`, `block ${block + 1}`];
  const city = record.place.city?.text ?? group.city;
  const named = totalOf(label);
  const region = named === '' ? null : regionOf(meanings, named);
  if (region !== null) return [`region ${region}`];
  if (isSubtotal(label) || repeated) return city === null ? blocks : [`city ${city}`, ...blocks];
  return ['all'];
}

/** The first digits of the codes of a city's counties. */
export function regionOf(meanings: Meanings, name: string): string | null {
  const match = meanings.place({ code: null, name, city: null }, null);
  const [proposal] = match.kind === 'several' ? match.proposals : [];
  const own = proposal
    ? meanings.place({ code: proposal.code, name: null, city: null }, null)
    : match;
  return own.kind === 'institution' && own.region_code.endsWith('00')
    ? own.region_code.slice(0, 4)
    : null;
}
