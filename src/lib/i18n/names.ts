import type { LocalText, Locale } from '#lib/model/index.ts';
import type { Messages } from './index.ts';

/** Names said in full before the rest is counted. */
const NAMED = 3;

/** 甲县、乙县; 甲县、乙县、丙县等 5 家 where there are more than can be read. */
export function nameList(names: readonly LocalText[], locale: Locale, m: Messages): string {
  const said = names.slice(0, NAMED).map((name) => name[locale]);
  return names.length > NAMED
    ? m.finding.andOthers(said.join(m.finding.nameJoin), names.length)
    : m.finding.list(said);
}
