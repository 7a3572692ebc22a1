import { formatPlain } from '#lib/i18n/index.ts';
import { axisTicks } from './axis-ticks.ts';
import type { Chart, ChartSize, DrawnChart } from './chart.ts';
import { cleanText, drawableLine } from './clean-text.ts';
import { comparedLegend, emptyComparison } from './grouped-bars.ts';
import { comparedLine } from './grouped-bars-styles.ts';
import {
  comparisonSummary,
  comparisonWords,
  seriesSentence,
  seriesTip,
} from './grouped-bars-text.ts';
import { LABEL, LEGEND, legendLines } from './grouped-bars-layout.ts';
import { markId, markOf, type ComparisonInput } from './grouped-bars-types.ts';
import type { ChartOption } from './option.ts';
import { textWidth } from './text-width.ts';
import { TOKENS, type ThemeName } from './tokens.ts';
import { wrapEvenly } from './wrap-text.ts';

/** A radar says something from this many measures on. */
export const LEAST_RADAR_AXES = 3;

const FADED = 0.25;
/** Line height of the names. */
const LINE = 16;

/**
 * One outline a series over the measures, all on one scale from zero. Who lacks a value has no
 * outline: a corner at the centre would be a zero.
 */
export function radarChart(all: ComparisonInput): Chart {
  const input = { ...all, series: drawnOnRadar(all) };
  const what = comparisonWords(input.locale).radar(input.axes.length, input.series.length);
  return {
    locale: input.locale,
    stops: input.series.map((series, item) => ({
      id: markId({ series: series.id, axis: null }),
      sentence: seriesSentence(input, series),
      mark: { series: item, item: 0 },
    })),
    notes: [],
    summary: (title) => comparisonSummary(input, title, what),
    draw: (theme, size, highlight = null) => draw(all, input, theme, size, highlight),
  };
}

/** Those with all values; the others are for the bars and the table. */
export const drawnOnRadar = (input: ComparisonInput): ComparisonInput['series'] =>
  input.series.filter(({ values }) => values.every((value) => value !== null));

function draw(
  all: ComparisonInput,
  input: ComparisonInput,
  theme: ThemeName,
  { width, height }: ChartSize,
  highlight: string | null,
): DrawnChart {
  const tokens = TOKENS[theme];
  const lit = markOf(highlight).series;
  const narrow = width < 480;
  const wrapped = input.axes.map(({ name }) =>
    wrapEvenly(cleanText(name), Math.min(160, width * (narrow ? 0.28 : 0.24)), LABEL, 5),
  );
  const top = legendLines(input, width) * LEGEND.line + 16;
  const room = spokeRoom(wrapped, width);
  const least = top + 2 * (80 + room.above);
  const natural = top + 2 * (Math.min(room.radius, 200) + room.above);
  const wanted = height === null ? Math.max(natural, least) : Math.max(height, least);
  const radius = Math.max(40, Math.min(room.radius, (wanted - top) / 2 - room.above));
  const values = input.series.flatMap((series) => series.values.flatMap((value) => value ?? []));
  const axis = axisTicks(
    Math.min(0, ...values),
    Math.max(0, ...values),
    radius < 90 ? 2 : 4,
    input.max,
  );
  const looks = input.series.map((series) =>
    comparedLine(tokens, all.series.indexOf(series), series.isReference),
  );
  const place = {
    center: [width / 2, top + (wanted - top) / 2],
    radius,
    splitNumber: Math.round((axis.max - axis.min) / axis.step),
  };
  const option: ChartOption = {
    animation: false,
    legend: comparedLegend(
      input,
      width,
      looks.map(({ symbol }) => symbol),
    ),
    tooltip: {
      trigger: 'item',
      renderMode: 'richText',
      confine: true,
      transitionDuration: 0,
      formatter: (params) => {
        const [first] = Array.isArray(params) ? params : [params];
        return seriesTip(input, input.series[first?.seriesIndex ?? -1]);
      },
    },
    radar: [
      {
        ...place,
        indicator: wrapped.map((one) => ({
          name: one.map(drawableLine).join('\n'),
          min: axis.min,
          max: axis.max,
          axisLabel: { show: false },
        })),
        axisName: { color: tokens.ink, fontSize: LABEL, lineHeight: LINE },
        axisLine: { lineStyle: { color: tokens.hairline } },
        splitLine: { lineStyle: { color: tokens.hairline } },
        splitArea: { show: false },
      },
      {
        // One scale for all, written once, over the outlines that would cross its numbers.
        ...place,
        z: 10,
        indicator: wrapped.map((_, i) => ({
          name: '',
          min: axis.min,
          max: axis.max,
          axisLabel: {
            show: i === 0,
            color: tokens.ink2,
            fontSize: LABEL,
            backgroundColor: tokens.paper,
            padding: [0, 2],
            formatter: (value: number) => formatPlain(value),
          },
        })),
        axisName: { show: false },
        axisLine: { show: false },
        splitLine: { show: false },
        splitArea: { show: false },
      },
    ],
    series: input.series.flatMap((series, at) => {
      const look = looks[at];
      if (!look) return [];
      const { color, type, width: lineWidth, symbol, fill } = look;
      const opacity = lit === null || lit === series.id ? 1 : FADED;
      return {
        type: 'radar',
        id: `series:${series.id}`,
        name: `series:${series.id}`,
        symbol,
        symbolSize: 7,
        emphasis: { disabled: true },
        itemStyle: { color: fill, borderColor: color, borderWidth: 1.5, opacity },
        lineStyle: { color, type, width: lit === series.id ? lineWidth + 1 : lineWidth, opacity },
        data: [{ value: series.values.map((value) => value ?? 0), name: `series:${series.id}` }],
      };
    }),
  };
  return {
    option: input.series.length === 0 ? emptyComparison(input, tokens) : option,
    width,
    height: Math.ceil(wanted),
    fits: height === null || height >= least,
    captionHeight: 0,
  };
}

/** From the end of a spoke to its name. */
const NAME_GAP = 15;

/**
 * How long the spokes may be that their names end inside the width, and how high the names at the
 * top and the bottom stand beyond them.
 */
function spokeRoom(names: readonly (readonly string[])[], width: number) {
  const above = Math.max(...names.map((lines) => lines.length), 1) * LINE + NAME_GAP;
  const radii = names.map((lines, i) => {
    const across = Math.abs(Math.sin((2 * Math.PI * i) / names.length));
    const label = Math.max(...lines.map((line) => textWidth(line, LABEL)), 0);
    return across < 0.1 ? Infinity : (width / 2 - label - 4) / across - NAME_GAP;
  });
  return { radius: Math.min(...radii, width / 2), above };
}
