import { axisTicks, type Ticks } from './axis-ticks.ts';
import type { ChartSize } from './chart.ts';
import { cleanText, drawableLine } from './clean-text.ts';
import { valueText } from './grouped-bars-text.ts';
import type { ComparisonInput } from './grouped-bars-types.ts';
import { textWidth } from './text-width.ts';
import { wrapEvenly } from './wrap-text.ts';

export const LABEL = 12;
export const GAP = { name: 12, label: 6, direct: 8, bar: 2, group: 14 } as const;
/** Width of the hatched box in place of a bar that is not there. */
export const MISSING_BOX = 24;

const AXIS_HEIGHT = 24;
const MOST_NAME_LINES = 5;
export const LEGEND = { gap: 12, swatch: 14, height: 10, line: 12 + 12 } as const;

/** Where everything in grouped bars goes. */
export interface GroupedLayout {
  readonly width: number;
  readonly height: number;
  readonly fits: boolean;
  readonly fontSize: number;
  readonly left: number;
  readonly top: number;
  readonly plotWidth: number;
  readonly plotHeight: number;
  readonly barHeight: number;
  readonly nameWidth: number;
  /** Names of the measures, broken into lines. */
  readonly names: readonly string[];
  readonly axis: Ticks;
  readonly pixelsPerPoint: number;
  /** direct: the names beside the bars of the first group; wrapped: swatches and names above. */
  readonly legend: 'direct' | 'wrapped';
}

const most = (values: readonly number[], least = 0): number =>
  values.reduce((found, value) => Math.max(found, value), least);

/** The largest scale at which every bar with its label ends inside the chart. */
function scaleFor(input: ComparisonInput, axis: Ticks, room: number, direct: boolean): number {
  let scale = (room - 16) / (axis.max - axis.min);
  for (const { name, values } of input.series)
    values.forEach((value, i) => {
      const beside = direct && i === 0 ? GAP.direct + textWidth(cleanText(name), LABEL) : 0;
      // Labels of a highlighted bar are semi-bold, which runs a little wider.
      const label = GAP.label + 1.08 * textWidth(valueText(value, input), LABEL) + beside;
      const box = value === null ? MISSING_BOX : 0;
      const length = Math.max(value ?? 0, 0) - axis.min;
      scale = Math.min(scale, Math.max(room - label - box - 4, 40) / Math.max(length, 1e-9));
    });
  return scale;
}

/** Lines that the swatches with their names take in `width`. */
export function legendLines(input: ComparisonInput, width: number): number {
  let lines = 1;
  let x = 0;
  for (const { name } of input.series) {
    const item = LEGEND.swatch + 6 + textWidth(cleanText(name), LABEL);
    if (x > 0 && x + item > width) {
      lines += 1;
      x = 0;
    }
    x += item + LEGEND.gap;
  }
  return lines;
}

/** Lays the bars out in `size`; with too little height for readable bars it grows. */
export function groupedLayout(input: ComparisonInput, { width, height }: ChartSize): GroupedLayout {
  const narrow = width < 480;
  const fontSize = narrow ? LABEL : 14;
  const lineHeight = Math.round(fontSize * 1.3);
  const nameCap = Math.round(width * (narrow ? 0.34 : 0.26));
  const wrapped = input.axes.map(({ name }) =>
    wrapEvenly(cleanText(name), nameCap, fontSize, MOST_NAME_LINES),
  );
  const lineWidths = wrapped.flatMap((lines) => lines.map((line) => textWidth(line, fontSize)));
  // The name of a highlighted measure is semi-bold.
  const nameWidth = Math.ceil(1.06 * most(lineWidths));
  const left = nameWidth + GAP.name;
  const values = input.series.flatMap((series) => series.values.filter((value) => value !== null));
  const axis = axisTicks(-most(values.map((value) => -value)), most(values), 5, input.max);
  const room = width - left;
  const full = scaleFor(input, axis, room, false);
  const direct = scaleFor(input, axis, room, true);
  const legend = direct >= full * 0.7 ? 'direct' : 'wrapped';
  const top = legend === 'direct' ? 4 : legendLines(input, width) * LEGEND.line + 8;

  const bars = Math.max(input.series.length, 1);
  const groups = Math.max(input.axes.length, 1);
  const least = Math.max(
    bars * (LABEL + GAP.bar) + GAP.group / 2,
    most(wrapped.map((lines) => lines.length)) * lineHeight + 4,
  );
  const natural = Math.max(bars * (16 + GAP.bar) + GAP.group, least);
  const free = height === null ? null : (height - top - AXIS_HEIGHT) / groups;
  const groupHeight = free === null ? natural : Math.min(Math.max(free, least), 40 * bars + 40);
  const pixelsPerPoint = legend === 'direct' ? direct : full;
  return {
    width,
    height: Math.ceil(top + groupHeight * groups + AXIS_HEIGHT),
    fits: free === null || free >= least,
    fontSize,
    left,
    top,
    plotWidth: pixelsPerPoint * (axis.max - axis.min),
    plotHeight: groupHeight * groups,
    barHeight: Math.min(24, (groupHeight - GAP.group / 2) / bars - GAP.bar),
    nameWidth,
    names: wrapped.map((lines) => lines.map(drawableLine).join('\n')),
    axis,
    pixelsPerPoint,
    legend,
  };
}
