import { groups as groupBy } from 'd3-array';
import type {
  ChangeKind,
  ComparedSide,
  Comparison,
  Standing,
  SplitOutcome,
  UnitChange,
  UnitSplit,
} from '#lib/model/index.ts';
import { agreementOf } from './agreement.ts';
import { stepFor, stepsOf } from './grid.ts';
import { resultOf, rowsOf, standingOf } from './sides.ts';
import type { Side, UnitKey } from './sides.ts';
import { splitter } from './split.ts';

/** A comparison, and the split of any of its changes on demand. */
export interface Compared {
  /** Plain data. */
  readonly comparison: Comparison;
  /**
   * Where the unit's change comes from. Costs up to four scorings of the unit's peers (R129), so ask
   * for one unit at a time where there are thousands. A unit that is in neither table is
   * `not_ranked_in_both`.
   */
  readonly splitOf: (unit: UnitKey) => SplitOutcome;
  /** Of all units ranked on both sides, in the order of the comparison. */
  readonly splits: () => UnitSplit[];
}

/**
 * Compares two periods, editions or schemes, unit by unit within each peer group (R120–R129). Units
 * are matched by code and peer group. The tables may be one and the same.
 *
 * Pure and independent of the order of rows; nothing in the data makes it throw. A period that a
 * table lacks has no units: everybody has entered, or left.
 */
export function compare(before: Side, after: Side): Compared {
  const first = { ...before, result: resultOf(before) };
  const isSameScoring = before.table === after.table && before.scheme === after.scheme;
  const second = { ...after, result: isSameScoring ? first.result : resultOf(after) };
  const pairs = pairsOf(first, second);
  const largest = pairs
    .flatMap((pair) => [pair.before, pair.after])
    .reduce((most, of) => (of?.rank ? Math.max(most, Math.abs(of.score)) : most), 0);
  const step = stepFor(largest);
  const changes = pairs.map((pair) => changeOf(pair, step));
  const groups = groupBy(changes, ({ group }) => group).map(([group, units]) => ({
    group,
    units,
    movers: units.filter(({ change }) => change).sort(byMove),
    agreement: agreementOf(units),
  }));
  const splitOf = splitter(first, second, step);
  return {
    comparison: { before: named(before), after: named(after), step, groups },
    splitOf,
    splits: () =>
      changes
        .filter(({ kind }) => kind === 'ranked')
        .map(({ unit, group }) => ({ unit, group, split: splitOf({ unit, group }) })),
  };
}

const named = ({ scheme: { id, version }, period }: Side): ComparedSide => ({
  scheme: id,
  version,
  period,
});

type Pair = UnitKey & { readonly before: Standing | null; readonly after: Standing | null };

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Everybody who stands in either table, by group and code. */
function pairsOf(before: Required<Side>, after: Required<Side>): Pair[] {
  const rows = { before: rowsOf(before), after: rowsOf(after) };
  const standing = ({ result, scheme }: Required<Side>, row: number | undefined) =>
    row === undefined ? null : standingOf(result, scheme.index.code, row);
  return [...new Set([...rows.before.keys(), ...rows.after.keys()])]
    .map((key) => {
      const [group, unit] = JSON.parse(key) as [string, string];
      return {
        unit,
        group,
        before: standing(before, rows.before.get(key)),
        after: standing(after, rows.after.get(key)),
      };
    })
    .sort((a, b) => byCodeUnits(a.group, b.group) || byCodeUnits(a.unit, b.unit));
}

function changeOf({ unit, group, before, after }: Pair, step: number): UnitChange {
  const isRanked = (of: Standing | null): of is Standing => of?.status.kind === 'ranked';
  const entering: ChangeKind = isRanked(after) ? 'entered' : 'unranked';
  const staying: ChangeKind = isRanked(after) ? 'ranked' : 'left';
  const kind = isRanked(before) ? staying : entering;
  const change =
    isRanked(before) && isRanked(after)
      ? {
          score: (stepsOf(after.score, step) - stepsOf(before.score, step)) * step,
          rank: after.rank - before.rank,
        }
      : null;
  return { unit, group, kind, before, after, change };
}

/** The greatest climb first; then the greatest gain in score, the better place, the code. */
const byMove = (a: UnitChange, b: UnitChange): number =>
  a.change!.rank - b.change!.rank ||
  b.change!.score - a.change!.score ||
  a.after!.rank - b.after!.rank ||
  byCodeUnits(a.unit, b.unit);
