import { formatPlain } from '#lib/i18n/index.ts';
import type { ChartSize, DrawnChart } from './chart.ts';
import { drawableLine } from './clean-text.ts';
import type { ChartOption } from './option.ts';
import {
  GAP,
  LEGEND_GAP,
  rankingLayout,
  SMALL,
  SWATCH,
  type RankingLayout,
} from './ranking-layout.ts';
import { prepareRows, type PreparedRow } from './ranking-rows.ts';
import { elementId, rankingSeries } from './ranking-series.ts';
import { rowTooltip } from './ranking-text.ts';
import type { RankingBarsInput } from './ranking-types.ts';
import { TOKENS, type ChartTokens } from './tokens.ts';
import { chartWords } from './words.ts';

/**
 * Horizontal bars of a ranking, from zero, in the order given: contributions stacked in scheme
 * order with the score at the end of the bar. Missing elements stand beside the bar as a hatched
 * box with 缺 and take no length from zero. Where contributions do not add up to the score (to
 * 1e-6 of it), the row is drawn as the score alone.
 */
export function rankingBars(input: RankingBarsInput, size: ChartSize): DrawnChart {
  const rows = prepareRows(input);
  const layout = rankingLayout(input, rows, size);
  const tokens = TOKENS[input.theme];
  return {
    option: rows.length === 0 ? emptyOption(input, tokens) : option(input, rows, layout, tokens),
    width: layout.width,
    height: layout.height,
    fits: layout.fits,
    captionHeight: layout.legend === 'direct' ? layout.top : 0,
  };
}

function emptyOption(input: RankingBarsInput, tokens: ChartTokens): ChartOption {
  return {
    animation: false,
    title: {
      text: chartWords(input.locale).empty,
      left: 'center',
      top: 'middle',
      textStyle: { color: tokens.ink2, fontSize: 14, fontWeight: 'normal' },
    },
  };
}

function option(
  input: RankingBarsInput,
  rows: readonly PreparedRow[],
  layout: RankingLayout,
  tokens: ChartTokens,
): ChartOption {
  return {
    animation: false,
    grid: {
      left: layout.left,
      top: layout.top,
      width: layout.plotWidth,
      height: layout.plotHeight,
      // The columns beside the plot are laid out here, not by ECharts.
      outerBoundsMode: 'none',
    },
    xAxis: {
      type: 'value',
      min: layout.axis.min,
      max: layout.axis.max,
      interval: layout.axis.step,
      axisLabel: { formatter: (value: number) => formatPlain(value) },
    },
    yAxis: [nameAxis(input, rows, layout, tokens), ...rankAxis(rows, layout, tokens)],
    legend: legend(input, layout),
    tooltip: {
      trigger: 'axis',
      // Behind the bars, like the stripe of a table row.
      axisPointer: { type: 'shadow', z: -1 },
      renderMode: 'richText',
      confine: true,
      transitionDuration: 0,
      formatter: (params) => {
        const [first] = Array.isArray(params) ? params : [params];
        const row = rows[first?.dataIndex ?? -1];
        return row ? rowTooltip(row, input) : '';
      },
    },
    series: rankingSeries({ input, rows, layout, tokens }),
  };
}

type CategoryAxis = Extract<
  Exclude<NonNullable<ChartOption['yAxis']>, readonly unknown[]>,
  { type?: 'category' }
>;

/** Names in a column flush left, as in a table. */
function nameAxis(
  input: RankingBarsInput,
  rows: readonly PreparedRow[],
  layout: RankingLayout,
  tokens: ChartTokens,
): CategoryAxis {
  return {
    type: 'category',
    inverse: true,
    data: rows.map(({ bar }, i) => ({
      value: layout.names[i] ?? '',
      // Labels with a style of their own look for their alignment there and nowhere else.
      textStyle: {
        align: 'left',
        ...(bar.id === input.highlight
          ? { color: tokens.accent, fontWeight: 600 }
          : { color: tokens.ink }),
      },
    })),
    axisLine: { show: true },
    // Over the bars, whose light outlines would break the line of zero.
    z: 3,
    axisLabel: {
      interval: 0,
      margin: layout.nameWidth + GAP.name,
      fontSize: layout.fontSize,
      lineHeight: Math.round(layout.fontSize * 1.3),
    },
  };
}

/** Places to the left of the names, flush right. */
function rankAxis(
  rows: readonly PreparedRow[],
  layout: RankingLayout,
  tokens: ChartTokens,
): CategoryAxis[] {
  if (!layout.showRanks) return [];
  return [
    {
      type: 'category',
      inverse: true,
      position: 'left',
      data: rows.map(({ rank }) => rank),
      axisPointer: { show: false },
      axisLabel: {
        interval: 0,
        align: 'right',
        margin: layout.nameWidth + GAP.name + GAP.rank,
        color: tokens.ink2,
        fontSize: layout.fontSize,
      },
    },
  ];
}

function legend(
  input: RankingBarsInput,
  layout: RankingLayout,
): NonNullable<ChartOption['legend']> {
  if (layout.legend !== 'wrapped') return { show: false };
  const names = new Map(input.elements.map((element) => [elementId(element), element.name]));
  return {
    data: [...names.keys()],
    formatter: (id) => drawableLine(names.get(id) ?? ''),
    selectedMode: false,
    left: 0,
    top: 4,
    width: layout.width,
    align: 'left',
    itemWidth: SWATCH.width,
    itemHeight: SWATCH.height,
    itemStyle: { borderWidth: 0.5 },
    itemGap: LEGEND_GAP,
    padding: 0,
    icon: 'rect',
    lineStyle: { width: 0 },
    textStyle: { fontSize: SMALL },
  };
}
