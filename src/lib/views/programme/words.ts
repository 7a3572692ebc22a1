/** What the work programme says, in words. */
import { formatDay, formatNumber, formatPlain, type Messages } from '#lib/i18n/index.ts';
import type { ProgrammeMessages } from '#lib/i18n/views/programme.ts';
import type { TargetsMessages } from '#lib/i18n/views/targets.ts';
import type { Locale } from '#lib/model/index.ts';
import type { Entry, MatrixLine, ProgrammeModel } from './model.ts';

export interface ProgrammeWords {
  readonly locale: Locale;
  readonly m: Messages;
  readonly p: ProgrammeMessages;
  readonly t: TargetsMessages;
}

export const quarterText = (quarter: string, { p }: ProgrammeWords): string =>
  p.quarter(quarter.slice(0, 4), quarter.slice(-1));

export const titleOf = ({ activity }: Entry, { locale }: ProgrammeWords): string =>
  locale === 'zh' ? activity.title_zh : activity.title_en;

/** The county, and the city it lies in; the city alone for what is for all of it. */
export const placeOf = ({ city, county }: Entry, { locale, p }: ProgrammeWords): string =>
  county === null ? p.matrix.whole(city[locale]) : county[locale];

/** 27 人 at a training, 9 家 at a comparison. */
export function participantsText({ activity }: Entry, { p }: ProgrammeWords): string {
  const { participants, kind } = activity;
  if (participants === null) return '';
  const text = formatPlain(participants);
  return kind === 'comparison' ? p.list.institutions(text) : p.list.persons(text);
}

export const rowName = ({ row }: MatrixLine, { locale, p }: ProgrammeWords): string =>
  'kind' in row
    ? p.kind[row.kind]
    : row.whole
      ? p.matrix.whole(row.name[locale])
      : row.name[locale];

/** The city chosen, or the province; and the years shown. */
export function scopeText(model: ProgrammeModel, { locale, p }: ProgrammeWords): [string, string] {
  const { view, quarters, entries } = model;
  const city = view.city === null ? null : (entries[0]?.city ?? model.checks[0]?.city ?? null);
  const [first = '', last = ''] = [quarters[0], quarters[quarters.length - 1]];
  const years = first === '' ? '' : p.years(first.slice(0, 4), last.slice(0, 4));
  return [city?.[locale] ?? p.place, years];
}

/** The one sentence above the programme. */
export function findingSentence(model: ProgrammeModel, words: ProgrammeWords): string {
  const { p, t, locale, m } = words;
  const { entries, overdue, checks, cutoff } = model;
  const { finding } = p;
  if (entries.length === 0) return p.empty;
  const parts = (['done', 'planned', 'collecting', 'not_done'] as const).flatMap((status) => {
    const n = entries.filter(({ activity }) => activity.status === status).length;
    return n > 0 ? [finding.part(n, p.status[status])] : [];
  });
  if (overdue.length > 0) parts.push(finding.overdue(overdue.length, formatDay(cutoff, locale)));
  const [place, years] = scopeText(model, words);
  const training = checks.map(({ city, evaluation }) =>
    finding.city(city[locale], t.verdict[evaluation.verdict]),
  );
  return (
    [
      [finding.all(place, years, entries.length), parts.join(finding.join)].join(finding.colon),
      ...(training.length > 0 ? [finding.training(training.join(m.finding.nameJoin))] : []),
    ].join(finding.between) + finding.stop
  );
}

export const countText = (n: number): string => formatNumber(n, 0);
