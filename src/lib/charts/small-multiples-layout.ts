import type { ChartSize } from './chart.ts';
import { textWidth } from './text-width.ts';
import { wrapText } from './wrap-text.ts';

export interface PanelBox {
  /** Left and top edge, and width with the room for labels at the right. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly plotTop: number;
  readonly plotLeft: number;
  readonly plotWidth: number;
  readonly titleLines: readonly string[];
}

export interface MultiplesLayout {
  readonly boxes: readonly PanelBox[];
  readonly legend: readonly { readonly x: number; readonly y: number }[];
  /** Lines that every panel's title has room for. */
  readonly titleRows: number;
  readonly plotHeight: number;
  /** Room below the axes for the marks of missing years. */
  readonly strip: number;
  readonly height: number;
  readonly fits: boolean;
}

const SMALL = 12;
const LINE = 16;
const COLUMN_GAP = 24;
const ROW_GAP = 20;
/** At the end of the lines: the gap before the labels, and the most that they may take. */
const LABEL_GAP = 4;
const MOST_LABELS = 96;
/** The first year is centred under the first mark and reaches over the edge. */
const YEAR_OVERHANG = 12;
const LEAST_PANEL = { roomy: 200, tight: 140 } as const;
const LEAST_PLOT = 64;
const STRIP = 24;

/** What the panels have besides their lines. */
export interface MultiplesNeeds {
  /** Numbers of breaks above. */
  readonly breaks: boolean;
  /** Marks of missing years below. */
  readonly gaps: boolean;
  /** Words at the right ends. */
  readonly labels: readonly string[];
}

/**
 * Places panels in as many columns as are readable, all of one size; where that is higher than
 * asked for, in narrower ones.
 */
export function multiplesLayout(
  size: ChartSize,
  titles: readonly string[],
  legend: readonly string[],
  needs: MultiplesNeeds,
): MultiplesLayout {
  const roomy = layoutFrom(LEAST_PANEL.roomy, size, titles, legend, needs);
  if (roomy.fits) return roomy;
  const tight = layoutFrom(LEAST_PANEL.tight, size, titles, legend, needs);
  return tight.fits ? tight : roomy;
}

function layoutFrom(
  leastPanel: number,
  { width, height }: ChartSize,
  titles: readonly string[],
  legend: readonly string[],
  { breaks, gaps, labels }: MultiplesNeeds,
): MultiplesLayout {
  const strip = gaps ? STRIP : 0;
  const longest = labels.reduce((most, text) => Math.max(most, textWidth(text, SMALL)), 0);
  const labelRoom = Math.min(Math.ceil(longest) + LABEL_GAP + 2, MOST_LABELS);

  const columns = Math.max(
    1,
    Math.min(4, titles.length, Math.floor((width + COLUMN_GAP) / (leastPanel + COLUMN_GAP))),
  );
  const panelWidth = (width - (columns - 1) * COLUMN_GAP) / columns;
  const lines = titles.map((title) => wrapText(title, panelWidth / 1.06, SMALL, 2));
  const titleRows = lines.reduce((most, { length }) => Math.max(most, length), 1);

  const places: { x: number; y: number }[] = [];
  let [x, y] = [0, 0];
  for (const text of legend) {
    const item = textWidth(text, SMALL) * 1.1 + 16;
    if (x > 0 && x + item > width) [x, y] = [0, y + LINE + 4];
    places.push({ x, y });
    x += item;
  }
  const legendHeight = legend.length === 0 ? 0 : y + LINE + 12;

  const rows = Math.ceil(titles.length / columns);
  const head = (titleRows + 1) * LINE + (breaks ? 20 : 8);
  const foot = strip + 24;
  const chrome = head + foot + ROW_GAP;
  const free =
    height === null ? 96 : (height - legendHeight + ROW_GAP) / Math.max(rows, 1) - chrome;
  const plotHeight = Math.max(LEAST_PLOT, Math.min(free, 160));
  const panelHeight = chrome + plotHeight;
  return {
    boxes: titles.map((_, i) => {
      const left = (i % columns) * (panelWidth + COLUMN_GAP);
      const top = legendHeight + Math.floor(i / columns) * panelHeight;
      return {
        x: left,
        y: top,
        width: panelWidth,
        plotTop: top + head,
        plotLeft: left + YEAR_OVERHANG,
        plotWidth: panelWidth - YEAR_OVERHANG - Math.max(labelRoom, YEAR_OVERHANG),
        titleLines: lines[i] ?? [],
      };
    }),
    legend: places,
    titleRows,
    plotHeight,
    strip,
    height: Math.ceil(legendHeight + rows * panelHeight - ROW_GAP),
    fits: free >= LEAST_PLOT,
  };
}
