import type { Locale } from '#lib/model/index.ts';
import type { ThemeName } from './tokens.ts';

/** A part of the score: a dimension, or an indicator within one. Names are in the locale. */
export interface ChartElement {
  readonly code: string;
  readonly name: string;
  /** Position in the scheme, which fixes the colour; 0 is the first. */
  readonly colour: number;
}

/** A row of the ranking. `null` is missing and is never drawn as zero. */
export interface RankingBar {
  readonly id: string;
  readonly name: string;
  /** Competition rank; null for an institution that takes no place. */
  readonly rank: number | null;
  readonly score: number | null;
  /** Points of each element, parallel to `elements`; they add up to the score. */
  readonly segments: readonly (number | null)[];
}

export interface RankingBarsInput {
  /** Drawn from the top in the order given. */
  readonly rows: readonly RankingBar[];
  readonly elements: readonly ChartElement[];
  /** False where contributions do not add up to the score (a mean that is not arithmetic). */
  readonly additive: boolean;
  /** Unit of the score, for words: 分. */
  readonly unit: string;
  /** Decimals of every score and contribution shown; 1 by default. */
  readonly decimals?: number;
  /** Right end of the axis, so that charts can be compared; else the next round number. */
  readonly max?: number;
  /** Id of the one row set off from the others. */
  readonly highlight?: string | null;
  readonly locale: Locale;
  readonly theme: ThemeName;
}

export const DEFAULT_DECIMALS = 1;
