/** A sheet to rows with the values of their cells; every row gets a fate or waits for one. */
import type { Layer } from '#lib/model/index.ts';
import { cellAddress } from '../csv/address.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { headingKey, placeKey } from '../mapping/keys.ts';
import type { Aside, DataCell } from '../understand/sheet-reading.ts';
import { normaliseUnit } from '../values/units.ts';
import { GAPS, gapKey } from '../values/gaps.ts';
import { assertAccounted } from './account.ts';
import { compareWithData } from './compare-with-data.ts';
import { placeOf, refuse, type CellDraft, type RowDraft, type SheetInput } from './drafts.ts';
import { importFinding, type ImportCode, type ImportDetail } from './findings/import-finding.ts';
import type { Folder } from './folder.ts';
import type { ImportFinding } from './outcome.ts';
import type { Questions } from './questions.ts';
import { readCell, readReason, type ReadNumber } from './read-cell.ts';
import { institutionOf, periodOf, type PlaceFault } from './read-place.ts';
import { inWords } from './value-text.ts';

export interface Reading {
  readonly folder: Folder;
  readonly mapping: Mapping;
  /** The only layer to import into; null for the one that the institutions are of. */
  readonly layer: Layer | null;
  readonly findings: ImportFinding[];
  readonly questions: Questions;
}

/** The rows of a header are told joined by “/”. */
const unitKey = (headingText: string): string => headingKey(headingText.split('/'));

/** What is said once a sheet about many cells. */
type SaidOnce = Set<string>;

class SheetReader {
  readonly #input: SheetInput;
  readonly #of: Reading;
  readonly #said: SaidOnce = new Set();
  readonly #notes = new Map<number, Aside[]>();
  readonly #reasons = new Map<number, Aside>();
  /** Rows that tell what the program computes. */
  readonly #computed = new Set<number>();

  constructor(input: SheetInput, of: Reading) {
    this.#input = input;
    this.#of = of;
    for (const aside of input.reading.asides) {
      const { row, column, why } = aside;
      if (why === 'note') this.#notes.set(row, [...(this.#notes.get(row) ?? []), aside]);
      if (why === 'missing_reason') this.#reasons.set(row, aside);
      if (why === 'computed' && this.#text(row, column).trim() !== '') this.#computed.add(row);
    }
  }

  #text(row: number, column: number): string {
    return this.#input.grid.cell(row, column)?.text ?? '';
  }

  #say(code: ImportCode, row: number, column: number, detail: ImportDetail = {}): void {
    const raw = this.#text(row, column);
    const place = placeOf(this.#input, row, column);
    this.#of.findings.push(importFinding(code, place, { raw, ...detail }));
  }

  #sayOnce(fault: PlaceFault, row: number, column: number): void {
    const id = `${fault.code}/${JSON.stringify(fault.params)}`;
    if (this.#said.has(id)) return;
    this.#said.add(id);
    this.#say(fault.code, row, column, { params: fault.params });
  }

  #refuse(row: RowDraft, { code, params }: PlaceFault, at: { row: number; column: number }): void {
    refuse(row, code);
    this.#say(code, at.row, at.column, { params });
  }

  #askPlace({ place, placeText, placeCell, ...cell }: DataCell): void {
    if (place.kind !== 'unknown' && place.kind !== 'several') return;
    if (placeText.trim() === '') return;
    const at = placeCell ?? cell;
    this.#of.questions.ask({
      kind: 'institution',
      key: placeKey(placeText),
      file: this.#input.file,
      sheet: this.#input.grid.sheet,
      cell: cellAddress(at.column, at.row + 1),
      proposals: place.proposals.map(({ code, name }) => ({ code, name })),
      waiting: 1,
    });
  }

  #confirmedUnit(heading: string): string | undefined {
    const { units } = this.#of.mapping;
    return units.size === 0 ? undefined : units.get(unitKey(heading));
  }

  #askUnit(cell: DataCell, unit: string): void {
    this.#of.questions.ask({
      kind: 'unit',
      key: unitKey(cell.headingText),
      file: this.#input.file,
      sheet: this.#input.grid.sheet,
      cell: cellAddress(cell.headingCell.column, cell.headingCell.row + 1),
      proposals: [{ code: unit, name: unit }],
      waiting: 1,
    });
  }

  /** The number of a cell, or why its lane of reasons says that there is none; null for nothing. */
  #read(row: RowDraft, cell: DataCell, hasGap: boolean): ReadNumber | null {
    const { folder } = this.#of;
    const layer = cell.place.kind === 'institution' ? cell.place.layer : null;
    const known = folder.catalogue.indicator(layer, cell.indicator.indicator);
    if (!known) throw new Error(`import: the catalogue lacks ${cell.indicator.indicator}`);
    const indicator = known.values;
    const unit = this.#confirmedUnit(cell.headingText) ?? cell.unit;
    const words = folder.words(cell.indicator.indicator);
    const content = this.#input.grid.cell(cell.row, cell.column);
    const read = readCell(content, { indicator, unit, words });
    const reason = this.#reasons.get(cell.row);
    const reasonText = reason ? this.#text(reason.row, reason.column) : '';
    if (read.kind === 'fault') {
      this.#refuse(row, read, cell);
      // An answer is about the heading; a unit that stands in the cell itself is mended there.
      const ofHeading = unit !== null && read.params['found'] === normaliseUnit(unit);
      if (read.code === 'unit_incompatible' && ofHeading)
        this.#askUnit(cell, indicator.unit_zh ?? '');
      return null;
    }
    if (reason === undefined || reasonText.trim() === '') return read.kind === 'read' ? read : null;
    if (read.kind === 'read' && read.missing_reason === null) {
      // In a row of many values the reason is that of those that are not there.
      if (hasGap) return read;
      this.#refuse(row, { code: 'reason_and_value', params: { reason: reasonText } }, reason);
      return null;
    }
    const why = readReason(reasonText);
    const note = reasonText.trim();
    if (!why.known && !(row.note ?? '').includes(note))
      row.note = row.note === null ? note : `${row.note}；${note}`;
    return {
      value: null,
      missing_reason: why.reason,
      value_text: null,
      qualifier: 'exact',
      conversions: [],
      rounded: false,
    };
  }

  #hasContent(cell: DataCell): boolean {
    const own = this.#text(cell.row, cell.column).trim() !== '';
    const reason = this.#reasons.get(cell.row);
    return own || (reason !== undefined && this.#text(reason.row, reason.column).trim() !== '');
  }

  /** The values of one row, in the order of its cells; a fault of one refuses the row. */
  #readRow(row: RowDraft, cells: readonly DataCell[]): void {
    const placeFaults = new Set<DataCell['place']>();
    const hasGap = cells.some(({ row: at, column }) => this.#isGap(at, column));
    let ignored = 0;
    let total: DataCell | null = null;
    let found = 0;
    for (const cell of cells) {
      if (!this.#hasContent(cell)) continue;
      if (cell.place.kind === 'ignored') {
        ignored += 1;
        continue;
      }
      if (cell.place.kind === 'total') {
        total ??= cell;
        continue;
      }
      found += 1;
      const place = institutionOf(cell, this.#of.layer, this.#of.folder);
      if ('code' in place) {
        // One sentence a place: all cells of a row are of the same.
        if (!placeFaults.has(cell.place)) {
          placeFaults.add(cell.place);
          this.#refuse(row, place, cell.placeCell ?? cell);
          this.#askPlace(cell);
        }
        continue;
      }
      const when = periodOf(cell.period, place.layer, this.#of.folder);
      if ('code' in when) {
        refuse(row, when.code);
        this.#sayPeriod(when, row, cell);
        continue;
      }
      if (when.said) this.#sayOnce(when.said, cell.row, cell.column);
      const read = this.#read(row, cell, hasGap);
      if (read) row.cells.push(this.#draft(row, cell, place, when.period, read));
    }
    if (total) {
      const { row: at, column } = total.placeCell ?? total;
      this.#say('place_total', at, column, { params: { name: total.placeText } });
    }
    if (row.refused !== null || found > 0) return;
    if (total) row.skipped = 'total';
    else if (ignored > 0) row.skipped = 'mapping';
    else row.skipped = this.#computed.has(row.row - 1) ? 'computed' : 'no_values';
  }

  #isGap(row: number, column: number): boolean {
    const text = this.#text(row, column);
    return text.trim() === '' || GAPS.has(gapKey(text));
  }

  /** Of each row once. */
  #sayPeriod(fault: PlaceFault, row: RowDraft, cell: DataCell): void {
    const id = `${fault.code}/${row.row}`;
    if (this.#said.has(id)) return;
    this.#said.add(id);
    this.#say(fault.code, cell.row, cell.column, { params: fault.params });
    if (cell.isUndated) this.#askPeriod(cell);
  }

  /** Once for all rows: a year that is given holds for every table that tells none. */
  #askPeriod(cell: DataCell): void {
    this.#of.questions.ask({
      kind: 'period',
      key: '',
      file: this.#input.file,
      sheet: this.#input.grid.sheet,
      cell: cellAddress(cell.column, cell.row + 1),
      proposals: [],
      waiting: 1,
    });
  }

  #draft(
    row: RowDraft,
    cell: DataCell,
    place: DataCell['place'] & { kind: 'institution' },
    period: CellDraft['period'],
    read: ReadNumber,
  ): CellDraft {
    const { folder } = this.#of;
    const indicator = cell.indicator.indicator;
    const unit = folder.catalogue.indicator(place.layer, indicator)?.values.unit_zh ?? '';
    const { layer, institution_id, region_code } = place;
    const old = folder.current(layer, institution_id, indicator, period.period);
    if (read.rounded && read.value !== null)
      this.#say('value_rounded', cell.row, cell.column, {
        became: inWords(read.value, read.qualifier, unit),
      });
    return {
      row,
      at: cellAddress(cell.column, cell.row + 1),
      raw: this.#text(cell.row, cell.column),
      layer,
      institution_id,
      region_code,
      indicator,
      period,
      value: read.value,
      missing_reason: read.missing_reason,
      value_text: read.value_text,
      unit,
      qualifier: read.qualifier,
      conversions: read.conversions,
      before: old?.values.value ?? null,
      change: compareWithData(read, old),
    };
  }

  #note(row: number): string | null {
    const texts = (this.#notes.get(row) ?? []).map(({ column }) => this.#text(row, column).trim());
    return texts.filter((text) => text !== '').join('；') || null;
  }

  /** Headings nobody understands, and values of several rows, refuse the rows that have something there. */
  #unknown(rows: readonly RowDraft[]): void {
    for (const { row, column, headingText, merged } of this.#input.reading.unknown) {
      const draft = rows[row];
      if (!draft || (!merged && this.#text(row, column).trim() === '')) continue;
      const code = merged
        ? 'value_merged'
        : headingText.trim() === ''
          ? 'heading_absent'
          : 'heading_unknown';
      this.#refuse(draft, { code, params: { heading: headingText } }, { row, column });
    }
  }

  #cellsByRow(): Map<number, DataCell[]> {
    const byRow = new Map<number, DataCell[]>();
    for (const cell of this.#input.reading.cells) {
      const cells = byRow.get(cell.row);
      if (cells) cells.push(cell);
      else byRow.set(cell.row, [cell]);
    }
    return byRow;
  }

  read(onRow: () => void): RowDraft[] {
    const { reading } = this.#input;
    assertAccounted(this.#input);
    const cells = this.#cellsByRow();
    const rows = reading.roles.map((role, row): RowDraft => ({
      input: this.#input,
      row: row + 1,
      cells: [],
      note: role === 'data' ? this.#note(row) : null,
      refused: null,
      skipped: role === 'data' ? null : role,
    }));
    this.#unknown(rows);
    rows.forEach((row, index) => {
      if (row.skipped === null) this.#readRow(row, cells.get(index) ?? []);
      onRow();
    });
    return rows;
  }
}

/** Reads the rows of a sheet; what is wrong goes into the findings, what can be asked into the questions. */
export const readRows = (input: SheetInput, of: Reading, onRow: () => void): RowDraft[] =>
  new SheetReader(input, of).read(onRow);
