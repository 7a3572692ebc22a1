/** The parts of a zip, unpacked one at a time and never further than the directory said. */
import { Inflate } from 'fflate';
import type { WorkbookLimits } from '../limits.ts';
import { Refused } from '../refused.ts';
import { crc32 } from './crc32.ts';
import { readDirectory, type ZipEntry } from './directory.ts';

/** Deflate grows a slice at most a thousandfold: a lie is found out within some 16 MB. */
const SLICE = 16 * 1024;

export interface Archive {
  has(name: string): boolean;
  names(): readonly string[];
  /** Hands over the bytes of a part in pieces; refused when they are not what was announced. */
  unpack(name: string, take: (piece: Uint8Array) => void): void;
  /** All bytes of a part. */
  bytes(name: string): Uint8Array;
}

function packedBytes(file: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const { offset, name, packed } = entry;
  if (offset + 30 > file.length || view.getUint32(offset, true) !== 0x04034b50)
    throw new Refused('damaged', `${name}: not where the directory says`);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > file.length) throw new Refused('damaged', `${name} is cut off`);
  return file.subarray(start, start + packed);
}

function inflate(packed: Uint8Array, name: string, take: (piece: Uint8Array) => void): void {
  const stream = new Inflate((piece) => take(piece));
  try {
    for (let at = 0; at < packed.length; at += SLICE)
      stream.push(packed.subarray(at, at + SLICE), at + SLICE >= packed.length);
  } catch (error) {
    if (error instanceof Error && 'code' in error)
      throw new Refused('damaged', `${name}: ${error.message}`);
    throw error;
  }
}

function unpackEntry(file: Uint8Array, entry: ZipEntry, take: (piece: Uint8Array) => void): void {
  const { name, method, unpacked } = entry;
  if (entry.encrypted) throw new Refused('encrypted', name);
  if (method !== 0 && method !== 8)
    throw new Refused('damaged', `${name}: packed by method ${method}`);
  const packed = packedBytes(file, entry);
  let size = 0;
  let crc = 0;
  const count = (piece: Uint8Array) => {
    size += piece.length;
    if (size > unpacked)
      throw new Refused('zip_bomb', `${name}: more than the ${unpacked} bytes announced`);
    crc = crc32(piece, crc);
    take(piece);
  };
  if (method === 0) count(packed);
  else inflate(packed, name, count);
  if (size !== unpacked || crc !== entry.crc)
    throw new Refused('damaged', `${name}: not what was packed`);
}

/** Opens a zip after checking its directory. Names of parts are looked up whatever their case. */
export function openArchive(file: Uint8Array, limits: WorkbookLimits): Archive {
  const entries = new Map(
    readDirectory(file, limits).map((entry) => [entry.name.toLowerCase(), entry]),
  );
  const find = (name: string): ZipEntry => {
    const entry = entries.get(name.toLowerCase());
    if (!entry) throw new Refused('damaged', `${name} is missing`);
    return entry;
  };
  return {
    has: (name) => entries.has(name.toLowerCase()),
    names: () => [...entries.values()].map(({ name }) => name),
    unpack: (name, take) => unpackEntry(file, find(name), take),
    bytes(name) {
      const entry = find(name);
      const pieces: Uint8Array[] = [];
      unpackEntry(file, entry, (piece) => pieces.push(piece.slice()));
      const all = new Uint8Array(entry.unpacked);
      let at = 0;
      for (const piece of pieces) {
        all.set(piece, at);
        at += piece.length;
      }
      return all;
    },
  };
}
