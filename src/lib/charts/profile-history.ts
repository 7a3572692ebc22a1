/**
 * Scores year by year as bars from zero, with score and place above each. A year without a place has
 * no bar but a box with 缺; a dashed line stands where a year does not compare with the one before.
 */
import { formatNumber, formatPlain } from '#lib/i18n/index.ts';
import type { Locale } from '#lib/model/index.ts';
import { axisTicks } from './axis-ticks.ts';
import type { Chart, ChartSize, ChartStop, DrawnChart } from './chart.ts';
import { cleanText, drawableLine } from './clean-text.ts';
import type { BarSeries } from './option.ts';
import { textWidth } from './text-width.ts';
import { TOKENS, type ThemeName } from './tokens.ts';
import { chartWords } from './words.ts';

export interface ProfileYear {
  /** The year, which is also its id. */
  readonly period: string;
  /** null: no place and no bar; `place` then says so. */
  readonly score: number | null;
  /** 第 3 名, or why there is none. */
  readonly place: string;
  /** What keeps it from comparing with the year before; empty for nothing. */
  readonly breaks: string;
}

export interface ProfileHistoryInput {
  readonly years: readonly ProfileYear[];
  /** Top of the axis. */
  readonly max: number;
  readonly unit: string;
  /** Written at a break: 口径变化. */
  readonly breakWord: string;
  /** The kind of chart, for those who do not see it. */
  readonly kind: string;
  readonly locale: Locale;
}

const FONT = 12;
const LINE = 16;
const HEIGHT = 240;
const LEAST_PLOT = 140;

export function profileHistory(input: ProfileHistoryInput): Chart {
  const words = chartWords(input.locale);
  const stops = input.years.map((year, item): ChartStop => ({
    id: year.period,
    sentence: sentence(year, input),
    mark: { series: year.score === null ? 1 : 0, item },
  }));
  return {
    locale: input.locale,
    stops,
    notes: [],
    summary: (title) =>
      `${cleanText(title)}${words.stop}${input.kind}${words.stop}${stops
        .map((stop) => stop.sentence)
        .join('')}`.trimEnd(),
    draw: (theme, size, highlight = null) => draw(input, theme, size, highlight),
  };
}

function sentence({ period, score, place, breaks }: ProfileYear, input: ProfileHistoryInput) {
  const { comma, stop } = chartWords(input.locale);
  const space = input.locale === 'zh' ? '' : ' ';
  return (
    [
      period,
      ...(score === null ? [] : [`${formatNumber(score, 1)}${space}${input.unit}`]),
      cleanText(place),
      ...(breaks === '' ? [] : [`${input.breakWord}: ${cleanText(breaks)}`]),
    ].join(comma) + stop.trimEnd()
  );
}

function draw(
  input: ProfileHistoryInput,
  theme: ThemeName,
  { width, height }: ChartSize,
  highlight: string | null,
): DrawnChart {
  const { years, breakWord, locale } = input;
  const tokens = TOKENS[theme];
  const total = Math.max(HEIGHT, height ?? 0);
  const axis = axisTicks(0, input.max, 4, input.max);
  const left = 32;
  const broken = years.flatMap(({ breaks }, i) => (breaks === '' ? [] : [i]));
  // Above the highest bar two lines of label, for which the plot may have room, and the breaks'.
  const highest = years.reduce((most, { score }) => Math.max(most, score ?? 0), 0);
  const inside = LEAST_PLOT * (1 - highest / axis.max);
  const top = Math.ceil(Math.max(8, 2 * LINE + 8 - inside) + (broken.length === 0 ? 0 : LINE));
  const room = (width - left) / Math.max(1, years.length);
  const words = chartWords(locale);
  const label = ({ score, place }: ProfileYear): string =>
    score === null ? words.missing : `${formatNumber(score, 1)}\n${fitting(place, room)}`;
  return {
    option: {
      animation: false,
      grid: {
        left,
        top,
        width: width - left - 4,
        height: total - top - 28,
        outerBoundsMode: 'none',
      },
      xAxis: {
        type: 'value',
        min: -0.5,
        max: Math.max(1, years.length) - 0.5,
        interval: 0.5,
        // Half a slot at each end is room enough for its bar.
        containShape: false,
        splitLine: { show: false },
        axisLine: { show: true },
        axisLabel: {
          color: tokens.ink,
          formatter: (value: number) =>
            Number.isInteger(value) ? drawableLine(years[value]?.period ?? '') : '',
        },
      },
      yAxis: {
        type: 'value',
        min: 0,
        max: axis.max,
        interval: axis.step,
        axisLabel: { formatter: (value: number) => formatPlain(value) },
      },
      tooltip: {
        trigger: 'item',
        renderMode: 'richText',
        confine: true,
        transitionDuration: 0,
        formatter: (params) => {
          const [first] = Array.isArray(params) ? params : [params];
          const year = years[first?.dataIndex ?? -1];
          return year ? drawableLine(sentence(year, input)).replaceAll('{', '{\u200b') : '';
        },
      },
      series: [
        {
          type: 'bar',
          barWidth: Math.min(48, Math.round(room * 0.5)),
          emphasis: { disabled: true },
          data: years.map((year, i) => ({
            value: [i, year.score ?? '-'],
            itemStyle: {
              color: year.period === highlight ? tokens.accent : tokens.hairlineStrong,
            },
            label: {
              show: year.score !== null,
              position: 'top',
              formatter: () =>
                drawableLine(label(year).split('\n')[0] ?? '') +
                '\n' +
                drawableLine(label(year).split('\n')[1] ?? ''),
              color: year.period === highlight ? tokens.accent : tokens.ink,
              fontWeight: year.period === highlight ? 600 : 'normal',
              fontSize: FONT,
              lineHeight: LINE,
            },
          })),
          ...(broken.length === 0 ? {} : { markLine: breakLines(broken, breakWord, tokens) }),
        },
        {
          // Nothing is drawn from zero where there is nothing: a box with the word stands there.
          type: 'scatter',
          symbol: 'rect',
          symbolSize: [36, 20],
          symbolOffset: [0, -12],
          emphasis: { disabled: true },
          itemStyle: {
            color: tokens.paper,
            borderColor: tokens.ink3,
            borderWidth: 1,
            borderType: 'dashed',
          },
          label: { show: true, formatter: words.missing, color: tokens.ink2, fontSize: FONT },
          data: years.map(({ score }, i) => [i, score === null ? 0 : '-']),
        },
      ],
    },
    width,
    height: total,
    fits: height === null || height >= HEIGHT,
    captionHeight: 0,
  };
}

/** The place where there is room for it; the table beside has it in any case. */
const fitting = (place: string, room: number): string =>
  textWidth(place, FONT) + 4 <= room ? place : (/\d+/.exec(place)?.[0] ?? '');

function breakLines(
  broken: readonly number[],
  word: string,
  { ink2, ink3 }: { ink2: string; ink3: string },
): NonNullable<BarSeries['markLine']> {
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: ink3, type: 'dashed', width: 1 },
    label: {
      show: true,
      position: 'end',
      formatter: drawableLine(word),
      color: ink2,
      fontSize: FONT,
    },
    data: broken.map((i) => ({ xAxis: i - 0.5 })),
  };
}
