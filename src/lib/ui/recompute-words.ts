/** What is said of the second computation of an index, on every page alike. */
import { formatNumber, type Messages } from '#lib/i18n/index.ts';
import { RECOMPUTE_TOLERANCE } from '#lib/model/index.ts';
import type { Disagreement, ManifestRecomputation, RecomputeVerdict } from '#lib/model/index.ts';

/** The names that a difference is told with, by code. */
export interface Names {
  unit(code: string): string;
  element(code: string): string;
}

/** A verdict in one line; where this browser has none yet, with what was found at publication. */
export function verdictText(
  verdict: RecomputeVerdict,
  published: ManifestRecomputation | undefined,
  names: Names,
  m: Messages,
): string {
  const words = m.recompute;
  switch (verdict.kind) {
    case 'agrees':
      return words.agrees(formatNumber(verdict.rows, 0), `${RECOMPUTE_TOLERANCE}`);
    case 'differs':
      return words.differs + m.colon + disagreementText(verdict.first[0], names, m);
    case 'not_covered':
      return words.notCovered(words.reason[verdict.reason]);
    case 'not_checked': {
      const here = { pending: words.pending, not_started: words.notStarted, no_sql: words.noSql };
      return here[verdict.reason] + words.join + publishedText(published, m);
    }
  }
}

/** What was found at publication. */
export function publishedText(published: ManifestRecomputation | undefined, m: Messages): string {
  return published?.verdict === 'agrees'
    ? m.recompute.atPublication(formatNumber(published.rows, 0), `${published.tolerance}`)
    : m.recompute.notAtPublication;
}

/** Whom, when and in what two computations differ, with what either came to. */
export function disagreementText(
  { unit, period, element, what, scored, recomputed }: Disagreement,
  names: Names,
  m: Messages,
): string {
  const words = m.recompute;
  const said = (value: string | number | null) => (value === null ? words.nothing : `${value}`);
  return [
    words.place(names.unit(unit), period, names.element(element)),
    words.what[what],
    words.both(said(scored), said(recomputed)),
  ].join(words.join);
}
