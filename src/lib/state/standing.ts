/** Who stands where within a scope: the same counting for every view. */
import type { LocalText, SchemeNode, ScoreResult } from '#lib/model/index.ts';
import type { Dataset, InstitutionRow } from './dataset.ts';
import type { Scope } from './scope.ts';

/** Position of a unit's period in the result's rows; undefined where it has none. */
export type RowOf = (unit: string, period: string) => number | undefined;

export function rowIndex(result: ScoreResult): RowOf {
  const index = new Map(result.rows.map(({ unit, period }, row) => [`${unit} ${period}`, row]));
  return (unit, period) => index.get(`${unit} ${period}`);
}

/** The institutions of a level, in one city or all. */
export const institutionsInScope = (
  dataset: Dataset,
  { level, city }: Pick<Scope, 'level' | 'city'>,
): InstitutionRow[] =>
  dataset.institutions.filter(
    (one) => one.level === level && (city === null || one.city_code === city),
  );

/** The last period before; null where there is none. Periods are ascending. */
export const periodBefore = (periods: readonly string[], period: string): string | null =>
  // (Array.at is unknown to Chromium 87-91 kernels.)
  periods.filter((candidate) => candidate < period).pop() ?? null;

/**
 * Competition ranks within the scope, by institution. The ranks of the whole peer group decide the
 * order and the ties, so a city's ranking can never contradict the province's.
 */
export function placesIn(
  result: ScoreResult,
  rowOf: RowOf,
  institutions: readonly InstitutionRow[],
  element: string,
  period: string,
): Map<string, number> {
  const ranks = result.ranks.get(element);
  const found = institutions.flatMap(({ institution_id }) => {
    const row = rowOf(institution_id, period);
    const rank = row === undefined ? 0 : (ranks?.[row] ?? 0);
    return rank > 0 ? [{ institution_id, rank }] : [];
  });
  found.sort((a, b) => a.rank - b.rank);
  const places = new Map<string, number>();
  let place = 0;
  found.forEach(({ institution_id, rank }, position) => {
    if (rank !== found[position - 1]?.rank) place = position + 1;
    places.set(institution_id, place);
  });
  return places;
}

export type RankChange =
  | { readonly kind: 'up' | 'down'; readonly places: number }
  | { readonly kind: 'same' | 'new' | 'noPrevious' };

/** From one place to another; `hasPrevious` is false where there is no earlier period at all. */
export function rankChange(
  rank: number,
  before: number | undefined,
  hasPrevious: boolean,
): RankChange {
  if (!hasPrevious) return { kind: 'noPrevious' };
  if (before === undefined) return { kind: 'new' };
  if (before === rank) return { kind: 'same' };
  return { kind: before > rank ? 'up' : 'down', places: Math.abs(before - rank) };
}

/** Names of the indicators below a node of the scheme, by code. */
export function indicatorNames(top: SchemeNode): ReadonlyMap<string, LocalText> {
  const names = new Map<string, LocalText>();
  const visit = (node: SchemeNode) => {
    if ('children' in node) node.children.forEach(visit);
    else names.set(node.code, node.name);
  };
  visit(top);
  return names;
}

/** An indicator that an institution lacks, and why. */
export interface Gap {
  readonly indicator: string;
  readonly name: LocalText;
  readonly reason: string;
}

/** Which of the named indicators an institution lacks in a year. */
export function gapsIn(
  dataset: Dataset,
  institution: string,
  period: string,
  names: ReadonlyMap<string, LocalText>,
): Gap[] {
  return [...names].flatMap(([indicator, name]) => {
    const cell = dataset.cell(institution, period, indicator);
    return cell?.value == null
      ? [{ indicator, name, reason: cell?.missing_reason ?? 'not_reported' }]
      : [];
  });
}
