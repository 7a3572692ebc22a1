import type { Locale } from '#lib/model/index.ts';

/** What a row says of the target: reached, not reached, cannot be said. */
export type TargetTone = 'met' | 'not_met' | 'open';

/** A row of a picture of targets. `null` is missing and is never drawn as zero. */
export interface TargetRowInput {
  readonly id: string;
  readonly name: string;
  readonly value: number | null;
  /** At the right end: the number in its own unit and the verdict in words. */
  readonly label: string;
  readonly tone: TargetTone;
  /** The row as it is spoken. */
  readonly sentence: string;
}

export interface TargetBarsInput {
  /** Drawn from the top in the order given. */
  readonly rows: readonly TargetRowInput[];
  /** bars: how far, from zero; dots: where each stands. */
  readonly marks: 'bars' | 'dots';
  /** The line that is to be reached. */
  readonly goal: { readonly value: number; readonly label: string };
  /** Right end of the axis where that is given; else the next round number. */
  readonly max?: number;
  readonly unit: string;
  /** What is said where there are no rows. */
  readonly empty: string;
  /** 缺 */
  readonly missing: string;
  /** What the hatching means, where there is any. */
  readonly missingNote: string;
  /** How many rows of which kind, for those who do not see them. */
  readonly counts: string;
  readonly locale: Locale;
}
