import type { Messages } from '#lib/i18n/index.ts';
import type { LocalText, Locale } from '#lib/model/index.ts';
import type { Finding } from './model.ts';

/** Names said in full before the rest is counted. */
const NAMED = 3;

/** The one sentence above the ranking: who leads, who rose most, how many are left out. */
export function findingSentence(finding: Finding, locale: Locale, m: Messages): string {
  const { leaders, climbers, climbed, hasPrevious, unranked } = finding;
  const parts: string[] = [];
  if (leaders.length === 0) parts.push(m.finding.none);
  else if (leaders.length === 1) parts.push(m.finding.first(nameList(leaders, locale, m)));
  else parts.push(m.finding.tiedFirst(nameList(leaders, locale, m)));
  if (leaders.length > 0) {
    if (!hasPrevious) parts.push(m.finding.noPrevious);
    else if (climbed === 0) parts.push(m.finding.noClimber);
    else parts.push(m.finding.climber(nameList(climbers, locale, m), climbed));
  }
  if (unranked > 0) parts.push(m.finding.unranked(unranked));
  return parts.join(m.finding.join) + m.finding.stop;
}

function nameList(names: readonly LocalText[], locale: Locale, m: Messages): string {
  const said = names
    .slice(0, NAMED)
    .map((name) => name[locale])
    .join(m.finding.nameJoin);
  return names.length > NAMED ? m.finding.andOthers(said, names.length) : said;
}
