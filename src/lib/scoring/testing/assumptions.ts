import fc from 'fast-check';
import type {
  AggregateMethod,
  Assumption,
  Robustness,
  Scheme,
  SchemeGroup,
  SchemeNode,
  WeighSpec,
} from '#lib/model/index.ts';
import { isGroup } from '#lib/model/index.ts';
import { caseOf, method, PREPARED } from './cases.ts';
import type { Case } from './cases.ts';

const levels = fc.constantFrom(undefined, [1], [2, 3], [3]);
const withLevels = <A extends Assumption>(assumption: A, of: readonly number[] | undefined): A =>
  of ? { ...assumption, levels: of } : assumption;

const range = fc.constantFrom(undefined, [1, 100] as const, [0, 1] as const);
const withRange = <A extends object>(alternative: A, of: readonly [number, number] | undefined) =>
  of ? { ...alternative, range: of } : alternative;

const alternatives = <T>(of: fc.Arbitrary<T>) => fc.array(of, { minLength: 1, maxLength: 2 });

/** Each kind of assumption. */
export const ASSUMPTION: { readonly [K in Assumption['kind']]: fc.Arbitrary<Assumption> } = {
  weights: fc
    .record({ noise: fc.constantFrom(0, 0.25, 1), levels })
    .map(({ noise, levels: of }) => withLevels({ kind: 'weights', noise }, of)),
  dirichlet: fc
    .record({ concentration: fc.constantFrom(0.1, 5, 200), levels })
    .map(({ concentration, levels: of }) => withLevels({ kind: 'dirichlet', concentration }, of)),
  normalise: alternatives(
    fc.record({ spec: method, range }).map(({ spec, range: of }) => withRange({ spec }, of)),
  ).map((of) => ({ kind: 'normalise', alternatives: of })),
  aggregate: fc
    .record({
      of: alternatives(
        fc
          .record({
            method: fc.constantFrom<AggregateMethod>(
              'arithmetic',
              'geometric',
              'harmonic',
              'generalised',
              'copeland',
            ),
            power: fc.constantFrom(1, 2, -1, 0.5),
            range,
          })
          .map(({ range: to, ...alternative }) => withRange(alternative, to)),
      ),
      levels,
    })
    .map(({ of, levels: at }) => withLevels({ kind: 'aggregate', alternatives: of }, at)),
  impute: alternatives(PREPARED.map(({ impute = { method: 'none' } as const }) => impute)).map(
    (of) => ({ kind: 'impute', alternatives: of }),
  ),
  treat: alternatives(PREPARED.map(({ treat = { method: 'none' } as const }) => treat)).map(
    (of) => ({ kind: 'treat', alternatives: of }),
  ),
  leave_out: fc
    .constantFrom('indicators' as const, 'dimensions' as const)
    .map((of) => ({ kind: 'leave_out', of })),
};

const weigh = fc.constantFrom<WeighSpec>(
  { method: 'given' },
  { method: 'given' },
  { method: 'equal' },
  { method: 'pca' },
);

/** Indicators without own normalisation, groups with all that they may say. */
const varied = (
  { scheme, table }: Case,
  traits: readonly { readonly weigh: WeighSpec; readonly min: number; readonly own: boolean }[],
  tolerance: number,
): Case => {
  let at = 0;
  const visit = (group: SchemeGroup): SchemeGroup => {
    const { weigh: spec, min } = traits[at++ % traits.length]!;
    const children = group.children.map((child) => {
      if (isGroup(child)) return visit(child);
      if (traits[at++ % traits.length]!.own) return child;
      const plain: SchemeNode & { normalise?: unknown } = { ...child };
      delete plain.normalise;
      return plain;
    });
    return { ...group, children, weigh: spec, min_availability: min };
  };
  const changed: Scheme = { ...scheme, index: visit(scheme.index) };
  return { scheme: { ...changed, ranking: { tie_tolerance: tolerance } }, table };
};

export interface SimulatedCase extends Case {
  readonly robustness: Robustness;
}

/**
 * A case with assumptions about it, one to three of any kind. Without `own` normalisation all scores
 * are min-maxed to [1, 100].
 */
export const simulatedCase = (
  kinds: readonly Assumption['kind'][] = Object.keys(ASSUMPTION) as Assumption['kind'][],
  aggregate: fc.Arbitrary<AggregateMethod> = fc.constantFrom('arithmetic', 'geometric'),
  own: fc.Arbitrary<boolean> = fc.boolean(),
): fc.Arbitrary<SimulatedCase> =>
  fc
    .record({
      of: caseOf(method, aggregate, PREPARED),
      traits: fc.array(fc.record({ weigh, min: fc.constantFrom(0, 0.6), own }), {
        minLength: 3,
        maxLength: 3,
      }),
      tolerance: fc.constantFrom(0, 1e-9, 0.05),
      assumptions: fc.array(fc.oneof(...kinds.map((kind) => ASSUMPTION[kind])), {
        minLength: 1,
        maxLength: 3,
      }),
    })
    .map(({ of, traits, tolerance, assumptions }) => ({
      ...varied(of, traits, tolerance),
      robustness: { seed: 1, replicates: 1, assumptions },
    }));
