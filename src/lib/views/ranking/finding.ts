import type { Messages } from '#lib/i18n/index.ts';
import { nameList } from '#lib/i18n/names.ts';
import type { Locale } from '#lib/model/index.ts';
import type { Finding } from './model.ts';

/** The one sentence above the ranking: who leads, who rose most, how many are left out. */
export function findingSentence(finding: Finding, locale: Locale, m: Messages): string {
  const { leaders, unranked, silent } = finding;
  const parts = [
    ...(leaders.length === 0 ? [m.finding.none] : ranksOf(finding, locale, m)),
    ...(unranked === 0
      ? []
      : [silent ? m.finding.nothingReported(unranked) : m.finding.unranked(unranked)]),
  ];
  return parts.join(m.finding.join) + m.finding.stop;
}

function ranksOf(finding: Finding, locale: Locale, m: Messages): string[] {
  const { leaders, climbers, climbed, hasPrevious } = finding;
  const [leader] = leaders;
  const names = nameList(leaders, locale, m);
  const isClimber = climbers.length === 1 && leaders.length === 1 && climbers[0] === leader;
  if (hasPrevious && isClimber && climbed > 0) return [m.finding.leaderClimbed(names, climbed)];
  const lead = leaders.length === 1 ? m.finding.first(names) : m.finding.tiedFirst(names);
  if (!hasPrevious) return [lead, m.finding.noPrevious];
  if (climbed === 0) return [lead, m.finding.noClimber];
  return [lead, m.finding.climber(nameList(climbers, locale, m), climbed)];
}
