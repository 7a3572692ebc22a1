/** Zip packages whose bytes depend on nothing but their parts. */
import { zipSync, type Zippable } from 'fflate';

/** A file inside the package; text becomes UTF-8. Parts keep their order. */
export type Part = readonly [path: string, content: string | Uint8Array];

/**
 * Every part carries this time, the first that a zip can hold. It is read by its local fields, so
 * that it is the same in every time zone.
 */
const fixedTime = () => new Date(1980, 0, 1);

/** The same parts give the same bytes, whenever and wherever they are packed. */
export function zipParts(parts: readonly Part[]): Uint8Array {
  const encoder = new TextEncoder();
  const files: Zippable = {};
  for (const [path, content] of parts) {
    if (path in files) throw new Error(`Two parts are called ${path}.`);
    files[path] = typeof content === 'string' ? encoder.encode(content) : content;
  }
  return zipSync(files, { level: 6, mtime: fixedTime() });
}
