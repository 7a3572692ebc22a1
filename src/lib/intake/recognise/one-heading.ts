/** The meaning of a single text as a heading, by rules that never guess. */
import { isUnitOnly, withoutUnit } from './heading-text.ts';
import { ignoredAs, roleOf, type RoleWord } from './heading-words.ts';
import type { IndicatorNames, KnownIndicator, NameFound, Named } from './indicator-names.ts';
import type { IgnoredLane } from './recogniser.ts';
import { isTotalText } from './totals.ts';

export type Meaning =
  | ({ readonly kind: 'named' } & Named)
  | { readonly kind: 'several'; readonly several: readonly KnownIndicator[] }
  | ({ readonly kind: 'role' } & RoleWord)
  | { readonly kind: 'ignored'; readonly why: IgnoredLane }
  | { readonly kind: 'total' };

const asMeaning = (found: NameFound): Meaning =>
  'indicator' in found ? { kind: 'named', ...found } : { kind: 'several', several: found.several };

/** TZ1, [TZ1] 强检项目数, TZ1-强检项目数. */
const CODE_FIRST = /^[[(【]?([a-z][a-z0-9_]*)[\])】]?[-_:.、 ]*(.*)$/i;
/** 强检项目数(TZ1), 强检项目数 TZ1. */
const CODE_LAST =
  /^(.+?)(?:[-_: ]*[[(【]([a-z][a-z0-9_]*)[\])】]|(?:[-_: ]+|(?<=\p{Script=Han}))([a-z][a-z0-9_]*))$/iu;

/** What a code beside a name says: the same, or something else, which is then neither. */
function coded(text: string, names: IndicatorNames): Meaning | 'contradiction' | null {
  const [, first = '', rest = ''] = CODE_FIRST.exec(text) ?? [];
  const [, before = '', bracketed, loose] = CODE_LAST.exec(text) ?? [];
  for (const [code, words] of [
    [first, rest],
    [bracketed ?? loose ?? '', before],
  ] as const) {
    const indicator = names.byCode.get(code.toUpperCase());
    if (!indicator) continue;
    const meant = plainMeaning(words, names);
    if (meant?.kind === 'named' && meant.indicator === indicator)
      return { kind: 'named', indicator, by: 'code' };
    return 'contradiction';
  }
  return null;
}

/** 强检项目数排名, 计量标准同比: about a known indicator, but not its value. */
function derived(text: string, names: IndicatorNames): Meaning | null {
  for (let cut = 2; cut <= text.length - 2; cut += 1) {
    const why = ignoredAs(
      text
        .slice(cut)
        .replace(/^[-_:(]+/, '')
        .replace(/\)$/, ''),
    );
    if (why !== 'rank' && why !== 'score' && why !== 'growth') continue;
    if (names.find(text.slice(0, cut).replace(/[-_:(]+$/, ''))) return { kind: 'ignored', why };
  }
  return null;
}

function plainMeaning(text: string, names: IndicatorNames): Meaning | null {
  const indicator = names.byCode.get(text.toUpperCase());
  if (indicator) return { kind: 'named', indicator, by: 'code' };
  const found = names.find(text);
  if (found) return asMeaning(found);
  const role = roleOf(text);
  if (role) return { kind: 'role', ...role };
  const why = ignoredAs(text);
  if (why) return { kind: 'ignored', why };
  if (isTotalText(text)) return { kind: 'total' };
  const bare = withoutUnit(text);
  if (bare === null) return null;
  const unit = unitIn(text, bare);
  // 培训(人次) is 培训人次.
  const meaning = plainMeaning(bare, names) ?? joinedUnit(unit, bare, names);
  // 名次 is a unit, and 持证比例(名次) a rank.
  const unitWhy = ignoredAs(unit);
  const counts = meaning?.kind === 'named' && meaning.indicator.unit === unit;
  return unitWhy && !counts ? { kind: 'ignored', why: unitWhy } : meaning;
}

const unitIn = (text: string, bare: string) => text.slice(bare.length).replace(/^[(/,;]|\)$/g, '');

function joinedUnit(unit: string, bare: string, names: IndicatorNames): Meaning | null {
  const found = isUnitOnly(unit) ? names.find(bare + unit) : null;
  return found ? asMeaning(found) : null;
}

/** null for a text that says nothing known, or speaks of two things at once. */
export function meaningOf(text: string, names: IndicatorNames): Meaning | null {
  const plain = plainMeaning(text, names);
  if (plain) return plain;
  const code = coded(withoutUnit(text) ?? text, names) ?? coded(text, names);
  if (code !== null) return code === 'contradiction' ? null : code;
  return text.length > 40 ? null : derived(withoutUnit(text) ?? text, names);
}
