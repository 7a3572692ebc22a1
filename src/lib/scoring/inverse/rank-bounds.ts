import type {
  PeerGroup,
  PlaceBound,
  RankBounds,
  Scheme,
  UnitTable,
  WeightBox,
  WeightRefusal,
} from '#lib/model/index.ts';
import { score } from '../score.ts';
import type { End } from './comparisons.ts';
import { placesFor, tolerancesOf } from './contest.ts';
import { attainSurely, drive, Incumbents } from './drive.ts';
import type { Contest } from './drive.ts';
import { linearForm } from './linear-form.ts';
import type { LinearForm } from './linear-form.ts';
import type { Bounds } from './rows.ts';
import { spreadOver } from './spread.ts';
import { boxOf, givenWeights, groupOf, withWeights } from './weights.ts';
import type { BoxOption } from './weights.ts';

export interface RankBoundsOptions {
  /** Group whose children's weights move. Default: the index. */
  readonly of?: string;
  /** Default: the children's `weight_range`; who has none stays fixed. */
  readonly box?: BoxOption;
  /** Pivots that the proof of one end of one unit may cost. Default 20,000. */
  readonly work?: number;
}

/**
 * The best and the worst place that every ranked unit of a peer group can attain when the weights of
 * one group's children move inside a box (R110–R114): exact, not sampled. Every place comes with
 * weights that attain it, confirmed by `score`, and with the place that no allowed weights lead
 * beyond. Where the two are the same (`proven`) the place is exact, else it is the best (worst) that
 * was found: the true one lies between it and the limit.
 *
 * Refused where the index is not linear in the weights or in their logarithm, where the weights are
 * derived from data, and where a weight of 0 would change who is ranked. Throws a RangeError for an
 * unknown group or a box that is none.
 */
export function rankBounds(
  table: UnitTable,
  scheme: Scheme,
  peers: PeerGroup,
  { of = scheme.index.code, box: option, work = 20_000 }: RankBoundsOptions = {},
): RankBounds | WeightRefusal {
  const group = groupOf(scheme, of);
  const weights = givenWeights(group);
  if ('kind' in weights) return weights;
  const box = boxOf(group, weights, option);
  const form = linearForm(table, scheme, peers, of, box);
  if ('kind' in form) return form;
  const { bounds, unscaled } = boundsOf(form, box);
  const own = new Map(group.children.map(({ code }, i) => [code, weights[i]!]));
  const incumbents = new Incumbents(form, scaledInto(form, own, bounds, box));
  for (const corner of corners(bounds)) incumbents.try(corner);
  const tolerances = tolerancesOf(form, bounds);
  const contest = { form, bounds, incumbents, work, tolerances };
  const units = [...form.rows.keys()];
  const limits = { best: [] as number[], worst: [] as number[] };
  for (const end of ['best', 'worst'] as const)
    for (const unit of units) limits[end].push(drive(contest, unit, end));

  const nominal = score(table, scheme).ranks.get(scheme.index.code)!;
  const confirm = confirmWith(table, scheme, of);
  const boundWith = (end: End, unit: number, weights: Float64Array): PlaceBound => {
    const found = unscaled(weights);
    const place = confirm(found)[form.rows[unit]!]!;
    const limit = (end === 'best' ? Math.min : Math.max)(limits[end][unit]!, place);
    return { place, weights: found, limit, proven: place === limit };
  };
  const witness = witnesses(form, incumbents);
  const first = {
    best: units.map((unit) => boundWith('best', unit, witness('best', unit))),
    worst: units.map((unit) => boundWith('worst', unit, witness('worst', unit))),
  };
  const isOpen = [...first.best, ...first.worst].some(({ proven }) => !proven);
  const sure = isOpen ? startAgain(contest) : incumbents;
  const bound = (end: End, unit: number): PlaceBound => {
    const found = first[end][unit]!;
    if (found.proven) return found;
    attainSurely({ ...contest, incumbents: sure }, unit, end);
    const other = boundWith(end, unit, sure[end][unit]!.weights);
    const isBetter = end === 'best' ? other.place < found.place : other.place > found.place;
    return isBetter ? other : found;
  };
  return {
    kind: 'bounds',
    of,
    box,
    units: units.map((unit) => {
      const row = form.rows[unit]!;
      return {
        row,
        unit: table.rows[row]!.unit,
        place: nominal[row]!,
        best: bound('best', unit),
        worst: bound('worst', unit),
      };
    }),
  };
}

/** The box over the form's children with a highest weight of 1, and the way back to the scheme's. */
function boundsOf({ children }: LinearForm, box: WeightBox) {
  const sides = children.map((code) => box.get(code)!);
  const unit = Math.max(...sides.map(([, high]) => high));
  const bounds: Bounds = {
    low: Float64Array.from(sides, ([low]) => low / unit),
    high: Float64Array.from(sides, ([, high]) => high / unit),
  };
  const unscaled = (weights: Float64Array): ReadonlyMap<string, number> =>
    new Map(
      [...box].map(([code, [low, high]]) => {
        const at = children.indexOf(code);
        return [code, at < 0 ? 0 : Math.min(high, Math.max(low, weights[at]! * unit))];
      }),
    );
  return { bounds, unscaled };
}

/** The scheme's own weights where they lie in the box, else the middle of it. */
function scaledInto(
  { children }: LinearForm,
  own: ReadonlyMap<string, number>,
  { low, high }: Bounds,
  box: WeightBox,
): Float64Array {
  const unit = Math.max(...[...box.values()].map(([, top]) => top));
  const weights = Float64Array.from(children, (code) => own.get(code)! / unit);
  const isInside = weights.every((w, i) => w >= low[i]! && w <= high[i]!);
  return isInside && weights.some((w) => w > 0) ? weights : low.map((l, i) => (l + high[i]!) / 2);
}

/** Weights with one child as high, and one as low, as can be and the others at the other end. */
function corners({ low, high }: Bounds): Float64Array[] {
  const all = [...low.keys()].flatMap((i) => [
    low.map((l, j) => (i === j ? high[j]! : l)),
    high.map((h, j) => (i === j ? low[j]! : h)),
  ]);
  return all.filter((weights) => weights.some((w) => w > 0));
}

/** Incumbents of places that rounding cannot take back, from those known and all over the box. */
function startAgain({ form, bounds, tolerances, incumbents }: Contest): Incumbents {
  const { best, worst } = incumbents;
  const known = [...new Set([...best, ...worst].map(({ weights }) => weights))];
  const rounding = form.tieTolerance === 0 ? tolerances.rounding : null;
  const sure = new Incumbents(form, known[0]!, rounding);
  for (const weights of [...known, ...spreadOver(bounds)]) sure.try(weights);
  return sure;
}

/** Weights that attain an incumbent's place: as few different ones as can easily be. */
function witnesses(form: LinearForm, { best, worst }: Incumbents) {
  const all = [...new Set([...best, ...worst].map(({ weights }) => weights))];
  const places = all.map((weights) => placesFor(form, weights));
  const covers = (at: number) =>
    best.reduce((n, { place }, unit) => n + Number(places[at]![unit] === place), 0) +
    worst.reduce((n, { place }, unit) => n + Number(places[at]![unit] === place), 0);
  const counts = all.map((_, at) => covers(at));
  const order = [...all.keys()].sort((a, b) => counts[b]! - counts[a]! || a - b);
  return (end: End, unit: number): Float64Array => {
    const { place } = (end === 'best' ? best : worst)[unit]!;
    return all[order.find((at) => places[at]![unit] === place)!]!;
  };
}

/** Places in the index for some weights, computed by `score`, once for equal weights. */
function confirmWith(table: UnitTable, scheme: Scheme, of: string) {
  const known = new Map<string, Int32Array>();
  return (weights: ReadonlyMap<string, number>): Int32Array => {
    const key = [...weights.values()].join();
    let places = known.get(key);
    if (!places) {
      places = score(table, withWeights(scheme, of, weights)).ranks.get(scheme.index.code)!;
      known.set(key, places);
    }
    return places;
  };
}
