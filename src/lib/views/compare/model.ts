/**
 * The comparison as plain data: who is compared with whom, how far apart they are and in what.
 * Pure and serialisable, so that the build computes the first view with the same code.
 */
import type { LocalText, Scheme, ScoreResult } from '#lib/model/index.ts';
import {
  MOST_COMPARED,
  REFERENCES,
  type CompareView,
  type ReferenceKind,
} from '#lib/state/compare-view.ts';
import type { Dataset, InstitutionRow } from '#lib/state/dataset.ts';
import { displayName } from '#lib/state/names.ts';
import { gapLines, pointsExplain, type DimensionLine } from './gaps.ts';
import {
  cityOf,
  groundOf,
  hasReference,
  institutionSubjects,
  referenceSubject,
  type Ground,
  type NoReference,
  type Subject,
} from './subjects.ts';
import { trailOf, type Trail } from './trail.ts';

/** Why somebody named in the address is not compared. */
export type Problem =
  | { readonly kind: 'unknown'; readonly ids: readonly string[] }
  | {
      readonly kind: 'otherScope' | 'notThatYear' | 'tooMany';
      readonly names: readonly LocalText[];
    }
  | { readonly kind: 'noReference'; readonly asked: ReferenceKind; readonly why: NoReference };

export interface CompareChoice {
  readonly id: string;
  readonly name: LocalText;
  /** The city it lies in; null for a city institute. */
  readonly city: LocalText | null;
  readonly ranked: boolean;
}

export interface CompareModel {
  readonly subjects: readonly Subject[];
  /** Position among the subjects of the one all are measured against; -1 where there is none. */
  readonly measure: number;
  /** Score less that of the measure, by subject. */
  readonly scoreGaps: readonly (number | null)[];
  /** Whether the gaps of the dimensions add up to that, by subject. */
  readonly explained: readonly boolean[];
  readonly lines: readonly DimensionLine[];
  /** Nobody was picked: these are the first two of the ranking. */
  readonly isDefaultPick: boolean;
  readonly problems: readonly Problem[];
  readonly choices: readonly CompareChoice[];
  readonly references: readonly ReferenceKind[];
  readonly trail: Trail;
}

export function compareModel(
  dataset: Dataset,
  scheme: Scheme,
  result: ScoreResult,
  view: CompareView,
): CompareModel {
  const ground = groundOf(dataset, scheme, result, view);
  const { found, problems } = pickedIn(ground);
  const isDefaultPick = found.length === 0;
  const picked = isDefaultPick ? firstTwo(ground) : found;
  const [first] = picked;
  const reference = view.against && referenceSubject(ground, view.against, first);
  const subjects = [
    ...institutionSubjects(ground, picked),
    ...(reference && typeof reference === 'object' ? [reference] : []),
  ];
  const measure = reference && typeof reference === 'object' ? subjects.length - 1 : 0;
  const base = subjects[measure];
  const scoreGaps = subjects.map(({ score }) =>
    score === null || base?.score == null ? null : score - base.score,
  );
  const shares = new Map(
    [...result.weights.values()].map(({ code, effective }) => [code, effective]),
  );
  const lines = gapLines(scheme, shares, subjects, base);
  return {
    subjects,
    measure: base ? measure : -1,
    scoreGaps,
    explained: scoreGaps.map((gap, column) => pointsExplain(lines, column, gap)),
    lines,
    isDefaultPick,
    problems: [
      ...problems,
      ...(typeof reference === 'string' && view.against
        ? [{ kind: 'noReference', asked: view.against, why: reference } as const]
        : []),
    ],
    choices: choicesOf(ground),
    references: REFERENCES.filter((kind) => hasReference(ground, kind, first)),
    trail: trailOf(ground, isDefaultPick || picked.length !== 1 ? null : (first ?? null)),
  };
}

/** The institutions named in the address that can be compared, and what is wrong with the others. */
function pickedIn({ dataset, view, inScope, rowOf }: Ground): {
  found: InstitutionRow[];
  problems: Problem[];
} {
  const byId = new Map(dataset.institutions.map((one) => [one.institution_id, one]));
  const here = new Set(inScope.map(({ institution_id }) => institution_id));
  const exists = (id: string) => rowOf(id, view.period) !== undefined;
  const known = view.pick.filter((id) => byId.has(id));
  const rows = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  const names = (ids: readonly string[]) => rows(ids).map((one) => displayName(dataset, one));
  const inside = known.filter((id) => here.has(id) && exists(id));
  const groups = [
    { kind: 'otherScope' as const, ids: known.filter((id) => !here.has(id)) },
    { kind: 'notThatYear' as const, ids: known.filter((id) => here.has(id) && !exists(id)) },
    { kind: 'tooMany' as const, ids: inside.slice(MOST_COMPARED) },
  ];
  const unknown = view.pick.filter((id) => !byId.has(id));
  return {
    found: rows(inside.slice(0, MOST_COMPARED)),
    problems: [
      ...(unknown.length > 0 ? [{ kind: 'unknown', ids: unknown } as const] : []),
      ...groups
        .filter(({ ids }) => ids.length > 0)
        .map(({ kind, ids }) => ({ kind, names: names(ids) })),
    ],
  };
}

function firstTwo({ inScope, places }: Ground): InstitutionRow[] {
  const placeOf = ({ institution_id }: InstitutionRow) => places.get(institution_id) ?? Infinity;
  return inScope
    .filter((one) => placeOf(one) < Infinity)
    .sort((a, b) => placeOf(a) - placeOf(b))
    .slice(0, 2);
}

/** Everybody of the scope that exists in the year, by city and then as in the ranking. */
function choicesOf({ dataset, view, inScope, places, rowOf }: Ground): CompareChoice[] {
  return inScope
    .filter(({ institution_id }) => rowOf(institution_id, view.period) !== undefined)
    .map((one) => ({
      id: one.institution_id,
      name: displayName(dataset, one),
      city: one.level === 'county' ? cityOf(one) : null,
      ranked: places.has(one.institution_id),
    }));
}
