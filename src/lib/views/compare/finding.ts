/** The one sentence above the comparison: who is ahead, by how much, and in what. */
import { formatNumber, type Messages } from '#lib/i18n/index.ts';
import { nameList } from '#lib/i18n/names.ts';
import type { CompareMessages } from '#lib/i18n/views/compare.ts';
import type { Locale } from '#lib/model/index.ts';
import type { CompareModel } from './model.ts';
import type { Subject } from './subjects.ts';
import { capital, decimalsFor, decimalsOf, subjectName } from './words.ts';

interface Telling {
  readonly model: CompareModel;
  readonly locale: Locale;
  readonly c: CompareMessages;
  readonly m: Messages;
  readonly decimals: number;
}

/** A dimension and by how much the one leads the other in it. */
interface Lead {
  readonly name: string;
  readonly by: number;
}

export function compareFinding(
  model: CompareModel,
  locale: Locale,
  c: CompareMessages,
  m: Messages,
): string {
  const telling = { model, locale, c, m, decimals: decimalsOf(model) };
  const { subjects } = model;
  const own = subjects.filter(({ institution }) => institution);
  const placed = own.filter(({ score }) => score !== null);
  const without = own.filter(({ score }) => score === null);
  const reference = subjects.find((subject) => subject.reference) ?? null;
  const parts = [
    ...(own.length === 0 ? [c.finding.nobody] : []),
    ...placedParts(telling, placed, reference),
    ...(own.length === 1 && placed.length === 1 && !reference ? [c.finding.pickMore] : []),
    ...(without.length > 0
      ? [
          c.finding.unranked(
            nameList(
              without.map(({ name }) => name),
              locale,
              m,
            ),
          ),
        ]
      : []),
  ];
  return capital(parts.join(m.finding.join) + m.finding.stop);
}

function placedParts(
  telling: Telling,
  placed: readonly Subject[],
  reference: Subject | null,
): string[] {
  const [a, b] = placed;
  if (!a) return [];
  if (!b) return reference ? againstReference(telling, a, reference) : [alone(telling, a)];
  const beside = reference ? [aboveReference(telling, placed, reference)] : [];
  return [...(placed.length === 2 ? pair(telling, a, b) : several(telling, placed)), ...beside];
}

const number = ({ decimals }: Telling, value: number) => formatNumber(Math.abs(value), decimals);

function alone(telling: Telling, one: Subject): string {
  const { c, locale } = telling;
  const { rank = 0, of = 0, tied = false } = one.institution?.place ?? {};
  const place = tied ? c.finding.tiedPlace(rank, of) : c.finding.place(rank, of);
  return c.finding.alone(one.name[locale], number(telling, one.score ?? NaN), place);
}

/** By how much `a` leads `b` in each dimension; NaN where either has none. */
function gapsOf(
  { model, locale }: Telling,
  a: Subject,
  b: Subject,
  of: 'points' | 'score',
): Lead[] {
  const [i, j] = [model.subjects.indexOf(a), model.subjects.indexOf(b)];
  return model.lines.map(({ name, cells }) => {
    const [own, other] = [cells[i]?.[of] ?? NaN, cells[j]?.[of] ?? NaN];
    return { name: name[locale], by: own - other };
  });
}

/** Where `a` leads `b`, most first; in points of the index where those explain the gap. */
function leads(telling: Telling, a: Subject, b: Subject): { explained: boolean; list: Lead[] } {
  const points = gapsOf(telling, a, b, 'points');
  const sum = points.reduce((total, { by }) => total + by, 0);
  const gap = (a.score ?? NaN) - (b.score ?? NaN);
  const explained = Math.abs(sum - gap) <= 1e-6 * Math.max(1, Math.abs(gap));
  const list = explained ? points : gapsOf(telling, a, b, 'score');
  return {
    explained,
    list: list.filter(({ by }) => !Number.isNaN(by)).sort((x, y) => y.by - x.by),
  };
}

/** Those that lead by the same as the first, as far as can be read. */
function top(telling: Telling, list: readonly Lead[]): { names: string[]; text: string } | null {
  const [first] = list;
  if (!first) return null;
  const text = number(telling, first.by);
  if (!/[1-9]/.test(text)) return null;
  return {
    names: list.filter(({ by }) => number(telling, by) === text).map(({ name }) => name),
    text,
  };
}

/** How many lead visibly, and those that lead most. */
function ahead(telling: Telling, list: readonly Lead[]) {
  const visible = list.filter(({ by }) => /[1-9]/.test(number(telling, by)));
  const most = top(telling, visible);
  return most && { ...most, n: visible.length };
}

const negated = (list: readonly Lead[]): Lead[] =>
  list.map(({ name, by }) => ({ name, by: -by })).reverse();

const positive = (list: readonly Lead[]) => list.filter(({ by }) => by > 0);

function pair(telling: Telling, a: Subject, b: Subject): string[] {
  const { c, locale } = telling;
  const [high, low] = (a.score ?? 0) >= (b.score ?? 0) ? [a, b] : [b, a];
  const [highName, lowName] = [high.name[locale], low.name[locale]];
  const gap = (high.score ?? NaN) - (low.score ?? NaN);
  const { explained, list } = leads(telling, high, low);
  const lead = ahead(telling, positive(list));
  const trail = ahead(telling, positive(negated(list)));
  const other = (name: string, part: typeof lead) =>
    part ? [c.finding.otherLeads(name, part.n, part.names, part.text)] : [];
  if (isTie(telling, gap)) {
    const equal = c.finding.equal(highName, lowName, number(telling, high.score ?? NaN));
    const both = [...other(highName, lead), ...other(lowName, trail)];
    return [equal, both.length > 0 ? both.join(c.finding.and) : c.finding.allEqual];
  }
  const head = c.finding.higher(highName, lowName, number(telling, gap));
  if (!explained) return [head, ...widest(telling, list)];
  return [
    lead ? head + c.finding.and + c.finding.leadFrom(lead.names, lead.text) : head,
    ...(trail ? other(lowName, trail) : [c.finding.neverBehind(highName)]),
  ];
}

const isTie = ({ decimals }: Telling, gap: number): boolean =>
  !/[1-9]/.test(formatNumber(gap, Math.max(decimals, decimalsFor(gap))));

function widest(telling: Telling, list: readonly Lead[]): string[] {
  const sizes = list
    .filter(({ by }) => !Number.isNaN(by))
    .map(({ name, by }) => ({ name, by: Math.abs(by) }));
  const most = top(
    telling,
    sizes.sort((x, y) => y.by - x.by),
  );
  return most ? [telling.c.finding.widest(most.names, most.text)] : [];
}

/** One institution and what it is measured against: it stays the subject of the sentence. */
function againstReference(telling: Telling, one: Subject, reference: Subject): string[] {
  const { c, locale } = telling;
  const [name, other] = [one.name[locale], subjectName(reference, locale, c)];
  if (reference.reference?.best?.id === one.id) return [c.finding.isBest(name, other)];
  const gap = (one.score ?? NaN) - (reference.score ?? NaN);
  const { explained, list } = leads(telling, one, reference);
  if (isTie(telling, gap))
    return [
      c.finding.equal(name, other, number(telling, one.score ?? NaN)),
      ...widest(telling, list),
    ];
  const isHigher = gap > 0;
  const head = c.finding[isHigher ? 'higher' : 'lower'](name, other, number(telling, gap));
  if (!explained) return [head, ...widest(telling, list)];
  const same = ahead(telling, positive(isHigher ? list : negated(list)));
  const opposite = ahead(telling, positive(isHigher ? negated(list) : list));
  const from = same && c.finding[isHigher ? 'leadFrom' : 'lagFrom'](same.names, same.text);
  const against = isHigher ? c.finding.selfLower : c.finding.selfHigher;
  return [
    from ? head + c.finding.and + from : head,
    ...(opposite ? [against(opposite.n, opposite.names, opposite.text)] : []),
  ];
}

function several(telling: Telling, placed: readonly Subject[]): string[] {
  const { c, locale } = telling;
  const sorted = [...placed].sort((a, b) => (b.score ?? 0) - (a.score ?? 0));
  const [best, last] = [sorted[0], sorted[sorted.length - 1]];
  if (!best || !last) return [];
  const gap = (best.score ?? NaN) - (last.score ?? NaN);
  const score = (one: Subject) => number(telling, one.score ?? NaN);
  if (isTie(telling, gap)) return [c.finding.allSame(placed.length, score(best))];
  return [
    c.finding.spread(
      best.name[locale],
      score(best),
      last.name[locale],
      score(last),
      number(telling, gap),
    ),
    ...widest(telling, gapsOf(telling, best, last, 'score')),
  ];
}

function aboveReference(telling: Telling, placed: readonly Subject[], reference: Subject): string {
  const { c, m, locale } = telling;
  const name = subjectName(reference, locale, c);
  const best = placed.find(({ id }) => id === reference.reference?.best?.id);
  if (best) return c.finding.isBest(best.name[locale], name);
  const score = number(telling, reference.score ?? NaN);
  const above = placed.filter(({ score: own }) => {
    const gap = (own ?? NaN) - (reference.score ?? NaN);
    return gap > 0 && !isTie(telling, gap);
  });
  if (above.length === placed.length) return c.finding.aboveAll(name, score);
  if (above.length === 0) return c.finding.aboveNone(name, score);
  return c.finding.abovePart(
    nameList(
      above.map((one) => one.name),
      locale,
      m,
    ),
    name,
    score,
  );
}
