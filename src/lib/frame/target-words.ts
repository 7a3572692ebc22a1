/** What testing a target came to, in words; for the page of targets and pages of institutions. */
import { formatDay, formatNumber, formatPlain, type Messages } from '#lib/i18n/index.ts';
import { nameList } from '#lib/i18n/names.ts';
import type { TargetsMessages } from '#lib/i18n/views/targets.ts';
import type { Indicator, LocalText, Locale } from '#lib/model/index.ts';
import type {
  Distance,
  Evaluation,
  Interval,
  Measure,
  Member,
  ReportedFact,
} from '#lib/state/targets/index.ts';
import { missingReasonText, rawValueText } from '#lib/ui/value-words.ts';

export interface TargetWords {
  readonly locale: Locale;
  readonly m: Messages;
  readonly t: TargetsMessages;
  /** The unit of a target's number in the language of the page. */
  readonly unitOf: (evaluation: Pick<Evaluation, 'target'>) => string;
}

/** A published number as its source words it; in English rebuilt from number and hedge. */
export function factText(
  fact: ReportedFact,
  indicators: readonly Indicator[],
  locale: Locale,
  m: Messages,
): string {
  if (locale === 'zh') return fact.value_text ?? rawValueText(fact, fact.unit, m);
  const unit = indicators.find(({ indicator }) => indicator === fact.indicator)?.unit_en;
  return rawValueText(fact, unit ?? fact.unit, m);
}

/** Units of targets stand in Chinese in the data; in English they are those of the indicator. */
export const targetWords = (
  locale: Locale,
  m: Messages,
  t: TargetsMessages,
  indicators: readonly Indicator[],
): TargetWords => ({
  locale,
  m,
  t,
  unitOf: ({ target: { unit, scope, indicator } }) => {
    if (locale === 'zh' || unit === '%') return unit;
    if (scope === 'count_of_institutions') return t.unit.many.institutions;
    if (scope === 'each_quarter') return t.unit.many.perQuarter;
    return indicators.find((one) => one.indicator === indicator)?.unit_en ?? unit;
  },
});

/** 2025-Q2 as people say it. */
export const quarterText = (quarter: string, t: TargetsMessages): string =>
  t.quarter(quarter.slice(0, 4), quarter.slice(-1));

/** A number in a unit: 80%, 550 项. */
const inUnit = (value: number, unit: string, most?: number) =>
  `${formatPlain(value, most)}${unit === '%' || unit === '' ? '' : ' '}${unit}`;

/** 每家 ≥ 80%, ≥ 550 项. */
export function wantedText(evaluation: Evaluation, { t, unitOf }: TargetWords): string {
  const { value, comparator, scope } = evaluation.target;
  if (value === null) return t.wanted.words;
  const compare = t.wanted[comparator as 'at_least'] as ((text: string) => string) | undefined;
  const text = (compare ?? t.wanted.equal)(inUnit(value, unitOf(evaluation)));
  return scope === 'each_institution' ? t.wanted.each(text) : text;
}

const namesOf = (members: readonly Member[], { locale, m }: TargetWords) =>
  nameList(
    members.map(({ name }) => name),
    locale,
    m,
  );

/** A number known within bounds: 563 项, or 至少 550 项. */
function boundsText({ low, high }: Interval, unit: string, t: TargetsMessages): string {
  const text = inUnit(low, unit);
  return low === high ? text : t.actual.atLeast(text);
}

/** The number that is compared, in one line. */
export function actualText(evaluation: Evaluation, words: TargetWords): string {
  const { t, m, unitOf } = words;
  const { measure, reason } = evaluation;
  // Nothing has been counted yet, which is not a count of zero.
  if (reason === 'not_begun') return t.actual.notBegun;
  switch (measure.kind) {
    case 'each':
      return t.actual.each(measure.met, measure.members.length);
    case 'count':
      return t.actual.count(measure.met);
    case 'quarters':
      return t.actual.quarters(measure.met, measure.quarters.length);
    case 'total':
      return boundsText(measure.sum, unitOf(evaluation), t);
    case 'fact':
      return measure.stated
        ? t.actual.stated(measure.fact.value_text ?? '')
        : rawValueText(measure.fact, unitOf(evaluation), m);
    case 'none':
      return '';
  }
}

/** Who or what stands behind that number: the failing, the missing, the lowest. */
export function actualParts(evaluation: Evaluation, words: TargetWords): string[] {
  const { t, m } = words;
  const { measure } = evaluation;
  const of = (members: readonly Member[], status: Member['status']) =>
    members.filter((member) => member.status === status);
  const open = (members: readonly Member[]) => {
    const unknown = of(members, 'unknown');
    if (unknown.length === 0) return [];
    const names = unknown
      .slice(0, 3)
      .map((member) => ({ zh: openName(member, words), en: openName(member, words) }));
    const rest: LocalText[] = unknown.slice(3).map(({ name }) => name);
    return [t.actual.unknown(nameList([...names, ...rest], words.locale, m))];
  };
  switch (measure.kind) {
    case 'each': {
      const failing = of(measure.members, 'not_met');
      const lowest = measure.members.filter(({ id }) => measure.lowest.includes(id));
      return [
        ...(failing.length > 0 ? [t.actual.failing(namesOf(failing, words))] : []),
        ...open(measure.members),
        ...(measure.minimum === null
          ? []
          : [
              t.actual.minimum(
                inUnit(measure.minimum, words.unitOf(evaluation), 1),
                namesOf(lowest, words),
              ),
            ]),
      ];
    }
    case 'count': {
      const counted = of(measure.members, 'met');
      return [
        ...(counted.length > 0 ? [t.actual.counted(namesOf(counted, words))] : []),
        ...open(measure.members),
      ];
    }
    case 'quarters':
      return quarterParts(measure, words);
    case 'total':
      return [
        measure.missing > 0
          ? t.actual.missingOf(measure.missing, measure.members.length)
          : t.actual.sumOf(measure.members.length),
      ];
    case 'fact':
      return [t.actual.asOf(measure.fact.period)];
    case 'none':
      return [];
  }
}

const openName = ({ name, cell, why }: Member, { locale, m, t }: TargetWords): string =>
  m.ranking.gapReason(
    name[locale],
    why === 'hedged' ? t.why.hedged : missingReasonText(cell?.missing_reason ?? null, m),
  );

function quarterParts(
  { quarters }: Extract<Measure, { kind: 'quarters' }>,
  { t, m }: TargetWords,
): string[] {
  const of = (status: Member['status']) =>
    m.finding.list(
      quarters.filter((one) => one.status === status).map(({ period }) => quarterText(period, t)),
    );
  const [missed, open] = [of('not_met'), of('unknown')];
  return [
    ...(missed === '' ? [] : [t.actual.missed(missed)]),
    ...(open === '' ? [] : [t.actual.openQuarters(open)]),
  ];
}

const amountText = (
  { amount, unit }: Pick<Distance, 'amount' | 'unit'>,
  own: string,
  t: TargetsMessages,
): string =>
  unit === 'own' ? t.unit.own(formatPlain(amount), own) : t.unit[unit](formatPlain(amount));

/** How far from the target, in its own unit; a dash where nobody can say. */
export function distanceText(evaluation: Evaluation, { t, unitOf }: TargetWords): string {
  const { distance, measure } = evaluation;
  if (distance === null) return t.distance.none;
  if (distance.kind === 'even')
    return measure.kind === 'each' || measure.kind === 'quarters'
      ? t.distance.passed[measure.kind]
      : t.distance.even;
  const text = t.distance[distance.kind](amountText(distance, unitOf(evaluation), t));
  if (distance.bound === null) return text;
  return distance.bound === 'at_least' ? t.distance.atLeast(text) : t.distance.atMost(text);
}

/** How far the lowest institution is from the threshold; empty where none falls short. */
export function lowestText(evaluation: Evaluation, { t, unitOf }: TargetWords): string {
  const { measure } = evaluation;
  if (measure.kind !== 'each') return '';
  const own = unitOf(evaluation);
  const short = Math.max(0, ...measure.members.map((member) => member.short ?? 0));
  const amount = formatPlain(short, 1);
  const text = own === '%' ? t.unit.points(amount) : t.unit.own(amount, own);
  return short > 0 ? t.distance.lowest(text) : '';
}

/** 2025年12月31日, and whether the day has come. */
export function dueText({ due }: Evaluation, { t, locale }: TargetWords): [string, string] {
  if (due === null) return [t.due.none, ''];
  return [formatDay(due.day, locale), due.reached ? t.due.reached : t.due.ahead];
}

/** A verdict before the day it is due tells how things stand, not how they ended. */
export const isSoFar = ({ due, verdict }: Evaluation): boolean =>
  due !== null && !due.reached && (verdict === 'met' || verdict === 'not_met');

/** Why there is no verdict; empty where there is one. */
export const reasonText = ({ reason }: Evaluation, { t }: TargetWords): string =>
  reason === null ? '' : t.reason[reason];

/** The projection with its formula, or why there is none. */
export function outlookText(evaluation: Evaluation, words: TargetWords): string[] {
  const { outlook } = evaluation;
  const { t, m, locale, unitOf } = words;
  if (outlook.kind === 'none') return [t.outlook[outlook.why]];
  const unit = unitOf(evaluation);
  const { years, slope, dueYear, value, onTrack, breaks } = outlook;
  const mean = years.reduce((sum, year) => sum + year.value, 0) / years.length;
  const meanYear = years.reduce((sum, { period }) => sum + Number(period), 0) / years.length;
  const signed = `${slope > 0 ? '+' : ''}${formatNumber(slope, 1)}`;
  return [
    t.outlook.projected(
      m.finding.list(years.map(({ period, value: sum }) => `${period} (${formatPlain(sum)})`)),
      `${signed} ${unit}`,
      dueYear,
      `${formatPlain(value, 1)} ${unit}`,
      onTrack ? t.outlook.track.yes : t.outlook.track.no,
    ),
    t.outlook.formula(formatPlain(mean), signed, dueYear, formatPlain(meanYear)),
    ...(breaks.length === 0
      ? []
      : [
          t.outlook.breaks(
            breaks
              .map(
                ({ period, text_zh, text_en }) =>
                  `${period} ${locale === 'zh' ? text_zh : text_en}`,
              )
              .join(m.finding.join),
          ),
        ]),
  ];
}
