/**
 * The page of targets as plain data: which targets, in which group, tested how, with what result.
 * Pure: the build and the page compute it from the same evidence.
 */
import type { LocalText, Source } from '#lib/model/index.ts';
import {
  evaluateTarget,
  type AsOf,
  type Evaluation,
  type IndexedEvidence,
} from '#lib/state/targets/index.ts';
import type { TargetsView } from '#lib/state/targets-view.ts';

export type GroupKey = 'programme' | 'other' | 'demo';

/** A published target beside the same test on each fictional city. */
export interface MatrixRow {
  readonly published: Evaluation;
  /** Parallel to the cities; null where the city has no such target. */
  readonly demo: readonly (Evaluation | null)[];
}

export interface Matrix {
  readonly cities: readonly LocalText[];
  readonly rows: readonly MatrixRow[];
}

export interface TargetGroup {
  /** Tells the groups apart; the document's id for a programme. */
  readonly id: string;
  readonly key: GroupKey;
  readonly evidence: IndexedEvidence;
  /** Where the targets of a programme are set. */
  readonly place: LocalText | null;
  /** The document of a programme. */
  readonly document: Source | null;
  readonly evaluations: readonly Evaluation[];
  readonly matrix: Matrix | null;
}

export interface TargetsModel {
  readonly groups: readonly TargetGroup[];
  readonly shown: number;
  readonly all: number;
}

/** Targets whose test looks at every institution or every quarter: those of an action programme. */
const STEPWISE = ['each_institution', 'each_quarter'];

export function targetsModel(
  published: IndexedEvidence,
  demo: IndexedEvidence,
  view: TargetsView,
  asOf: AsOf,
): TargetsModel {
  const judge = (evidence: IndexedEvidence) =>
    evidence.targets.map((target) => evaluateTarget(target, evidence, asOf));
  const wanted = ({ target }: Evaluation) =>
    (view.region === null || target.region_code === view.region) &&
    (view.owner === null || target.owner === view.owner);
  const real = judge(published);
  const sample = judge(demo);
  const groups: TargetGroup[] = [
    ...(view.layer === 'synthetic'
      ? []
      : publishedGroups(published, real, wanted, view.layer === 'all' ? { demo, sample } : null)),
    ...(view.layer === 'reported'
      ? []
      : [
          {
            id: 'demo',
            key: 'demo' as const,
            evidence: demo,
            place: null,
            document: null,
            evaluations: sample.filter(wanted),
            matrix: null,
          },
        ]),
  ].filter(({ evaluations }) => evaluations.length > 0);
  return {
    groups,
    shown: groups.reduce((sum, { evaluations }) => sum + evaluations.length, 0),
    all: real.length + sample.length,
  };
}

interface Sample {
  readonly demo: IndexedEvidence;
  readonly sample: readonly Evaluation[];
}

function publishedGroups(
  evidence: IndexedEvidence,
  evaluations: readonly Evaluation[],
  wanted: (evaluation: Evaluation) => boolean,
  sample: Sample | null,
): TargetGroup[] {
  const programmes = [
    ...new Set(
      evaluations
        .filter(({ target }) => STEPWISE.includes(target.scope))
        .map(({ target }) => target.source_id),
    ),
  ];
  const others = evaluations.filter(({ target }) => !programmes.includes(target.source_id));
  return [
    ...programmes.map((id): TargetGroup => {
      const own = evaluations.filter(({ target }) => target.source_id === id);
      const shown = own.filter(wanted);
      const region = own[0]?.target.region_code ?? '';
      return {
        id,
        key: 'programme',
        evidence,
        place: evidence.regions[region] ?? null,
        document: evidence.sources.find(({ source_id }) => source_id === id) ?? null,
        evaluations: shown,
        matrix: sample === null ? null : matrixOf(shown, sample),
      };
    }),
    {
      id: 'other',
      key: 'other',
      evidence,
      place: null,
      document: null,
      evaluations: others.filter(wanted),
      matrix: null,
    },
  ];
}

/** The same test: of the same scope and, where both name one, the same indicator. */
const sameTest = (a: Evaluation, b: Evaluation): boolean =>
  a.target.scope === b.target.scope &&
  (a.target.scope === 'each_quarter' || a.target.indicator === b.target.indicator);

function matrixOf(published: readonly Evaluation[], { demo, sample }: Sample): Matrix | null {
  const cities = [...new Set(sample.map(({ target }) => target.region_code))];
  if (cities.length === 0 || published.length === 0) return null;
  return {
    cities: cities.map((code) => demo.regions[code] ?? { zh: code, en: code }),
    rows: published.map((one) => ({
      published: one,
      demo: cities.map(
        (city) =>
          sample.find((other) => other.target.region_code === city && sameTest(one, other)) ?? null,
      ),
    })),
  };
}

/**
 * How far a target is met, as a share of the goal in percent; null where a number is missing or
 * hedged, or an exact ratio would be made up.
 */
export function shareOf({ target, measure, reason }: Evaluation): number | null {
  if (reason === 'not_begun') return null;
  const goal = target.value;
  switch (measure.kind) {
    case 'each':
      return measure.members.length > 0 ? (100 * measure.met) / measure.members.length : null;
    case 'quarters':
      return measure.quarters.length > 0 ? (100 * measure.met) / measure.quarters.length : null;
    case 'count':
      return goal ? (100 * measure.met) / goal : null;
    case 'total':
      return goal && measure.sum.low === measure.sum.high ? (100 * measure.sum.low) / goal : null;
    case 'fact':
      return goal && measure.value.low === measure.value.high
        ? (100 * measure.value.low) / goal
        : null;
    case 'none':
      return null;
  }
}
