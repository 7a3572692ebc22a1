import type {
  NormaliseSpec,
  NotCoveredReason,
  RecomputeVerdict,
  Scheme,
  SchemeGroup,
  SchemeIndicator,
} from '#lib/model/index.ts';
import { treeOf } from './scheme-tables.ts';

type NotCovered = Extract<RecomputeVerdict, { kind: 'not_covered' }>;

/** Methods that the statement knows. */
const METHODS: ReadonlySet<NormaliseSpec['method']> = new Set<NormaliseSpec['method']>([
  'minmax',
  'goalposts',
  'scaled',
  'target',
  'distance_to_max',
  'fraction_of_max',
  'zscore',
  'rank',
  'borda',
  'percentile_rank',
  'none',
]);

/** Why the second computation does not cover a scheme (R132); null when it does. */
export function uncovered(scheme: Scheme): NotCovered | null {
  const { indicators, groups } = treeOf(scheme);
  for (const { node } of indicators) {
    const reason = indicatorReason(node, scheme);
    if (reason) return { kind: 'not_covered', reason, element: node.code };
  }
  for (const { node } of groups) {
    const reason = groupReason(node);
    if (reason) return { kind: 'not_covered', reason, element: node.code };
  }
  return scheme.ranking.tie_tolerance > 0
    ? null
    : { kind: 'not_covered', reason: 'exact_ties', element: null };
}

function indicatorReason(node: SchemeIndicator, scheme: Scheme): NotCoveredReason | null {
  const impute = node.impute ?? scheme.impute;
  const treat = node.treat ?? scheme.treat;
  if (impute && impute.method !== 'none') return 'impute';
  if (treat && treat.method !== 'none') return 'treat';
  return METHODS.has((node.normalise ?? scheme.normalise.default).method) ? null : 'normalise';
}

function groupReason({ aggregate, weigh }: SchemeGroup): NotCoveredReason | null {
  if (aggregate !== 'arithmetic' && aggregate !== 'geometric') return 'aggregate';
  return weigh === undefined || weigh.method === 'given' || weigh.method === 'equal'
    ? null
    : 'weigh';
}
