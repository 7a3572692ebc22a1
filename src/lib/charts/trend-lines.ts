import type { Chart } from './chart.ts';
import { drawTrends, type TrendKind } from './trend-lines-draw.ts';
import { trendNotes, trendStops, trendSummary } from './trend-lines-text.ts';
import type { TrendLinesInput } from './trend-lines-types.ts';

/** A chart of one plot with years across. */
export const trendChart = (input: TrendLinesInput, kind: TrendKind): Chart => ({
  locale: input.locale,
  stops: trendStops(input),
  notes: trendNotes(input),
  summary: (title) => trendSummary(input, kind, title),
  draw: (theme, size, highlight = null) => drawTrends(input, kind, theme, size, highlight),
});

/**
 * Values over years as lines, the coloured ones named at their ends. Missing years interrupt a line
 * and are hatched below; a break makes it dashed, with a numbered vertical line.
 */
export const trendLinesChart = (input: TrendLinesInput): Chart => trendChart(input, 'line');
