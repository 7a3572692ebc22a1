/** Every text by which an institution is known, looked up whole. */
import { isPlaceholder, shortName, type KnownInstitution, type Places } from './places.ts';
import type { RecognisedBy } from './recogniser.ts';
import { spell } from './spelling.ts';

/** An institution that a text or code may mean. */
export interface Candidate {
  readonly institution: KnownInstitution;
  readonly by: RecognisedBy;
  /** False for the name or code of a city: its own institution, or the sum of its counties? */
  readonly sure: boolean;
}

/** Spelled, and without any space: names on forms are spread out. */
export const spellPlace = (text: string): string => spell(text).replace(/ /g, '');

/** What a county’s only metrology institution is called where its own name is not known yet. */
const GENERIC = [
  ...['计量所', '计量院', '计量中心', '计量站', '计量机构', '计量技术机构', '县级计量技术机构'],
  ...['法定计量技术机构', '法定计量检定机构', '计量检定机构', '计量检定所', '计量检定测试所'],
  ...['计量检定测试中心', '计量检测所', '计量检测中心', '计量测试所', '计量测试中心'],
  ...['计量检定测试院', '计量检测院', '计量技术机构(县级)'],
];

/** Short for a name that is known: 计量所 of 计量检定测试所. */
const SHORT_FOR: readonly (readonly [string, RegExp])[] = [
  ['计量所', /计量.*所$/],
  ['计量院', /计量.*院$/],
  ['计量中心', /计量.*中心$/],
  ['计量站', /计量.*站$/],
  ['计量技术机构', /计量/],
  ['计量机构', /计量/],
];

interface Name {
  readonly text: string;
  readonly by: RecognisedBy;
  readonly sure: boolean;
}

function* namesOf(institution: KnownInstitution, alone: boolean): Iterable<Name> {
  const { name, name_en, regions, level } = institution;
  const own = spellPlace(name);
  const isCity = level !== 'county';
  yield { text: own, by: 'name', sure: true };
  if (name_en !== '') yield { text: spellPlace(name_en), by: 'name', sure: true };
  const [current] = regions;
  const generic = isPlaceholder(institution)
    ? GENERIC
    : SHORT_FOR.flatMap(([short, of]) => (of.test(own) ? [short] : []));
  for (const region of regions) {
    const by = region === current ? 'name' : 'former_name';
    const full = spellPlace(region.name);
    const short = shortName(region);
    if (region !== current && own.startsWith(spellPlace(current.name)))
      yield { text: full + own.slice(spellPlace(current.name).length), by, sure: true };
    yield { text: full, by, sure: !isCity };
    if (region.name_en !== '') yield { text: spellPlace(region.name_en), by, sure: !isCity };
    if (short !== null) yield { text: short, by: 'alias', sure: !isCity };
    // Of two institutions in one county 计量所 may be a third.
    if (alone)
      for (const word of generic)
        for (const place of [full, ...(short === null ? [] : [short])])
          yield { text: place + word, by: 'alias', sure: true };
    if (isCity)
      for (const word of ['本级', '市本级', '市直', '直属'])
        yield { text: full + word, by: 'alias', sure: true };
  }
  if (isCity)
    for (const text of ['市本级', '市直', '市级']) yield { text, by: 'alias', sure: true };
}

export interface PlaceNames {
  readonly find: (spelled: string) => readonly Candidate[];
  /** All names with the institutions they belong to. */
  readonly all: ReadonlyMap<string, readonly Candidate[]>;
}

export function placeNames({ institutions, regions }: Places): PlaceNames {
  const all = new Map<string, Candidate[]>();
  /** A short name that is also a city’s or a province’s says nothing. */
  const upper = new Set(
    regions.flatMap((region) =>
      region.level === 'county' ? [] : [spellPlace(region.name), shortName(region) ?? ''],
    ),
  );
  const inRegion = new Map<string, number>();
  for (const { layer, level, regions: own } of institutions)
    for (const { code } of own) {
      const key = [layer, level, code].join('/');
      inRegion.set(key, (inRegion.get(key) ?? 0) + 1);
    }
  for (const institution of institutions) {
    const { layer, level, regions: own } = institution;
    const alone = own.every(({ code }) => inRegion.get([layer, level, code].join('/')) === 1);
    for (const { text, by, sure } of namesOf(institution, alone)) {
      if (by === 'alias' && level === 'county' && upper.has(text)) continue;
      const known = all.get(text) ?? [];
      if (!known.some((one) => one.institution === institution))
        known.push({ institution, by, sure });
      all.set(text, known);
    }
  }
  return { all, find: (spelled) => all.get(spelled) ?? [] };
}
