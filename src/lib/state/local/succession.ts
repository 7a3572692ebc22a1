/** What it means that a new year becomes the current one: who had a place, and would have none. */
import { institutionsInScope, placesIn, rowIndex } from '../standing.ts';
import { SCOPE_LEVELS } from '../scope.ts';
import { unrankedIn, type Scored, type Unranked } from './preview.ts';

/** The year in force, before and after an import. */
export interface YearsInForce {
  readonly before: string;
  readonly after: string;
}

export interface Succession extends YearsInForce {
  /** How many have a place: in the year now in force, and in the new one. */
  readonly ranked: { readonly before: number; readonly after: number };
  /** Who has a place now and none in the new year, by level, then as the data order them. */
  readonly losing: readonly Unranked[];
}

function placed({ dataset, scheme, result }: Scored, period: string): Set<string> {
  const rowOf = rowIndex(result);
  return new Set(
    SCOPE_LEVELS.flatMap((level) => {
      const inScope = institutionsInScope(dataset, { level, city: null });
      return [...placesIn(result, rowOf, inScope, scheme.index.code, period).keys()];
    }),
  );
}

/** Pure: both are the layer of the ranking, scored by its scheme. */
export function succession(now: Scored, next: Scored, years: YearsInForce): Succession {
  const [had, have] = [placed(now, years.before), placed(next, years.after)];
  const losing = SCOPE_LEVELS.flatMap((level) =>
    unrankedIn(next, { period: years.after, level }),
  ).filter(({ id }) => had.has(id));
  return { ...years, ranked: { before: had.size, after: have.size }, losing };
}
