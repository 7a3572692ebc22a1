import type {
  RankStatus,
  Scheme,
  ScoreIssue,
  ScoreResult,
  UnitTable,
  UnitRow,
} from '#lib/model/index.ts';
import { aggregate } from './aggregate/aggregate.ts';
import type { Failure } from './aggregate/participation.ts';
import { bandOf } from './rank/bands.ts';
import { contributionsOf } from './aggregate/contributions.ts';
import { hierarchyOf } from './structure/hierarchy.ts';
import { normaliseTable, screenTable } from './prepare/normalised-table.ts';
import { parametersOf } from './normalise/parameters.ts';
import type { Pool } from './structure/peers.ts';
import { placesOf } from './rank/places.ts';
import { weightsOf } from './weigh/weights.ts';

/**
 * Computes an index, with every table on the way: raw values, normalised values and their
 * parameters, weights, scores of all groups, contributions, ranks, bands, and for each row why it
 * has no place if it has none. METHOD.md states the rules.
 *
 * Pure: the same table and scheme give the same bits, in whatever order the rows come. Nothing in
 * the data makes it throw; what cannot be computed is NaN with an issue or a status. The scheme
 * must be one that `checkScheme` accepts. Throws a RangeError when a column is not as long as the
 * rows, which only a fault in the program can bring about.
 */
export function score(table: UnitTable, scheme: Scheme): ScoreResult {
  const hierarchy = hierarchyOf(scheme);
  const ready = screenTable(table, scheme, hierarchy);
  const { raw, denominated, availability, screened, open } = ready;
  const { pools, imputed, treated, normalised, filled } = normaliseTable(
    table,
    scheme,
    hierarchy,
    ready,
  );
  const { scores, failures, ...aggregated } = aggregate(hierarchy, normalised.columns, {
    rows: table.rows,
    open,
    availability: filled,
    top: scheme.normalise.range[1],
  });
  const index = scores.get(scheme.index.code)!;
  const present = filled.present.get(scheme.index.code)!;
  const status = screened.map((before, row) =>
    before.kind !== 'ranked' || !Number.isNaN(index[row]!)
      ? before
      : notComputable(scheme, failures.get(row), present[row] === 1),
  );
  const { tie_tolerance } = scheme.ranking;
  const [low, high] = scheme.normalise.range;
  const slack = tie_tolerance * (high - low);
  // What a simulation of thousands of indices never looks at is worked out when it is.
  const parts = once(() =>
    contributionsOf(hierarchy, new Map([...normalised.columns, ...scores]), aggregated),
  );
  const parameters = once(() => parametersOf(hierarchy, treated.columns, pools, scheme));
  const places = once(() => placesOf(table.rows, scores, status, tie_tolerance));
  return {
    rows: table.rows,
    raw: raw.columns,
    denominated: denominated.columns,
    imputed: imputed.columns,
    treated: treated.columns,
    treatments: treated.treatments,
    cells: treated.cells,
    normalised: normalised.columns,
    get parameters() {
      return parameters();
    },
    weights: weightsOf(hierarchy, aggregated.weights),
    weighings: aggregated.weighings,
    scores,
    favourable_shares: aggregated.favourable_shares,
    get contributions() {
      return parts().contributions;
    },
    get actual_weights() {
      return parts().actual_weights;
    },
    get ranks() {
      return places();
    },
    availability: availability.share,
    status,
    bands: status.map(({ kind }, row) =>
      kind === 'ranked' ? bandOf(index[row]!, scheme.bands, slack) : null,
    ),
    issues: [
      ...raw.issues,
      ...denominated.issues,
      ...imputed.issues,
      ...unknownUnits(scheme, table.rows),
      ...emptyPools(scheme, pools),
      ...normalised.issues,
      ...aggregated.issues,
    ],
  };
}

/** A value that is computed the first time it is asked for. */
function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => (known ??= { value: compute() }).value;
}

const notComputable = (
  scheme: Scheme,
  failure: Failure | undefined,
  isPresent: boolean,
): RankStatus => ({
  kind: 'not_computable',
  ...(failure ?? {
    element: scheme.index.code,
    reason: isPresent ? 'no_information' : 'below_min_availability',
  }),
});

/** A misspelt code in the scheme's lists would force nobody, and nobody would notice (R9). */
function unknownUnits(
  { index, missing: { force } }: Scheme,
  rows: readonly UnitRow[],
): ScoreIssue[] {
  if (!force) return [];
  const known = new Set(rows.map(({ unit }) => unit));
  return [...(force.include ?? []), ...(force.exclude ?? [])]
    .filter((unit) => !known.has(unit))
    .map((unit) => ({ code: 'unknown_unit', element: index.code, group: '', period: null, unit }));
}

const emptyPools = (scheme: Scheme, pools: readonly Pool[]): ScoreIssue[] =>
  pools
    .filter(({ rows }) => rows.length === 0)
    .map(({ group, period }) => ({
      code: 'no_peers',
      element: scheme.index.code,
      group,
      period,
      unit: null,
    }));
