/** Names and numbers of the compare page in words. */
import { formatNumber, formatPlain } from '#lib/i18n/index.ts';
import type { CompareMessages } from '#lib/i18n/views/compare.ts';
import type { Locale } from '#lib/model/index.ts';
import { scoreDecimals } from '#lib/ui/score-decimals.ts';
import type { CompareModel } from './model.ts';
import type { Subject } from './subjects.ts';

/** 甲县; 示例一市平均; 示例一市最高（甲县）. */
export function subjectName(subject: Subject, locale: Locale, c: CompareMessages): string {
  const { name, reference } = subject;
  if (!reference) return name[locale];
  const group = name[locale] === '' ? c.province : name[locale];
  if (reference.best) return c.referenceName.best(group, reference.best.name[locale]);
  return c.referenceName[reference.kind.endsWith('median') ? 'median' : 'mean'](group);
}

/** As many decimals as keep different scores apart, and a gap from looking like none. */
export function decimalsOf({ subjects, scoreGaps }: CompareModel): number {
  const placed = subjects.flatMap(({ score, institution }) =>
    score !== null && institution?.place ? [{ rank: institution.place.rank, score }] : [],
  );
  const gaps = scoreGaps.map((gap) => (gap === null ? 1 : decimalsFor(gap)));
  return Math.max(scoreDecimals(placed), ...gaps);
}

/** One decimal, or as many (at most three) as show that the number is not zero. */
export const decimalsFor = (value: number): number =>
  [1, 2].find((decimals) => Number(formatNumber(Math.abs(value), decimals)) > 0) ??
  (Math.abs(value) < 5e-4 ? 1 : 3);

/** +5.2, −0.4, 0: a gap with its sign; nothing rounds to a signed zero. */
export function signed(value: number, decimals: number): string {
  const text = formatNumber(value, decimals);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** A gap in an indicator’s own unit, with as many decimals as it needs, at most two. */
export function signedPlain(value: number): string {
  const text = formatPlain(value);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** With a capital, as a sentence begins; Chinese has none. */
export const capital = (text: string): string =>
  text.slice(0, 1).toLocaleUpperCase('en') + text.slice(1);
