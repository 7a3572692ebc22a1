import type { BarSeriesOption } from 'echarts/charts';
import type {
  GridComponentOption,
  LegendComponentOption,
  TitleComponentOption,
  TooltipComponentOption,
} from 'echarts/components';
import type { ComposeOption } from 'echarts/core';

/** The part of ECharts that the product draws with; chart-host registers the same set. */
export type ChartOption = ComposeOption<
  | BarSeriesOption
  | GridComponentOption
  | LegendComponentOption
  | TitleComponentOption
  | TooltipComponentOption
>;

export type BarSeries = BarSeriesOption;
export type BarItem = NonNullable<BarSeriesOption['data']>[number];
export type BarItemStyle = NonNullable<BarSeriesOption['itemStyle']>;
export type Decal = Exclude<NonNullable<BarItemStyle['decal']>, 'none'>;
