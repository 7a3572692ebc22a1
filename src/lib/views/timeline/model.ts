/**
 * The timeline as plain data: which events are found, month by month; how many of which category fell
 * when; what there is to choose from. Pure.
 */
import { formatPeriod } from '#lib/i18n/index.ts';
import { timelineMessages } from '#lib/i18n/views/timeline.ts';
import type { Chronicle, ChronicleEvent } from '#lib/state/chronicle.ts';
import { finder, searchText } from '#lib/state/search.ts';
import type { TimelineLayer, TimelineOptions, TimelineView } from '#lib/state/timeline-view.ts';
import { columnOf, timeScale, type TimeScale } from './columns.ts';
import { numberWords } from './words.ts';

/** The chronicles of both layers, which never meet. */
export type Chronicles = Readonly<Record<TimelineLayer, Chronicle>>;

export interface MonthGroup {
  /** 2016, 2022-03: the month, or the year where no event in it has one. */
  readonly period: string;
  readonly events: readonly ChronicleEvent[];
}

export interface CategoryRow {
  readonly category: string;
  /** Parallel to the columns of the scale. */
  readonly counts: readonly number[];
}

export interface TimelineModel {
  readonly view: TimelineView;
  readonly groups: readonly MonthGroup[];
  readonly scale: TimeScale;
  /** The largest category first; equal ones in the order of their first event. */
  readonly rows: readonly CategoryRow[];
  readonly found: number;
  readonly total: number;
  readonly finding: TimelineFinding;
}

export interface TimelineFinding {
  readonly events: number;
  readonly categories: readonly string[];
  readonly mostInCategory: number;
  /** Months with the most events; empty where none is dated to the month. */
  readonly months: readonly string[];
  readonly mostInMonth: number;
  readonly undated: number;
}

export interface Choice {
  readonly word: string;
  readonly count: number;
}

export type TimelineChoices = Readonly<
  Record<
    TimelineLayer,
    Readonly<Record<'institution' | 'region' | 'category' | 'year', readonly Choice[]>>
  >
>;

const yearOf = ({ date }: ChronicleEvent) => date.slice(0, 4);

function counted(words: readonly (string | null)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) if (word !== null) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const choices = (counts: ReadonlyMap<string, number>, words = [...counts.keys()]): Choice[] =>
  words.map((word) => ({ word, count: counts.get(word) ?? 0 }));

/** What each layer offers to choose from, with counts. */
export function timelineChoices(chronicles: Chronicles): TimelineChoices {
  const of = ({ events }: Chronicle) => {
    const years = counted(events.map(yearOf));
    const regions = counted(events.map(({ region_code }) => region_code));
    return {
      institution: choices(counted(events.map(({ institution_id }) => institution_id))),
      region: choices(regions, [...regions.keys()].sort()),
      category: choices(counted(events.map(({ category }) => category))),
      year: choices(years, [...years.keys()].sort().reverse()),
    };
  };
  return { reported: of(chronicles.reported), synthetic: of(chronicles.synthetic) };
}

export function timelineOptions(choices: TimelineChoices): TimelineOptions {
  const words = (layer: TimelineLayer) => {
    const of = (list: readonly Choice[]) => list.map(({ word }) => word);
    const { institution, region, category, year } = choices[layer];
    return {
      institution: of(institution),
      region: of(region),
      category: of(category),
      year: of(year),
    };
  };
  return { reported: words('reported'), synthetic: words('synthetic') };
}

/** All that a search looks into. */
function textOf(event: ChronicleEvent, { regions, institutions, sources }: Chronicle): string {
  const region = regions[event.region_code];
  const institution =
    event.institution_id === null ? undefined : institutions[event.institution_id];
  const numbers = (['zh', 'en'] as const).flatMap((locale) =>
    numberWords(event, timelineMessages(locale)),
  );
  return searchText([
    event.text.zh,
    event.text.en,
    event.category,
    timelineMessages('en').category[event.category] ?? null,
    region?.zh ?? null,
    region?.en ?? null,
    institution?.zh ?? null,
    institution?.en ?? null,
    sources[event.source_id]?.title ?? null,
    event.locator,
    formatPeriod(event.date, 'zh'),
    formatPeriod(event.date, 'en'),
    event.note,
    ...numbers,
  ]);
}

const folded = new WeakMap<ChronicleEvent, string>();

function foldedText(event: ChronicleEvent, chronicle: Chronicle): string {
  const known = folded.get(event);
  if (known !== undefined) return known;
  const text = textOf(event, chronicle);
  folded.set(event, text);
  return text;
}

export function timelineModel(chronicles: Chronicles, view: TimelineView): TimelineModel {
  const chronicle = chronicles[view.layer];
  const ofYear = chronicle.events.filter(
    (event) => view.year === null || yearOf(event) === view.year,
  );
  const found = finder(view.query);
  const events = ofYear.filter(
    (event) =>
      (view.institution === null || event.institution_id === view.institution) &&
      (view.region === null || event.region_code === view.region) &&
      (view.category === null || event.category === view.category) &&
      found(foldedText(event, chronicle)),
  );
  // Of all events of the year: the columns stay where they are while one filters.
  const scale = timeScale(ofYear.map(({ date }) => date));
  return {
    view,
    groups: groupsOf(events),
    scale,
    rows: rowsOf(events, scale),
    found: events.length,
    total: chronicle.events.length,
    finding: findingOf(events),
  };
}

const monthOf = (date: string) => date.slice(0, 7);

function groupsOf(events: readonly ChronicleEvent[]): MonthGroup[] {
  const groups = new Map<string, ChronicleEvent[]>();
  for (const event of events) {
    const group = groups.get(monthOf(event.date)) ?? [];
    group.push(event);
    groups.set(monthOf(event.date), group);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([period, events]) => ({ period, events }));
}

function rowsOf(events: readonly ChronicleEvent[], { unit, columns }: TimeScale): CategoryRow[] {
  const places = new Map(columns.map(({ id }, i) => [id, i]));
  const rows = new Map<string, number[]>();
  for (const { category, date } of events) {
    const counts = rows.get(category) ?? columns.map(() => 0);
    const at = places.get(columnOf(date, unit));
    if (at !== undefined) counts[at] = (counts[at] ?? 0) + 1;
    rows.set(category, counts);
  }
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  return [...rows]
    .map(([category, counts]) => ({ category, counts }))
    .sort((a, b) => total(b.counts) - total(a.counts));
}

/** The words with the highest count, in the order in which they came up. */
function most(counts: ReadonlyMap<string, number>): [words: string[], count: number] {
  const top = Math.max(0, ...counts.values());
  return [[...counts].flatMap(([word, count]) => (count === top ? [word] : [])), top];
}

function findingOf(events: readonly ChronicleEvent[]): TimelineFinding {
  const dated = events.filter(({ date }) => date.length >= 7);
  const [categories, mostInCategory] = most(counted(events.map(({ category }) => category)));
  const [months, mostInMonth] = most(counted(dated.map(({ date }) => monthOf(date))));
  return {
    events: events.length,
    categories,
    mostInCategory,
    months,
    mostInMonth,
    undated: events.length - dated.length,
  };
}
