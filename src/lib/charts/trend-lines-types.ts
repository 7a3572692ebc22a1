/** What charts of values over years are drawn from; how is up to each kind. */
import type { Locale } from '#lib/model/index.ts';

export interface TrendPoint {
  /** null: there is no number, and `text` says why; never zero. */
  readonly value: number | null;
  /** As printed: with unit and qualifier, or the reason of the gap. */
  readonly text: string;
}

export interface TrendSeries {
  readonly id: string;
  readonly name: string;
  /** Position among the coloured ones (0–6); null: grey, for context. */
  readonly colour: number | null;
  /** One a period. */
  readonly points: readonly TrendPoint[];
}

/** Where values do not compare with those before. */
export interface TrendBreak {
  /** Of the note that explains it; null: not marked, only lines are cut. */
  readonly number: number | null;
  /** Position of the first period under the new rule. */
  readonly at: number;
  /** The series it cuts; null: all. */
  readonly ids: readonly string[] | null;
}

/** How far apart the best and the worst were in a period. */
export interface TrendRange {
  readonly low: number;
  readonly high: number;
  /** The number, as printed. */
  readonly text: string;
}

export type TrendAxis =
  | {
      readonly kind: 'value';
      /** Values beyond these cannot be. */
      readonly limits?: readonly [number | null, number | null];
    }
  /** Places: 1 at the top. */
  | { readonly kind: 'rank'; readonly worst: number }
  /** Codes of classes, with their names. */
  | { readonly kind: 'class'; readonly ticks: readonly { value: number; label: string }[] };

export interface TrendLinesInput {
  readonly locale: Locale;
  readonly periods: readonly string[];
  readonly series: readonly TrendSeries[];
  readonly breaks: readonly TrendBreak[];
  /** Best and worst of all, one a period; null where nobody has a value. Empty: not drawn. */
  readonly ranges: readonly (TrendRange | null)[];
  readonly axis: TrendAxis;
}
