import type { Chart } from './chart.ts';
import { trendChart } from './trend-lines.ts';
import type { TrendLinesInput } from './trend-lines-types.ts';

/** Places over years, 1 at the top; the axis of `input` is of places. */
export const bumpChart = (input: TrendLinesInput): Chart => trendChart(input, 'bump');
