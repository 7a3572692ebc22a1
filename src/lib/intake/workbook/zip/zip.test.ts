import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { WORKBOOK_LIMITS } from '../limits.ts';
import { Refused } from '../refused.ts';
import { openArchive } from './archive.ts';
import { crc32 } from './crc32.ts';

const ENTRY = 0x02014b50;
const END = 0x06054b50;

const sample = () =>
  zipSync({ 'a.xml': strToU8('甲'.repeat(5_000)), 'dir/b.bin': [strToU8('stored'), { level: 0 }] });

/** Place of the n-th directory entry. */
function entryAt(zip: Uint8Array, index = 0): number {
  const view = new DataView(zip.buffer);
  for (let at = 0, seen = 0; at + 4 <= zip.length; at++)
    if (view.getUint32(at, true) === ENTRY && seen++ === index) return at;
  throw new Error('no such entry');
}

/** A zip with a few bytes of its directory changed. */
function lie(change: (view: DataView, entry: number, end: number) => void, index = 0): Uint8Array {
  const zip = sample();
  change(new DataView(zip.buffer), entryAt(zip, index), zip.length - 22);
  return zip;
}

/** Why opening and unpacking everything was refused; `read` where it was not. */
function refusal(zip: Uint8Array, limits = WORKBOOK_LIMITS): string {
  try {
    const archive = openArchive(zip, limits);
    for (const name of archive.names()) archive.bytes(name);
    return 'read';
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

test('the checksum is the one everybody uses', () => {
  expect(crc32(strToU8('123456789'))).toBe(0xcbf43926);
  expect(crc32(strToU8('6789'), crc32(strToU8('12345')))).toBe(0xcbf43926);
});

test('parts come back whole, packed or stored, whatever the case of their names', () => {
  const archive = openArchive(sample(), WORKBOOK_LIMITS);
  expect(archive.names()).toEqual(['a.xml', 'dir/b.bin']);
  expect(new TextDecoder().decode(archive.bytes('A.XML'))).toBe('甲'.repeat(5_000));
  expect(new TextDecoder().decode(archive.bytes('dir/b.bin'))).toBe('stored');
  expect(archive.has('c')).toBe(false);
});

test.each([
  [
    'fewer bytes than there are',
    (v: DataView, at: number) => v.setUint32(at + 24, 100, true),
    'zip_bomb',
  ],
  [
    'more bytes than there are',
    (v: DataView, at: number) => v.setUint32(at + 24, 15_001, true),
    'damaged',
  ],
  ['1 GB', (v: DataView, at: number) => v.setUint32(at + 24, 2 ** 30, true), 'zip_bomb'],
  ['another checksum', (v: DataView, at: number) => v.setUint32(at + 16, 1, true), 'damaged'],
  ['a method nobody has', (v: DataView, at: number) => v.setUint16(at + 10, 99, true), 'damaged'],
  ['a password', (v: DataView, at: number) => v.setUint16(at + 8, 1, true), 'encrypted'],
  [
    'a place outside',
    (v: DataView, at: number) => v.setUint32(at + 42, 0x7fffffff, true),
    'damaged',
  ],
  [
    'a missing 64-bit size',
    (v: DataView, at: number) => v.setUint32(at + 24, 0xffffffff, true),
    'zip_bomb',
  ],
])('an entry that claims %s is found out', (_what, change, expected) => {
  expect(refusal(lie(change))).toBe(expected);
});

test('a directory that lies about itself is found out', () => {
  expect(refusal(lie((view, _entry, end) => view.setUint16(end + 10, 3, true)))).toBe('damaged');
  expect(refusal(lie((view, _entry, end) => view.setUint16(end + 10, 60_000, true)))).toBe(
    'too_many_parts',
  );
  expect(refusal(lie((view, _entry, end) => view.setUint32(end + 16, 5, true)))).toBe('damaged');
  expect(refusal(lie((view, _entry, end) => view.setUint32(end, 0, true)))).toBe('damaged');
  expect(refusal(new Uint8Array(22))).toBe('damaged');
});

test('two entries over the same bytes are a bomb', () => {
  expect(refusal(lie((view, entry) => view.setUint32(entry + 42, 0, true), 1))).toBe('zip_bomb');
});

test('a name twice is refused: programs would disagree on which one counts', () => {
  const zip = zipSync({ 'a.xml': strToU8('1'), 'b.xml': strToU8('2') });
  zip[entryAt(zip, 1) + 46] = 'A'.charCodeAt(0);
  expect(refusal(zip)).toBe('damaged');
});

test('sizes of 64 bits are read', () => {
  const plain = zipSync({ 'a.xml': [strToU8('abc'), { level: 0 }] });
  const at = entryAt(plain);
  const extra = new Uint8Array(20);
  const fields = new DataView(extra.buffer);
  fields.setUint16(0, 1, true);
  fields.setUint16(2, 16, true);
  const wide = (size: number) => {
    fields.setBigUint64(4, BigInt(size), true);
    fields.setBigUint64(12, 3n, true);
    const zip = new Uint8Array([
      ...plain.subarray(0, at + 51),
      ...extra,
      ...plain.subarray(at + 51),
    ]);
    const view = new DataView(zip.buffer);
    view.setUint16(at + 30, 20, true);
    view.setUint32(at + 20, 0xffffffff, true);
    view.setUint32(at + 24, 0xffffffff, true);
    view.setUint32(zip.length - 10, 46 + 5 + 20, true);
    expect(view.getUint32(zip.length - 22, true)).toBe(END);
    return zip;
  };
  expect(refusal(wide(3))).toBe('read');
  expect(refusal(wide(2 ** 40))).toBe('zip_bomb');
});

test('limits: parts, sum, ratio', () => {
  const parts = Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => [`${index}`, strToU8(`part ${index}`)]),
  );
  expect(refusal(zipSync(parts), { ...WORKBOOK_LIMITS, parts: 29 })).toBe('too_many_parts');
  expect(refusal(zipSync(parts), { ...WORKBOOK_LIMITS, parts: 30 })).toBe('read');
  expect(refusal(zipSync(parts), { ...WORKBOOK_LIMITS, unpackedBytes: 100 })).toBe('zip_bomb');
  // A small part of blanks may be packed as well as it likes, a large one may not.
  expect(refusal(zipSync({ a: new Uint8Array(900_000) }))).toBe('read');
  expect(refusal(zipSync({ a: new Uint8Array(2_000_000) }))).toBe('zip_bomb');
});
