/** Who is compared: institutions, and what a group of them is stood for by. */
import { mean, median } from 'd3-array';
import type { LocalText, RankStatus, Scheme, ScoreResult } from '#lib/model/index.ts';
import type { CompareView, ReferenceKind } from '#lib/state/compare-view.ts';
import type { Dataset, InstitutionRow } from '#lib/state/dataset.ts';
import { displayName, institutionName } from '#lib/state/names.ts';
import {
  institutionsInScope,
  periodBefore,
  placesIn,
  rankChange,
  rowIndex,
  type RankChange,
  type RowOf,
} from '#lib/state/standing.ts';
import { groupValues, ownValues, type DimensionValue } from './values.ts';

/** The id of the reference among the columns; ids of institutions have no colon. */
export const REFERENCE_ID = 'reference:';

/** One column of the comparison. */
export interface Subject {
  readonly id: string;
  /** Of an institution; of a reference the group that it stands for. */
  readonly name: LocalText;
  readonly score: number | null;
  readonly values: readonly DimensionValue[];
  readonly institution: InstitutionFacts | null;
  readonly reference: ReferenceFacts | null;
}

export interface InstitutionFacts {
  /** The name on its seal. */
  readonly fullName: LocalText;
  /** Among those of the scope that have one; null without. */
  readonly place: { readonly rank: number; readonly tied: boolean; readonly of: number } | null;
  readonly change: RankChange | null;
  readonly band: string | null;
  /** Why it has no place; null where it has one. */
  readonly status: Exclude<RankStatus, { kind: 'ranked' }> | null;
}

export interface ReferenceFacts {
  readonly kind: ReferenceKind;
  /** Institutions with a place that it rests on. */
  readonly members: number;
  /** Of the best: who that is, and how many share the place. */
  readonly best: { readonly id: string; readonly name: LocalText; readonly sharing: number } | null;
}

/** What a comparison is made from. */
export interface Ground {
  readonly dataset: Dataset;
  readonly scheme: Scheme;
  readonly result: ScoreResult;
  readonly view: CompareView;
  readonly rowOf: RowOf;
  readonly inScope: readonly InstitutionRow[];
  /** Places within the scope; those without are not in it. */
  readonly places: ReadonlyMap<string, number>;
}

export function groundOf(
  dataset: Dataset,
  scheme: Scheme,
  result: ScoreResult,
  view: CompareView,
): Ground {
  const rowOf = rowIndex(result);
  const inScope = institutionsInScope(dataset, view);
  const places = placesIn(result, rowOf, inScope, scheme.index.code, view.period);
  return { dataset, scheme, result, view, rowOf, inScope, places };
}

const scoreAt = ({ result, scheme }: Ground, row: number): number | null => {
  const score = result.scores.get(scheme.index.code)?.[row] ?? NaN;
  return Number.isNaN(score) ? null : score;
};

/** Institutions as columns, in the order given; those without a row in the period are left out. */
export function institutionSubjects(
  ground: Ground,
  institutions: readonly InstitutionRow[],
): Subject[] {
  const { dataset, scheme, result, view, rowOf, inScope, places } = ground;
  const previous = periodBefore(dataset.periods, view.period);
  const before = previous
    ? placesIn(result, rowOf, inScope, scheme.index.code, previous)
    : new Map<string, number>();
  return institutions.flatMap((institution) => {
    const id = institution.institution_id;
    const row = rowOf(id, view.period);
    if (row === undefined) return [];
    const rank = places.get(id);
    const status = result.status[row] ?? { kind: 'no_data' };
    const sharing = [...places.values()].filter((other) => other === rank).length;
    return [
      {
        id,
        name: displayName(dataset, institution),
        score: rank === undefined ? null : scoreAt(ground, row),
        values: ownValues(dataset, scheme, result, row),
        institution: {
          fullName: institutionName(institution),
          place: rank === undefined ? null : { rank, tied: sharing > 1, of: places.size },
          change: rank === undefined ? null : rankChange(rank, before.get(id), previous !== null),
          band: rank === undefined ? null : (result.bands[row] ?? null),
          status: status.kind === 'ranked' ? null : status,
        },
        reference: null,
      },
    ];
  });
}

/** Why a reference cannot be had. */
export type NoReference = 'noCity' | 'noPeers' | 'nobody' | 'cityLevel';

interface Group {
  readonly name: LocalText;
  readonly members: readonly InstitutionRow[];
}

/** The institutions that a reference stands for, with or without a place. */
function groupOf(
  { dataset, view, inScope }: Ground,
  kind: ReferenceKind,
  first: InstitutionRow | undefined,
): Group | NoReference {
  const level = dataset.institutions.filter((one) => one.level === view.level);
  if (kind.startsWith('province')) return { name: provinceOf(level), members: level };
  if (kind.startsWith('city')) {
    // A city has one institute of its own: an average of one says nothing.
    if (view.level !== 'county') return 'cityLevel';
    const code = view.city ?? first?.city_code ?? null;
    const members = level.filter(({ city_code }) => code !== null && city_code === code);
    const name = members[0] && cityOf(members[0]);
    return name ? { name, members } : 'noCity';
  }
  const { peer_group_zh: zh = null, peer_group_en: en = null } = first ?? {};
  if (zh === null) return 'noPeers';
  const members = inScope.filter(({ peer_group_zh }) => peer_group_zh === zh);
  return { name: { zh, en: en ?? zh }, members };
}

export const cityOf = ({ city_name_zh: zh, city_name_en: en }: InstitutionRow): LocalText | null =>
  zh === null ? null : { zh, en: en ?? zh };

/** The province that all lie in; without a name where there is none, or several. */
export function provinceOf(institutions: readonly InstitutionRow[]): LocalText {
  const [one] = institutions;
  const same = institutions.every(({ province_code }) => province_code === one?.province_code);
  const zh = same ? (one?.province_name_zh ?? '') : '';
  return { zh, en: (same ? one?.province_name_en : null) ?? zh };
}

/** A reference as a column: a mean, a median, or the best institution of the group. */
export function referenceSubject(
  ground: Ground,
  kind: ReferenceKind,
  first: InstitutionRow | undefined,
): Subject | NoReference {
  const { dataset, scheme, result, view, rowOf } = ground;
  const group = groupOf(ground, kind, first);
  if (typeof group === 'string') return group;
  const everywhere = placesIn(result, rowOf, group.members, scheme.index.code, view.period);
  const placed = group.members.flatMap((one) => {
    const row = rowOf(one.institution_id, view.period);
    return row === undefined || !everywhere.has(one.institution_id) ? [] : [{ one, row }];
  });
  const scores = placed.flatMap(({ row }) => scoreAt(ground, row) ?? []);
  if (scores.length === 0) return 'nobody';
  const base = { id: REFERENCE_ID, name: group.name, institution: null };
  if (kind.endsWith('best')) {
    const leaders = placed.filter(({ one }) => everywhere.get(one.institution_id) === 1);
    const [leader] = leaders;
    if (!leader) return 'nobody';
    const { one, row } = leader;
    const best = {
      id: one.institution_id,
      name: displayName(dataset, one),
      sharing: leaders.length,
    };
    return {
      ...base,
      score: scoreAt(ground, row),
      values: ownValues(dataset, scheme, result, row),
      reference: { kind, members: placed.length, best },
    };
  }
  const how = kind.endsWith('median') ? 'median' : 'mean';
  const rows = placed.map(({ row }) => ownValues(dataset, scheme, result, row));
  return {
    ...base,
    score: (how === 'mean' ? mean(scores) : median(scores)) ?? null,
    values: groupValues(rows, how),
    reference: { kind, members: placed.length, best: null },
  };
}

/** Whether a reference rests on anybody. */
export function hasReference(
  ground: Ground,
  kind: ReferenceKind,
  first: InstitutionRow | undefined,
): boolean {
  const { result, rowOf, scheme, view } = ground;
  const ranks = result.ranks.get(scheme.index.code);
  const group = groupOf(ground, kind, first);
  if (typeof group === 'string') return false;
  return group.members.some(({ institution_id }) => {
    const row = rowOf(institution_id, view.period);
    return row !== undefined && (ranks?.[row] ?? 0) > 0;
  });
}
