/**
 * Questions asked backwards about one institution: what would gain it a place, how far the weights
 * that the scheme allows could move it, what its missing values could do. Every answer is confirmed
 * by scoring the whole again. Pure; costs tenths of a second, so a page asks after it can be read.
 */
import type {
  LocalText,
  PlaceBound,
  RankBounds,
  Rise,
  Scheme,
  SchemeIndicator,
  ScoreResult,
  UnitTable,
  WeightRefusal,
} from '#lib/model/index.ts';
import { missingValue, rankBounds, score, smallestRise } from '#lib/scoring/index.ts';
import { indicatorsOf, rangeOf } from './against.ts';

interface Named {
  readonly indicator: string;
  readonly name: LocalText;
  readonly unit: LocalText | null;
}

/** One indicator's way to a better place. */
export interface RiseLine extends Named {
  readonly value: number;
  /** As far as a value could go, and who says so. */
  readonly cap: Rise['cap'];
  readonly outcome:
    | {
        readonly kind: 'gains';
        /** Rounded to the side of the gain where that still gains: what the page shows. */
        readonly needed: number;
        readonly place: number;
        /** The rise as a share of the range of the peers' values in the year. */
        readonly cost: number;
      }
    | { readonly kind: 'not_attainable'; readonly placeAtCap: number }
    | { readonly kind: 'missing' };
}

export type RiseAnswer =
  /** Cheapest first; then those that cannot do it alone. */
  | { readonly kind: 'rises'; readonly place: number; readonly lines: readonly RiseLine[] }
  | { readonly kind: 'first' }
  | { readonly kind: 'unranked' };

type Bound = Pick<PlaceBound, 'place' | 'limit' | 'proven'>;

export type BoundsAnswer =
  | { readonly kind: 'bounds'; readonly best: Bound; readonly worst: Bound }
  | { readonly kind: 'unranked' }
  /** The scheme says of no weight how far it may move. */
  | { readonly kind: 'no_ranges' }
  /** More peers than can be driven in a page; the command line can. */
  | { readonly kind: 'too_many'; readonly peers: number }
  | { readonly kind: 'refused'; readonly why: WeightRefusal['kind'] };

/** What a missing value could do; places 0 stand for none. */
export interface MissingLine extends Named {
  readonly left: number;
  /** null where no value would give a place, or nothing says what it could be. */
  readonly range: {
    /** The values considered, in the indicator's own unit. */
    readonly low: number;
    readonly high: number;
    readonly best: number;
    readonly worst: number;
  } | null;
}

export interface Backwards {
  readonly rise: RiseAnswer;
  readonly bounds: BoundsAnswer;
  readonly missing: readonly MissingLine[];
}

export interface BackwardsQuestion {
  readonly table: UnitTable;
  readonly scheme: Scheme;
  readonly result: ScoreResult;
  readonly unit: string;
  readonly period: string;
}

/** With more ranked peers, every single one of which is driven to both ends, a page would stand still. */
export const MOST_PEERS = 120;

/** Yields between questions, so that a page can breathe; returns null for a row that is not there. */
export function* askBackwards(question: BackwardsQuestion): Generator<void, Backwards | null> {
  const { table, scheme, result, unit, period } = question;
  const row = table.rows.findIndex((one) => one.unit === unit && one.period === period);
  const status = result.status[row];
  if (row < 0 || !status) return null;
  const rise = status.kind === 'ranked' ? riseOf(question, row) : ({ kind: 'unranked' } as const);
  yield;
  const bounds = boundsOf(question, row);
  const missing: MissingLine[] = [];
  for (const indicator of indicatorsOf(scheme.index)) {
    if (!Number.isNaN(valueAt(table, indicator, row))) continue;
    yield;
    missing.push(missingLine(question, row, indicator));
  }
  return { rise, bounds, missing };
}

/** All answers at once. */
export function answerBackwards(question: BackwardsQuestion): Backwards | null {
  const asking = askBackwards(question);
  for (;;) {
    const { done, value } = asking.next();
    if (done) return value;
  }
}

const columnOf = ({ code, column = code }: SchemeIndicator) => column;

const valueAt = (table: UnitTable, indicator: SchemeIndicator, row: number): number =>
  table.columns.get(columnOf(indicator))?.[row] ?? NaN;

function riseOf({ table, scheme }: BackwardsQuestion, row: number): RiseAnswer {
  const found = smallestRise(table, scheme, row);
  if (found.kind === 'unranked') return found;
  if (found.kind === 'there_already') return { kind: 'first' };
  const indicators = indicatorsOf(scheme.index);
  const lines = found.rises.map((rise): RiseLine => {
    const indicator = indicators.find(({ code }) => code === rise.indicator)!;
    const { name, unit = null } = indicator;
    const base = { indicator: rise.indicator, name, unit, value: rise.value, cap: rise.cap };
    const { outcome } = rise;
    switch (outcome.kind) {
      case 'gains': {
        const needed = plainest(table, scheme, row, indicator, outcome.needed, found.to);
        const place = placeWith(table, scheme, row, indicator, needed);
        const cost = Math.abs(needed - rise.value) / peerSpread(table, indicator, row);
        return { ...base, outcome: { kind: 'gains', needed, place, cost } };
      }
      case 'not_attainable':
        return { ...base, outcome: { kind: outcome.kind, placeAtCap: outcome.place_at_cap } };
      case 'missing':
        return { ...base, outcome };
    }
  });
  const costOf = ({ outcome }: RiseLine) => (outcome.kind === 'gains' ? outcome.cost : Infinity);
  const order = (a: RiseLine, b: RiseLine) =>
    Number(a.outcome.kind !== 'gains') - Number(b.outcome.kind !== 'gains') ||
    (costOf(a) === costOf(b) ? 0 : costOf(a) - costOf(b));
  return { kind: 'rises', place: found.place, lines: lines.sort(order) };
}

/** Largest less smallest of the peers' values in the year; a cost without a scale is infinite. */
function peerSpread(table: UnitTable, indicator: SchemeIndicator, row: number): number {
  const { period, group } = table.rows[row]!;
  const values = table.rows.flatMap((one, at) =>
    one.period === period && one.group === group ? [valueAt(table, indicator, at)] : [],
  );
  const range = rangeOf(values);
  return range ? range.max - range.min : 0;
}

/**
 * A needed value with at most two decimals, rounded towards the gain: a reader who types what the
 * page shows must gain the place. The exact one where no such value does.
 */
function plainest(
  table: UnitTable,
  scheme: Scheme,
  row: number,
  indicator: SchemeIndicator,
  needed: number,
  goal: number,
): number {
  const towards = indicator.direction === 1 ? Math.ceil : Math.floor;
  // The nearest first: what was found lies a hair beyond what is needed.
  for (const round of [Math.round, towards]) {
    const plain = Number(`${round(Number(`${needed}e2`))}e-2`);
    if (!Number.isFinite(plain) || !isWithin(indicator, plain)) continue;
    const place = placeWith(table, scheme, row, indicator, plain);
    if (place > 0 && place <= goal) return plain;
  }
  return needed;
}

const isWithin = ({ value_range: range }: SchemeIndicator, value: number) =>
  range === undefined || (value >= range[0] && value <= range[1]);

/** The place that a value in one cell gives, everything else unchanged; 0 for none. */
export function placeWith(
  table: UnitTable,
  scheme: Scheme,
  row: number,
  indicator: SchemeIndicator,
  value: number,
): number {
  const name = columnOf(indicator);
  const column = table.columns.get(name)?.slice() ?? new Float64Array(table.rows.length).fill(NaN);
  column[row] = value;
  const columns = new Map([...table.columns, [name, column] as const]);
  return score({ ...table, columns }, scheme).ranks.get(scheme.index.code)?.[row] ?? 0;
}

/** All units of a peer group are driven together: asked once for a table, not once a page. */
const driven = new WeakMap<UnitTable, Map<string, RankBounds | WeightRefusal>>();

function boundsOf({ table, scheme, result }: BackwardsQuestion, row: number): BoundsAnswer {
  const { period, group } = table.rows[row]!;
  if (result.status[row]?.kind !== 'ranked') return { kind: 'unranked' };
  if (!scheme.index.children.some(({ weight_range }) => weight_range)) return { kind: 'no_ranges' };
  const peers = table.rows.filter(
    (one, at) =>
      one.period === period && one.group === group && result.status[at]?.kind === 'ranked',
  ).length;
  if (peers > MOST_PEERS) return { kind: 'too_many', peers };
  const key = [scheme.id, scheme.version, period, group].join(' ');
  const known = driven.get(table) ?? new Map<string, RankBounds | WeightRefusal>();
  driven.set(table, known);
  const found = known.get(key) ?? rankBounds(table, scheme, { period, group });
  known.set(key, found);
  if (found.kind !== 'bounds') return { kind: 'refused', why: found.kind };
  const own = found.units.find((unit) => unit.row === row);
  if (!own) return { kind: 'unranked' };
  const plain = ({ place, limit, proven }: PlaceBound): Bound => ({ place, limit, proven });
  return { kind: 'bounds', best: plain(own.best), worst: plain(own.worst) };
}

function missingLine(
  { table, scheme }: BackwardsQuestion,
  row: number,
  indicator: SchemeIndicator,
): MissingLine {
  const { code, name, unit = null } = indicator;
  const found = missingValue(table, scheme, row, code);
  const base = { indicator: code, name, unit };
  if (found.kind !== 'range') return { ...base, left: 0, range: null };
  const { left, low, high, best, worst } = found;
  return {
    ...base,
    left: left.place,
    range: best && worst ? { low, high, best: best.place, worst: worst.place } : null,
  };
}
