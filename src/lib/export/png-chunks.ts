/** Text and resolution in PNG files (PNG 1.2, sections 11.3.4 and 11.3.5; ISO/IEC 15948). */
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const HEADER_END = 8 + 25;

const CRC = new Uint32Array(256).map((_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const byte of bytes) c = (CRC[(c ^ byte) & 0xff] ?? 0) ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(
    [...type].map((letter) => letter.charCodeAt(0)),
    4,
  );
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

/** An uncompressed iTXt chunk: Latin keyword, UTF-8 text. */
function textChunk(keyword: string, text: string): Uint8Array {
  const encoder = new TextEncoder();
  // Keyword, its end, no compression (two bytes), empty language and translated keyword.
  const head = [...encoder.encode(keyword), 0, 0, 0, 0, 0];
  return chunk('iTXt', new Uint8Array([...head, ...encoder.encode(text)]));
}

/** Pixels per metre, from which word processors take the size on paper. */
function resolutionChunk(dpi: number): Uint8Array {
  const data = new Uint8Array(9);
  const view = new DataView(data.buffer);
  const perMetre = Math.round(dpi / 0.0254);
  view.setUint32(0, perMetre);
  view.setUint32(4, perMetre);
  data[8] = 1;
  return chunk('pHYs', data);
}

function* chunksOf(png: Uint8Array): Generator<{ type: string; start: number; data: Uint8Array }> {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  for (let start = 8; start + 12 <= png.length;) {
    const length = view.getUint32(start);
    const type = String.fromCharCode(...png.subarray(start + 4, start + 8));
    yield { type, start, data: png.subarray(start + 8, start + 8 + length) };
    start += 12 + length;
  }
}

function assertPng(png: Uint8Array): void {
  if (png.length < HEADER_END || SIGNATURE.some((byte, i) => png[i] !== byte))
    throw new TypeError('These bytes are not a PNG file.');
}

/**
 * A copy of a PNG with a text and, where given, its resolution written behind the header. A
 * resolution that the file already had goes. Throws a TypeError for bytes that are not a PNG.
 */
export function withPngText(
  png: Uint8Array,
  {
    keyword,
    text,
    dpi,
  }: { readonly keyword: string; readonly text: string; readonly dpi: number | null },
): Uint8Array {
  assertPng(png);
  const added = [...(dpi === null ? [] : [resolutionChunk(dpi)]), textChunk(keyword, text)];
  const kept = [...chunksOf(png)]
    .filter(({ type, start }) => start >= HEADER_END && !(dpi !== null && type === 'pHYs'))
    .map(({ start, data }) => png.subarray(start, start + 12 + data.length));
  const parts = [png.subarray(0, HEADER_END), ...added, ...kept];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** The text that `withPngText` wrote under a keyword; null where there is none. */
export function readPngText(png: Uint8Array, keyword: string): string | null {
  assertPng(png);
  for (const { type, data } of chunksOf(png)) {
    if (type !== 'iTXt') continue;
    const decoder = new TextDecoder();
    const end = data.indexOf(0);
    if (decoder.decode(data.subarray(0, end)) === keyword)
      return decoder.decode(data.subarray(end + 5));
  }
  return null;
}
