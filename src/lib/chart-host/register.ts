import { FONT_STACK, textWidth } from '#lib/charts/index.ts';
import { BarChart, LineChart, RadarChart, ScatterChart } from 'echarts/charts';
import {
  GridComponent,
  LegendPlainComponent,
  MarkLineComponent,
  RadarComponent,
  TitleComponent,
  TooltipComponent,
} from 'echarts/components';
import { init, setPlatformAPI, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

// The parts that ChartOption (charts/option.ts) names, and no others: the rest is shaken off.
use([
  BarChart,
  LineChart,
  RadarChart,
  ScatterChart,
  GridComponent,
  LegendPlainComponent,
  MarkLineComponent,
  RadarComponent,
  TitleComponent,
  TooltipComponent,
  SVGRenderer,
]);

// One table of widths everywhere: a chart drawn at build time and one drawn in the page agree.
setPlatformAPI({
  measureText: (text, font = `12px ${FONT_STACK}`) => ({
    width: textWidth(text, Number(/([\d.]+)px/.exec(font)?.[1] ?? 12)),
  }),
});

export { init };
export type { ECharts } from 'echarts/core';
