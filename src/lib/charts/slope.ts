import type { Chart } from './chart.ts';
import { trendChart } from './trend-lines.ts';
import type { TrendLinesInput } from './trend-lines-types.ts';

/** Two years side by side, named at both ends; `input` has exactly two periods. */
export const slopeChart = (input: TrendLinesInput): Chart => trendChart(input, 'slope');
