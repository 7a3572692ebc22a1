/** Leads a picture back to where it came from. */
import { PNG_KEYWORD } from './figure-png.ts';
import { readPngText } from './png-chunks.ts';
import { PROVENANCE_NAMESPACE, type Provenance } from './provenance.ts';

/** More than any picture of ours carries. */
const LONGEST = 10_000;

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
};

/** The record of an SVG, found as text: nothing of the file is run or shown. */
function svgRecord(bytes: Uint8Array): string | null {
  const source = new TextDecoder().decode(bytes);
  const start = source.indexOf(`<provenance xmlns="${PROVENANCE_NAMESPACE}">`);
  if (start < 0) return null;
  const record = source.slice(source.indexOf('>', start) + 1, start + LONGEST);
  const end = record.indexOf('</provenance>');
  if (end < 0) return null;
  return record
    .slice(0, end)
    .replace(/&(?:amp|lt|gt|quot|apos|#39);/g, (name) => ENTITIES[name] ?? name);
}

function pngRecord(bytes: Uint8Array): string | null {
  try {
    return readPngText(bytes, PNG_KEYWORD);
  } catch {
    return null;
  }
}

/**
 * What a PNG or SVG that we wrote says of itself, its words only; null for any other file, and for
 * a picture that has lost its record (a screenshot, one sent through a messenger). Whether a pixel
 * was changed is not looked at.
 */
export function readProvenance(bytes: Uint8Array): Provenance | null {
  const record = pngRecord(bytes) ?? svgRecord(bytes);
  if (record === null || record.length > LONGEST) return null;
  try {
    const all: unknown = JSON.parse(record);
    if (typeof all !== 'object' || all === null || Array.isArray(all)) return null;
    const words = Object.entries(all).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[key, value]] : value === true ? [[key, 'true']] : [],
    );
    return Object.fromEntries(words);
  } catch {
    return null;
  }
}
