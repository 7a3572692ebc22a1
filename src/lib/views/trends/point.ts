/** One value of one institution in one year, or why there is none. */
import type { Qualifier, RankStatus, RankStatusKind } from '#lib/model/index.ts';

export type Gap =
  /** The table says why. */
  | { readonly kind: 'missing'; readonly reason: string }
  /** Without a place that year. */
  | { readonly kind: 'status'; readonly status: Exclude<RankStatus, { kind: 'ranked' }> }
  /** Without a place in the edition, which keeps the kind only. */
  | { readonly kind: 'published_status'; readonly status: RankStatusKind }
  /** No edition of the scheme was published for the year. */
  | { readonly kind: 'no_edition' }
  /** The edition does not have the institution or the element. */
  | { readonly kind: 'not_in_edition' }
  /** The institution did not exist. */
  | { readonly kind: 'absent' };

export interface Point {
  /** null: see `gap`; never zero for what is missing. */
  readonly value: number | null;
  readonly gap: Gap | null;
  readonly qualifier: Qualifier;
  /** As the source wrote it, of classes. */
  readonly valueText: string | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly denominatorKind: string | null;
}

const PLAIN = {
  gap: null,
  qualifier: 'exact',
  valueText: null,
  numerator: null,
  denominator: null,
  denominatorKind: null,
} as const satisfies Partial<Point>;

export const valuePoint = (value: number): Point => ({ ...PLAIN, value });
export const gapPoint = (gap: Gap): Point => ({ ...PLAIN, value: null, gap });
