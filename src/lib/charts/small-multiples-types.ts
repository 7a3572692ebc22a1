import type { TrendBreak, TrendSeries } from './trend-lines-types.ts';
import type { Locale } from '#lib/model/index.ts';

export interface MultiplesPanel {
  readonly id: string;
  readonly title: string;
  /** What the vertical axis is: common or its own, from where to where, in which unit. */
  readonly axisText: string;
  /** Ends of the vertical axis; null: as the values need. */
  readonly ends: readonly [number, number] | null;
  /** The same institutions in every panel. */
  readonly series: readonly TrendSeries[];
  /** Grey line behind them, one number a period; empty: none. */
  readonly reference: readonly (number | null)[];
  readonly breaks: readonly TrendBreak[];
}

export interface SmallMultiplesInput {
  readonly locale: Locale;
  readonly periods: readonly string[];
  readonly panels: readonly MultiplesPanel[];
}
