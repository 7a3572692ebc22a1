/** From a written place to the institutions it may mean: by code, by name, by name behind its city. */
import { spellPlace, placeNames, type Candidate, type PlaceNames } from './place-names.ts';
import { shortName, type KnownInstitution, type KnownRegion, type Places } from './places.ts';

export interface PlaceIndex {
  readonly names: PlaceNames;
  readonly byId: ReadonlyMap<string, KnownInstitution>;
  /** Of an institution’s id or of a region’s code, old codes included; empty for an unknown one. */
  byCode(code: string): readonly Candidate[];
  byName(spelled: string): readonly Candidate[];
  /** Cities and provinces of that name or code; a city also of its short name. */
  upper(spelled: string): readonly KnownRegion[];
  /** The same where the text can only be one of them: 浙江 in a lane of provinces. */
  above(spelled: string): readonly KnownRegion[];
  /** Institutions whose county is named at the beginning: 椒江区 in 椒江区某某中心. */
  mentioned(spelled: string): readonly Candidate[];
}

const LONGEST_PREFIX = 16;
const LONGEST = 80;

/** A code as typed, without what spreadsheets make of it: 331,002, 331002.0, 331002000000. */
export function plainCode(text: string): string {
  const spelled = spellPlace(text);
  const digits = spelled.replace(/^(\d+)\.0+$/, '$1').replace(/^(\d{3}),(\d{3})$/, '$1$2');
  return digits.replace(/^(\d{6})(?:000|000000)$/, '$1');
}

export const isRegionShaped = (code: string): boolean => /^\d{6}$/.test(code);

export const isWithin = ({ above, regions }: KnownInstitution, region: KnownRegion): boolean =>
  above.includes(region) || regions.includes(region);

export function placeIndex(places: Places): PlaceIndex {
  const names = placeNames(places);
  const byId = new Map(places.institutions.map((one) => [spellPlace(one.id), one]));
  const byRegion = new Map<string, Candidate[]>();
  for (const institution of places.institutions)
    for (const [index, { code }] of institution.regions.entries()) {
      const by = index === 0 ? 'code' : 'former_name';
      const sure = institution.level === 'county';
      byRegion.set(code, [...(byRegion.get(code) ?? []), { institution, by, sure }]);
    }
  const uppers = new Map<string, KnownRegion[]>();
  for (const region of places.regions) {
    if (region.level === 'county') continue;
    for (const form of [spellPlace(region.name), shortName(region), region.code])
      if (form !== null) uppers.set(form, [...(uppers.get(form) ?? []), region]);
  }

  const behindUpper = <T>(
    spelled: string,
    find: (rest: string) => readonly T[],
    keep: (found: T, region: KnownRegion) => boolean,
  ): T[] => {
    const found = new Set<T>();
    for (let end = 2; end < Math.min(spelled.length, LONGEST_PREFIX); end += 1)
      for (const region of uppers.get(spelled.slice(0, end)) ?? [])
        for (const one of find(spelled.slice(end))) if (keep(one, region)) found.add(one);
    return [...found];
  };
  const inRegion = ({ institution }: Candidate, region: KnownRegion) =>
    isWithin(institution, region);

  const byName = (spelled: string): readonly Candidate[] => {
    if (spelled.length > LONGEST) return [];
    const exact = names.find(spelled);
    return exact.length > 0 ? exact : behindUpper(spelled, byName, inRegion);
  };
  const above = (spelled: string): readonly KnownRegion[] =>
    spelled.length > LONGEST
      ? []
      : (uppers.get(spelled) ??
        behindUpper(spelled, above, (one, region) => one.parent === region.code));
  /** 示例 alone is a word, 示例省 is not. */
  const upper = (spelled: string) =>
    above(spelled).filter((region) => region.level === 'city' || shortName(region) !== spelled);
  const mentioned = (spelled: string): readonly Candidate[] => {
    for (let end = Math.min(spelled.length - 1, LONGEST_PREFIX); end >= 2; end -= 1) {
      const found = names.find(spelled.slice(0, end)).filter((one) => one.sure);
      if (found.length > 0) return found;
    }
    return spelled.length > LONGEST ? [] : behindUpper(spelled, mentioned, inRegion);
  };
  return {
    ...{ names, byId, byName, upper, above, mentioned },
    byCode(code) {
      const institution = byId.get(code);
      return institution ? [{ institution, by: 'code', sure: true }] : (byRegion.get(code) ?? []);
    },
  };
}
