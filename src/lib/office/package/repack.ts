/** The zip around office files, written so that equal parts give equal bytes. */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/** Parts by path, as written. */
export type Parts = Map<string, Uint8Array>;

/** The first day that a zip can hold: the clock has no say in what a file contains. */
const MTIME = '1980-01-01T00:00:00';

/** Opens what a library wrote. Its own folders, which are no parts, are left out. */
export function unpack(zip: Uint8Array): Parts {
  const parts = Object.entries(unzipSync(zip)).filter(([path]) => !path.endsWith('/'));
  return new Map(parts);
}

/** Writes parts in order of their paths, `[Content_Types].xml` first as readers expect. */
export function pack(parts: Parts): Uint8Array {
  const rank = (path: string) =>
    path === '[Content_Types].xml' ? 0 : path === '_rels/.rels' ? 1 : 2;
  const sorted = [...parts].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : Number(a > b)));
  const files: Zippable = {};
  // A picture is compressed already.
  for (const [path, bytes] of sorted)
    files[path] = [bytes, { mtime: MTIME, level: path.endsWith('.png') ? 0 : 6, os: 0 }];
  return zipSync(files);
}

export const readPart = (parts: Parts, path: string): string => {
  const bytes = parts.get(path);
  if (!bytes) throw new Error(`There is no part ${path}.`);
  return strFromU8(bytes);
};

/** Rewrites the text of every part whose path matches. */
export function rewrite(
  parts: Parts,
  paths: RegExp,
  change: (xml: string, path: string) => string,
): void {
  for (const [path, bytes] of parts)
    if (paths.test(path)) parts.set(path, strToU8(change(strFromU8(bytes), path)));
}

/** The part's dates become that day, whatever the library's clock said. */
export function fixDates(parts: Parts, day: string): void {
  rewrite(parts, /^docProps\/core\.xml$/u, (xml) =>
    xml.replace(
      /(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu,
      (_whole, tag: string) => `${tag}${day}T00:00:00Z`,
    ),
  );
}
