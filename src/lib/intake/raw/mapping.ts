/** data/mapping.json: what a person answered about headings, names and units of other tables. */
import { makeFinding, type Finding } from '../findings/finding.ts';
import { EMPTY_MAPPING, type Mapping } from '../mapping/mapping.ts';
import { parseMapping } from '../mapping/parse-mapping.ts';
import { readJson } from './edition.ts';

/** The answers, or every fault of the file; with a fault none of them is used. */
export function readMapping(
  file: string,
  bytes: Uint8Array,
): { mapping: Mapping; findings: Finding[] } {
  const json = readJson(file, bytes);
  if (!json.ok) return { mapping: EMPTY_MAPPING, findings: [json.finding] };
  const read = parseMapping(json.value);
  if (read.ok) return { mapping: read.mapping, findings: [] };
  const findings = read.faults.map(({ path, found, rule, todo }) =>
    makeFinding(
      'mapping_invalid',
      { file, column: path === '' ? null : path },
      { found, rule, todo },
    ),
  );
  return { mapping: EMPTY_MAPPING, findings };
}
