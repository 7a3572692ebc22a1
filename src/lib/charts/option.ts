import type {
  BarSeriesOption,
  LineSeriesOption,
  RadarSeriesOption,
  ScatterSeriesOption,
} from 'echarts/charts';
import type {
  GridComponentOption,
  LegendComponentOption,
  MarkLineComponentOption,
  RadarComponentOption,
  TitleComponentOption,
  TooltipComponentOption,
} from 'echarts/components';
import type { ComposeOption } from 'echarts/core';

/** The part of ECharts that the product draws with; chart-host registers the same set. */
export type ChartOption = ComposeOption<
  | BarSeriesOption
  | LineSeriesOption
  | RadarSeriesOption
  | ScatterSeriesOption
  | GridComponentOption
  | LegendComponentOption
  | MarkLineComponentOption
  | RadarComponentOption
  | TitleComponentOption
  | TooltipComponentOption
>;

export type BarSeries = BarSeriesOption;
export type LineSeries = LineSeriesOption;
export type ScatterSeries = ScatterSeriesOption;
export type BarItem = NonNullable<BarSeriesOption['data']>[number];
export type BarItemStyle = NonNullable<BarSeriesOption['itemStyle']>;
export type Decal = Exclude<NonNullable<BarItemStyle['decal']>, 'none'>;
