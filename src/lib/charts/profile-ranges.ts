/**
 * Where one stands among its peers, row by row: a line from the lowest peer to the highest, a stroke
 * at the middle one, a dot for the one that is looked at, its value and place in words beside.
 */
import { formatNumber, formatPlain } from '#lib/i18n/index.ts';
import type { Locale } from '#lib/model/index.ts';
import { axisTicks } from './axis-ticks.ts';
import type { Chart, ChartSize, ChartStop, DrawnChart } from './chart.ts';
import { cleanText, drawableLine } from './clean-text.ts';
import type { ChartOption } from './option.ts';
import { textWidth } from './text-width.ts';
import { dimensionColour, TOKENS, type ChartTokens, type ThemeName } from './tokens.ts';
import { chartWords } from './words.ts';
import { wrapEvenly } from './wrap-text.ts';

export interface ProfileRange {
  readonly id: string;
  readonly name: string;
  /** Position of the dimension in the scheme; null for the accent. */
  readonly colour: number | null;
  /** null where missing (then `beside` says so), or where nobody is looked at. */
  readonly own: number | null;
  /** Stands to the right of the row: value and place, or why there is none. */
  readonly beside: string;
  /** null where no peer has a value. */
  readonly peers: { readonly min: number; readonly median: number; readonly max: number } | null;
}

export interface ProfileRangesInput {
  readonly rows: readonly ProfileRange[];
  /** Right end of the axis; the left one is 0. */
  readonly max: number;
  /** What the marks stand for; `own` null where nobody is looked at. */
  readonly words: {
    readonly own: string | null;
    readonly median: string;
    readonly range: string;
    /** The kind of chart, for those who do not see it. */
    readonly kind: string;
  };
  readonly unit: string;
  readonly locale: Locale;
}

const FONT = 12;
const LEGEND = 28;
const AXIS = 24;
const ROW = 36;
const GAP = 12;

export function profileRanges(input: ProfileRangesInput): Chart {
  const words = chartWords(input.locale);
  const stops = input.rows.map((row): ChartStop => ({
    id: row.id,
    sentence: sentence(row, input),
  }));
  return {
    locale: input.locale,
    stops,
    notes: [],
    summary: (title) =>
      [cleanText(title), input.words.kind, ...stops.map((stop) => stop.sentence)]
        .map((part) => (part.endsWith(words.stop.trimEnd()) ? part : part + words.stop))
        .join('')
        .trimEnd(),
    draw: (theme, size, highlight = null) => draw(input, theme, size, highlight),
  };
}

function sentence({ name, beside, peers }: ProfileRange, { words, locale }: ProfileRangesInput) {
  const { comma, stop } = chartWords(locale);
  const range = peers
    ? [
        `${words.range} ${formatNumber(peers.min, 1)}–${formatNumber(peers.max, 1)}`,
        `${words.median} ${formatNumber(peers.median, 1)}`,
      ]
    : [];
  return [cleanText(name), cleanText(beside), ...range].join(comma) + stop.trimEnd();
}

function draw(
  input: ProfileRangesInput,
  theme: ThemeName,
  { width, height }: ChartSize,
  highlight: string | null,
): DrawnChart {
  const { rows } = input;
  const tokens = TOKENS[theme];
  const nameCap = Math.round(width * (width < 480 ? 0.3 : 0.34));
  const besideCap = Math.round(width * 0.3);
  const names = rows.map(({ name }) => wrapEvenly(cleanText(name), nameCap, FONT, 4));
  const beside = rows.map((row) => wrapEvenly(cleanText(row.beside), besideCap, FONT, 3));
  const widest = (lines: readonly string[][]) =>
    Math.ceil(Math.max(0, ...lines.flat().map((line) => textWidth(line, FONT))));
  const [nameWidth, besideWidth] = [widest(names), widest(beside)];
  const lines = Math.max(1, ...names.map(({ length }) => length), ...beside.map((b) => b.length));
  const least = Math.max(ROW, lines * 16 + 8);
  const legendLines = legendRows(input, width);
  const top = LEGEND * legendLines;
  const natural = top + least * rows.length + AXIS;
  const total = Math.max(natural, height ?? 0);
  const left = nameWidth + GAP;
  const right = besideWidth + GAP;
  return {
    option: {
      animation: false,
      grid: {
        left,
        top,
        width: Math.max(40, width - left - right),
        height: total - top - AXIS,
        outerBoundsMode: 'none',
      },
      xAxis: xAxis(input, width - left - right),
      yAxis: [
        column(rows, names, highlight, { align: 'left', margin: left, tokens, position: 'left' }),
        column(rows, beside, highlight, {
          align: 'right',
          margin: besideWidth + GAP,
          tokens,
          position: 'right',
        }),
      ],
      legend: legend(input, tokens),
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: 'shadow', z: -1 },
        renderMode: 'richText',
        confine: true,
        transitionDuration: 0,
        formatter: (params) => {
          const [first] = Array.isArray(params) ? params : [params];
          const row = rows[first?.dataIndex ?? -1];
          return row ? drawableLine(sentence(row, input)).replaceAll('{', '{\u200b') : '';
        },
      },
      series: series(input, tokens),
    },
    width,
    height: Math.ceil(total),
    fits: height === null || height >= natural,
    captionHeight: 0,
  };
}

const labelsOf = ({ words }: ProfileRangesInput) => [
  ...(words.own === null ? [] : [words.own]),
  words.median,
  words.range,
];

/** Lines that the marks' names take. */
function legendRows(input: ProfileRangesInput, width: number): number {
  const widths = labelsOf(input).map((label) => textWidth(label, FONT) + 36);
  return widths.reduce((sum, item) => sum + item, 0) <= width ? 1 : widths.length;
}

function xAxis({ max }: ProfileRangesInput, room: number): NonNullable<ChartOption['xAxis']> {
  const axis = axisTicks(0, max, room < 240 ? 2 : 5, max);
  return {
    type: 'value',
    min: 0,
    max: axis.max,
    interval: axis.step,
    axisLabel: { formatter: (value: number) => formatPlain(value) },
  };
}

/** A column of words flush with the edge, as in a table. */
function column(
  rows: readonly ProfileRange[],
  lines: readonly string[][],
  highlight: string | null,
  how: {
    align: 'left' | 'right';
    margin: number;
    tokens: ChartTokens;
    position: 'left' | 'right';
  },
): Extract<NonNullable<ChartOption['yAxis']>, { type?: 'category' }> {
  const { align, margin, tokens, position } = how;
  return {
    type: 'category',
    inverse: true,
    position,
    data: rows.map(({ id }, i) => ({
      value: lines[i]?.map(drawableLine).join('\n') ?? '',
      textStyle: {
        align,
        ...(id === highlight ? { color: tokens.accent, fontWeight: 600 } : { color: tokens.ink }),
      },
    })),
    axisPointer: position === 'right' ? { show: false } : {},
    axisLine: { show: position === 'left' },
    axisLabel: { interval: 0, margin, fontSize: FONT, lineHeight: 16 },
  };
}

function legend(
  input: ProfileRangesInput,
  tokens: ChartTokens,
): NonNullable<ChartOption['legend']> {
  const { words } = input;
  return {
    data: [
      ...(words.own === null
        ? []
        : [{ name: OWN, icon: 'circle', itemStyle: { color: tokens.ink } }]),
      { name: MEDIAN, icon: 'rect', itemStyle: { color: tokens.ink2 } },
      { name: RANGE, icon: 'rect', itemStyle: { color: tokens.hairlineStrong } },
    ],
    formatter: (name) =>
      drawableLine(
        { [OWN]: words.own ?? '', [MEDIAN]: words.median, [RANGE]: words.range }[name] ?? '',
      ),
    selectedMode: false,
    left: 0,
    top: 4,
    padding: 0,
    itemWidth: 10,
    itemHeight: 8,
    itemGap: 12,
    align: 'left',
    textStyle: { fontSize: FONT },
  };
}

/** Names of series: the words of a language may be anything, and equal. */
const [OFFSET, RANGE, MEDIAN, OWN] = ['mark:offset', 'mark:range', 'mark:median', 'mark:own'];

function series(
  { rows, words }: ProfileRangesInput,
  tokens: ChartTokens,
): NonNullable<ChartOption['series']> {
  const bar = {
    type: 'bar' as const,
    stack: 'range',
    barWidth: 6,
    silent: true,
    emphasis: { disabled: true },
  };
  const point = { type: 'scatter' as const, silent: true, emphasis: { disabled: true } };
  return [
    {
      ...bar,
      name: OFFSET,
      itemStyle: { color: 'transparent' },
      data: rows.map(({ peers }) => peers?.min ?? null),
    },
    {
      ...bar,
      name: RANGE,
      itemStyle: { color: tokens.hairlineStrong, opacity: 0.55 },
      data: rows.map(({ peers }) => (peers ? peers.max - peers.min : null)),
    },
    {
      ...point,
      name: MEDIAN,
      symbol: 'rect',
      symbolSize: [3, 16],
      itemStyle: { color: tokens.ink2, opacity: 1 },
      data: rows.flatMap(({ peers }, i) => (peers ? [[peers.median, i]] : [])),
    },
    ...(words.own === null
      ? []
      : [
          {
            ...point,
            name: OWN,
            symbol: 'circle',
            symbolSize: 13,
            z: 5,
            data: rows.flatMap(({ own, colour }, i) =>
              own === null
                ? []
                : [
                    {
                      value: [own, i],
                      itemStyle: {
                        color: colour === null ? tokens.accent : dimensionColour(tokens, colour),
                        borderColor: tokens.decals ? tokens.ink : tokens.paper,
                        borderWidth: 1.5,
                        opacity: 1,
                      },
                    },
                  ],
            ),
          },
        ]),
  ];
}
