import { atLevel, compare } from './comparisons.ts';
import type { Comparisons, End } from './comparisons.ts';
import { placesFor, reach, surePlaces } from './contest.ts';
import type { Tolerances } from './contest.ts';
import { dot, Feasibility } from './feasibility.ts';
import { fewestViolated } from './fewest-violated.ts';
import type { LinearForm } from './linear-form.ts';
import { awayFromZero, haveSameChildren, leadWithin, toReach } from './rows.ts';
import type { Bounds } from './rows.ts';

/** Best and worst place found so far for every unit, with the weights that gave it. */
export class Incumbents {
  readonly best: { place: number; weights: Float64Array }[];
  readonly worst: { place: number; weights: Float64Array }[];
  readonly #form: LinearForm;
  readonly #rounding: number | null;

  /** @param rounding if given, only places that differences no larger cannot take back count */
  constructor(form: LinearForm, weights: Float64Array, rounding: number | null = null) {
    this.#form = form;
    this.#rounding = rounding;
    const { best, worst } = this.#places(weights);
    this.best = Array.from(best, (place) => ({ place, weights }));
    this.worst = Array.from(worst, (place) => ({ place, weights }));
  }

  /** Takes the places of all units for these weights into account. */
  try(weights: Float64Array): void {
    const { best, worst } = this.#places(weights);
    for (let unit = 0; unit < best.length; unit++) {
      if (best[unit]! < this.best[unit]!.place) this.best[unit] = { place: best[unit]!, weights };
      if (worst[unit]! > this.worst[unit]!.place)
        this.worst[unit] = { place: worst[unit]!, weights };
    }
  }

  #places(weights: Float64Array) {
    if (this.#rounding !== null) return surePlaces(this.#form, weights, this.#rounding);
    const places = placesFor(this.#form, weights);
    return { best: places, worst: places };
  }
}

export interface Contest {
  readonly form: LinearForm;
  readonly bounds: Bounds;
  readonly tolerances: Tolerances;
  readonly incumbents: Incumbents;
  /** Pivots that one end of one unit may cost. */
  readonly work: number;
}

/**
 * The place that no weights of the box lead beyond (R113, R114): 1 more than those who are above
 * whatever the weights, and as many of the others as must be (best) or can be (worst). On the way the
 * incumbents of all units are improved.
 */
export function drive(contest: Contest, unit: number, end: End): number {
  const { tolerances, incumbents } = contest;
  const { least, rounding } = tolerances;
  if (end === 'best' || least <= 0) return limitOf(contest, unit, end);
  // Whoever may be ahead at all counts. If that is not attained, ties must be looked at.
  const strict = { ...contest, tolerances: { ...tolerances, least: -rounding } };
  const farthest = limitOf(strict, unit, end);
  if (farthest <= incumbents.worst[unit]!.place) return farthest;
  const tied = limitOf(contest, unit, end);
  return tied < farthest ? Math.max(tied, parted(strict, unit, least, farthest)) : farthest;
}

/** Leads looked for are so many roundings wide, that none is lost to it. */
const SURE = 10;

/**
 * Looks once more for weights that attain a limit, those this time with which nothing is near: all
 * who must be ahead are so by more than any tie, then by more than those that are always ties, and
 * all who must not are not ahead at all. Improves the incumbents only; proves nothing.
 */
export function attainSurely(contest: Contest, unit: number, end: End): void {
  const { tolerances } = contest;
  const sure = SURE * tolerances.rounding;
  const leads = new Set([tolerances.widest, tolerances.narrowest, 0].map((tie) => tie + sure));
  for (const least of end === 'worst' ? leads : [sure])
    limitOf({ ...contest, tolerances: { ...tolerances, widest: -sure, least } }, unit, end);
}

/** Somebody who is ahead of the unit by no less than `low` and no more than `high`. */
interface Leader {
  readonly values: Float64Array;
  readonly low: number;
  readonly high: number;
}

/**
 * The worst place where a tie from above ends between the unit and others who are hardly ahead of it
 * (R51): then somebody leads it by the width of a tie and hardly more. At most `farthest`.
 */
function parted(strict: Contest, unit: number, least: number, farthest: number): number {
  const { form, tolerances } = strict;
  const low = tolerances.narrowest - tolerances.rounding;
  const high = tolerances.widest + least;
  let worst = 1;
  for (const [other, values] of form.values.entries())
    if (other !== unit && worst < farthest)
      worst = Math.max(worst, limitOf(strict, unit, 'worst', { values, low, high }));
  return worst;
}

/** The limit, or that for the weights with which the leader is where it should be. */
function limitOf(contest: Contest, unit: number, end: End, leader?: Leader): number {
  const { form, bounds, tolerances, incumbents } = contest;
  const comparisons = compare(form, unit, end, bounds, tolerances);
  const { above, linear, ratios } = comparisons;
  const undecided = linear.length + ratios.length;
  const placeWith = (violated: number) =>
    1 + above + (end === 'best' ? violated : undecided - violated);
  /** How many violated rows the incumbent amounts to: fewer is what is looked for. */
  const incumbent = () => {
    const beyond = incumbents[end][unit]!.place - 1 - above;
    return Math.max(0, end === 'best' ? beyond : undecided - beyond);
  };
  if (incumbent() > 0 && linear.length > 0 && !leader) climb(contest, comparisons);
  if (incumbent() === 0) return placeWith(0);
  const search = { contest, comparisons, leader, purse: { left: contest.work } };
  const own = form.values[unit]!;
  const isLinear = ratios.length === 0 && (!leader || haveSameChildren(own, leader.values));
  if (isLinear) return placeWith(solve(search, null, incumbent()));
  // All scores that the unit can have, and what rounding may have taken off.
  const [from, until] = reach(own, bounds);
  const { rounding } = tolerances;
  return placeWith(overLevels(search, [from - rounding, until + rounding], incumbent, 0));
}

interface Search {
  readonly contest: Contest;
  readonly comparisons: Comparisons;
  /** Only weights for which it leads are looked at, and none of them shown to the incumbents. */
  readonly leader: Leader | undefined;
  readonly purse: { left: number };
}

/** Halvings of the interval of scores after which nothing is gained any more. */
const DEEPEST = 60;
/** Depths of halving at which witnesses are looked for: all to begin with, then some. */
const TRY_ALL = 6;
const TRY_EVERY = 5;

/**
 * Units with other children make the comparison a ratio, but for a given score s of the unit every
 * comparison with s is linear again. So the interval of its scores is halved until what holds for
 * some score in an interval is not better than the incumbent (R114).
 */
function overLevels(
  search: Search,
  [from, until]: readonly [number, number],
  incumbent: () => number,
  depth: number,
): number {
  const isTried = depth <= TRY_ALL || depth % TRY_EVERY === 0;
  const least = solve(search, [from, until], incumbent(), isTried);
  if (least >= incumbent()) return incumbent();
  const middle = (from + until) / 2;
  if (search.purse.left <= 0 || depth === DEEPEST || middle <= from || middle >= until)
    return least;
  const halves = [
    [from, middle],
    [middle, until],
  ] as const;
  const bounds = halves.map((half) => overLevels(search, half, incumbent, depth + 1));
  return Math.min(...bounds, incumbent());
}

/** Least number of violated rows, at most `below`; witnesses go to the incumbents. */
function solve(
  { contest, comparisons, leader, purse }: Search,
  level: readonly [number, number] | null,
  below: number,
  isTried = true,
): number {
  const { form, bounds, tolerances } = contest;
  const { linear } = comparisons;
  const ratio = level && atLevel(form, comparisons, tolerances, level);
  const lead = leader ? leadAt(form.values[comparisons.unit]!, leader, level) : [];
  const apart = awayFromZero(bounds);
  const wanted = [...linear, ...(ratio?.wanted ?? [])];
  const rows = [...wanted, ...(ratio?.mandatory ?? []), ...lead, ...apart.rows];
  const rhs = new Float64Array(rows.length);
  rhs.set(apart.rhs, rows.length - apart.rhs.length);
  const system = new Feasibility(bounds.low, bounds.high, rows, rhs);
  for (const row of rows.keys()) system.demand(row);
  const free = [...wanted.keys()];
  const { least, held } = fewestViolated(system, free, below, Math.max(0, purse.left));
  purse.left -= 1 + system.pivots;
  if (held && isTried && !leader)
    for (const score of level ? [level[0], (level[0] + level[1]) / 2, level[1]] : [null])
      attain(contest, comparisons, held, score);
  return least;
}

/** Rows for the leader to lead as it should, or to lead some score between the levels so. */
const leadAt = (
  own: Float64Array,
  { values, low, high }: Leader,
  level: readonly [number, number] | null,
): Float64Array[] =>
  haveSameChildren(own, values)
    ? leadWithin(own, values, low, high)
    : [toReach(values, level![0] + low, 1), toReach(values, level![1] + high, -1)];

/** Margins tried, widest first, as shares of the range of scores. */
const MARGINS = [1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-8, 0];

/**
 * Looks for weights at which the rows hold with room to spare, for at the edge a tie decides, and
 * shows them to the incumbents.
 */
function attain(
  { form, bounds, tolerances, incumbents }: Contest,
  comparisons: Comparisons,
  held: readonly number[],
  score: number | null,
): void {
  const { end, plain, unit, above, ratios } = comparisons;
  const undecided = plain.length + ratios.length;
  const own = form.values[unit]!;
  const wide = MARGINS.map((share) => share * tolerances.scale);
  const { widest } = tolerances;
  // The last is tried first: where it fails, all do.
  for (const margin of [-widest, ...wide, -widest / 2]) {
    const apart = awayFromZero(bounds);
    const none = { widest: -margin, least: margin };
    const ratio = score === null ? null : atLevel(form, comparisons, none, [score, score]);
    const wanted = [
      ...plain.map((row) => row.map((d, i) => (Number.isNaN(own[i]!) ? 0 : d - margin))),
      ...(ratio?.wanted ?? []),
    ];
    const rows = [...held.map((row) => wanted[row]!), ...(ratio?.mandatory ?? []), ...apart.rows];
    const rhs = new Float64Array(rows.length);
    rhs.set(apart.rhs, rows.length - apart.rhs.length);
    const system = new Feasibility(bounds.low, bounds.high, rows, rhs);
    for (const row of rows.keys()) system.demand(row);
    if (system.check()) {
      if (margin === -widest) return;
      continue;
    }
    incumbents.try(system.point());
    const { place } = incumbents[end][unit]!;
    const ahead = end === 'best' ? undecided - held.length : held.length;
    const isThere = end === 'best' ? place <= 1 + above + ahead : place >= 1 + above + ahead;
    if (isThere) return;
  }
}

/** Share of the range of scores by which `climb` wants rows to hold: wider than ordinary ties. */
const CLEAR = 1e-7;

/**
 * A good start: from the incumbent's weights, takes in one comparison after the other, the nearest
 * first, as long as they hold together.
 */
function climb({ bounds, tolerances, incumbents, form }: Contest, of: Comparisons): void {
  const { plain, end, unit } = of;
  const own = form.values[unit]!;
  const margin = Math.max(CLEAR * tolerances.scale, 2 * tolerances.widest);
  const apart = awayFromZero(bounds);
  const wanted = plain.map((row) => row.map((d, i) => (Number.isNaN(own[i]!) ? 0 : d - margin)));
  const rows = [...wanted, ...apart.rows];
  const rhs = new Float64Array(rows.length);
  rhs.set(apart.rhs, wanted.length);
  const system = new Feasibility(bounds.low, bounds.high, rows, rhs);
  if (apart.rows.length > 0) system.demand(wanted.length);
  const { weights } = incumbents[end][unit]!;
  const nearest = [...wanted.keys()].sort(
    (a, b) => dot(wanted[b]!, weights) - dot(wanted[a]!, weights) || a - b,
  );
  for (const row of nearest) {
    system.demand(row);
    if (system.check()) system.release(row);
  }
  if (!system.check()) incumbents.try(system.point());
}
