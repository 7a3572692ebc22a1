/** The words around a comparison: what it is of, what it says, what must be known to read it. */
import { stripItems } from '#lib/frame/strip.ts';
import type { Messages } from '#lib/i18n/index.ts';
import { nameList } from '#lib/i18n/names.ts';
import type { CompareMessages } from '#lib/i18n/views/compare.ts';
import type { Locale, Manifest, Scheme } from '#lib/model/index.ts';
import { MOST_COMPARED, type CompareView } from '#lib/state/compare-view.ts';
import { compareFinding } from './finding.ts';
import type { CompareModel, Problem } from './model.ts';
import { capital, subjectName } from './words.ts';

export interface CompareHeadings {
  readonly title: string;
  readonly finding: string;
  readonly strip: readonly string[];
  /** Everybody compared, in a line of their own. */
  readonly names: string;
  /** What must be known to read the table of differences. */
  readonly notes: readonly string[];
  /** What must be known to read a picture of the scores, which shows no differences and places. */
  readonly figureNotes: readonly string[];
  /** Who or what was asked for and is not shown. */
  readonly problems: readonly string[];
}

/** `view`: the one that the model belongs to. */
export function compareHeadings(
  model: CompareModel,
  view: CompareView,
  scheme: Scheme | undefined,
  manifest: Manifest,
  locale: Locale,
  c: CompareMessages,
  m: Messages,
): CompareHeadings {
  const names = namesOf(model, locale, c, m);
  return {
    title:
      model.subjects.length === 0
        ? c.emptyTitle(view.period)
        : c.title(names, view.period, scheme?.index.name[locale] ?? ''),
    finding: compareFinding(model, locale, c, m),
    strip: stripItems(manifest, view.period, scheme, locale, m),
    names,
    notes:
      model.subjects.length === 0
        ? []
        : [
            ...(view.city === null ? [] : [m.ranking.cityRankNote]),
            ...notesOf(model, locale, c, m),
          ],
    figureNotes: [...restsOf(model, locale, c), ...roundingOf(model, m)],
    problems: [
      ...(model.isDefaultPick && model.subjects.length > 0 ? [c.defaultPick] : []),
      ...model.problems.map((problem) => problemText(problem, locale, c)),
    ],
  };
}

/** 甲县、乙县; 甲县、乙县、丙县等 5 家与示例一市平均. */
function namesOf(model: CompareModel, locale: Locale, c: CompareMessages, m: Messages): string {
  const own = model.subjects.filter(({ institution }) => institution);
  const list = nameList(
    own.map(({ name }) => name),
    locale,
    m,
  );
  const reference = model.subjects.find((subject) => subject.reference);
  return reference ? c.withReference(list, subjectName(reference, locale, c)) : list;
}

function problemText(problem: Problem, locale: Locale, c: CompareMessages): string {
  switch (problem.kind) {
    case 'unknown':
      return c.problem.unknown(problem.ids);
    case 'noReference':
      return c.problem.noReference(c.references[problem.asked], c.problem.why[problem.why]);
    case 'tooMany':
      return c.problem.tooMany(
        problem.names.map((name) => name[locale]),
        MOST_COMPARED,
      );
    default:
      return c.problem[problem.kind](problem.names.map((name) => name[locale]));
  }
}

/** Everybody but the one that all are measured against. */
const othersOf = ({ subjects, measure }: CompareModel): number[] =>
  subjects.map((_, column) => column).filter((column) => column !== measure);

const scoredOf = (model: CompareModel): number[] =>
  othersOf(model).filter((column) => model.scoreGaps[column] !== null);

/** Whether the parts of a difference add up to it. */
const adds = (model: CompareModel): boolean =>
  scoredOf(model).some((column) => model.explained[column]);

/** Where a difference of scores is told, those beside it may not come to it when rounded. */
const roundingOf = (model: CompareModel, m: Messages): string[] =>
  scoredOf(model).length > 0 ? [m.detail.rounding] : [];

/** What those rest on that stand for a group. */
const restsOf = ({ subjects }: CompareModel, locale: Locale, c: CompareMessages): string[] =>
  subjects.flatMap((subject) => {
    const { reference } = subject;
    if (!reference) return [];
    const name = capital(subjectName(subject, locale, c));
    const how = reference.best ? 'best' : reference.kind.endsWith('median') ? 'median' : 'mean';
    const sharing = reference.best?.sharing ?? 1;
    return [c.rests[how](name, reference.members) + (sharing > 1 ? c.rests.sharing(sharing) : '')];
  });

function notesOf(model: CompareModel, locale: Locale, c: CompareMessages, m: Messages): string[] {
  const { subjects, lines, measure, explained } = model;
  const others = othersOf(model);
  const scored = scoredOf(model);
  const averaged = subjects[measure]?.reference;
  const hasPoints = lines.some(({ cells }) => cells.some(({ points }) => points !== null));
  const indicators = lines.flatMap((line) => line.indicators);
  const isPercent = indicators.some(({ unit }) => unit?.zh === '%');
  const about = indicators.some(({ cells }) =>
    others.some((column) => cells[column]?.about && cells[column].gap !== null),
  );
  return [
    ...(others.length === 0 ? [] : [adds(model) ? c.notes.gap : c.notes.gapPlain]),
    ...(scored.length > 0 && !hasPoints ? [c.notes.notAdditive] : []),
    ...(scored.some((column) => hasPoints && !explained[column]) &&
    averaged?.kind.endsWith('median') !== true
      ? [c.notes.incomplete]
      : []),
    ...(others.length > 0 && isPercent ? [c.notes.percent] : []),
    ...(about ? [c.notes.about] : []),
    ...restsOf(model, locale, c),
    m.ranking.rankRule,
    ...roundingOf(model, m),
  ];
}
