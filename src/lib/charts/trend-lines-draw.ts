/** Lays out and draws one plot of values over years: lines, places or a slope. */
import { drawableLine } from './clean-text.ts';
import type { ChartSize, DrawnChart } from './chart.ts';
import type { ChartOption } from './option.ts';
import { textWidth } from './text-width.ts';
import { dimensionColour, TOKENS, type ThemeName } from './tokens.ts';
import { spreadLabels } from './trend-lines-labels.ts';
import {
  breakSeries,
  contextSeries,
  gapSeries,
  heightOf,
  leaders,
  lineSeries,
  rangeSeries,
  SYMBOL_LETTERS,
  symbolSeries,
  texts,
  type Plot,
  type TrendMark,
} from './trend-lines-marks.ts';
import { trendScale } from './trend-lines-scale.ts';
import { coloured, pointTip, valuesOf } from './trend-lines-text.ts';
import type { TrendLinesInput, TrendPoint, TrendSeries } from './trend-lines-types.ts';
import { trendWords } from './trend-lines-words.ts';
import { wrapText } from './wrap-text.ts';

export type TrendKind = 'line' | 'bump' | 'slope';

const SMALL = 12;
const LABEL_LINE = 16;
const YEAR_LINE = 17;
const GAP_STRIP = 28;
const TOP = { plain: 8, breaks: 24 } as const;
const LEAST = 160;

export function drawTrends(
  input: TrendLinesInput,
  kind: TrendKind,
  theme: ThemeName,
  { width, height }: ChartSize,
  highlight: string | null = null,
): DrawnChart {
  const tokens = TOKENS[theme];
  const shown = coloured(input);
  if (valuesOf(input).length === 0) {
    const least = height ?? 120;
    return { option: empty(input, theme), width, height: least, fits: true, captionHeight: 0 };
  }
  const narrow = width < 480;
  const fontSize = narrow ? SMALL : 14;
  const last = input.periods.length - 1;
  const pad = kind === 'slope' ? 0.06 : last === 0 ? 0.5 : 0.2;
  const words = trendWords(input.locale);

  const scale = trendScale(input.axis, valuesOf(input), 5);
  const cap = Math.round(width * (kind === 'slope' ? 0.36 : narrow ? 0.42 : 0.32));
  const labels = (end: 'first' | 'last') => endLabels(shown, end, cap, fontSize, words.missing);
  const right = labels('last');
  const left = kind === 'slope' ? labels('first') : [];
  const widest = (list: readonly { lines: readonly string[] }[]) =>
    list
      .flatMap(({ lines }) => lines)
      .reduce((most, line) => Math.max(most, textWidth(line, fontSize) * 1.06), 0);
  const rows = [...left, ...right].reduce((most, { lines }) => Math.max(most, lines.length), 1);
  const tickWidth = Math.max(...scale.ticks.map(({ label }) => textWidth(label, SMALL)));
  const gridLeft = Math.ceil(kind === 'slope' ? widest(left) + 16 : tickWidth + 12);
  const gridRight = Math.ceil(widest(right) + (shown.length > 0 ? 18 : 8));
  const plotWidth = Math.max(width - gridLeft - gridRight, 80);
  const spacing = plotWidth / (last + 2 * pad);

  const gaps = gapsOf(input, shown, spacing);
  const rangeTexts = input.ranges.map((range) => (range ? words.range(range.text) : ''));
  const withRanges =
    rangeTexts.length > 0 && rangeTexts.every((text) => textWidth(text, SMALL) + 8 <= spacing);
  const strip = gaps.length > 0 ? GAP_STRIP : 0;
  const top = input.breaks.some(({ number }) => number !== null) ? TOP.breaks : TOP.plain;
  const bottom = 10 + strip + YEAR_LINE * (withRanges ? 2 : 1);
  const natural =
    input.axis.kind === 'rank'
      ? Math.min(Math.max(input.axis.worst * 18, 240), 720)
      : narrow
        ? 240
        : 320;
  const free = height === null ? natural : height - top - bottom;
  const plotHeight = Math.max(free, LEAST, shown.length * rows * LABEL_LINE);
  const plot: Plot = {
    index: 0,
    scale,
    width: plotWidth,
    height: plotHeight,
    last,
    pad,
    tokens,
    highlight,
  };
  const every = Math.max(1, Math.ceil(44 / Math.max(spacing, 1)));
  const years = input.periods.map((_, i) => i).filter((i) => (last - i) % every === 0);

  const option: ChartOption = {
    animation: false,
    grid: {
      left: gridLeft,
      top,
      width: plotWidth,
      height: plotHeight,
      outerBoundsMode: 'none',
    },
    xAxis: {
      type: 'value',
      min: -pad,
      max: last + pad,
      splitLine: { show: false },
      axisLine: { show: true, onZero: false },
      position: 'bottom',
      axisLabel: {
        customValues: years,
        margin: 8 + strip,
        lineHeight: YEAR_LINE,
        showMinLabel: true,
        showMaxLabel: true,
        formatter: (at: number) =>
          [input.periods[at] ?? '', ...(withRanges ? [rangeTexts[at] ?? ''] : [])]
            .map(drawableLine)
            .join('\n'),
      },
    },
    yAxis: {
      type: 'value',
      min: scale.min,
      max: scale.max,
      inverse: scale.inverse,
      splitLine: { show: kind === 'line' && input.axis.kind === 'value' },
      axisTick: { customValues: scale.ticks.map(({ value }) => value) },
      ...(input.axis.kind === 'value' ? { interval: intervalOf(scale.ticks) } : {}),
      axisLabel: {
        show: kind !== 'slope',
        customValues: scale.ticks.map(({ value }) => value),
        formatter: (value: number) =>
          scale.ticks.find((tick) => Math.abs(tick.value - value) < 1e-9)?.label ?? '',
      },
    },
    tooltip: {
      trigger: 'item',
      renderMode: 'richText',
      confine: true,
      transitionDuration: 0,
    },
    series: series(input, shown, plot, { right, left, gaps, fontSize, apart: rows * LABEL_LINE }),
  };
  return {
    option,
    width,
    height: Math.ceil(top + plotHeight + bottom),
    fits: free >= LEAST,
    captionHeight: 0,
  };
}

const intervalOf = (ticks: readonly { readonly value: number }[]): number =>
  ticks.length > 1 ? ticks[1]!.value - ticks[0]!.value : 1;

function empty(input: TrendLinesInput, theme: ThemeName): ChartOption {
  return {
    animation: false,
    title: {
      text: trendWords(input.locale).empty,
      left: 'center',
      top: 'middle',
      textStyle: { color: TOKENS[theme].ink2, fontSize: 14, fontWeight: 'normal' },
    },
  };
}

interface EndLabel {
  readonly series: TrendSeries;
  /** Position of the value that it stands beside. */
  readonly at: number;
  readonly value: number;
  readonly lines: readonly string[];
}

/** Names and values at one end, in up to three lines each where one has no room for all of them. */
function endLabels(
  shown: readonly TrendSeries[],
  end: 'first' | 'last',
  cap: number,
  fontSize: number,
  missing: string,
): EndLabel[] {
  const labels = shown.map((series) => {
    const { points, name, colour } = series;
    const places = points.map((_, i) => i);
    if (end === 'last') places.reverse();
    const at = places.find((i) => points[i]!.value !== null) ?? 0;
    const outer = points[places[0]!] as TrendPoint;
    const sign = SYMBOL_LETTERS[(colour ?? 0) % SYMBOL_LETTERS.length] ?? '';
    const value = outer.value === null ? missing : outer.text;
    return { series, at, value: points[at]?.value ?? NaN, text: `${sign} ${name} ${value}` };
  });
  const room = cap / 1.06;
  return labels.map(({ text, ...rest }) => ({
    ...rest,
    lines: wrapText(text, room, fontSize, 3).map(drawableLine),
  }));
}

/** Who lacks a value in each year; counted where the names have no room. */
function gapsOf(input: TrendLinesInput, shown: readonly TrendSeries[], spacing: number) {
  const words = trendWords(input.locale);
  return input.periods.flatMap((_, x) => {
    const lacking = shown.filter(({ points }) => points[x]?.value == null);
    if (lacking.length === 0) return [];
    const named = words.missingOf(lacking[0]!.name);
    const fits = lacking.length === 1 && textWidth(named, SMALL) + 8 <= spacing;
    return [{ x, text: fits ? named : words.missingMany(lacking.length) }];
  });
}

function series(
  input: TrendLinesInput,
  shown: readonly TrendSeries[],
  plot: Plot,
  ends: {
    right: readonly EndLabel[];
    left: readonly EndLabel[];
    gaps: readonly { x: number; text: string }[];
    fontSize: number;
    /** From one label to the next. */
    apart: number;
  },
): TrendMark[] {
  const words = trendWords(input.locale);
  const { tokens, highlight, pad, last } = plot;
  const lit = shown.some(({ id }) => id === highlight);
  const context = input.series.filter(({ colour }) => colour === null);
  const side = (labels: readonly EndLabel[], position: 'left' | 'right'): TrendMark[] => {
    const seen = labels.filter(({ value }) => !Number.isNaN(value));
    if (seen.length === 0) return [];
    const wanted = seen.map(({ value }) => heightOf(plot, value));
    const placed = spreadLabels(wanted, ends.apart, plot.height);
    const edge = position === 'right' ? last + pad : -pad;
    const outer = position === 'right' ? last : 0;
    return [
      ...leaders(
        plot,
        seen.flatMap(({ at, series: { colour } }, i) =>
          // Across years without a value a leader would pass for a line of values.
          at !== outer
            ? []
            : [
                {
                  x: at,
                  from: wanted[i]!,
                  to: placed[i]!,
                  reach: edge - at,
                  colour: dimensionColour(tokens, colour ?? 0),
                },
              ],
        ),
      ),
      texts(
        plot,
        seen.map(({ lines, series: { id } }, i) => ({
          x: edge,
          y: placed[i]!,
          text: lines.join('\n'),
          position,
          // Not all of the colours are dark enough for letters: the shape says whose line it is.
          colour: tokens.ink,
          bold: id === highlight,
          distance: 4,
        })),
        ends.fontSize,
      ),
    ];
  };
  return [
    // The coloured ones first: the cursor finds series i at position i.
    ...shown.map((one) => symbolSeries(plot, one, lit, (item) => pointTip(input, one, item))),
    ...rangeSeries(plot, input.ranges),
    ...contextSeries(plot, context, input.breaks),
    ...shown.flatMap((one) => lineSeries(plot, one, input.breaks, lit)),
    ...breakSeries(plot, input.breaks, (numbers) => numbers.map(words.breakMark).join('')),
    ...gapSeries(plot, ends.gaps, plot.height + 9),
    ...side(ends.left, 'left'),
    ...side(ends.right, 'right'),
  ];
}
