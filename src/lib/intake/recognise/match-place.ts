/** Who a line of a table is about: code, name, county and city have to agree. */
import { placeKey } from '../mapping/keys.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { Period } from '../period.ts';
import { isRegionShaped, isWithin, plainCode, type PlaceIndex } from './place-index.ts';
import { spellPlace, type Candidate } from './place-names.ts';
import { proposal, type Propose } from './place-proposals.ts';
import { filled, written, type Written } from './place-text.ts';
import { isPlaceholder, regionIn } from './places.ts';
import { RECOGNISED_BY, type PlaceMatch, type PlaceText, type Proposal } from './recogniser.ts';
import { isTotalText } from './totals.ts';

export interface PlaceContext {
  readonly index: PlaceIndex;
  readonly propose: Propose;
  readonly mapping: Mapping;
}

const surer = (a: Candidate, b: Candidate): Candidate => {
  const [first, second] =
    RECOGNISED_BY.indexOf(a.by) <= RECOGNISED_BY.indexOf(b.by) ? [a, b] : [b, a];
  return { ...first, sure: first.sure || second.sure };
};

/** The institutions in both lists. */
const both = (a: readonly Candidate[], b: readonly Candidate[]): Candidate[] =>
  a.flatMap((one) => {
    const other = b.find(({ institution }) => institution === one.institution);
    return other ? [surer(one, other)] : [];
  });

const unknown = (proposals: readonly Proposal[]): PlaceMatch => ({ kind: 'unknown', proposals });
/** More than that nobody looks through. */
const MAX_CHOICES = 20;
const asProposals = (candidates: readonly Candidate[]): Proposal[] =>
  candidates.slice(0, MAX_CHOICES).map(({ institution }) => proposal(institution, 1));

function found(candidate: Candidate, period: Period | null): PlaceMatch {
  const { institution, by } = candidate;
  const region_code = regionIn(institution, period);
  const { id: institution_id, layer } = institution;
  return region_code === null
    ? { kind: 'not_valid', institution_id, period: period?.period ?? '' }
    : { kind: 'institution', institution_id, layer, region_code, by };
}

const contradiction = (code: readonly Candidate[], name: readonly Candidate[]): PlaceMatch => ({
  kind: 'contradiction',
  by_code: code[0]?.institution.id ?? '',
  by_name: name[0]?.institution.id ?? '',
});

/** Candidates in the city told; null where nobody knows that city. */
function inCity(
  candidates: readonly Candidate[],
  city: string,
  index: PlaceIndex,
): readonly Candidate[] | null {
  const regions = index.above(plainCode(city));
  if (regions.length > 0)
    return candidates.filter(({ institution }) =>
      regions.some((region) => isWithin(institution, region)),
    );
  // A county-level city in the lane of cities.
  const counties = index.byName(city);
  return counties.length > 0 ? both(candidates, counties) : null;
}

function decide(
  candidates: readonly Candidate[],
  { city }: Written,
  period: Period | null,
  { index }: PlaceContext,
): PlaceMatch {
  const within = city === null ? candidates : inCity(candidates, city, index);
  const [only, ...others] = within ?? [];
  if (only === undefined) return unknown(asProposals(candidates));
  if (others.length > 0 || !only.sure)
    return { kind: 'several', proposals: asProposals(within ?? []) };
  return found(only, period);
}

/** The answer kept for this line; code and city may not say otherwise. */
function fromMapping(
  text: PlaceText,
  line: Written,
  codes: readonly Candidate[],
  period: Period | null,
  { mapping, index }: PlaceContext,
): PlaceMatch | null {
  if (mapping.institutions.size === 0) return null;
  const texts = [text.name, text.region, text.code].flatMap((one) => filled(one) ?? []);
  const keys = texts.flatMap((one) => [placeKey(one, filled(text.city)), placeKey(one)]);
  const answer = keys.map((key) => mapping.institutions.get(key)).find((one) => one !== undefined);
  if (answer === undefined) return null;
  if (answer === 'ignore') return { kind: 'ignored' };
  const institution = index.byId.get(spellPlace(answer.institution_id));
  if (!institution) return null;
  const candidate: Candidate = { institution, by: 'mapping', sure: true };
  if (codes.length > 0 && both(codes, [candidate]).length === 0)
    return contradiction(codes, [candidate]);
  const within = line.city === null ? null : inCity([candidate], line.city, index);
  return within !== null && within.length === 0
    ? unknown([proposal(institution, 1)])
    : found(candidate, period);
}

/** By name; or by code, where a table has codes in place of names. */
function named(text: string, index: PlaceIndex): readonly Candidate[] {
  const found = index.byName(text);
  return found.length > 0 ? found : index.byCode(plainCode(text));
}

/** The institutions of the county that the name begins with, then those of like names. */
function likely(
  name: string,
  mentioned: readonly Candidate[],
  { propose }: PlaceContext,
): readonly Proposal[] {
  const first = asProposals(mentioned);
  const others = propose(name).filter(({ code }) => first.every((one) => one.code !== code));
  return [...first, ...others].slice(0, 5);
}

/** A name nobody knows, beside a code or county that is known. */
function unknownName(
  name: string,
  evidence: readonly Candidate[],
  line: Written,
  period: Period | null,
  context: PlaceContext,
): PlaceMatch {
  const { index } = context;
  const [only, ...others] = evidence;
  const mentioned = index.mentioned(name);
  if (only === undefined || others.length > 0)
    return unknown(evidence.length > 0 ? asProposals(evidence) : likely(name, mentioned, context));
  if (mentioned.length > 0 && both(mentioned, evidence).length === 0)
    return contradiction(evidence, mentioned);
  // The id is the institution’s own; of a form without names the county’s only line is its.
  const byId = line.code !== null && index.byId.get(line.code) === only.institution;
  const isItsOwn = isPlaceholder(only.institution) && mentioned.length > 0;
  return byId || isItsOwn
    ? decide(evidence, line, period, context)
    : unknown(asProposals(evidence));
}

/** Names of parts that no list of regions has: 东片, 北部片区, 第一组, 山区. */
const NO_REGION =
  /^(?:[东南西北中]{1,2}部?(?:片区?|组)?|第?[一二三四五六]片区?|第?[一二三四五六]组|山区|平原|沿海|海岛|城区|郊区)$/;

/**
 * The county that a line tells beside its institution. A city there is what a column of cities
 * says, and a name of no region says nothing.
 */
function withCounty(line: Written, index: PlaceIndex): Written {
  const { name, region, city } = line;
  if (name === null || region === null) return line;
  if (NO_REGION.test(region)) return { ...line, region: null };
  const isCity = index.above(plainCode(region)).length > 0;
  if (!isCity || city !== null) return line;
  // 临海市 is a county, whatever the city is called.
  const isCounty = named(region, index).some(({ institution }) => institution.level === 'county');
  return isCounty ? line : { ...line, region: null, city: region };
}

/** Of the city or province itself, which has no institution of its own. */
const isUpperOnly = ({ code, name, region }: Written, index: PlaceIndex): boolean => {
  const said = [code, name, region].flatMap((one) => one ?? []);
  return said.length > 0 && said.every((one) => index.upper(one).length > 0);
};

export function matchPlace(
  text: PlaceText,
  period: Period | null,
  context: PlaceContext,
): PlaceMatch {
  const { index, propose } = context;
  const line = withCounty(written(text), index);
  const { code, name, region } = line;
  const codes = code === null ? [] : index.byCode(code);
  const label = name ?? region ?? code;
  if (label === null) return unknown([]);
  if (isTotalText(label) && !codes.some(({ sure }) => sure)) return { kind: 'total' };
  const mapped = fromMapping(text, line, codes, period, context);
  if (mapped) return mapped;

  const regions = region === null ? null : named(region, index);
  const known: readonly Candidate[][] = [codes, regions ?? []]
    .filter((list) => list.length > 0)
    .map((list) => [...list]);
  const [first = [], second] = known;
  const evidence = second === undefined ? first : both(first, second);
  if (second !== undefined && evidence.length === 0) return contradiction(first, second);

  const names = name === null ? null : named(name, index);
  if (names === null || names.length === 0) {
    if (codes.length === 0 && isUpperOnly(line, index)) return { kind: 'total' };
    if (name !== null) return unknownName(name, evidence, line, period, context);
    return evidence.length > 0 ? decide(evidence, line, period, context) : unknown(propose(label));
  }
  if (evidence.length > 0) {
    const agreed = both(names, evidence);
    return agreed.length > 0
      ? decide(agreed, line, period, context)
      : contradiction(evidence, names);
  }
  // A code of the right shape that nobody knows, or a county, may be another’s.
  const doubted = (code !== null && isRegionShaped(code)) || region !== null;
  return doubted ? unknown(asProposals(names)) : decide(names, line, period, context);
}

/** True where the text alone is an institution, a county, a city or a code, in any period. */
export function isPlaceText(text: string, index: PlaceIndex): boolean {
  const tidy = filled(text);
  if (tidy === null || tidy.length > 80 || isTotalText(tidy)) return false;
  const { code, name } = written({ code: null, name: tidy, city: null });
  const spelled = name ?? '';
  const plain = plainCode(spelled);
  return (
    index.byCode(plain).length > 0 ||
    (code !== null && index.byCode(code).length > 0) ||
    index.byName(spelled).length > 0 ||
    index.upper(plain).length > 0
  );
}
