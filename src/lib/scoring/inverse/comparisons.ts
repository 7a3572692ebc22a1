import type { LinearForm } from './linear-form.ts';
import { reach } from './contest.ts';
import type { Tolerances } from './contest.ts';
import { haveSameChildren, toReach } from './rows.ts';
import type { Bounds } from './rows.ts';

/** Which end of a unit's places is looked for. */
export type End = 'best' | 'worst';

/** What the others can do to one unit's place, for all weights of the box (R113). */
export interface Comparisons {
  readonly unit: number;
  readonly end: End;
  /** Others who are above it whatever the weights. */
  readonly above: number;
  /** Others with the same children, of whom it depends: rows e·w ≥ 0 wanted. */
  readonly linear: readonly Float64Array[];
  /** The same differences without tolerance. */
  readonly plain: readonly Float64Array[];
  /** Others with different children, of whom it may depend: not linear. */
  readonly ratios: readonly number[];
}

/** Greatest e·w in the box, w = 0 apart. */
function greatestOf(e: Float64Array, { low, high }: Bounds): number {
  let sum = 0;
  let single = -Infinity;
  let isOpen = true;
  for (let i = 0; i < e.length; i++) {
    sum += e[i]! * (e[i]! > 0 ? high[i]! : low[i]!);
    single = Math.max(single, e[i]! * high[i]!);
    if (low[i]! > 0) isOpen = false;
  }
  return isOpen && single < 0 ? single : sum;
}

/**
 * Sorts the others into those who are above the unit whatever the weights, those who never are, and
 * those of whom it depends. At the best end a row is wanted to hold when the other is not above the
 * unit, at the worst end when it is.
 */
export function compare(
  form: LinearForm,
  unit: number,
  end: End,
  bounds: Bounds,
  { widest, least }: Tolerances,
): Comparisons {
  const own = form.values[unit]!;
  const linear: Float64Array[] = [];
  const plain: Float64Array[] = [];
  const ratios: number[] = [];
  const sign = end === 'best' ? 1 : -1;
  const slack = end === 'best' ? widest : -least;
  const ownReach = reach(own, bounds);
  let above = 0;
  for (const [other, values] of form.values.entries()) {
    if (other === unit) continue;
    if (!haveSameChildren(own, values)) {
      const [low, high] = reach(values, bounds);
      const tolerance = end === 'best' ? widest : least;
      if (low > ownReach[1] + tolerance) above++;
      else if (high >= ownReach[0] + least) ratios.push(other);
      continue;
    }
    if (values.every((y, i) => Object.is(y, own[i]!))) continue;
    const difference = own.map((y, i) => (Number.isNaN(y) ? 0 : sign * (y - values[i]!)));
    const wanted = difference.map((d, i) => (Number.isNaN(own[i]!) ? 0 : d + slack));
    const canHold = greatestOf(wanted, bounds) >= 0;
    const mustHold = greatestOf(
      wanted.map((e) => -e),
      bounds,
    );
    const isSettled = !canHold || mustHold <= 0;
    if (!isSettled) {
      linear.push(wanted);
      plain.push(difference);
    } else if (canHold === (end === 'worst')) above++;
  }
  return { unit, end, above, linear, plain, ratios };
}

/** Rows for the weights to give the unit a score in [from, until], and the others one beyond it. */
export function atLevel(
  form: LinearForm,
  { unit, end, ratios }: Comparisons,
  { widest, least }: Pick<Tolerances, 'widest' | 'least'>,
  [from, until]: readonly [number, number],
): { readonly wanted: Float64Array[]; readonly mandatory: Float64Array[] } {
  const own = form.values[unit]!;
  return {
    mandatory: [toReach(own, from, 1), toReach(own, until, -1)],
    wanted: ratios.map((other) =>
      end === 'best'
        ? toReach(form.values[other]!, until + widest, -1)
        : toReach(form.values[other]!, from + least, 1),
    ),
  };
}
