export type { Chart, ChartSize, ChartStop, DrawnChart } from './chart.ts';
export { cleanText, drawableLine, escapeXml } from './clean-text.ts';
export {
  furniture,
  markText,
  type FigureFrame,
  type FigureLine,
  type FigureText,
  type Furniture,
  type FurnitureRole,
} from './furniture.ts';
export { hierarchyChart, type HierarchyInput, type HierarchyNode } from './hierarchy.ts';
export type { ChartOption } from './option.ts';
export { rankingBars } from './ranking-bars.ts';
export { rankingChart, type RankingChartInput } from './ranking-chart.ts';
export { rankingSummary } from './ranking-text.ts';
export type { ChartElement, RankingBar, RankingBarsInput } from './ranking-types.ts';
export { textWidth } from './text-width.ts';
export { echartsTheme } from './theme.ts';
export {
  dimensionColour,
  FONT_STACK,
  THEME_NAMES,
  TOKENS,
  type ChartTokens,
  type ThemeName,
} from './tokens.ts';
export { wrapText } from './wrap-text.ts';
export { chartWords, type ChartWords } from './words.ts';
