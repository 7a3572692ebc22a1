import { drawableLine } from './clean-text.ts';
import { dimensionStyle, missingStyle } from './decals.ts';
import type { BarItem, BarItemStyle, BarSeries } from './option.ts';
import { BOX, GAP, scoreWidth, SMALL, type RankingLayout } from './ranking-layout.ts';
import type { PreparedRow } from './ranking-rows.ts';
import type { ChartElement, RankingBarsInput } from './ranking-types.ts';
import type { ChartTokens } from './tokens.ts';

/** Series ids cannot meet the codes of a scheme: those are prefixed. */
export const elementId = (element: ChartElement): string => `element:${element.code}`;

interface Drawing {
  readonly input: RankingBarsInput;
  readonly rows: readonly PreparedRow[];
  readonly layout: RankingLayout;
  readonly tokens: ChartTokens;
}

function barSeries({ layout }: Drawing, id: string, data: BarItem[]): BarSeries {
  return {
    type: 'bar',
    id,
    name: id,
    stack: 'score',
    barWidth: layout.barHeight,
    // Labels and gap boxes run past the end of the axis.
    clip: false,
    emphasis: { disabled: true },
    data,
  };
}

/** One element's segments; in the direct legend its name stands above the first of them. */
function elementSeries(drawing: Drawing, element: ChartElement, index: number): BarSeries {
  const { rows, layout, tokens } = drawing;
  const lift = (layout.rowHeight - layout.barHeight) / 2 + 18;
  const data = rows.map(({ kind, bar }, row): BarItem => {
    const value = kind === 'stacked' ? (bar.segments[index] ?? null) : null;
    if (row > 0 || layout.legend !== 'direct') return value;
    return {
      value,
      label: {
        show: true,
        position: [0, -lift],
        formatter: () => drawableLine(element.name),
        color: tokens.ink2,
        fontSize: SMALL,
      },
    };
  });
  return {
    ...barSeries(drawing, elementId(element), data),
    itemStyle: dimensionStyle(tokens, element.colour),
  };
}

/** Scores that cannot be taken apart: one colour, and grey where one row or the stacks lead. */
function plainSeries(drawing: Drawing): BarSeries {
  const { input, rows, tokens } = drawing;
  const allPlain = rows.every(({ kind }) => kind !== 'stacked');
  const data = rows.map(({ kind, bar }): BarItem => {
    if (kind !== 'plain') return null;
    const leads = input.highlight ? bar.id === input.highlight : allPlain;
    return { value: bar.score, itemStyle: plainStyle(tokens, leads) };
  });
  return barSeries(drawing, 'plain', data);
}

const plainStyle = (tokens: ChartTokens, leads: boolean): BarItemStyle => ({
  color: leads ? tokens.accent : tokens.hairlineStrong,
});

/** An unseen step from the end of the bar that carries the score, and makes room for the gaps. */
function scoreSeries(drawing: Drawing): BarSeries {
  const { rows, layout, tokens } = drawing;
  const data = rows.map((row): BarItem => {
    if (row.kind === 'missing') return null;
    const width = GAP.score + scoreWidth(row, layout.fontSize) + GAP.box;
    return width / layout.pixelsPerPoint;
  });
  return {
    ...barSeries(drawing, 'score', data),
    itemStyle: { color: 'transparent' },
    label: {
      show: true,
      position: 'insideLeft',
      distance: GAP.score,
      formatter: ({ dataIndex }) => rows[dataIndex]?.score ?? '',
      color: tokens.ink,
      fontSize: layout.fontSize,
      fontWeight: 600,
    },
  };
}

/** The hatched boxes with 缺: beside a bar with gaps, or in place of a bar. */
function missingSeries(drawing: Drawing): BarSeries {
  const { rows, layout, tokens } = drawing;
  const data = rows.map((row): BarItem => {
    if (row.kind === 'missing') return BOX.instead / layout.pixelsPerPoint;
    return row.missing.length > 0 ? BOX.beside / layout.pixelsPerPoint : null;
  });
  return {
    ...barSeries(drawing, 'missing', data),
    itemStyle: missingStyle(tokens),
    label: {
      show: true,
      position: 'right',
      distance: GAP.label,
      formatter: ({ dataIndex }) => layout.missingLabels[dataIndex] ?? '',
      color: tokens.ink2,
      fontSize: SMALL,
    },
  };
}

/** All series of a ranking, in the order in which they are stacked from zero. */
export function rankingSeries(drawing: Drawing): BarSeries[] {
  const { input, rows } = drawing;
  const has = (test: (row: PreparedRow) => boolean) => rows.some(test);
  return [
    ...(has(({ kind }) => kind === 'stacked')
      ? input.elements.map((element, i) => elementSeries(drawing, element, i))
      : []),
    ...(has(({ kind }) => kind === 'plain') ? [plainSeries(drawing)] : []),
    scoreSeries(drawing),
    ...(has(({ kind, missing }) => kind === 'missing' || missing.length > 0)
      ? [missingSeries(drawing)]
      : []),
  ];
}
