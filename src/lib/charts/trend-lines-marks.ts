/** The marks of one plot of values over years, as series of ECharts. */
import { drawableLine } from './clean-text.ts';
import type { LineSeries, ScatterSeries } from './option.ts';
import { runsOf, type PenPoint } from './trend-lines-runs.ts';
import { pixelOf, valueAt, type TrendScale } from './trend-lines-scale.ts';
import type { TrendBreak, TrendRange, TrendSeries } from './trend-lines-types.ts';
import { dimensionColour, type ChartTokens } from './tokens.ts';

export type TrendMark = LineSeries | ScatterSeries;

/** One plot: its axes, its size in pixels, who is set off. */
export interface Plot {
  /** Number of its grid and axes. */
  readonly index: number;
  readonly scale: TrendScale;
  /** Size in pixels. */
  readonly width: number;
  readonly height: number;
  /** Horizontal axis from `-pad` to `last + pad`. */
  readonly last: number;
  readonly pad: number;
  readonly tokens: ChartTokens;
  readonly highlight: string | null;
}

/** Shape before colour: told apart on paper in black and white. */
const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'triangle', 'emptyCircle', 'emptyRect'];
/** The same shapes as letters, for legends. */
export const SYMBOL_LETTERS = ['●', '■', '▲', '◆', '▼', '○', '□'];

/** Strokes from lower left to upper right: the sign of what is missing. */
const HATCH = 'path://M0 8L2 8L10 0L8 0ZM5 8L7 8L15 0L13 0ZM10 8L12 8L20 0L18 0Z';

const on = ({ index }: Plot) => ({ xAxisIndex: index, yAxisIndex: index });
const silent = { silent: true, animation: false, tooltip: { show: false } } as const;
const pen = (points: readonly PenPoint[]) => points.map((point) => (point ? [...point] : [null]));

const opacityOf = ({ highlight }: Plot, series: TrendSeries, lit: boolean): number =>
  !lit || series.id === highlight ? 1 : 0.25;

/** Values as symbols with a tip; one item a period, so that the cursor finds them. */
export function symbolSeries(
  plot: Plot,
  series: TrendSeries,
  lit: boolean,
  tip: (item: number) => string,
): ScatterSeries {
  const colour = series.colour ?? 0;
  return {
    type: 'scatter',
    name: drawableLine(series.name),
    ...on(plot),
    data: series.points.map(({ value }, i) => [i, value ?? '-']),
    symbol: SYMBOLS[colour % SYMBOLS.length] ?? 'circle',
    symbolSize: [2, 3, 4].includes(colour) ? 9 : 7,
    symbolRotate: colour === 4 ? 180 : 0,
    itemStyle: {
      color: dimensionColour(plot.tokens, colour),
      opacity: opacityOf(plot, series, lit),
    },
    clip: false,
    z: 5,
    emphasis: { disabled: true },
    tooltip: { formatter: ({ dataIndex }: { dataIndex: number }) => tip(dataIndex) },
  };
}

function line(
  plot: Plot,
  points: readonly PenPoint[],
  style: NonNullable<LineSeries['lineStyle']>,
  z: number,
): LineSeries[] {
  if (points.length === 0) return [];
  return [
    {
      type: 'line',
      ...on(plot),
      ...silent,
      data: pen(points),
      showSymbol: false,
      symbol: 'none',
      lineStyle: style,
      clip: false,
      z,
    },
  ];
}

/** The lines of the coloured series, interrupted where years are missing, dashed across breaks. */
export function lineSeries(
  plot: Plot,
  series: TrendSeries,
  breaks: readonly TrendBreak[],
  lit: boolean,
): LineSeries[] {
  const { solid, dashed } = runsOf(series, breaks);
  const color = dimensionColour(plot.tokens, series.colour ?? 0);
  const opacity = opacityOf(plot, series, lit);
  const width = series.id === plot.highlight ? 3 : 2;
  return [
    ...line(plot, solid, { color, width, opacity }, 4),
    ...line(plot, dashed, { color, width: 1.5, opacity, type: [3, 4] }, 4),
  ];
}

/** All grey lines at once, and the one that is pointed at. */
export function contextSeries(
  plot: Plot,
  context: readonly TrendSeries[],
  breaks: readonly TrendBreak[],
): LineSeries[] {
  const runs = context.map((series) => ({ id: series.id, ...runsOf(series, breaks) }));
  const { tokens, highlight } = plot;
  const grey = { color: tokens.hairlineStrong, width: 1, opacity: 0.5 };
  const lit = runs.filter(({ id }) => id === highlight);
  return [
    ...line(
      plot,
      runs.flatMap(({ solid }) => solid),
      grey,
      2,
    ),
    ...line(
      plot,
      runs.flatMap(({ dashed }) => dashed),
      { ...grey, type: [2, 3] },
      2,
    ),
    ...lit.flatMap(({ solid, dashed }) => [
      ...line(plot, solid, { color: tokens.ink, width: 2 }, 6),
      ...line(plot, dashed, { color: tokens.ink, width: 1.5, type: [3, 4] }, 6),
    ]),
  ];
}

/** A grey line behind the others, such as a median. */
export const referenceSeries = (plot: Plot, values: readonly (number | null)[]): LineSeries[] =>
  line(
    plot,
    values.map((value, i): PenPoint => (value === null ? null : [i, value])),
    { color: plot.tokens.hairlineStrong, width: 1.5 },
    2,
  );

/** Worst to best of each year, as columns. */
export function rangeSeries(plot: Plot, ranges: readonly (TrendRange | null)[]): LineSeries[] {
  const points = ranges.flatMap((range, i): PenPoint[] =>
    range ? [[i, range.low], [i, range.high], null] : [],
  );
  const spacing = plot.width / (plot.last + 2 * plot.pad);
  const width = Math.max(4, Math.min(16, spacing * 0.2));
  return line(plot, points, { color: plot.tokens.hairline, width, cap: 'butt' }, 1);
}

/** A vertical line at each break with the number of its note above. */
export function breakSeries(
  plot: Plot,
  breaks: readonly TrendBreak[],
  label: (numbers: readonly number[]) => string,
): TrendMark[] {
  const { scale, height, tokens } = plot;
  const [top, bottom] = [valueAt(scale, 0, height), valueAt(scale, height, height)];
  const numbers = new Map<number, number[]>();
  for (const { at, number } of breaks)
    if (number !== null) numbers.set(at, [...(numbers.get(at) ?? []), number]);
  if (numbers.size === 0) return [];
  return [
    ...line(
      plot,
      [...numbers.keys()].flatMap((at): PenPoint[] => [[at - 0.5, top], [at - 0.5, bottom], null]),
      { color: tokens.ink3, width: 1, type: [4, 3] },
      3,
    ),
    texts(
      plot,
      [...numbers].map(([at, list]) => ({
        x: at - 0.5,
        y: -9,
        text: label([...new Set(list)]),
        position: 'inside',
        colour: tokens.ink2,
      })),
      12,
    ),
  ];
}

export interface PlotText {
  /** Position on the axis. */
  readonly x: number;
  /** Pixels from the top of the plot. */
  readonly y: number;
  readonly text: string;
  readonly position: 'left' | 'right' | 'inside';
  readonly colour: string;
  readonly bold?: boolean;
  readonly distance?: number;
}

/** Words at places of a plot. */
export function texts(plot: Plot, list: readonly PlotText[], fontSize: number): ScatterSeries {
  return {
    type: 'scatter',
    ...on(plot),
    ...silent,
    clip: false,
    symbol: 'circle',
    symbolSize: 0.01,
    itemStyle: { color: 'transparent' },
    z: 7,
    data: list.map(({ x, y, text, position, colour, bold, distance = 0 }) => ({
      value: [x, valueAt(plot.scale, y, plot.height)],
      label: {
        show: true,
        position,
        distance,
        color: colour,
        fontSize,
        fontWeight: bold ? ('bold' as const) : ('normal' as const),
        lineHeight: 15,
        align: position === 'inside' ? ('center' as const) : position === 'left' ? 'right' : 'left',
        formatter: () => text.split('\n').map(drawableLine).join('\n'),
      },
    })),
  };
}

/** Short lines from the last values to labels that had to move. */
export function leaders(
  plot: Plot,
  list: readonly { x: number; from: number; to: number; reach: number; colour: string }[],
): LineSeries[] {
  return list.flatMap(({ x, from, to, reach, colour }) =>
    Math.abs(from - to) < 4
      ? []
      : line(
          plot,
          [
            [x, valueAt(plot.scale, from, plot.height)],
            [x + reach, valueAt(plot.scale, to, plot.height)],
          ],
          { color: colour, width: 1, opacity: 0.6 },
          3,
        ),
  );
}

/** A hatched mark below the axis at each year that somebody coloured lacks, with who. */
export function gapSeries(
  plot: Plot,
  gaps: readonly { x: number; text: string }[],
  y: number,
): TrendMark[] {
  if (gaps.length === 0) return [];
  return [
    {
      type: 'scatter',
      ...on(plot),
      ...silent,
      clip: false,
      symbol: HATCH,
      symbolSize: [18, 8],
      itemStyle: { color: plot.tokens.ink3 },
      z: 6,
      data: gaps.map(({ x, text }) => ({
        value: [x, valueAt(plot.scale, y, plot.height)],
        label: {
          show: true,
          position: 'bottom' as const,
          distance: 2,
          color: plot.tokens.ink2,
          fontSize: 12,
          formatter: () => drawableLine(text),
        },
      })),
    },
  ];
}

/** Pixels from the top of the plot. */
export const heightOf = (plot: Plot, value: number): number =>
  pixelOf(plot.scale, value, plot.height);
