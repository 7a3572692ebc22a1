/** How certain the places of an index are: what is varied, and what came of it. */
import type { Assumption } from './scheme.ts';
import type { LocalText } from './vocabulary.ts';

/** One assumption of the scheme as part of the space that replicates are drawn from (R90). */
export interface Factor {
  readonly name: LocalText;
  readonly kind: Assumption['kind'];
  /** Its coordinates of the unit hypercube, from (inclusive) to (exclusive). */
  readonly from: number;
  readonly to: number;
}

/** The unit hypercube that one point a replicate is drawn from. */
export interface Design {
  readonly dimensions: number;
  /** In the order of the scheme's assumptions; their coordinates follow each other. */
  readonly factors: readonly Factor[];
}
