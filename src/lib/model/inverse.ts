/** Answers to questions asked backwards (METHOD.md R110–R119): what would have to change. */
import type { RankStatus } from './result.ts';

/** Units that are ranked together: one peer group in one period. */
export interface PeerGroup {
  readonly period: string;
  readonly group: string;
}

/** Lowest and highest weight of every child, on the scale of the scheme's weights. */
export type WeightBox = ReadonlyMap<string, readonly [number, number]>;

/** Why a question about weights has no answer that could be proven. */
export type WeightRefusal =
  /** A mean from the group up to the index is of another kind; `element` is that group. */
  | { readonly kind: 'not_linear'; readonly element: string }
  /** The weights of `element`'s children come from the data and are nobody's to move. */
  | { readonly kind: 'derived_weights'; readonly element: string }
  /** The weight of `element` may become 0, and with it `unit` would enter or leave the ranking. */
  | { readonly kind: 'ranked_set_moves'; readonly element: string; readonly unit: string };

/** How far one unit's place can be driven in one direction. */
export interface PlaceBound {
  /** Attained with `weights`: what `score` gave for them. */
  readonly place: number;
  /** Weights of the group's children, by code, inside the box. */
  readonly weights: ReadonlyMap<string, number>;
  /** No allowed weights lead beyond this place; it is the same as `place` when `proven`. */
  readonly limit: number;
  readonly proven: boolean;
}

export interface UnitBounds {
  readonly row: number;
  readonly unit: string;
  /** With the scheme's own weights. */
  readonly place: number;
  readonly best: PlaceBound;
  readonly worst: PlaceBound;
}

/** Best and worst attainable place of every ranked unit, by row. */
export interface RankBounds {
  readonly kind: 'bounds';
  /** The group whose children's weights were moved. */
  readonly of: string;
  readonly box: WeightBox;
  readonly units: readonly UnitBounds[];
}

/** Weights of a group's children for which two units stand as said. */
export interface SwapPoint {
  /** By code; they add up to 1. */
  readonly shares: ReadonlyMap<string, number>;
  /** Half the sum of the absolute changes of shares: 0.02 moves two percentage points. */
  readonly moved: number;
  /** Index of the one behind minus that of the one ahead, as `score` has it for these shares. */
  readonly difference: number;
}

/** How far one weight must move alone, the others keeping their proportions. */
export interface SingleSwap {
  readonly code: string;
  readonly from: number;
  /** Share at which the two units are equal; null where no share does it (within the box). */
  readonly to: number | null;
}

export type Swap =
  | {
      readonly kind: 'swap';
      readonly of: string;
      /** Row of the unit ahead with the scheme's weights, and of the one behind. */
      readonly ahead: number;
      readonly behind: number;
      /** The smallest change with which the two are equal. */
      readonly boundary: SwapPoint;
      /** Hardly beyond it: `score` puts the one behind first. null where equal is all there is. */
      readonly beyond: SwapPoint | null;
      readonly single: readonly SingleSwap[];
    }
  /** No allowed weights turn the order; in every child at least as good, if without a box. */
  | {
      readonly kind: 'dominated';
      readonly of: string;
      readonly ahead: number;
      readonly behind: number;
    }
  /** The two share a place already. */
  | { readonly kind: 'tied' }
  | { readonly kind: 'unranked'; readonly row: number; readonly status: RankStatus }
  /** One has the child and the other has not: their comparison is not linear in the weights. */
  | { readonly kind: 'child_missing'; readonly element: string; readonly row: number }
  | WeightRefusal;

/** One indicator's way to a better place. Values are in the indicator's own unit, as in the table. */
export interface Rise {
  readonly indicator: string;
  readonly value: number;
  /**
   * Best value that was considered, and who set it: the question, the scheme's `value_range`, posts
   * beyond which nothing counts, or the best of the peers. NaN where none of them says anything.
   */
  readonly cap: { readonly value: number; readonly from: 'option' | 'scheme' | 'posts' | 'peers' };
  /**
   * Whether the place can only get better as the value does, so that nothing smaller can do; else
   * the values between were scanned.
   */
  readonly exact: boolean;
  readonly outcome:
    | {
        readonly kind: 'gains';
        readonly needed: number;
        /** |needed - value|. */
        readonly rise: number;
        readonly place: number;
        /** Largest value tried below (R118) and the place it gives: not there yet. */
        readonly short: { readonly value: number; readonly place: number };
      }
    | { readonly kind: 'not_attainable'; readonly place_at_cap: number }
    /** The value is missing, which is another question. */
    | { readonly kind: 'missing' };
}

export type SmallestRise =
  | {
      readonly kind: 'rises';
      readonly place: number;
      readonly to: number;
      readonly rises: readonly Rise[];
    }
  | { readonly kind: 'unranked'; readonly status: RankStatus }
  /** The place asked for, or a better one, is held already. */
  | { readonly kind: 'there_already'; readonly place: number };

/** What the unit would be if the cell held `value`; place 0 and NaN where it has none. */
export interface Filled {
  readonly value: number;
  readonly place: number;
  readonly score: number;
}

/** What one missing cell could do to its unit. */
export interface MissingCell {
  readonly kind: 'range';
  readonly indicator: string;
  /** The values considered, in the indicator's own unit, as in the table. */
  readonly low: number;
  readonly high: number;
  /** Left missing: place 0 and NaN without a place. */
  readonly left: {
    readonly place: number;
    readonly score: number;
    readonly status: RankStatus;
  };
  /** null where no value gives the unit a place; then `status` says why. */
  readonly best: Filled | null;
  readonly worst: Filled | null;
  readonly highest: Filled | null;
  readonly lowest: Filled | null;
  /** A value with which the unit has no place; null when every value gives one. */
  readonly unranked_at: number | null;
  /** With the value at the good end. */
  readonly status: RankStatus;
  /** Whether nothing between the values tried can lie outside what was found. */
  readonly exact: boolean;
}

export type MissingValue =
  | MissingCell
  | { readonly kind: 'not_missing'; readonly indicator: string; readonly value: number }
  /** No peer has a value and no posts say what it could be; or no whole number lies in the range. */
  | { readonly kind: 'no_range'; readonly indicator: string };
