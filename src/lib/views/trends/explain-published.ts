/** The same explanation between two editions, by the schemes and data of their time. */
import type { Scheme, ScoreResult, UnitTable } from '#lib/model/index.ts';
import { score } from '#lib/scoring/index.ts';
import type { TrendRecords } from '#lib/state/trends-records.ts';
import { explainChange, tableUpTo, type ExplainSide, type Explanation } from './explain.ts';
import { editionsByYear } from './readings.ts';

export type PublishedExplanation =
  Explanation | { readonly kind: 'none'; readonly id: string; readonly why: PublishedProblem };

export type PublishedProblem = 'no_edition' | 'no_scheme' | 'differs';

/** Scores agree when they differ by rounding of the stored text only. */
const TOLERANCE = 1e-6;

/**
 * Explains only what computing again confirms: where present data by the scheme of the time give
 * another score than the published one, they were revised, and nothing is said.
 *
 * @param history schemes of former editions
 */
export function explainPublished(
  records: TrendRecords,
  scheme: Scheme,
  history: readonly Scheme[],
  table: UnitTable,
  [from, to]: readonly [string, string],
  unit: string,
  group: string,
): PublishedExplanation {
  const editions = editionsByYear(records, scheme);
  const none = (why: PublishedProblem) => ({ kind: 'none', id: unit, why }) as const;
  const [first, last] = [editions.get(from), editions.get(to)];
  if (!first || !last) return none('no_edition');
  const sides: ExplainSide[] = [];
  for (const [period, edition] of [
    [from, first],
    [to, last],
  ] as const) {
    const then = [scheme, ...history].find(
      ({ id, version }) => id === scheme.id && version === edition.version,
    );
    if (!then) return none('no_scheme');
    const known = tableUpTo(table, period);
    const result = score(known, then);
    if (!agrees(records, edition.edition, period, then, result, unit)) return none('differs');
    sides.push({ table: known, scheme: then, period, result });
  }
  return explainChange(sides[0]!, sides[1]!, unit, group);
}

function agrees(
  { published }: TrendRecords,
  edition: string,
  period: string,
  { index, id }: Scheme,
  result: ScoreResult,
  unit: string,
): boolean {
  const row = result.rows.findIndex((one) => one.unit === unit && one.period === period);
  const then = published.find(
    (one) =>
      one.scheme === id &&
      one.edition === edition &&
      one.period === period &&
      one.institution_id === unit &&
      one.element === index.code,
  );
  const now = row < 0 ? NaN : (result.scores.get(index.code)?.[row] ?? NaN);
  if (then?.score == null) return result.status[row]?.kind !== 'ranked';
  return Math.abs(now - then.score) <= TOLERANCE * Math.max(1, Math.abs(then.score));
}
