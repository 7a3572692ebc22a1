/**
 * Two scored worlds side by side: two years, two editions, two schemes. What changed for every unit,
 * and how much of it comes from its own data, from the others' and from the method; METHOD.md
 * R120–R129.
 */
import type { Correlation } from './multivariate.ts';
import type { RankStatus } from './result.ts';

/** How a unit stood on one side. */
export interface Standing {
  /** Row of that side's table. */
  readonly row: number;
  readonly status: RankStatus;
  /** NaN without a place. */
  readonly score: number;
  /** 0 without a place. */
  readonly rank: number;
}

/** After minus before. */
export interface Change {
  /** In points of the index, a multiple of the comparison's `step` (R121). */
  readonly score: number;
  /** In places: negative when the unit climbed. */
  readonly rank: number;
}

/**
 * `ranked`: on both sides. `entered` and `left`: on one only. `unranked`: on neither. The reason is
 * the status of the side without a place, or that the unit is not in its table.
 */
export type ChangeKind = 'ranked' | 'entered' | 'left' | 'unranked';

export interface UnitChange {
  readonly unit: string;
  /** Peer group. A unit in another group than before has left the one and entered the other. */
  readonly group: string;
  readonly kind: ChangeKind;
  /** null where the table has no row for the unit in that period and group. */
  readonly before: Standing | null;
  readonly after: Standing | null;
  /** null unless ranked on both sides. */
  readonly change: Change | null;
}

/** How far the two rankings of a peer group agree, over the units ranked in both (R122). */
export interface Agreement {
  readonly n: number;
  readonly spearman: Correlation;
  /** tau-b. */
  readonly kendall: Correlation;
  /** Mean of the places that a unit moved, whichever way; NaN when there is no unit. */
  readonly mean_moved: number;
  readonly most_moved: number;
  readonly unchanged: number;
  readonly climbed: number;
  readonly fallen: number;
  readonly entered: number;
  readonly left: number;
}

export interface GroupComparison {
  readonly group: string;
  /** All that stand in either table, by code. */
  readonly units: readonly UnitChange[];
  /** Those ranked on both sides, from the greatest climb to the deepest fall. */
  readonly movers: readonly UnitChange[];
  readonly agreement: Agreement;
}

/** Which period of which scheme one side is. */
export interface ComparedSide {
  readonly scheme: string;
  readonly version: string;
  readonly period: string;
}

export interface Comparison {
  readonly before: ComparedSide;
  readonly after: ComparedSide;
  /** Changes of scores are multiples of it, so that parts add up exactly (R121). */
  readonly step: number;
  /** By group code. */
  readonly groups: readonly GroupComparison[];
}

/** Where a change comes from (R123). */
export const CHANGE_SOURCES = [
  /** The unit's own values. */
  'own',
  /** Other units' values, who else is there, and the figures that normalise. */
  'peers',
  /** The method. */
  'scheme',
] as const;
export type ChangeSource = (typeof CHANGE_SOURCES)[number];

/** Each source on one of the two sides: the real worlds are those where all agree. */
export type World = Readonly<Record<ChangeSource, 'before' | 'after'>>;

export type Parts = Readonly<Record<ChangeSource, number>>;

/** The own part of a score's change, indicator by indicator (R128). */
export type IndicatorParts =
  | {
      readonly kind: 'parts';
      /** By indicator code, of either scheme; they add up to `score.own`, exactly in any order. */
      readonly points: ReadonlyMap<string, number>;
    }
  /** These groups, of either scheme, are no arithmetic means: there are no points to split. */
  | { readonly kind: 'not_additive'; readonly elements: readonly string[] };

/** A change split by Shapley's value over the eight worlds, so that no order of steps decides. */
export interface ChangeSplit {
  readonly kind: 'split';
  readonly change: Change;
  /** In points; own + peers + scheme === change.score, whatever the order (R126). */
  readonly score: Parts;
  /** In sixths of a place, integers; own + peers + scheme === 6 * change.rank. */
  readonly rank_sixths: Parts;
  readonly by_indicator: IndicatorParts;
}

/** Why a change has no split (R127). */
export type NoSplit =
  /** The unit is not ranked on both sides, or not in the tables: there is no change. */
  | { readonly kind: 'not_ranked_in_both' }
  /** It has no place in one of the mixed worlds. */
  | { readonly kind: 'unranked_world'; readonly world: World; readonly status: RankStatus }
  /** In a mixed world its score is a multiple of every real one: the parts would cancel. */
  | { readonly kind: 'out_of_scale'; readonly world: World; readonly score: number };

export type SplitOutcome = ChangeSplit | NoSplit;

export interface UnitSplit {
  readonly unit: string;
  readonly group: string;
  readonly split: SplitOutcome;
}
