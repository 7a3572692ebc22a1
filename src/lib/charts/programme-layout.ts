import type { ChartSize } from './chart.ts';
import { drawableLine } from './clean-text.ts';
import type { ProgrammeMatrixInput } from './programme-matrix.ts';
import { textWidth } from './text-width.ts';
import { wrapEvenly } from './wrap-text.ts';

/** Two lines of column heads, year and quarter. */
const HEAD = 40;
const LEGEND_LINE = 24;
const LINE = 16;
const FONT = 12;
const GAP = 12;
/** A mark with the number 8 beside it, and a little air. */
const MARK_AND_NUMBER = 26;
/** A mark with its number under it. */
const TALL = 30;

/** Where everything in a matrix of the work programme goes. */
export interface MatrixLayout {
  readonly width: number;
  readonly height: number;
  readonly fits: boolean;
  readonly left: number;
  readonly top: number;
  readonly plotWidth: number;
  readonly plotHeight: number;
  readonly nameWidth: number;
  readonly names: readonly string[];
  /** Between the marks of a cell, which stand one under the other. */
  readonly step: number;
  /** Narrow cells have the number of a mark under it, not beside. */
  readonly numbersBelow: boolean;
}

/** Lines that the words of the states take, each with its mark. */
function legendLines(states: readonly string[], width: number): number {
  let lines = 1;
  let x = 0;
  for (const state of states) {
    const item = 12 + 5 + textWidth(state, FONT) + 16;
    if (x > 0 && x + item > width) {
      lines += 1;
      x = 0;
    }
    x += item;
  }
  return lines;
}

export function matrixLayout(
  { rows, columns }: ProgrammeMatrixInput,
  states: readonly string[],
  { width, height }: ChartSize,
): MatrixLayout {
  const count = Math.max(rows.length, 1);
  const names = rows.map(({ name }) =>
    wrapEvenly(name, Math.max(Math.round(width * 0.22), 76), FONT, 3),
  );
  const nameWidth = Math.ceil(
    names.reduce(
      (most, lines) => lines.reduce((wide, line) => Math.max(wide, textWidth(line, FONT)), most),
      0,
    ),
  );
  const most = rows.reduce(
    (top, { cells }) =>
      cells.reduce((n, cell) => Math.max(n, Object.keys(cell?.counts ?? {}).length), top),
    1,
  );
  const lines = names.reduce((top, parts) => Math.max(top, parts.length), 1);
  const left = nameWidth + GAP;
  const plotWidth = Math.max(48, width - left - 8);
  const numbersBelow = plotWidth / Math.max(columns.length, 1) < MARK_AND_NUMBER;
  const step = numbersBelow ? TALL : LINE;
  const top = legendLines(states, width) * LEGEND_LINE + HEAD;
  const least = Math.max(most * step + 8, lines * LINE + 6, 22);
  const given = height === null ? null : (height - top - 8) / count;
  const rowHeight =
    given === null ? Math.max(least, 28) : Math.min(Math.max(given, least), Math.max(56, least));
  return {
    width,
    height: Math.ceil(top + rowHeight * count + 8),
    fits: given === null || given >= least,
    left,
    top,
    plotWidth,
    plotHeight: rowHeight * count,
    nameWidth,
    names: names.map((parts) => parts.map(drawableLine).join('\n')),
    step,
    numbersBelow,
  };
}
