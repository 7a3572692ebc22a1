import { unzlibSync } from 'fflate';

const SIGNATURE = 0x774f4646; // "wOFF"
const HEADER = 44;
const ENTRY = 20;

const aligned = (length: number): number => (length + 3) & ~3;

/**
 * The bare font inside a WOFF file. Unpacked here, because the font reader's own unpacking fails on
 * some of the slices. Throws for anything else, such as the page a server sends for a missing file.
 */
export function bareFont(woff: Uint8Array): ArrayBuffer {
  const view = new DataView(woff.buffer, woff.byteOffset, woff.byteLength);
  if (woff.length < HEADER || view.getUint32(0) !== SIGNATURE)
    throw new Error('A font file is not a WOFF file.');
  const count = view.getUint16(12);
  const tables = Array.from({ length: count }, (_, i) => {
    const at = HEADER + ENTRY * i;
    const [tag, offset, packed, length, checksum] = [0, 4, 8, 12, 16].map((field) =>
      view.getUint32(at + field),
    ) as [number, number, number, number, number];
    const bytes = woff.subarray(offset, offset + packed);
    return { tag, checksum, bytes: packed < length ? unzlibSync(bytes) : bytes };
  });

  const start = 12 + 16 * count;
  const size = tables.reduce((sum, { bytes }) => sum + aligned(bytes.length), start);
  const font = new Uint8Array(size);
  const out = new DataView(font.buffer);
  out.setUint32(0, view.getUint32(4));
  out.setUint16(4, count);
  let offset = start;
  tables.forEach(({ tag, checksum, bytes }, i) => {
    [tag, checksum, offset, bytes.length].forEach((field, j) =>
      out.setUint32(12 + 16 * i + 4 * j, field),
    );
    font.set(bytes, offset);
    offset += aligned(bytes.length);
  });
  return font.buffer;
}
