/** Values, gaps and changes of the trends page in words. */
import { formatNumber, formatPlain, type Messages } from '#lib/i18n/index.ts';
import type { TrendsMessages } from '#lib/i18n/views/trends.ts';
import type { LocalText, Locale, Scheme } from '#lib/model/index.ts';
import { missingReasonText, statusText } from '#lib/ui/value-words.ts';
import type { Change } from './change.ts';
import type { Measure } from './measure.ts';
import type { Gap, Point } from './point.ts';

/** What it takes to put something into words. */
export interface Speech {
  readonly locale: Locale;
  readonly m: Messages;
  readonly t: TrendsMessages;
  /** Names of the dimensions, for reasons. */
  readonly dimensions: ReadonlyMap<string, LocalText>;
}

export const speech = (
  locale: Locale,
  m: Messages,
  t: TrendsMessages,
  scheme: Scheme | undefined,
): Speech => ({
  locale,
  m,
  t,
  dimensions: new Map((scheme?.index.children ?? []).map(({ code, name }) => [code, name])),
});

type Unit = Pick<Measure, 'sort' | 'unit'>;

/** Unit of the values; places and classes have words of their own. */
export const unitText = ({ unit }: Pick<Measure, 'unit'>, { locale, t }: Speech): string =>
  unit?.[locale] ?? t.points;

/** A bare number with the decimals of its kind. */
export const numberText = (value: number, { sort }: Pick<Measure, 'sort'>): string =>
  sort === 'score' || sort === 'ratio' ? formatNumber(value, 1) : formatPlain(value);

/** +2.1, −0.3, 0.0. */
export const signed = (value: number, decimals: number): string => {
  const text = formatNumber(value, decimals);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
};

const signedText = (value: number, unit: Unit): string => {
  const text = numberText(value, unit);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
};

/** With its unit: 78.5 分, 52 项, 66.7%. A percent sign follows its number at once. */
export function withUnit(text: string, measure: Pick<Measure, 'unit'>, words: Speech): string {
  const unit = unitText(measure, words);
  return unit === '' || unit === '%' ? `${text}${unit}` : `${text} ${unit}`;
}

/** A value as printed; in a table the unit stands in the header (`bare`). A gap gives its reason. */
export function pointText(
  point: Point,
  measure: Unit,
  words: Speech,
  { bare = false }: { readonly bare?: boolean } = {},
): string {
  if (point.value === null) return point.gap ? gapText(point.gap, words) : '';
  if (measure.sort === 'rank') {
    const place = formatNumber(point.value, 0);
    return bare ? place : words.t.place(place);
  }
  if (measure.sort === 'class') return point.valueText ?? formatPlain(point.value);
  const number = numberText(point.value, measure);
  return words.m.qualifier[point.qualifier](number, bare ? '' : unitText(measure, words)).trim();
}

export function gapText(gap: Gap, { locale, m, t, dimensions }: Speech): string {
  switch (gap.kind) {
    case 'missing':
      return missingReasonText(gap.reason, m);
    case 'status':
      return statusText(gap.status, dimensions, locale, m);
    case 'published_status':
      return gap.status === 'ranked' ? t.gap.notInEdition : t.gap.status[gap.status];
    case 'no_edition':
      return t.gap.noEdition;
    case 'not_in_edition':
      return t.gap.notInEdition;
    case 'absent':
      return t.gap.absent;
  }
}

/** Nothing that can be seen in the numbers shown has changed. */
export const isFlat = (change: Change, unit: Unit): boolean =>
  change.kind !== 'none' && !/[1-9]/.test(numberText(change.amount, unit));

/** +3 项（+6.1%）, +2.3 个百分点, 上升 2 位, 持平, —（上年缺）. */
export function changeText(
  change: Change,
  measure: Unit,
  words: Speech,
  why: TrendsMessages['change']['why'] = words.t.change.why,
): string {
  const t = words.t.change;
  if (change.kind === 'none') return t.none(why[change.why]);
  if (isFlat(change, measure)) return t.flat;
  const text = bareChange(change, measure, words);
  return change.approx ? t.approx(text) : text;
}

function bareChange(
  change: Exclude<Change, { kind: 'none' }>,
  measure: Unit,
  words: Speech,
): string {
  const t = words.t.change;
  switch (change.kind) {
    case 'rank':
      return change.amount > 0
        ? t.up(formatNumber(change.amount, 0))
        : t.down(formatNumber(-change.amount, 0));
    case 'ratio':
      return t.points(signedText(change.amount, measure));
    case 'score':
      return t.amount(signedText(change.amount, measure), unitText(measure, words));
    case 'count':
      return t.withPercent(
        t.amount(signedText(change.amount, measure), unitText(measure, words)),
        change.percent === null ? t.zeroBase : `${signed(change.percent, 1)}%`,
      );
  }
}

/** How far something moved, without its direction: 2.1 分, 2.3 个百分点, 3 项. */
export function distanceText(amount: number, measure: Unit, words: Speech): string {
  const number = numberText(Math.abs(amount), measure);
  return measure.sort === 'ratio'
    ? words.t.change.points(number)
    : withUnit(number, measure, words);
}
