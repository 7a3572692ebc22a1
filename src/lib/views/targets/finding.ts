import type { TargetsMessages } from '#lib/i18n/views/targets.ts';
import { VERDICTS, type Evaluation } from '#lib/state/targets/index.ts';
import type { TargetsModel } from './model.ts';

/** The one sentence above the targets: how many of which verdict, published and sample apart. */
export function findingSentence({ groups }: TargetsModel, t: TargetsMessages): string {
  const of = (demo: boolean) =>
    groups.flatMap(({ key, evaluations }) => ((key === 'demo') === demo ? evaluations : []));
  const sections = [
    section(of(false), t.finding.reported, t),
    section(of(true), t.finding.demo, t),
  ].filter((text) => text !== '');
  return sections.length === 0 ? t.finding.none : sections.join(t.finding.between) + t.finding.stop;
}

/** The same of one group, for its picture. */
export const groupFinding = (
  { key, evaluations }: TargetsModel['groups'][number],
  t: TargetsMessages,
): string =>
  evaluations.length === 0
    ? ''
    : section(evaluations, key === 'demo' ? t.finding.demo : t.finding.reported, t) +
      t.finding.stop;

function section(
  evaluations: readonly Evaluation[],
  head: (n: number) => string,
  t: TargetsMessages,
): string {
  if (evaluations.length === 0) return '';
  const unpublished = evaluations.filter(({ reason }) => reason === 'not_published').length;
  const parts = VERDICTS.flatMap((verdict) => {
    const n = evaluations.filter(
      (one) => one.verdict === verdict && one.reason !== 'not_published',
    ).length;
    return n > 0 ? [t.finding.part(n, t.verdict[verdict])] : [];
  });
  if (unpublished > 0) parts.push(t.finding.notPublished(unpublished));
  const early = evaluations.filter(({ due }) => due?.reached === false);
  const soFar = early[0] ? t.finding.soFar(early.length, early[0].period) : '';
  return t.finding.section(head(evaluations.length), parts.join(t.finding.join)) + soFar;
}
