import type {
  Scheme,
  SingleSwap,
  Swap,
  SwapPoint,
  UnitTable,
  WeightBox,
} from '#lib/model/index.ts';
import { score } from '../score.ts';
import { dot } from './feasibility.ts';
import { leastMove } from './least-move.ts';
import { readForm } from './linear-form.ts';
import { boxOf, givenWeights, groupOf, withWeights } from './weights.ts';
import type { BoxOption } from './weights.ts';

export interface SmallestSwapOptions {
  /** Group whose children's weights move. Default: the index. */
  readonly of?: string;
  /** Default: any weights that are not negative. */
  readonly box?: BoxOption;
}

/** How far beyond the boundary a witness is looked for, as shares of the difference to undo. */
const BEYOND = [1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1];
/** Two scores are equal when they differ by no more than this share of the larger. */
const EQUAL = 1e-9;
/** A sum of differences that is no larger a share of its terms is 0. */
const ROUNDING = 64 * Number.EPSILON;

/**
 * The smallest change of the shares of one group's children that turns the order of two units
 * (R115): half the sum of absolute changes, which is the percentage points moved from some children
 * to others; and how far each weight would have to move alone (R116). `boundary` makes the two equal,
 * `beyond` lies hardly further and `score` confirms that it puts the other one first.
 *
 * Throws a RangeError for an unknown group, a box that is none, and two rows that are not peers.
 */
export function smallestSwap(
  table: UnitTable,
  scheme: Scheme,
  rows: readonly [number, number],
  { of = scheme.index.code, box: option }: SmallestSwapOptions = {},
): Swap {
  const peers = peersOf(table, rows);
  const group = groupOf(scheme, of);
  const weights = givenWeights(group);
  if ('kind' in weights) return weights;
  const codes = group.children.map(({ code }) => code);
  const index = scheme.index.code;
  const now = score(table, scheme);
  for (const row of rows) {
    const status = now.status[row]!;
    if (status.kind !== 'ranked') return { kind: 'unranked', row, status };
  }
  const places = now.ranks.get(index)!;
  const [a, b] = rows;
  if (places[a] === places[b]) return { kind: 'tied' };
  const [ahead, behind] = places[a]! < places[b]! ? [a, b] : [b, a];

  const around: WeightBox = new Map(codes.map((code, i) => [code, [0, 2 * (weights[i]! || 1)]]));
  const read = readForm(table, scheme, peers, of, around);
  if ('kind' in read) return read;
  const { form } = read;
  const stopped = rows.find((row) => !form.rows.includes(row));
  if (stopped !== undefined) {
    const element = codes[weights.indexOf(0)] ?? of;
    return { kind: 'ranked_set_moves', element, unit: table.rows[stopped]!.unit };
  }
  const valuesOf = (row: number) => form.values[form.rows.indexOf(row)]!;
  const lead = valuesOf(ahead);
  const trail = valuesOf(behind);
  const uneven = codes.findIndex((_, i) => Number.isNaN(lead[i]!) !== Number.isNaN(trail[i]!));
  if (uneven >= 0) {
    const row = Number.isNaN(lead[uneven]!) ? ahead : behind;
    return { kind: 'child_missing', element: codes[uneven]!, row };
  }
  const d = lead.map((y, i) => (Number.isNaN(y) ? 0 : y - trail[i]!));
  const dominated: Swap = { kind: 'dominated', of, ahead, behind };
  if (d.every((x) => x >= 0)) return dominated;

  const total = weights.reduce((sum, w) => sum + w, 0);
  const from = weights.map((w) => w / total);
  const box = option ? [...boxOf(group, weights, option).values()] : null;
  const points = { table, scheme, of, codes, from, ahead, behind };
  const edge = leastMove(from, d, 0, box);
  if (!edge) return dominated;
  const gap = dot(d, from);
  let beyond: SwapPoint | null = null;
  for (const share of BEYOND) {
    const shares = leastMove(from, d, share * gap, box);
    if (!shares) break;
    const { point, turns } = pointAt(points, shares);
    if (!turns) continue;
    beyond = point;
    break;
  }
  const boundary = pointAt(points, edge).point;
  const scores = now.scores.get(index)!;
  const equal = EQUAL * Math.max(Math.abs(scores[ahead]!), Math.abs(scores[behind]!));
  const single = codes.map((code, i): SingleSwap => {
    const to = singleShare(from, d, i, box);
    const isEqual = (share: number) =>
      Math.abs(pointAt(points, withShare(from, i, share)).point.difference) <= equal;
    return { code, from: from[i]!, to: to !== null && isEqual(to) ? to : null };
  });
  return { kind: 'swap', of, ahead, behind, boundary, beyond, single };
}

interface Points {
  readonly table: UnitTable;
  readonly scheme: Scheme;
  readonly of: string;
  readonly codes: readonly string[];
  readonly from: Float64Array;
  readonly ahead: number;
  readonly behind: number;
}

/** How the two units stand with these shares, by `score`. */
function pointAt(
  { table, scheme, of, codes, from, ahead, behind }: Points,
  shares: Float64Array,
): { readonly point: SwapPoint; readonly turns: boolean } {
  const named = new Map(codes.map((code, i) => [code, shares[i]!]));
  const then = score(table, withWeights(scheme, of, named));
  const scores = then.scores.get(scheme.index.code)!;
  const ranks = then.ranks.get(scheme.index.code)!;
  const moved = shares.reduce((sum, x, i) => sum + Math.abs(x - from[i]!), 0) / 2;
  const difference = scores[behind]! - scores[ahead]!;
  return {
    point: { shares: named, moved, difference },
    turns: ranks[behind]! < ranks[ahead]!,
  };
}

/** The shares when one is given and the others keep their proportions. */
const withShare = (from: Float64Array, at: number, share: number): Float64Array =>
  from.map((x, i) => (i === at ? share : (x * (1 - share)) / (1 - from[at]!)));

/**
 * The share x of one child at which x·d_i + (1 - x)·D = 0, D the mean difference in the other
 * children by their proportions (R116); null where it is not in [0, 1), or its weight not in the box.
 */
function singleShare(
  from: Float64Array,
  d: Float64Array,
  at: number,
  box: readonly (readonly [number, number])[] | null,
): number | null {
  const own = from[at]!;
  const terms = from.map((x, i) => (i === at ? 0 : x * d[i]!));
  const sum = terms.reduce((total, term) => total + term, 0);
  const size = terms.reduce((total, term) => total + Math.abs(term), 0);
  // What rounding alone may have left is none.
  const others = Math.abs(sum) <= ROUNDING * size ? 0 : sum / (1 - own);
  const share = others === 0 && d[at] !== 0 ? 0 : others / (others - d[at]!);
  if (!(share >= 0 && share < 1)) return null;
  if (!box) return share;
  // The box is of weights: some scale must bring all shares into it.
  const moved = withShare(from, at, share);
  let least = 0;
  let most = Infinity;
  for (const [i, [low, high]] of box.entries()) {
    if (moved[i]! > 0) {
      least = Math.max(least, low / moved[i]!);
      most = Math.min(most, high / moved[i]!);
    } else if (low > 0) return null;
  }
  return least <= most * (1 + Number.EPSILON * 8) ? share : null;
}

function peersOf(table: UnitTable, [a, b]: readonly [number, number]) {
  const [first, second] = [table.rows[a], table.rows[b]];
  if (!first || !second || first.period !== second.period || first.group !== second.group)
    throw new RangeError(`Rows ${a} and ${b} are not ranked together.`);
  return { period: first.period, group: first.group };
}
