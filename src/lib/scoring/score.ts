import type {
  RankStatus,
  Scheme,
  ScoreIssue,
  ScoreResult,
  UnitRow,
  UnitTable,
} from '#lib/model/index.ts';
import { aggregate } from './aggregate/aggregate.ts';
import type { Failure } from './aggregate/aggregate.ts';
import { availabilityOf } from './prepare/availability.ts';
import { bandOf } from './rank/bands.ts';
import { contributionsOf } from './aggregate/contributions.ts';
import { denominate } from './prepare/denominate.ts';
import { hierarchyOf } from './structure/hierarchy.ts';
import { impute } from './impute/impute.ts';
import { normalise } from './normalise/normalise.ts';
import { poolsOf } from './structure/peers.ts';
import type { Pool } from './structure/peers.ts';
import { placesOf } from './rank/places.ts';
import { readColumns } from './prepare/raw.ts';
import { screen } from './prepare/screen.ts';
import { treat } from './treat/treat.ts';
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
  const n = table.rows.length;
  const hierarchy = hierarchyOf(scheme);
  const raw = readColumns(hierarchy, table);
  const { columns: denominated, issues: denominateIssues } = denominate(
    hierarchy,
    raw.columns,
    table,
  );
  const availability = availabilityOf(hierarchy, denominated, n);
  const screened = screen(hierarchy, denominated, availability, scheme.missing, table.rows);
  const open = Uint8Array.from(screened, ({ kind }) => (kind === 'ranked' ? 1 : 0));
  const isOpen = (row: number) => open[row] === 1;
  const imputed = impute(
    hierarchy,
    denominated,
    table,
    poolsOf(table.rows, 'period', isOpen),
    scheme,
  );
  const pools = poolsOf(table.rows, scheme.normalise.scope, isOpen);
  const treated = treat(hierarchy, imputed.columns, imputed.cells, pools, scheme);
  const normalised = normalise(hierarchy, treated.columns, pools, scheme, table.rows);
  // Groups count what is there to compute with, which may be more than was given (R36).
  const filled =
    imputed.cells.size === 0 ? availability : availabilityOf(hierarchy, imputed.columns, n);
  const { scores, failures } = aggregate(hierarchy, normalised.columns, filled, open);
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
  return {
    rows: table.rows,
    raw: raw.columns,
    denominated,
    imputed: imputed.columns,
    treated: treated.columns,
    treatments: treated.treatments,
    cells: treated.cells,
    normalised: normalised.columns,
    parameters: normalised.parameters,
    weights: weightsOf(hierarchy),
    scores,
    ...contributionsOf(hierarchy, new Map([...normalised.columns, ...scores])),
    ranks: placesOf(table.rows, scores, status, tie_tolerance),
    availability: availability.share,
    status,
    bands: status.map(({ kind }, row) =>
      kind === 'ranked' ? bandOf(index[row]!, scheme.bands, slack) : null,
    ),
    issues: [
      ...raw.issues,
      ...denominateIssues,
      ...imputed.issues,
      ...emptyPools(scheme, pools),
      ...normalised.issues,
      ...failureIssues(table.rows, failures),
    ],
  };
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

const failureIssues = (
  rows: readonly UnitRow[],
  failures: ReadonlyMap<number, Failure>,
): ScoreIssue[] =>
  [...failures]
    .sort(([a], [b]) => a - b)
    .map(([row, { element }]) => {
      const { unit, group, period } = rows[row]!;
      return { code: 'nonpositive_geometric', element, group, period, unit };
    });
