import { formatNumber } from '#lib/i18n/index.ts';
import type { Locale } from '#lib/model/index.ts';
import { cleanText, drawableLine } from './clean-text.ts';
import type { ComparedSeries, ComparisonInput } from './grouped-bars-types.ts';
import { chartWords } from './words.ts';

interface ComparisonWords {
  readonly bars: (axes: number, series: number) => string;
  readonly radar: (axes: number, series: number) => string;
  readonly empty: string;
}

const WORDS: Readonly<Record<Locale, ComparisonWords>> = {
  zh: {
    bars: (axes, series) => `分组条形图，${axes} 个维度，每个维度 ${series} 条`,
    radar: (axes, series) => `雷达图，${axes} 个维度，${series} 条折线`,
    empty: '没有可比较的数值',
  },
  en: {
    bars: (axes, series) => `Grouped bar chart, ${axes} dimensions, ${series} bars each`,
    radar: (axes, series) => `Radar chart, ${axes} dimensions, ${series} outlines`,
    empty: 'Nothing to compare',
  },
};

export const comparisonWords = (locale: Locale): ComparisonWords => WORDS[locale];

/** 80.0; 缺 where there is none. */
export const valueText = (value: number | null | undefined, input: ComparisonInput): string =>
  value == null ? chartWords(input.locale).missing : formatNumber(value, input.decimals);

/** 80.0分; 80.0 points; 缺. */
function spoken(value: number | null | undefined, input: ComparisonInput): string {
  const text = valueText(value, input);
  return value == null ? text : `${text}${input.locale === 'zh' ? '' : ' '}${input.unit}`;
}

/** One bar in one spoken sentence: 强制检定项目，甲县，80.0分。 */
export function barSentence(input: ComparisonInput, axis: number, series: ComparedSeries): string {
  const words = chartWords(input.locale);
  const parts = [input.axes[axis]?.name ?? '', series.name, spoken(series.values[axis], input)];
  return parts.map(cleanText).join(words.comma) + words.stop.trimEnd();
}

/** One series in one spoken sentence: 甲县，强制检定项目 80.0，…。 */
export function seriesSentence(input: ComparisonInput, series: ComparedSeries): string {
  const words = chartWords(input.locale);
  const parts = input.axes.map(({ name }, i) => `${name} ${valueText(series.values[i], input)}`);
  return [series.name, ...parts].map(cleanText).join(words.comma) + words.stop.trimEnd();
}

/** Lines of the box beside the pointer, which knows `{name|…}` as a style: braces are parted. */
export const tipText = (lines: readonly string[]): string =>
  lines.map((line) => drawableLine(line).replaceAll('{', '{\u200b')).join('\n');

export const axisTip = (input: ComparisonInput, axis: number): string =>
  tipText([
    input.axes[axis]?.name ?? '',
    ...input.series.map(({ name, values }) => `${name} ${valueText(values[axis], input)}`),
  ]);

export const seriesTip = (input: ComparisonInput, series: ComparedSeries | undefined): string =>
  tipText([
    series?.name ?? '',
    ...input.axes.map(({ name }, i) => `${name} ${valueText(series?.values[i], input)}`),
  ]);

/** The whole chart in words: what it is, who is in it, each with the highest and the lowest. */
export function comparisonSummary(input: ComparisonInput, title: string, what: string): string {
  const words = chartWords(input.locale);
  const each = input.series.flatMap(({ name, values }) => {
    const there = values
      .flatMap((value, i) => (value === null ? [] : [{ value, axis: input.axes[i]?.name ?? '' }]))
      .sort((a, b) => b.value - a.value);
    const [first, last] = [there[0], there[there.length - 1]];
    if (!first || !last) return [`${name} ${words.missing}`];
    const said = ({ axis, value }: typeof first) => `${axis} ${spoken(value, input)}`;
    return [`${name}${words.comma}${words.extremes(said(first), said(last))}`];
  });
  return [title, what, ...each, ''].map(cleanText).join(words.stop).trimEnd();
}
