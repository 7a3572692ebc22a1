/** The list at the end of a zip: what it says is inside, before anything is unpacked. */
import type { WorkbookLimits } from '../limits.ts';
import { Refused } from '../refused.ts';

export interface ZipEntry {
  /** Forward slashes, none in front. */
  readonly name: string;
  /** 0 is stored, 8 deflated; anything else cannot be unpacked here. */
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  /** Where the local header begins. */
  readonly offset: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const U16_FULL = 0xffff;
const U32_FULL = 0xffffffff;

const damaged = (what: string) => new Refused('damaged', `zip: ${what}`);

/** A 64-bit number; anything that is no exact double is a lie anyway. */
function u64(view: DataView, at: number): number {
  const value = view.getUint32(at + 4, true) * 2 ** 32 + view.getUint32(at, true);
  if (!Number.isSafeInteger(value)) throw damaged('impossible size');
  return value;
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - U16_FULL);
  for (let at = view.byteLength - 22; at >= lowest; at--)
    if (
      view.getUint32(at, true) === END &&
      at + 22 + view.getUint16(at + 20, true) <= view.byteLength
    )
      return at;
  throw damaged('the directory at the end is missing (file cut off?)');
}

/** Entry count, size and place of the directory. */
function locate(view: DataView): { count: number; size: number; start: number } {
  const end = findEnd(view);
  const plain = {
    count: view.getUint16(end + 10, true),
    size: view.getUint32(end + 12, true),
    start: view.getUint32(end + 16, true),
  };
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR_64) return plain;
  const end64 = u64(view, locator + 8);
  if (end64 + 56 > view.byteLength || view.getUint32(end64, true) !== END_64)
    throw damaged('the directory at the end is broken');
  return {
    count: u64(view, end64 + 32),
    size: u64(view, end64 + 40),
    start: u64(view, end64 + 48),
  };
}

/** Sizes too large for 32 bits stand in an extra field, in a fixed order. */
function wideSizes(view: DataView, from: number, to: number, fields: number[]): number[] {
  for (let at = from; at + 4 <= to;) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      let next = at + 4;
      return fields.map((field) => {
        if (field !== U32_FULL) return field;
        if (next + 8 > at + 4 + length || next + 8 > to) throw damaged('a size is missing');
        next += 8;
        return u64(view, next - 8);
      });
    }
    at += 4 + length;
  }
  return fields;
}

function readEntry(
  bytes: Uint8Array,
  view: DataView,
  at: number,
): { entry: ZipEntry; next: number } {
  if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY)
    throw damaged('the directory is broken');
  const nameEnd = at + 46 + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const next = extraEnd + view.getUint16(at + 32, true);
  if (next > bytes.length) throw damaged('the directory is broken');
  const [unpacked = 0, packed = 0, offset = 0] = wideSizes(view, nameEnd, extraEnd, [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ]);
  const name = new TextDecoder()
    .decode(bytes.subarray(at + 46, nameEnd))
    .replaceAll('\\', '/')
    .replace(/^\/+/, '');
  const entry = {
    name,
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    crc: view.getUint32(at + 16, true),
    packed,
    unpacked,
    offset,
  };
  return { entry, next };
}

/** Below this a part is small whatever it was packed from. */
const SMALL = 1024 * 1024;

function checkSizes(entries: readonly ZipEntry[], file: number, limits: WorkbookLimits): void {
  let total = 0;
  for (const { name, packed, unpacked } of entries) {
    total += unpacked;
    if (unpacked > SMALL && unpacked > packed * limits.ratio)
      throw new Refused('zip_bomb', `${name}: ${packed} -> ${unpacked} bytes`);
  }
  if (total > limits.unpackedBytes || (total > SMALL && total > file * limits.ratio))
    throw new Refused('zip_bomb', `${file} -> ${total} bytes`);
}

/** Two parts made of the same packed bytes are the trick of a bomb without recursion. */
function checkOverlap(entries: readonly ZipEntry[], directory: number): void {
  const sorted = [...entries].sort((a, b) => a.offset - b.offset);
  sorted.forEach(({ name, offset, packed }, index) => {
    const limit = sorted[index + 1]?.offset ?? directory;
    if (offset + 30 + packed <= limit) return;
    if (index + 1 < sorted.length) throw new Refused('zip_bomb', `${name}: parts overlap`);
    throw damaged(`${name} is cut off`);
  });
}

/**
 * Reads and checks the directory of a zip: number of parts, sizes claimed (zip64 included), their
 * ratio, names that occur twice, parts that overlap. Nothing is unpacked.
 */
export function readDirectory(bytes: Uint8Array, limits: WorkbookLimits): readonly ZipEntry[] {
  if (bytes.length < 22) throw damaged('the file is cut off');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, size, start } = locate(view);
  if (count > limits.parts) throw new Refused('too_many_parts', `${count} > ${limits.parts}`);
  if (start + size > bytes.length) throw damaged('the directory lies outside the file');
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  for (let at = start; at < start + size;) {
    const { entry, next } = readEntry(bytes, view, at);
    const key = entry.name.toLowerCase();
    if (names.has(key)) throw damaged(`${entry.name} is inside twice`);
    names.add(key);
    entries.push(entry);
    if (entries.length > limits.parts)
      throw new Refused('too_many_parts', `more than ${limits.parts}`);
    at = next;
  }
  if (entries.length !== count) throw damaged(`${entries.length} parts, ${count} announced`);
  checkSizes(entries, bytes.length, limits);
  checkOverlap(entries, start);
  return entries;
}
