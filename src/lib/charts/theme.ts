import { FONT_STACK, type ChartTokens } from './tokens.ts';

/**
 * The ECharts theme of a colour set: what every chart has in common. Colours that carry data are
 * set by the builders, because they depend on the element and not on its position in a chart.
 */
export function echartsTheme(tokens: ChartTokens): Record<string, unknown> {
  const axis = {
    axisLine: { show: false, lineStyle: { color: tokens.ink3, width: 1 } },
    axisTick: { show: false },
    axisLabel: { color: tokens.ink3, fontSize: 12 },
    splitLine: { lineStyle: { color: tokens.hairline, width: 1 } },
  };
  return {
    color: [...tokens.dims],
    backgroundColor: 'transparent',
    textStyle: { fontFamily: FONT_STACK, color: tokens.ink },
    categoryAxis: { ...axis, splitLine: { show: false } },
    valueAxis: axis,
    legend: { textStyle: { color: tokens.ink2, fontSize: 12 } },
    tooltip: {
      backgroundColor: tokens.paper,
      borderColor: tokens.hairlineStrong,
      borderWidth: 1,
      shadowColor: 'transparent',
      textStyle: { color: tokens.ink, fontSize: 12, fontFamily: FONT_STACK },
      axisPointer: { shadowStyle: { color: tokens.accentSoft, opacity: 1 } },
    },
  };
}
