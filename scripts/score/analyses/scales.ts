import type { AggregateMethod, NormaliseSpec, Robustness, Scheme } from '#lib/model/index.ts';

/** Methods whose results are not stretched to the scheme's range (R20). */
const UNSTRETCHED: readonly NormaliseSpec['method'][] = ['zscore', 'rank', 'borda', 'none'];

const MEANS: readonly AggregateMethod[] = ['arithmetic', 'geometric', 'harmonic', 'generalised'];

/** Whether the replicates' scores are on different scales, so that their quantiles mix them (R96). */
export function mixesScales(scheme: Scheme, { assumptions }: Robustness): boolean {
  const { range: own, default: spec } = scheme.normalise;
  const normalised = (of: NormaliseSpec, range = own) =>
    JSON.stringify(UNSTRETCHED.includes(of.method) ? of : range);
  const aggregated = (method: AggregateMethod, range = own) =>
    JSON.stringify(MEANS.includes(method) ? range : method);
  return assumptions.some((assumption) => {
    switch (assumption.kind) {
      case 'normalise':
        return assumption.alternatives.some(
          (of) => normalised(of.spec, of.range) !== normalised(spec),
        );
      case 'aggregate':
        return assumption.alternatives.some(
          (of) => aggregated(of.method, of.range) !== aggregated(scheme.index.aggregate),
        );
      default:
        return false;
    }
  });
}
