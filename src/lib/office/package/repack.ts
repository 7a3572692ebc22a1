/** Office files that a library has written, opened and set right, so that equal ones are equal bytes. */
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { zipParts } from '../zip.ts';

/** Parts by path. */
export type Parts = Map<string, Uint8Array>;

/** Folders, which are no parts, are left out. */
export function unpack(zip: Uint8Array): Parts {
  return new Map(Object.entries(unzipSync(zip)).filter(([path]) => !path.endsWith('/')));
}

/** Parts in the order of their paths; readers expect the types first, then the relations. */
export function pack(parts: Parts): Uint8Array {
  const first = ['[Content_Types].xml', '_rels/.rels'];
  const rank = (path: string) => (first.indexOf(path) + first.length + 1) % (first.length + 1);
  return zipParts([...parts].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : Number(a > b))));
}

export function readPart(parts: Parts, path: string): string {
  const bytes = parts.get(path);
  if (!bytes) throw new Error(`There is no part ${path}.`);
  return strFromU8(bytes);
}

/** Rewrites the text of every part whose path matches. */
export function rewrite(
  parts: Parts,
  paths: RegExp,
  change: (xml: string, path: string) => string,
): void {
  for (const [path, bytes] of parts)
    if (paths.test(path)) parts.set(path, strToU8(change(strFromU8(bytes), path)));
}

/** The file's dates become that day, whatever the clock said. */
export function fixDates(parts: Parts, day: string): void {
  rewrite(parts, /^docProps\/core\.xml$/u, (xml) =>
    xml.replace(
      /(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu,
      (_whole, tag: string) => `${tag}${day}T00:00:00Z`,
    ),
  );
}
