/**
 * The page of published facts as plain data: which facts are found, under which headings; what there
 * is to choose from. Nothing is ordered by its number. Pure.
 */
import { formatPeriod, formatPlain } from '#lib/i18n/index.ts';
import { MEASURE_KINDS } from '#lib/model/index.ts';
import type { FactsOptions, FactsView } from '#lib/state/facts-view.ts';
import type { FactsData, PublishedFact } from '#lib/state/published-facts.ts';
import { finder, searchText } from '#lib/state/search.ts';
import { TOPICS, topicsOf, type Topic } from './topics.ts';

/** The headings of the documents, in the order in which they are read. */
export const PILLARS = [
  '科学计量',
  '法制计量',
  '民生计量',
  '诚信计量',
  '能源计量',
  '产业计量',
  '规范',
  '科研',
  '人才',
  '党建',
] as const;

export interface FactGroup {
  readonly pillar: string;
  readonly facts: readonly PublishedFact[];
}

export interface FactsModel {
  readonly view: FactsView;
  readonly groups: readonly FactGroup[];
  readonly found: number;
  readonly total: number;
}

/** A thing to choose, and how many of all facts have it. */
export interface Choice<Word extends string = string> {
  readonly word: Word;
  readonly count: number;
}

export type FactsChoices = {
  readonly [Field in Exclude<keyof FactsOptions, 'topic'>]: readonly Choice[];
} & { readonly topic: readonly Choice<Topic>[] };

const provinceOf = (fact: PublishedFact, { regions }: FactsData): string =>
  regions[fact.region_code]?.province ?? fact.region_code;

/** Every year that a fact tells of: 2016–2020 is found under each of the five. */
const yearsOf = ({ firstYear, lastYear }: PublishedFact): string[] =>
  Array.from({ length: lastYear - firstYear + 1 }, (_, i) => String(firstYear + i));

function counted<Word extends string>(
  facts: readonly PublishedFact[],
  wordsOf: (fact: PublishedFact) => readonly Word[],
): Map<Word, number> {
  const counts = new Map<Word, number>();
  for (const fact of facts)
    for (const word of wordsOf(fact)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The words of `order` that occur, then all others as they come. */
function choices<Word extends string>(
  counts: ReadonlyMap<Word, number>,
  order: readonly Word[] = [],
): Choice<Word>[] {
  const known = order.filter((word) => counts.has(word));
  const rest = [...counts.keys()].filter((word) => !known.includes(word));
  return [...known, ...rest].map((word) => ({ word, count: counts.get(word) ?? 0 }));
}

/** What an address may choose from, with counts; only what occurs. */
export function factsChoices(data: FactsData): FactsChoices {
  const { facts } = data;
  const years = counted(facts, yearsOf);
  const provinces = counted(facts, (fact) => [provinceOf(fact, data)]);
  return {
    topic: choices(
      counted(facts, ({ indicator }) => topicsOf(indicator)),
      TOPICS,
    ),
    pillar: choices(
      counted(facts, ({ pillar }) => [pillar]),
      PILLARS,
    ),
    province: choices(provinces, [...provinces.keys()].sort()),
    document: choices(counted(facts, ({ source_id }) => [source_id])),
    year: choices(years, [...years.keys()].sort().reverse()),
    kind: choices<string>(
      counted(facts, ({ measure_kind }) => [measure_kind]),
      MEASURE_KINDS,
    ),
  };
}

export const factsOptions = (choices: FactsChoices): FactsOptions => {
  const words = (list: readonly Choice[]) => list.map(({ word }) => word);
  return {
    topic: words(choices.topic),
    pillar: words(choices.pillar),
    province: words(choices.province),
    document: words(choices.document),
    year: words(choices.year),
    kind: words(choices.kind),
  };
};

/** All that a search looks into: names, value, body, place, document, heading, number. */
function textOf(fact: PublishedFact, { sources, regions }: FactsData): string {
  const source = sources[fact.source_id];
  const region = regions[fact.region_code];
  const province = regions[region?.province ?? ''];
  return searchText([
    fact.name.zh,
    fact.name.en,
    fact.value_text,
    fact.value === null ? null : `${fact.value} ${formatPlain(fact.value)}${fact.unit.zh}`,
    fact.unit.zh,
    fact.unit.en,
    fact.entity,
    region?.name.zh ?? null,
    region?.name.en ?? null,
    province?.name.zh ?? null,
    province?.name.en ?? null,
    source?.title ?? null,
    source?.publisher ?? null,
    fact.pillar,
    fact.number,
    fact.locator,
    formatPeriod(fact.period, 'zh'),
    formatPeriod(fact.period, 'en'),
    fact.note,
  ]);
}

const folded = new WeakMap<PublishedFact, string>();

/** Typing asks for every fact again and again; its text is folded once. */
function foldedText(fact: PublishedFact, data: FactsData): string {
  const known = folded.get(fact);
  if (known !== undefined) return known;
  const text = textOf(fact, data);
  folded.set(fact, text);
  return text;
}

export function factsModel(data: FactsData, view: FactsView): FactsModel {
  const found = finder(view.query);
  const is = (wanted: string | null, words: readonly string[]) =>
    wanted === null || words.includes(wanted);
  const facts = data.facts.filter(
    (fact) =>
      is(view.topic, topicsOf(fact.indicator)) &&
      is(view.pillar, [fact.pillar]) &&
      is(view.province, [provinceOf(fact, data)]) &&
      is(view.document, [fact.source_id]) &&
      is(view.year, yearsOf(fact)) &&
      is(view.kind, [fact.measure_kind]) &&
      found(foldedText(fact, data)),
  );
  const groups = new Map<string, PublishedFact[]>();
  for (const pillar of PILLARS) groups.set(pillar, []);
  for (const fact of facts) {
    const group = groups.get(fact.pillar) ?? [];
    group.push(fact);
    groups.set(fact.pillar, group);
  }
  return {
    view,
    groups: [...groups].flatMap(([pillar, facts]) =>
      facts.length === 0 ? [] : [{ pillar, facts }],
    ),
    found: facts.length,
    total: data.facts.length,
  };
}
