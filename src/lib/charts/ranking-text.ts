import { formatNumber } from '#lib/i18n/index.ts';
import { cleanText, drawableLine } from './clean-text.ts';
import { prepareRows, type PreparedRow } from './ranking-rows.ts';
import { DEFAULT_DECIMALS, type RankingBarsInput } from './ranking-types.ts';
import { chartWords } from './words.ts';

const scoreText = (row: PreparedRow, input: RankingBarsInput): string =>
  row.score === '' ? chartWords(input.locale).missing : spaced(row.score, input.unit, input.locale);

const spaced = (number: string, unit: string, locale: RankingBarsInput['locale']) =>
  `${number}${locale === 'zh' ? '' : ' '}${unit}`.trimEnd();

/** Name and number of each element of a row; 缺 where there is none. */
function elementTexts(row: PreparedRow, input: RankingBarsInput): string[] {
  const { elements, decimals = DEFAULT_DECIMALS, locale } = input;
  if (row.kind !== 'stacked' || elements.length < 2) return [];
  return elements.map(({ name }, i) => {
    const value = row.bar.segments[i] ?? null;
    const text = value === null ? chartWords(locale).missing : formatNumber(value, decimals);
    return `${cleanText(name)} ${text}`;
  });
}

/** A row in one spoken sentence: 乙县计量所,第 2 名,86.9分,强制检定 14.2,…。 */
export function rowSentence(row: PreparedRow, input: RankingBarsInput): string {
  const words = chartWords(input.locale);
  const parts = [
    row.name,
    ...(row.bar.rank === null ? [] : [words.rank(row.bar.rank)]),
    row.kind === 'missing' ? words.notRanked : scoreText(row, input),
    ...elementTexts(row, input),
  ];
  return parts.join(words.comma) + words.stop.trimEnd();
}

/**
 * The box beside the pointer, as plain lines. ECharts reads `{name|…}` in such text as a style;
 * an unseen joint after each brace keeps a label that looks like one as it was typed.
 */
export function rowTooltip(row: PreparedRow, input: RankingBarsInput): string {
  const words = chartWords(input.locale);
  const head = row.bar.rank === null ? row.name : `${row.rank}  ${row.name}`;
  const score =
    row.kind === 'missing' ? words.notRanked : `${words.score} ${scoreText(row, input)}`;
  return [head, score, ...elementTexts(row, input)]
    .map((line) => drawableLine(line).replaceAll('{', '{\u200b'))
    .join('\n');
}

/** The whole chart in words, for those who do not see it: kind, count, extremes, gaps. */
export function rankingSummary(input: RankingBarsInput, title: string): string {
  const words = chartWords(input.locale);
  const rows = prepareRows(input);
  if (rows.length === 0)
    return `${cleanText(title)}${words.stop}${words.empty}${words.stop}`.trim();
  const scored = rows
    .filter(({ kind }) => kind !== 'missing')
    .sort((a, b) => (b.bar.score ?? 0) - (a.bar.score ?? 0));
  const named = (row: PreparedRow) => `${row.name} ${scoreText(row, input)}`;
  const [first, last] = [scored[0], scored[scored.length - 1]];
  const stacked = rows.some(({ kind }) => kind === 'stacked') ? input.elements.length : 1;
  const gaps = rows.filter(({ kind, missing }) => kind === 'missing' || missing.length > 0).length;
  return [
    cleanText(title),
    words.barCount(rows.length, stacked),
    ...(first && last ? [words.extremes(named(first), named(last))] : []),
    ...(gaps > 0 ? [words.missingRows(gaps)] : []),
    '',
  ]
    .join(words.stop)
    .trimEnd();
}
