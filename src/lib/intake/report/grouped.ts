/** Floods of one kind: so many one by one, then how many more there are. */
import type { ImportFinding } from '../import/outcome.ts';

export const MOST_LISTED = 50;

export interface FindingGroup {
  readonly file: string;
  readonly code: string;
  readonly severity: ImportFinding['severity'];
  readonly listed: readonly ImportFinding[];
  /** Not listed. */
  readonly more: number;
}

/** Findings by severity, file and code, each group in the order of its first finding. */
export function groupFindings(
  findings: readonly ImportFinding[],
  most = MOST_LISTED,
): FindingGroup[] {
  const groups = new Map<string, { first: ImportFinding; all: ImportFinding[] }>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.severity, finding.file, finding.code]);
    const group = groups.get(key);
    if (group) group.all.push(finding);
    else groups.set(key, { first: finding, all: [finding] });
  }
  return [...groups.values()].map(({ first: { file, code, severity }, all }) => ({
    file,
    code,
    severity,
    listed: all.slice(0, most),
    more: Math.max(0, all.length - most),
  }));
}
