/** data/edition.json: what this edition of the data is called and where it ends. */
import { LAYERS, type Manifest } from '#lib/model/index.ts';
import { makeFinding, type Finding } from '../findings/finding.ts';
import { isDay } from '../period.ts';

export type Edition = Manifest['edition'];

export type JsonRead =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly finding: Finding };

/** Parses a JSON file of the data folder. */
export function readJson(file: string, bytes: Uint8Array): JsonRead {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return { ok: false, finding: makeFinding('json_invalid', { file }, { params: { reason } }) };
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isName = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w.-]+$/.test(value);

/** The edition, or what is wrong with each of its fields. */
export function readEdition(
  file: string,
  bytes: Uint8Array,
): { edition: Edition | null; findings: Finding[] } {
  const json = readJson(file, bytes);
  if (!json.ok) return { edition: null, findings: [json.finding] };
  const record = isRecord(json.value) ? json.value : {};
  const { id, cutoff, layer: layerText, scheme } = record;
  const layer = LAYERS.find((candidate) => candidate === layerText);
  const idOk = isName(id);
  const schemeOk = isName(scheme);
  const cutoffOk = typeof cutoff === 'string' && isDay(cutoff);
  if (idOk && cutoffOk && layer && schemeOk)
    return { edition: { id, cutoff, layer, scheme }, findings: [] };
  const wrong = [
    ...(idOk ? [] : ['id']),
    ...(cutoffOk ? [] : ['cutoff']),
    ...(layer ? [] : ['layer']),
    ...(schemeOk ? [] : ['scheme']),
  ];
  const findings = wrong.map((field) =>
    makeFinding(
      'edition_invalid',
      { file, column: field },
      {
        found: JSON.stringify(record[field]) ?? '',
        params: { field },
      },
    ),
  );
  return { edition: null, findings };
}
