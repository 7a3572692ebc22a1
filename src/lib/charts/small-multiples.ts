/** One small plot for each indicator, all with the same years across. */
import type { Chart, ChartSize, DrawnChart } from './chart.ts';
import { drawableLine } from './clean-text.ts';
import type { ChartOption } from './option.ts';
import { multiplesLayout, type PanelBox } from './small-multiples-layout.ts';
import {
  institutionsOf,
  multiplesNotes,
  multiplesStops,
  multiplesSummary,
} from './small-multiples-text.ts';
import type { MultiplesPanel, SmallMultiplesInput } from './small-multiples-types.ts';
import { textWidth } from './text-width.ts';
import { dimensionColour, TOKENS, type ThemeName } from './tokens.ts';
import { spreadLabels } from './trend-lines-labels.ts';
import {
  breakSeries,
  gapSeries,
  heightOf,
  lineSeries,
  referenceSeries,
  SYMBOL_LETTERS,
  symbolSeries,
  texts,
  type Plot,
  type TrendMark,
} from './trend-lines-marks.ts';
import { trendScale } from './trend-lines-scale.ts';
import { pointSentence, tipLines } from './trend-lines-text.ts';
import { trendWords } from './trend-lines-words.ts';
import { wrapText } from './wrap-text.ts';

const SMALL = 12;
/** From the left edge of a sign to its word. */
const SIGN = 16;

/** Every indicator of one or several institutions; each panel states its axis. */
export const smallMultiplesChart = (input: SmallMultiplesInput): Chart => ({
  locale: input.locale,
  stops: multiplesStops(input),
  notes: multiplesNotes(input),
  summary: (title) => multiplesSummary(input, title),
  draw: (theme, size, highlight = null) => draw(input, theme, size, highlight),
});

const numbersOf = ({ series, reference }: MultiplesPanel): number[] => [
  ...series.flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [value]))),
  ...reference.filter((value): value is number => value !== null),
];

function draw(
  input: SmallMultiplesInput,
  theme: ThemeName,
  size: ChartSize,
  highlight: string | null,
): DrawnChart {
  const tokens = TOKENS[theme];
  const { panels, periods } = input;
  const last = periods.length - 1;
  const legend = institutionsOf(input);
  const layout = multiplesLayout(
    size,
    panels.map(({ title }) => title),
    legend.map(({ name }) => `${'●'} ${name}`),
    {
      breaks: panels.some(({ breaks }) => breaks.length > 0),
      gaps: panels.some(({ series }) =>
        series.some(({ points }) => points.some(({ value }) => value === null)),
      ),
      labels: panels.flatMap(({ series }) =>
        series.flatMap(({ points }) => points[last]?.text ?? []),
      ),
    },
  );
  const pad = last === 0 ? 0.5 : 0.15;
  const plots = panels.map((panel, index): Plot => {
    const box = layout.boxes[index]!;
    const auto = trendScale({ kind: 'value' }, numbersOf(panel), 3);
    const [min, max] = panel.ends ?? [auto.min, auto.max];
    return {
      index,
      scale: { min, max, inverse: false, ticks: [], broken: false },
      width: box.plotWidth,
      height: layout.plotHeight,
      last,
      pad,
      tokens,
      highlight,
    };
  });
  const lit = legend.some(({ id }) => id === highlight);
  const boxOf = (index: number): PanelBox => layout.boxes[index]!;
  const option: ChartOption = {
    animation: false,
    title: [
      ...legend.flatMap(({ name, colour }, i) => {
        const { x, y } = layout.legend[i]!;
        const word = (text: string, left: number, color: string) => ({
          text: drawableLine(text),
          left,
          top: y,
          padding: 0,
          textStyle: { color, fontSize: SMALL, fontWeight: 'normal' as const },
        });
        return [
          word(SYMBOL_LETTERS[(colour ?? 0) % 7] ?? '', x, dimensionColour(tokens, colour ?? 0)),
          word(name, x + SIGN, tokens.ink),
        ];
      }),
      ...panels.flatMap(({ axisText }, i) => {
        const { x, y, width, titleLines } = boxOf(i);
        const heading = (text: string, line: number, bold: boolean) => ({
          text: drawableLine(text),
          left: x,
          top: y + line * 16,
          padding: 0,
          textStyle: {
            color: bold ? tokens.ink : tokens.ink2,
            fontSize: SMALL,
            fontWeight: bold ? (600 as const) : ('normal' as const),
          },
        });
        const axis = wrapText(axisText, width, SMALL, 1)[0] ?? '';
        return [
          ...titleLines.map((text, line) => heading(text, line, true)),
          heading(axis, layout.titleRows, false),
        ];
      }),
    ],
    grid: plots.map(({ width, height }, i) => ({
      left: boxOf(i).plotLeft,
      top: boxOf(i).plotTop,
      width,
      height,
      outerBoundsMode: 'none' as const,
    })),
    xAxis: plots.map((_, gridIndex) => ({
      type: 'value' as const,
      gridIndex,
      min: -pad,
      max: last + pad,
      splitLine: { show: false },
      axisLine: { show: true, onZero: false },
      position: 'bottom' as const,
      axisLabel: {
        customValues: last === 0 ? [0] : [0, last],
        margin: 8 + layout.strip,
        formatter: (at: number) => drawableLine(periods[at] ?? ''),
      },
    })),
    yAxis: plots.map(({ scale }, gridIndex) => ({
      type: 'value' as const,
      gridIndex,
      min: scale.min,
      max: scale.max,
      splitLine: { show: false },
      axisLabel: { show: false },
    })),
    tooltip: { trigger: 'item', renderMode: 'richText', confine: true, transitionDuration: 0 },
    series: [
      // The marks first, panel by panel: the cursor counts on it.
      ...panels.flatMap((panel, i) =>
        panel.series.map((one) =>
          symbolSeries(plots[i]!, one, lit, (item) =>
            tipLines([panel.title, pointSentence(input, one, item)]),
          ),
        ),
      ),
      ...panels.flatMap((panel, i) => panelMarks(input, panel, plots[i]!, boxOf(i), lit)),
    ],
  };
  return { option, width: size.width, height: layout.height, fits: layout.fits, captionHeight: 0 };
}

function panelMarks(
  input: SmallMultiplesInput,
  panel: MultiplesPanel,
  plot: Plot,
  box: PanelBox,
  lit: boolean,
): TrendMark[] {
  const words = trendWords(input.locale);
  const spacing = plot.width / (plot.last + 2 * plot.pad);
  const room = box.x + box.width - box.plotLeft - plot.width - 4;
  const ends = panel.series.flatMap((one) => {
    const point = one.points[plot.last];
    return point?.value == null || textWidth(point.text, SMALL) > room ? [] : [{ point }];
  });
  const wanted = ends.map(({ point }) => heightOf(plot, point.value!));
  // Where there is no room for all of them, the table has the numbers.
  const fits = ends.length * 14 <= plot.height + 14;
  const placed = spreadLabels(wanted, 14, plot.height);
  const gaps = input.periods.flatMap((_, x) => {
    const n = panel.series.filter(({ points }) => points[x]?.value == null).length;
    const text = n > 1 ? words.missingMany(n) : words.missing;
    return n === 0 ? [] : [{ x, text: textWidth(text, SMALL) + 4 <= spacing ? text : '' }];
  });
  return [
    ...referenceSeries(plot, panel.reference),
    ...panel.series.flatMap((one) => lineSeries(plot, one, panel.breaks, lit)),
    ...breakSeries(plot, panel.breaks, (numbers) => numbers.map(words.breakMark).join('')),
    ...gapSeries(plot, gaps, plot.height + 7),
    ...(fits && ends.length > 0
      ? [
          texts(
            plot,
            ends.map(({ point }, i) => ({
              x: plot.last + plot.pad,
              y: placed[i]!,
              text: point.text,
              position: 'right',
              colour: plot.tokens.ink,
              distance: 2,
            })),
            SMALL,
          ),
        ]
      : []),
  ];
}
