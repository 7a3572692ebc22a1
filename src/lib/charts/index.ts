export type { Chart, ChartSize, ChartStop, DrawnChart } from './chart.ts';
export { cleanText, drawableLine, escapeXml } from './clean-text.ts';
export {
  eventMatrix,
  type EventColumn,
  type EventMatrixInput,
  type EventMatrixRow,
} from './event-matrix.ts';
export { factBars, type FactBar, type FactBarsInput } from './fact-bars.ts';
export {
  furniture,
  markText,
  type FigureFrame,
  type FigureLine,
  type FigureText,
  type Furniture,
  type FurnitureRole,
} from './furniture.ts';
export { type MapArea, type MapClass, type MapInput } from './geo-areas.ts';
export { geoMap, type GeoArea } from './geo-map.ts';
export type { Point, Polygon, Ring } from './geo-shape.ts';
export { hierarchyChart, type HierarchyInput, type HierarchyNode } from './hierarchy.ts';
export type { ChartOption } from './option.ts';
export { bumpChart } from './bump.ts';
export { profileHistory, type ProfileHistoryInput, type ProfileYear } from './profile-history.ts';
export { profileRanges, type ProfileRange, type ProfileRangesInput } from './profile-ranges.ts';
export { groupedBars } from './grouped-bars.ts';
export { markId, markOf, type ComparedSeries, type ComparisonInput } from './grouped-bars-types.ts';
export { LEAST_RADAR_AXES, radarChart } from './radar.ts';
export { plainBars, type PlainBar, type PlainBarsInput } from './plain-bars.ts';
export { rankingBars } from './ranking-bars.ts';
export { rankingChart, type RankingChartInput } from './ranking-chart.ts';
export { rankingSummary } from './ranking-text.ts';
export type { ChartElement, RankingBar, RankingBarsInput } from './ranking-types.ts';
export { RAMP_STEPS, rampStep } from './sequential.ts';
export { slopeChart } from './slope.ts';
export { smallMultiplesChart } from './small-multiples.ts';
export type { MultiplesPanel, SmallMultiplesInput } from './small-multiples-types.ts';
export { stockBarsChart, type StockBarsInput, type StockYear } from './stock-bars.ts';
export {
  programmeMatrix,
  programmeCellId,
  type ProgrammeCell,
  type ProgrammeMatrixInput,
  type ProgrammeMatrixRow,
} from './programme-matrix.ts';
export { targetBars } from './target-bars.ts';
export type { TargetBarsInput, TargetRowInput, TargetTone } from './target-types.ts';
export { textWidth } from './text-width.ts';
export { echartsTheme } from './theme.ts';
export { tileLines, tileMap, type TileArea } from './tile-map.ts';
export {
  dimensionColour,
  FONT_STACK,
  THEME_NAMES,
  TOKENS,
  type ChartTokens,
  type ThemeName,
} from './tokens.ts';
export { trendLinesChart } from './trend-lines.ts';
export type {
  TrendAxis,
  TrendBreak,
  TrendLinesInput,
  TrendPoint,
  TrendRange,
  TrendSeries,
} from './trend-lines-types.ts';
export { wrapText } from './wrap-text.ts';
export { chartWords, type ChartWords } from './words.ts';
