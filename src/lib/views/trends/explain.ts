/** Why one institution's score and place changed between two years (METHOD.md R120–R129). */
import type { ChangeSource, NoSplit, Scheme, ScoreResult, UnitTable } from '#lib/model/index.ts';
import { compare } from '#lib/scoring/index.ts';

export interface Explained {
  readonly from: string;
  readonly to: string;
  /** Full precision; the parts add up to the change exactly. */
  readonly score: { readonly before: number; readonly after: number } & {
    readonly parts: Readonly<Record<ChangeSource, number>>;
  };
  /** Places among all peers of the province; parts in places, positive: lost. */
  readonly rank: { readonly before: number; readonly after: number } & {
    readonly parts: Readonly<Record<ChangeSource, number>>;
  };
  /** Of the own part, the indicators that moved it most; empty where it cannot be split. */
  readonly indicators: readonly { readonly code: string; readonly points: number }[];
}

export type Explanation =
  | { readonly kind: 'split'; readonly id: string; readonly of: Explained }
  | { readonly kind: 'none'; readonly id: string; readonly why: NoSplit['kind'] };

/** One of two years: its scheme, and the data as they were known then. */
export interface ExplainSide {
  readonly table: UnitTable;
  readonly scheme: Scheme;
  readonly period: string;
  readonly result?: ScoreResult;
}

const MOST_INDICATORS = 3;

export function explainChange(
  before: ExplainSide,
  after: ExplainSide,
  unit: string,
  group: string,
): Explanation {
  const { comparison, splitOf } = compare(before, after);
  const split = splitOf({ unit, group });
  if (split.kind !== 'split') return { kind: 'none', id: unit, why: split.kind };
  const change = comparison.groups
    .flatMap(({ units }) => units)
    .find((one) => one.unit === unit && one.group === group);
  if (!change?.before || !change.after)
    return { kind: 'none', id: unit, why: 'not_ranked_in_both' };
  const { own, peers, scheme } = split.rank_sixths;
  const { by_indicator } = split;
  return {
    kind: 'split',
    id: unit,
    of: {
      from: before.period,
      to: after.period,
      score: {
        before: change.before.score,
        after: change.after.score,
        parts: { own: split.score.own, peers: split.score.peers, scheme: split.score.scheme },
      },
      rank: {
        before: change.before.rank,
        after: change.after.rank,
        parts: { own: own / 6, peers: peers / 6, scheme: scheme / 6 },
      },
      indicators:
        by_indicator.kind === 'parts'
          ? [...by_indicator.points]
              .map(([code, points]) => ({ code, points }))
              .filter(({ points }) => points !== 0)
              .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
              .slice(0, MOST_INDICATORS)
          : [],
    },
  };
}

/** The table as it was when a year was the last one. */
export function tableUpTo({ rows, columns }: UnitTable, period: string): UnitTable {
  const kept = rows.flatMap((row, at) => (row.period <= period ? [at] : []));
  return {
    rows: kept.map((at) => rows[at]!),
    columns: new Map(
      [...columns].map(([code, values]) => [code, Float64Array.from(kept, (at) => values[at]!)]),
    ),
  };
}
