/**
 * Where a picture comes from, for machines: which edition, which scheme, which view of the page.
 * Written into SVG metadata and into a PNG text chunk, so that a file that has lost its name can
 * still be led back to the numbers it shows.
 */
import { escapeXml } from '#lib/charts/index.ts';
import type { Layer } from '#lib/model/index.ts';

/** Keys and values as the caller has them: edition, manifest hash, scheme, view… */
export type Provenance = Readonly<Record<string, string>>;

export const PROVENANCE_NAMESPACE = 'urn:hengjian:provenance:1';

/** One line of JSON with sorted keys; layer and trial are always in it. */
export function provenanceJson(provenance: Provenance, layer: Layer, trial: boolean): string {
  const all: Record<string, string | boolean> = { ...provenance, layer, trial };
  const keys = Object.keys(all).sort();
  return JSON.stringify(Object.fromEntries(keys.map((key) => [key, all[key]])));
}

export function provenanceMetadata(json: string): string {
  return `<metadata><provenance xmlns="${PROVENANCE_NAMESPACE}">${escapeXml(json)}</provenance></metadata>`;
}
