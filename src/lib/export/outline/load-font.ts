import { fontOf, type GlyphOf } from './font.ts';
import { slicesFor } from './slices.ts';
import type { Weight } from './svg-texts.ts';

/** Addresses of the slices by file; a slice inlined in a script could not be fetched (CSP). */
const ADDRESSES: Readonly<Record<string, string>> = import.meta.glob(
  [
    '/node_modules/@fontsource/noto-sans-sc/files/*-[46]00-normal.woff',
    '!**/*-chinese-simplified-*',
  ],
  { query: '?url&no-inline', import: 'default', eager: true },
);

const FILES = '/node_modules/@fontsource/noto-sans-sc/files/noto-sans-sc-';
const NUMBERS: Readonly<Record<Weight, number>> = { regular: 400, bold: 600 };

/** Slices fetched or on their way, by address. */
const slices = new Map<string, Promise<Uint8Array>>();

function slice(name: string, weight: Weight): Promise<Uint8Array> {
  const address = ADDRESSES[`${FILES}${name}-${NUMBERS[weight]}-normal.woff`];
  if (address === undefined) throw new Error(`The font has no slice ${name}.`);
  let bytes = slices.get(address);
  if (!bytes) {
    bytes = fetched(address);
    slices.set(address, bytes);
    // The next picture asks again.
    bytes.catch(() => slices.delete(address));
  }
  return bytes;
}

async function fetched(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`A font file is missing: ${response.status} ${address}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The font for these characters: only the slices that may have them are fetched, each once. */
export async function loadFont(weight: Weight, characters: string): Promise<GlyphOf> {
  return fontOf(await Promise.all(slicesFor(characters).map((name) => slice(name, weight))));
}
