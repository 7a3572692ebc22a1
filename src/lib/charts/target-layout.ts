import { axisTicks, type Ticks } from './axis-ticks.ts';
import type { ChartSize } from './chart.ts';
import { drawableLine } from './clean-text.ts';
import type { TargetBarsInput } from './target-types.ts';
import { textWidth } from './text-width.ts';
import { wrapEvenly } from './wrap-text.ts';

const AXIS_HEIGHT = 24;
/** Above the plot: what the line of the goal says. */
const GOAL_HEIGHT = 24;
const GAP = 12;
const FONT = 12;
const LINE = 16;

/** Where everything in a picture of targets goes: names, plot from zero, labels in a column. */
export interface TargetLayout {
  readonly width: number;
  readonly height: number;
  readonly fits: boolean;
  readonly left: number;
  readonly top: number;
  readonly plotWidth: number;
  readonly plotHeight: number;
  readonly rowHeight: number;
  readonly nameWidth: number;
  /** Names and labels broken into lines. */
  readonly names: readonly string[];
  readonly labels: readonly string[];
  readonly axis: Ticks;
  readonly fontSize: number;
  readonly lineHeight: number;
}

const widest = (texts: readonly (readonly string[])[]): number =>
  texts.reduce(
    (most, lines) => lines.reduce((wide, line) => Math.max(wide, textWidth(line, FONT)), most),
    0,
  );

export function targetLayout(input: TargetBarsInput, { width, height }: ChartSize): TargetLayout {
  const { rows, goal, max } = input;
  const count = Math.max(rows.length, 1);
  const names = rows.map(({ name }) => wrapEvenly(name, Math.round(width * 0.34), FONT, 6));
  const labels = rows.map(({ label }) => wrapEvenly(label, Math.round(width * 0.3), FONT, 4));
  const nameWidth = Math.ceil(widest(names));
  const labelWidth = Math.ceil(widest(labels));
  const left = nameWidth + GAP;
  const top = GOAL_HEIGHT;
  const lines = [...names, ...labels].reduce((most, parts) => Math.max(most, parts.length), 1);
  const least = Math.max(22, lines * LINE + 8);
  const given = height === null ? null : (height - top - AXIS_HEIGHT) / count;
  const rowHeight = given === null ? least : Math.min(Math.max(given, least), 56);
  const values = rows.flatMap(({ value }) => value ?? []);
  const high = values.reduce((most, value) => Math.max(most, value), goal.value);
  return {
    width,
    height: Math.ceil(top + rowHeight * count + AXIS_HEIGHT),
    fits: given === null || given >= least,
    left,
    top,
    plotWidth: Math.max(48, width - left - labelWidth - GAP - 8),
    plotHeight: rowHeight * count,
    rowHeight,
    nameWidth,
    names: names.map((parts) => parts.map(drawableLine).join('\n')),
    labels: labels.map((parts) => parts.map(drawableLine).join('\n')),
    axis: axisTicks(0, high, width < 480 ? 2 : 4, max),
    fontSize: FONT,
    lineHeight: LINE,
  };
}
