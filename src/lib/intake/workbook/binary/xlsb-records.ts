/** The records of the binary parts of an .xlsb workbook. */
import { cellAddress } from '../../csv/address.ts';
import type { WorkbookLimits } from '../limits.ts';
import { Refused } from '../refused.ts';
import { cellKey, emptyScan, isLocalFormat, type SheetScan } from './scan.ts';

const ROW = 0;
const RICH_CELL = 62;
const COLUMNS = 60;
const LINK = 494;
const XF = 47;
const BEGIN_CELL_FORMATS = 617;
const END_CELL_FORMATS = 618;
const MAX_COLUMN = 16_383;

export interface BinaryRecord {
  readonly type: number;
  /** From the first byte of its header to the last of its data. */
  readonly start: number;
  readonly data: number;
  readonly end: number;
}

/** The records of a part, one after the other. */
export function* records(bytes: Uint8Array, part: string): Generator<BinaryRecord> {
  for (let at = 0; at < bytes.length;) {
    const start = at;
    let type = bytes[at++] ?? 0;
    if (type & 0x80) type = (type & 0x7f) | (((bytes[at++] ?? 0) & 0x7f) << 7);
    let length = 0;
    for (let index = 0; index < 4; index++) {
      const byte = bytes[at++] ?? 0;
      length |= (byte & 0x7f) << (7 * index);
      if (!(byte & 0x80)) break;
    }
    if (at + length > bytes.length) throw new Refused('damaged', `${part}: a record is cut off`);
    yield { type, start, data: at, end: at + length };
    at += length;
  }
}

/** Number format of each cell style. */
export function cellFormats(bytes: Uint8Array, part: string): readonly number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const formats: number[] = [];
  let inside = false;
  for (const { type, data, end } of records(bytes, part))
    if (type === BEGIN_CELL_FORMATS) inside = true;
    else if (type === END_CELL_FORMATS) inside = false;
    else if (type === XF && inside && data + 4 <= end) formats.push(view.getUint16(data + 2, true));
  return formats;
}

const isCell = (type: number) => (type >= 2 && type <= 11) || type === RICH_CELL;

/** Walks a worksheet; the bytes come back without links, which may claim a whole sheet. */
export function scanXlsbSheet(
  bytes: Uint8Array,
  part: string,
  formats: readonly number[],
  limits: WorkbookLimits,
): { bytes: Uint8Array; scan: SheetScan } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const scan = emptyScan();
  const kept = new Uint8Array(bytes.length);
  let size = 0;
  let row = 0;
  const cell = (data: number, end: number) => {
    if (data + 8 > end) throw new Refused('damaged', `${part}: a cell is cut off`);
    const column = view.getUint32(data, true);
    if (row >= limits.rows || column >= limits.columns)
      throw new Refused('too_many_cells', `${part}: ${cellAddress(column, row + 1)}`);
    if (++scan.cells > limits.cells)
      throw new Refused('too_many_cells', `more than ${limits.cells} cells`);
    const format = formats[view.getUint32(data + 4, true) & 0xffffff] ?? 0;
    if (isLocalFormat(format)) scan.formats.set(cellKey(row, column), format);
  };
  for (const { type, start, data, end } of records(bytes, part)) {
    if (type === ROW && data + 4 <= end) row = view.getUint32(data, true);
    else if (isCell(type)) cell(data, end);
    else if (type === COLUMNS && !(data + 8 <= end && view.getUint32(data + 4, true) <= MAX_COLUMN))
      throw new Refused('damaged', `${part}: impossible columns`);
    if (type === LINK) continue;
    kept.set(bytes.subarray(start, end), size);
    size += end - start;
  }
  return { bytes: kept.subarray(0, size), scan };
}
