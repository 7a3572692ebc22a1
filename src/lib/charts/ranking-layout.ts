import { axisTicks, type Ticks } from './axis-ticks.ts';
import { drawableLine } from './clean-text.ts';
import { missingLabel, type PreparedRow } from './ranking-rows.ts';
import type { ChartSize } from './chart.ts';
import type { RankingBarsInput } from './ranking-types.ts';
import { textWidth } from './text-width.ts';
import { wrapEvenly } from './wrap-text.ts';

/** Distances in pixels, on the 4 px grid where the eye can see it. */
export const GAP = { rank: 8, name: 12, score: 6, box: 8, label: 4 } as const;
/** Width of the hatched box beside a bar with gaps, and in place of a bar that is not there. */
export const BOX = { beside: 12, instead: 28 } as const;
export const SMALL = 12;

const AXIS_HEIGHT = 24;
export const LEGEND_GAP = 12;
export const SWATCH = { width: 14, height: 10 } as const;
/** ECharts sets entries of 12 px text one gap apart in both directions. */
const LEGEND_LINE = 12 + LEGEND_GAP;
const DIRECT_LEGEND = 22;
const MOST_NAME_LINES = 3;

/** Where everything in a ranking chart goes: what a test or an export asks before drawing. */
export interface RankingLayout {
  readonly width: number;
  readonly height: number;
  /** False when the rows needed more than the height that was asked for. */
  readonly fits: boolean;
  readonly fontSize: number;
  readonly rowHeight: number;
  readonly barHeight: number;
  /** Left edge and size of the plot. */
  readonly left: number;
  readonly top: number;
  readonly plotWidth: number;
  readonly plotHeight: number;
  /** Width of the column of names, to the left of the plot. */
  readonly nameWidth: number;
  readonly showRanks: boolean;
  /** Names broken into lines. */
  readonly names: readonly string[];
  readonly missingLabels: readonly string[];
  readonly axis: Ticks;
  readonly pixelsPerPoint: number;
  /** direct: element names above the segments of the first bar; wrapped: swatches and names. */
  readonly legend: 'none' | 'direct' | 'wrapped';
}

/** Room to the right of a bar's end for its score and its gaps. */
function extraWidth(row: PreparedRow, label: string, fontSize: number): number {
  const gaps = label === '' ? 0 : GAP.box + GAP.label + textWidth(label, SMALL);
  if (row.kind === 'missing') return BOX.instead + gaps;
  return GAP.score + scoreWidth(row, fontSize) + (gaps === 0 ? 0 : BOX.beside + gaps);
}

/** Scores are set in semi-bold, which runs a little wider than the table of widths. */
export const scoreWidth = (row: PreparedRow, fontSize: number): number =>
  textWidth(row.score, fontSize) * 1.08;

function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}

/** The largest scale at which every bar with its labels still ends inside the chart. */
function scaleFor(
  rows: readonly PreparedRow[],
  axis: Ticks,
  room: number,
  extras: readonly number[],
): number {
  const whole = (room - 16) / (axis.max - axis.min);
  const fitting = rows.map(
    (row, i) => Math.max(room - (extras[i] ?? 0) - 2, 40) / Math.max(row.high - axis.min, 1e-9),
  );
  return fitting.reduce((least, scale) => Math.min(least, scale), whole);
}

function legendMode(
  input: RankingBarsInput,
  first: PreparedRow | undefined,
  rows: readonly PreparedRow[],
  pixelsPerPoint: number,
): RankingLayout['legend'] {
  if (input.elements.length < 2 || !rows.some(({ kind }) => kind === 'stacked')) return 'none';
  const direct =
    first?.kind === 'stacked' &&
    input.elements.every(
      ({ name }, i) =>
        textWidth(name, SMALL) + 8 <= Math.max(0, first.bar.segments[i] ?? 0) * pixelsPerPoint,
    );
  return direct ? 'direct' : 'wrapped';
}

/** Lines that the swatches with their names take in `width`. */
function legendLines(input: RankingBarsInput, width: number): number {
  let lines = 1;
  let x = 0;
  for (const { name } of input.elements) {
    const item = SWATCH.width + 6 + textWidth(name, SMALL);
    if (x > 0 && x + item > width) {
      lines += 1;
      x = 0;
    }
    x += item + LEGEND_GAP;
  }
  return lines;
}

const naturalRowHeight = (rows: number) => (rows <= 12 ? 32 : rows <= 40 ? 26 : 22);

/** Lays a ranking out in `size`; with too little height for readable rows it grows. */
export function rankingLayout(
  input: RankingBarsInput,
  rows: readonly PreparedRow[],
  { width, height }: ChartSize,
): RankingLayout {
  const narrow = width < 480;
  const count = Math.max(rows.length, 1);
  const given = height === null ? null : (height - AXIS_HEIGHT - DIRECT_LEGEND) / count;
  const fontSize = narrow || (given !== null && given < 21) ? SMALL : 14;
  const lineHeight = Math.round(fontSize * 1.3);

  const showRanks = rows.some(({ bar }) => bar.rank !== null);
  const rankWidth = showRanks
    ? Math.ceil(largest(rows.map(({ rank }) => textWidth(rank, fontSize)))) + GAP.rank
    : 0;
  const nameCap = Math.round(width * (narrow ? 0.36 : width < 760 ? 0.36 : 0.32));
  const wrapped = rows.map(({ name }) => wrapEvenly(name, nameCap, fontSize, MOST_NAME_LINES));
  const nameWidth = Math.ceil(
    largest(wrapped.flatMap((lines) => lines.map((line) => textWidth(line, fontSize)))),
  );
  const left = rankWidth + nameWidth + GAP.name;

  const missingLabels = rows.map((row) =>
    missingLabel(row, input, narrow ? 'compact' : width < 640 ? 'count' : 'names'),
  );
  const axis = axisTicks(
    -largest(rows.map(({ low }) => -low)),
    largest(rows.map(({ high }) => high)),
    narrow ? 4 : 5,
    input.max,
  );
  const extras = rows.map((row, i) => extraWidth(row, missingLabels[i] ?? '', fontSize));
  const pixelsPerPoint = scaleFor(rows, axis, width - left, extras);

  const legend = legendMode(input, rows[0], rows, pixelsPerPoint);
  const top = {
    none: 4,
    direct: DIRECT_LEGEND,
    wrapped: legendLines(input, width) * LEGEND_LINE + 8,
  }[legend];

  const nameLines = largest(wrapped.map((lines) => lines.length));
  const least = Math.max(16, nameLines > 1 ? nameLines * lineHeight + 6 : 0);
  const free = height === null ? null : (height - top - AXIS_HEIGHT) / count;
  const rowHeight =
    free === null
      ? Math.max(naturalRowHeight(rows.length), least)
      : Math.min(Math.max(free, least), 56);
  const plotHeight = rowHeight * count;
  return {
    width,
    height: Math.ceil(top + plotHeight + AXIS_HEIGHT),
    fits: free === null || free >= least,
    fontSize,
    rowHeight,
    barHeight: Math.round(Math.min(rowHeight * 0.66, 2 * fontSize)),
    left,
    top,
    plotWidth: pixelsPerPoint * (axis.max - axis.min),
    plotHeight,
    nameWidth,
    showRanks,
    names: wrapped.map((lines) => lines.map(drawableLine).join('\n')),
    missingLabels,
    axis,
    pixelsPerPoint,
    legend,
  };
}
