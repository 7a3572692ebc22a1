/** The one sentence of the trends page. */
import { formatNumber } from '#lib/i18n/index.ts';
import { nameList } from '#lib/i18n/names.ts';
import type { LocalText } from '#lib/model/index.ts';
import type { Line, TrendsModel } from './model.ts';
import { changeText, distanceText, isFlat, pointText, type Speech } from './words.ts';

export function findingSentence(model: TrendsModel, words: Speech): string {
  const { m, t } = words;
  const parts = partsOf(model, words);
  if (parts.length === 0) return t.finding.nothing + m.finding.stop;
  // Small plots show many indicators; the sentence is about what they make up.
  const of = model.multiples ? model.measure.name[words.locale] + m.colon : '';
  const sentence = of + parts.join(m.finding.join) + m.finding.stop;
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}

function partsOf(model: TrendsModel, words: Speech): string[] {
  const { lines, periods, standsIn, measure } = model;
  if (lines.every(({ points }) => points.every(({ value }) => value === null))) return [];
  const picked = lines.filter(({ colour }) => colour !== null);
  const [only] = picked;
  const own = !standsIn && picked.length === 1 && only ? [pathOf(only, model, words)] : [];
  if (periods.length < 2) return [...own, words.t.notes.oneYear.replace(/[。.]$/, '')];
  return [
    ...own,
    ...(measure.sort === 'class' ? classCounts(model, words) : mostRisen(model, words)),
    ...spreadChange(model, words),
  ];
}

/** From the first year with a value to the last one, for one institution. */
function pathOf({ name, points, whole }: Line, model: TrendsModel, words: Speech): string {
  const { t, locale } = words;
  const { periods, measure } = model;
  const [first, last] = [points[0]!, points[points.length - 1]!];
  const [from, to] = [periods[0]!, periods[periods.length - 1]!];
  const text = (at: typeof first) => pointText(at, measure, words);
  const who = name[locale];
  if (periods.length === 1) return t.finding.oneYear(who, text(last));
  if (whole.kind === 'none') {
    if (whole.why === 'class') return t.finding.pathTo(who, from, text(first), to, text(last));
    return t.finding.pathNone(who, from, to, t.change.whyWhole[whole.why]);
  }
  return t.finding.path(who, from, text(first), to, text(last), directionText(whole, model, words));
}

function directionText(change: Line['whole'], { measure }: TrendsModel, words: Speech): string {
  if (change.kind === 'none' || isFlat(change, measure)) return words.t.finding.flat;
  if (change.kind === 'rank') return changeText(change, measure, words);
  const distance = distanceText(change.amount, measure, words);
  return change.amount > 0 ? words.t.finding.up(distance) : words.t.finding.down(distance);
}

/** Who rose most of those that compare over all the years shown; one alone has its own path. */
function mostRisen(model: TrendsModel, words: Speech): string[] {
  const { lines, periods, measure } = model;
  const { t, locale, m } = words;
  const [from, to] = [periods[0]!, periods[periods.length - 1]!];
  const amounts = lines.flatMap(({ name, whole }) =>
    whole.kind === 'none' ? [] : [{ name, whole, amount: whole.amount }],
  );
  const [only] = lines;
  if (lines.length === 1 && only)
    return only.colour !== null && !model.standsIn ? [] : [pathOf(only, model, words)];
  if (amounts.length === 0) return [t.finding.notComparable(from, to)];
  const most = amounts.reduce((a, { amount }) => Math.max(a, amount), -Infinity);
  const first = amounts.filter(({ amount }) => amount === most);
  const n = formatNumber(amounts.length, 0);
  if (most <= 0 || isFlat(first[0]!.whole, measure)) return [t.finding.noRise(from, to, n)];
  const names: LocalText[] = first.map(({ name }) => name);
  const { whole } = first[0]!;
  // The same number of items is not the same per cent for each of them; the table has both.
  const amount = distanceText(whole.amount, measure, words);
  const by =
    whole.kind === 'count'
      ? whole.approx
        ? t.change.approx(`+${amount}`)
        : `+${amount}`
      : changeText(whole, measure, words);
  const list = nameList(names, locale, m);
  return [
    measure.sort === 'rank'
      ? t.finding.roseRank(list, from, to, by)
      : t.finding.rose(list, from, to, by, n),
  ];
}

/** How many are in each class in the last year, the best first. */
function classCounts({ lines, periods }: TrendsModel, words: Speech): string[] {
  const { t, m } = words;
  const counts = new Map<number, { name: string; n: number }>();
  for (const { points } of lines) {
    const { value, valueText } = points[points.length - 1]!;
    if (value === null) continue;
    const known = counts.get(value) ?? { name: valueText ?? formatNumber(value, 0), n: 0 };
    counts.set(value, { ...known, n: known.n + 1 });
  }
  const list = [...counts]
    .sort(([a], [b]) => b - a)
    .map(([, { name, n }]) => t.finding.classCount(name, formatNumber(n, 0)));
  if (list.length === 0) return [];
  return [t.finding.classes(periods[periods.length - 1]!, list.join(m.finding.nameJoin))];
}

/** Whether best and worst came closer; not for places and classes, which have no distance. */
function spreadChange({ stats, measure, cuts }: TrendsModel, words: Speech): string[] {
  const { t } = words;
  // Distances before and after a change that concerns everybody do not compare either.
  if (cuts.some(({ institution }) => institution === null)) return [];
  // One alone has no distance to anybody, which is not a distance of zero.
  if (stats.some(({ of }) => of === 1)) return [];
  const [first, last] = [stats[0]?.spread ?? null, stats[stats.length - 1]?.spread ?? null];
  if (first === null || last === null) return [];
  // What is said is what is shown: the difference of the rounded numbers.
  const scale = measure.sort === 'count' ? 100 : 10;
  const [a, b] = [Math.round(first * scale) / scale, Math.round(last * scale) / scale];
  const text = (value: number) => distanceText(value, measure, words);
  if (a === b) return [t.finding.sameGap(text(a))];
  const by = distanceText(b - a, measure, words);
  return [(b > a ? t.finding.widened : t.finding.narrowed)(text(a), text(b), by)];
}
