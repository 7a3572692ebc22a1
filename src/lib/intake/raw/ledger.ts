/** data/editions.json: the editions that were published and locked, with the hashes of their files. */
import { LAYERS, type ManifestEdition } from '#lib/model/index.ts';
import { makeFinding, type Finding } from '../findings/finding.ts';
import { isDay, parsePeriod } from '../period.ts';
import { isRecord, readJson } from './edition.ts';

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isName = (value: unknown) => isText(value) && /^[\w.-]+$/.test(value);
const isDate = (value: unknown) => isText(value) && isDay(value);
/** Relative to data/, and never out of it. */
const isPath = (value: unknown) =>
  isText(value) && /^[\w./-]+$/.test(value) && !/^\/|\.\./.test(value);
const isSha256 = (value: unknown) => isText(value) && /^[0-9a-f]{64}$/.test(value);
const isLocalText = (value: unknown) =>
  isRecord(value) && isText(value['zh']) && isText(value['en']);
const isListOf = (value: unknown, check: (item: unknown) => boolean) =>
  Array.isArray(value) && value.every(check);

/** What each field of an entry must be; `changes` and `inputs` are lists. */
const FIELDS: Readonly<Record<keyof ManifestEdition, (value: unknown) => boolean>> = {
  id: isName,
  succeeds: (value) => value === undefined || isName(value),
  layer: (value) => LAYERS.some((layer) => layer === value),
  period: (value) => isText(value) && parsePeriod(value)?.period_type === 'year',
  cutoff: isDate,
  locked_on: isDate,
  scheme: isName,
  scheme_version: isName,
  scheme_path: isPath,
  scheme_sha256: isSha256,
  result_path: isPath,
  result_sha256: isSha256,
  inputs: (value) =>
    isListOf(value, (item) => isRecord(item) && isPath(item['path']) && isSha256(item['sha256'])),
  tool_version: isText,
  reason: isLocalText,
  changes: (value) => isListOf(value, isLocalText),
};

/** The place of an entry's field, as a finding names it. */
export const ledgerColumn = (index: number, field: keyof ManifestEdition) => `/${index}/${field}`;

/** The entries that are sound, and what is wrong with each field of the others. */
export function readLedger(
  file: string,
  bytes: Uint8Array,
): { editions: ManifestEdition[]; findings: Finding[] } {
  const json = readJson(file, bytes);
  if (!json.ok) return { editions: [], findings: [json.finding] };
  if (!Array.isArray(json.value))
    return {
      editions: [],
      findings: [makeFinding('ledger_invalid', { file }, { params: { field: '[ ]' } })],
    };
  const editions: ManifestEdition[] = [];
  const findings = json.value.flatMap((value: unknown, index): Finding[] => {
    const entry = isRecord(value) ? value : {};
    const fields = Object.keys(FIELDS) as (keyof ManifestEdition)[];
    const wrong = fields.filter((field) => !FIELDS[field](entry[field]));
    if (wrong.length === 0) editions.push(value as ManifestEdition);
    return wrong.map((field) =>
      makeFinding(
        'ledger_invalid',
        { file, column: ledgerColumn(index, field) },
        { found: JSON.stringify(entry[field]) ?? '', params: { field } },
      ),
    );
  });
  return { editions, findings };
}
