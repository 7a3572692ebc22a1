/** The record stream of an .xls workbook (BIFF8). */
import { cellAddress } from '../../csv/address.ts';
import type { WorkbookLimits } from '../limits.ts';
import { Refused } from '../refused.ts';
import { cellKey, emptyScan, isLocalFormat, type SheetScan } from './scan.ts';

const BOF = 0x0809;
const EOF = 0x000a;
const FILE_PASS = 0x002f;
const BOUND_SHEET = 0x0085;
const XF = 0x00e0;
const MUL_RK = 0x00bd;
/** Number, RK, text, rich text, shared text, boolean or error, formula. */
const CELLS = new Set([0x0203, 0x027e, 0x0204, 0x00d6, 0x00fd, 0x0205, 0x0006, 0x0206, 0x0406]);
/** Links, comments, drawings, names: not needed, and a link may claim a whole sheet. */
const UNWANTED = new Set([0x01b8, 0x0800, 0x001c, 0x005d, 0x01b6, 0x0018, 0x0218]);
/** A record without consequence (default width), which unwanted ones are turned into. */
const HARMLESS = 0x0055;

const BIFF8 = 0x0600;
const WORKSHEET = 0x10;

export interface XlsScan {
  /** The stream with unwanted records made harmless. */
  readonly stream: Uint8Array;
  /** In the order of the sheets; null where a sheet is a chart or a macro. */
  readonly sheets: readonly (SheetScan | null)[];
}

class RecordWalk {
  readonly #view: DataView;
  readonly #limits: WorkbookLimits;
  readonly #formats: number[] = [];
  readonly #starts: number[] = [];
  readonly #scans = new Map<number, SheetScan>();
  #depth = 0;
  #sheet: SheetScan | null = null;

  constructor(stream: Uint8Array, limits: WorkbookLimits) {
    this.#view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
    this.#limits = limits;
  }

  walk(): readonly (SheetScan | null)[] {
    const view = this.#view;
    for (let at = 0; at + 4 <= view.byteLength;) {
      const type = view.getUint16(at, true);
      const end = at + 4 + view.getUint16(at + 2, true);
      // Behind the last sheet the stream is filled up with zeros.
      if (type === 0 && this.#depth === 0) break;
      if (end > view.byteLength) throw new Refused('damaged', 'a record is cut off');
      this.#record(type, at, end);
      at = end;
    }
    if (this.#depth !== 0) throw new Refused('damaged', 'the last sheet has no end');
    return this.#starts.map((start) => this.#scans.get(start) ?? null);
  }

  #record(type: number, at: number, end: number): void {
    const view = this.#view;
    if (type === BOF) this.#begin(at);
    else if (this.#depth === 0) throw new Refused('damaged', 'a record outside of any sheet');
    else if (type === EOF) {
      if (--this.#depth === 0) this.#sheet = null;
    } else if (type === FILE_PASS) throw new Refused('encrypted', 'FILEPASS');
    else if (type === BOUND_SHEET) this.#starts.push(view.getUint32(at + 4, true));
    else if (type === XF) this.#formats.push(view.getUint16(at + 6, true));
    else if (UNWANTED.has(type)) view.setUint16(at, HARMLESS, true);
    else if (this.#sheet !== null && this.#depth === 1)
      this.#cellRecord(this.#sheet, type, at, end);
  }

  #begin(at: number): void {
    if (this.#view.getUint16(at + 4, true) !== BIFF8)
      throw new Refused('unknown_format', 'older than Excel 97: save as .xlsx');
    if (this.#depth++ > 0) return;
    if (this.#view.getUint16(at + 6, true) !== WORKSHEET) return;
    this.#sheet = emptyScan();
    this.#scans.set(at, this.#sheet);
  }

  #cellRecord(sheet: SheetScan, type: number, at: number, end: number): void {
    if (type !== MUL_RK && !CELLS.has(type)) return;
    const view = this.#view;
    if (at + 10 > end) throw new Refused('damaged', 'a cell is cut off');
    const row = view.getUint16(at + 4, true);
    const column = view.getUint16(at + 6, true);
    const cells = type === MUL_RK ? Math.floor((end - at - 10) / 6) : 1;
    if (row >= this.#limits.rows || column + cells > this.#limits.columns)
      throw new Refused('too_many_cells', cellAddress(column, row + 1));
    sheet.cells += cells;
    if (sheet.cells > this.#limits.cells)
      throw new Refused('too_many_cells', `more than ${this.#limits.cells} cells`);
    for (let index = 0; index < cells; index++) {
      const format = this.#formats[view.getUint16(at + 8 + index * 6, true)] ?? 0;
      if (isLocalFormat(format)) sheet.formats.set(cellKey(row, column + index), format);
    }
  }
}

/** Walks the records: version, password, places and number of cells. The stream is copied. */
export function scanXls(content: Uint8Array, limits: WorkbookLimits): XlsScan {
  const stream = content.slice();
  if (stream.length < 8 || (stream[0] !== 9 && stream[1] !== 8))
    throw new Refused('damaged', 'no workbook stream');
  return { stream, sheets: new RecordWalk(stream, limits).walk() };
}
