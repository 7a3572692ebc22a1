/** The cells of a table's rows: which hold values, which say whose they are, which nobody knows. */
import { parsePeriod, type Period } from '../period.ts';
import type { HeadingMatch, PlaceMatch } from '../recognise/recogniser.ts';
import { readPeriod } from '../values/read-period.ts';
import { cellText, type Sheet } from './sheet.ts';
import type { BodyRow } from './body.ts';
import type { Lane } from './lane.ts';
import type { Meanings } from './meanings.ts';
import type { ReadingBuilder } from './reading.ts';
import {
  keyLanesOf,
  matchPlace,
  placeKey,
  rowIndicator,
  rowPeriod,
  rowUnit,
  type KeyLanes,
  type PlaceKey,
  type RowIndicator,
} from './row-keys.ts';
import type { AsideReason, CellPlace, DataCell } from './sheet-reading.ts';
import type { Table } from './table.ts';
import type { Told } from './preamble.ts';

type Indicator = HeadingMatch & { kind: 'indicator' };

/** What a whole table is about, where its rows and columns do not say. */
export interface TableDefaults {
  readonly period: Period | null;
  /** Another sheet of the file names the period. */
  readonly isFromCover: boolean;
  readonly unit: Told<string> | null;
  readonly place: { readonly text: string; readonly cell: CellPlace | null } | null;
  /** The indicator that the title names, for tables with columns of periods alone. */
  readonly indicator: {
    readonly match: HeadingMatch;
    readonly path: readonly string[];
    readonly cell: CellPlace;
  } | null;
}

/** A row with all that its key columns say. */
export interface RowRecord {
  readonly body: BodyRow;
  readonly place: PlaceKey;
  readonly period: Period | null | undefined;
  readonly indicator: RowIndicator | null;
  readonly unit: { unit: string; cell: CellPlace } | null;
}

type PlaceTold = Pick<DataCell, 'place' | 'placeText' | 'placeCell'>;

const UNKNOWN_PLACE: PlaceMatch = { kind: 'unknown', proposals: [] };

export class Records {
  readonly #sheet: Sheet;
  readonly #meanings: Meanings;
  readonly #table: Table;
  readonly #defaults: TableDefaults;
  readonly #keys: KeyLanes;
  /** All cells of a row are about the same place, as a rule of the same period. */
  #last: { record: RowRecord; period: Period | null; told: PlaceTold } | null = null;

  constructor(sheet: Sheet, meanings: Meanings, table: Table, defaults: TableDefaults) {
    this.#sheet = sheet;
    this.#meanings = meanings;
    this.#table = table;
    this.#defaults = defaults;
    this.#keys = keyLanesOf(table.lanes);
  }

  /** Some cell has its period neither from its row nor from its column. */
  get usesDefaultPeriod(): boolean {
    const isOpen = ({ is, period }: Lane) => is.kind === 'value' && period === null;
    return this.#keys.period.length === 0 && this.#table.lanes.some(isOpen);
  }

  /** `carried`: whose the row is where it leaves that blank. */
  record(body: BodyRow, carried: PlaceKey | null = null): RowRecord {
    const { row, group } = body;
    return {
      body,
      place: carried ?? placeKey(this.#sheet, this.#meanings, this.#keys, row),
      period: rowPeriod(this.#sheet, this.#meanings, this.#keys, row),
      indicator: rowIndicator(this.#sheet, this.#meanings, this.#keys, row, group.above),
      unit: rowUnit(this.#sheet, this.#meanings, this.#keys, row),
    };
  }

  /** The column's period stands behind the row's, before that of the lines above the table. */
  periodOf(record: RowRecord, lane: Lane): Period | null {
    const { period, body } = record;
    const told =
      period !== undefined
        ? period
        : (lane.period ?? withPart(body.group.period ?? this.#defaults.period, lane.part));
    const match = this.indicatorOf(record, lane);
    return match?.kind === 'indicator' && match.previous ? yearBefore(told) : told;
  }

  indicatorOf({ indicator }: RowRecord, { is }: Lane): HeadingMatch | null {
    if (is.kind !== 'value' && is.kind !== 'total') return null;
    if (is.indicator) return is.indicator;
    return (
      indicator?.match ??
      (this.#keys.indicator.length > 0 ? null : (this.#defaults.indicator?.match ?? null))
    );
  }

  placeOf(record: RowRecord, lane: Lane, period: Period | null): PlaceTold {
    if (lane.place) {
      const { name, code, above, cell } = lane.place;
      const match = this.#meanings.place({ code, name, city: null }, period);
      const several = match.kind === 'several' || match.kind === 'unknown';
      const inCity =
        several && above !== null
          ? this.#meanings.place({ code, name, city: above }, period)
          : match;
      return { place: inCity, placeText: name, placeCell: cell };
    }
    const last = this.#last;
    if (last?.record === record && last.period === period) return last.told;
    const told = this.#placeOfRow(record, period);
    this.#last = { record, period, told };
    return told;
  }

  #placeOfRow({ place, body }: RowRecord, period: Period | null): PlaceTold {
    const named = place.name ?? place.code;
    if (named)
      return {
        place: matchPlace(this.#meanings, place, body.group.city, period),
        placeText: named.text,
        placeCell: named.cell,
      };
    const whole = this.#table.hasPlace ? null : this.#defaults.place;
    if (!whole) return { place: UNKNOWN_PLACE, placeText: '', placeCell: null };
    const match = this.#meanings.place({ code: null, name: whole.text, city: null }, period);
    return { place: match, placeText: whole.text, placeCell: whole.cell };
  }

  /** Tells all cells of a data row; the cells with values among them are given back. */
  tell(record: RowRecord, into: ReadingBuilder): readonly DataCell[] {
    const { row } = record.body;
    const cells: DataCell[] = [];
    for (const lane of this.#table.lanes) {
      const filled = this.#sheet.filled(row, lane.column);
      const aside = (why: AsideReason, indicator?: string) => {
        if (filled)
          into.aside({
            row,
            column: lane.column,
            why,
            ...(indicator !== undefined && { indicator }),
          });
      };
      const { is } = lane;
      if (is.kind === 'key') aside(asideOf(is.role));
      else if (is.kind === 'computed') aside('computed', is.indicator);
      else if (is.kind === 'ignored') aside(is.why);
      else if (is.kind === 'total') aside('row_total');
      else if (is.kind === 'value') {
        const cell = this.#value(record, lane, into, aside);
        if (cell) cells.push(cell);
      } else if (filled) this.#unknown(row, lane, into, aside);
    }
    for (const cell of cells) into.cell(cell);
    return cells;
  }

  #unknown(row: number, lane: Lane, into: ReadingBuilder, aside: (why: AsideReason) => void): void {
    const { column, headingText, headingCell, is, path } = lane;
    const cell = this.#sheet.own(row, column);
    // Words that stand under no heading are a remark.
    const remark = is.kind === 'bare' && !this.#meanings.isValue(cell);
    if (remark || cellText(cell) === '') return aside('note');
    into.unknown({ row, column, headingText, headingCell });
    if (is.kind === 'unknown') into.question(headingCell, path, is.match);
  }

  #value(
    record: RowRecord,
    lane: Lane,
    into: ReadingBuilder,
    aside: (why: AsideReason, indicator?: string) => void,
  ): DataCell | null {
    const { row } = record.body;
    const { column } = lane;
    const match = this.indicatorOf(record, lane);
    if (match?.kind === 'computed') return (aside('computed', match.indicator), null);
    if (match?.kind === 'ignored') return (aside(match.why), null);
    const named = lane.is.kind === 'value' && lane.is.indicator !== null;
    const { path, cell: headingCell } = this.#heading(record, lane, named);
    const headingText = path.join('/');
    if (match?.kind !== 'indicator') {
      if (!this.#sheet.filled(row, column)) return null;
      if (cellText(this.#sheet.own(row, column)) === '') return (aside('note'), null);
      into.unknown({ row, column, headingText, headingCell });
      into.question(headingCell, path, match ?? UNKNOWN_HEADING);
      return null;
    }
    // Also where the merge covers the cell: whose row it is must not look as if it had no value.
    if (this.#isShared(row, lane)) {
      into.unknown({ row, column, headingText, headingCell, merged: true });
      return null;
    }
    const period = this.periodOf(record, lane);
    const unit = this.#unit(record, lane);
    return {
      row,
      column,
      indicator: match,
      ...this.placeOf(record, lane, period),
      period,
      ...(period === null && record.period === undefined && { isUndated: true as const }),
      unit: unit?.unit ?? null,
      unitCell: unit?.cell ?? null,
      headingText,
      headingCell,
    };
  }

  #heading({ indicator }: RowRecord, lane: Lane, named: boolean) {
    if (named) return { path: [lane.headingText], cell: lane.headingCell };
    if (indicator) return { path: indicator.path, cell: indicator.cell };
    const { indicator: titled } = this.#defaults;
    if (titled && this.#keys.indicator.length === 0)
      return { path: titled.path, cell: titled.cell };
    return { path: [lane.headingText], cell: lane.headingCell };
  }

  #unit(record: RowRecord, lane: Lane): { unit: string; cell: CellPlace } | null {
    if (record.unit) return record.unit;
    if (lane.unit !== null && lane.unitCell) return { unit: lane.unit, cell: lane.unitCell };
    const { unit } = this.#defaults;
    return unit && { unit: unit.told, cell: unit.cell };
  }

  /** A value merged over several columns or rows is that of all of them together, so of none. */
  #isShared(row: number, lane: Lane): boolean {
    const merge = this.#sheet.mergeAt(row, lane.column);
    if (!merge || this.#sheet.text(merge.top, merge.left) === '') return false;
    if (merge.right > merge.left) return true;
    if (merge.bottom === merge.top) return false;
    const own = placeKey(this.#sheet, this.#meanings, this.#keys, merge.top);
    const last = placeKey(this.#sheet, this.#meanings, this.#keys, merge.bottom);
    const cell = (key: PlaceKey) => (key.name ?? key.code)?.cell;
    return cell(own)?.row !== cell(last)?.row;
  }
}

/** 一季度 of a year; nothing without one. */
const withPart = (year: Period | null, part: string | null): Period | null =>
  part === null || year === null
    ? year
    : year.period_type === 'year'
      ? readPeriod({ kind: 'text', text: `${year.period}年${part}` })
      : null;

const yearBefore = (period: Period | null): Period | null =>
  period?.period_type === 'year' ? parsePeriod(String(Number(period.period) - 1)) : null;

const UNKNOWN_HEADING: HeadingMatch = { kind: 'unknown', proposals: [] };

function asideOf(role: string): AsideReason {
  switch (role) {
    case 'period':
    case 'indicator':
    case 'unit':
    case 'note':
    case 'missing_reason':
      return role;
    default:
      return 'place';
  }
}

export type { Indicator };
