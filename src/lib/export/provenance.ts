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

/** What JSON takes as it is and XML, or a line of it, does not. */
const UNFIT = /[\u007f-\u009f\u2028\u2029\ufffe\uffff]/gu;

const escaped = (letter: string): string =>
  `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * One line of JSON with sorted keys; layer and trial are always in it. Every letter of it stands in
 * XML as it is, or escaped by JSON.
 */
export function provenanceJson(provenance: Provenance, layer: Layer, trial: boolean): string {
  const all: Record<string, string | boolean> = { ...provenance, layer, trial };
  const keys = Object.keys(all).sort();
  const json = JSON.stringify(Object.fromEntries(keys.map((key) => [key, all[key]])));
  return json.replace(UNFIT, escaped);
}

export function provenanceMetadata(json: string): string {
  return `<metadata><provenance xmlns="${PROVENANCE_NAMESPACE}">${escapeXml(json)}</provenance></metadata>`;
}
