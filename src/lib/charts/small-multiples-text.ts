/** Small multiples in words. */
import type { ChartStop } from './chart.ts';
import { cleanText } from './clean-text.ts';
import type { MultiplesPanel, SmallMultiplesInput } from './small-multiples-types.ts';
import { pointSentence } from './trend-lines-text.ts';
import type { TrendSeries } from './trend-lines-types.ts';
import { trendWords } from './trend-lines-words.ts';

/** The same in every panel. */
export const institutionsOf = ({ panels }: SmallMultiplesInput): readonly TrendSeries[] =>
  panels[0]?.series ?? [];

/** Every value of every panel, in turn. */
export function multiplesStops(input: SmallMultiplesInput): ChartStop[] {
  let position = 0;
  return input.panels.flatMap(({ title, series }) =>
    series.flatMap((one) => {
      const mark = position++;
      return one.points.map((_, item) => ({
        id: one.id,
        sentence: `${cleanText(title)}${trendWords(input.locale).comma}${pointSentence(input, one, item)}`,
        mark: { series: mark, item },
      }));
    }),
  );
}

/** What has to be known to read the panels. */
export function multiplesNotes(input: SmallMultiplesInput): string[] {
  const words = trendWords(input.locale);
  const has = (test: (panel: MultiplesPanel) => boolean) => input.panels.some(test);
  return [
    ...(has(({ breaks }) => breaks.length > 0) ? [words.dashed] : []),
    ...(has(({ series }) => series.some(({ points }) => points.some(({ value }) => value === null)))
      ? [words.hatched]
      : []),
    ...(has(({ reference }) => reference.some((value) => value !== null)) ? [words.reference] : []),
  ];
}

/** What the panels are, for those who do not see them. */
export function multiplesSummary(input: SmallMultiplesInput, title: string): string {
  const words = trendWords(input.locale);
  const { periods, panels } = input;
  const parts = [
    cleanText(title),
    [
      words.kind.multiples,
      words.panels(panels.length),
      words.drawn(institutionsOf(input).length, 0),
      words.span(periods[0] ?? '', periods[periods.length - 1] ?? ''),
    ].join(words.comma),
    ...panels.map(({ title: name, axisText }) => `${cleanText(name)}: ${cleanText(axisText)}`),
  ];
  return parts.join(words.stop) + words.stop.trimEnd();
}
