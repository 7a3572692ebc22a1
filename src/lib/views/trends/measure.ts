/** What is followed over the years: the index, a place, a dimension, an indicator. */
import { isGroup, type Direction, type LocalText, type Scheme } from '#lib/model/index.ts';
import type { SchemeNode } from '#lib/model/index.ts';
import type { TrendIndicator } from '#lib/state/trend-indicator.ts';
import type { TrendsView } from '#lib/state/trends-view.ts';

/**
 * How values may be put together and compared. `count`: stocks and flows, which add up; `ratio`:
 * shares, whose changes are percentage points; `score`: points of a scale; `class`: codes of
 * categories, which are only higher or lower; `rank`: places.
 */
export type MeasureSort = 'count' | 'ratio' | 'score' | 'class' | 'rank';

export interface Measure {
  /** What is read off: a score of an element of the scheme, or an indicator as given. */
  readonly from: 'element' | 'indicator';
  readonly code: string;
  /** null: the index itself. */
  readonly name: LocalText;
  /** null: points. */
  readonly unit: LocalText | null;
  readonly sort: MeasureSort;
  readonly direction: Direction;
  /** Values are the places of it. */
  readonly asRank: boolean;
  /** Codes of the indicators that it rests on. */
  readonly indicators: readonly string[];
}

/** Codes of the indicators below a node, as the tables know them. */
export const indicatorsBelow = (node: SchemeNode): string[] =>
  isGroup(node) ? node.children.flatMap(indicatorsBelow) : [node.column ?? node.code];

/** Small plots show every indicator by itself and no places. */
const showsPlaces = ({ of, chart }: TrendsView): boolean =>
  chart !== 'multiples' && (of === 'rank' || chart === 'bump');

export function measureOf(
  view: TrendsView,
  scheme: Scheme,
  catalogue: readonly TrendIndicator[],
): Measure {
  const asRank = showsPlaces(view);
  const element = (node: SchemeNode): Measure => ({
    from: 'element',
    code: node.code,
    name: node.name,
    unit: null,
    sort: asRank ? 'rank' : 'score',
    direction: 'higher_better',
    asRank,
    indicators: indicatorsBelow(node),
  });
  const dimension = scheme.index.children.find(({ code }) => code === view.of);
  if (dimension) return element(dimension);
  const indicator = catalogue.find(({ code }) => code === view.of);
  if (!indicator || view.chart === 'multiples') return element(scheme.index);
  return {
    from: 'indicator',
    code: indicator.code,
    name: indicator.name,
    unit: indicator.unit,
    sort: asRank ? 'rank' : sortOf(indicator),
    direction: indicator.direction,
    asRank,
    indicators: [indicator.code],
  };
}

export function sortOf({ measure }: Pick<TrendIndicator, 'measure'>): MeasureSort {
  switch (measure) {
    case 'stock':
    case 'flow':
    case 'target':
      return 'count';
    case 'ratio':
    case 'growth':
      return 'ratio';
    case 'index':
      return 'score';
    case 'category':
      return 'class';
    case 'rank':
      return 'rank';
  }
}
