/** Answers of data/mapping.json that speak of an indicator or institution which is no longer there. */
import { makeFinding, type Finding } from '../findings/finding.ts';
import { MAPPING_FILE } from '../raw/files.ts';
import type { Check } from './check.ts';

const stale = (column: string, found: string, code: string): Finding =>
  makeFinding('mapping_stale', { file: MAPPING_FILE, column }, { found, params: { code } });

export const mapping: Check = ({ mapping: { headings, institutions }, rows, unreadable }) => {
  const indicators = new Set(rows.indicator.map(({ values }) => values.indicator));
  const ids = new Set(rows.institution.map(({ values }) => values.institution_id));
  const findings: Finding[] = [];
  if (!unreadable.has('indicator'))
    for (const [heading, answer] of headings)
      if (answer !== 'ignore' && !indicators.has(answer.indicator))
        findings.push(stale('headings', heading, answer.indicator));
  if (!unreadable.has('institution'))
    for (const [name, answer] of institutions)
      if (answer !== 'ignore' && !ids.has(answer.institution_id))
        findings.push(stale('institutions', name, answer.institution_id));
  return findings;
};
