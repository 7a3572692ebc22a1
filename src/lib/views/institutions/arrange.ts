/** Which institutions are listed, and in what order. */
import type { InstitutionsSort } from '#lib/state/institutions-view.ts';
import type { ListedInstitution } from './model.ts';

/** Whether any name of the row, or its region code, contains the text searched for. */
export function matches(
  { name, institution, city, regionCode }: ListedInstitution,
  query: string,
): boolean {
  const wanted = query.trim().toLowerCase();
  return (
    regionCode.startsWith(wanted) ||
    [name, institution, ...(city ? [city] : [])].some(({ zh, en }) =>
      [zh, en].some((text) => text.toLowerCase().includes(wanted)),
    )
  );
}

const LEVELS: readonly ListedInstitution['level'][] = ['county', 'city', 'province'];

/** Places of different levels do not compare: each level by itself, the unranked after its ranked. */
export function sortRows(
  rows: readonly ListedInstitution[],
  sort: InstitutionsSort,
): ListedInstitution[] {
  const byText = new Intl.Collator('zh-CN').compare;
  type Row = ListedInstitution;
  const byPlace = (a: Row, b: Row) =>
    LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
    (a.place ?? Number.MAX_SAFE_INTEGER) - (b.place ?? Number.MAX_SAFE_INTEGER);
  /** Who has none comes last. */
  const byMaybe = (a: string | null, b: string | null) =>
    a === null || b === null ? Number(a === null) - Number(b === null) : byText(a, b);
  const orders: Readonly<Record<InstitutionsSort, (a: Row, b: Row) => number>> = {
    rank: byPlace,
    name: (a, b) => byText(a.name.zh, b.name.zh),
    city: (a, b) => byMaybe(a.cityCode, b.cityCode) || byPlace(a, b),
    class: (a, b) => byMaybe(a.class, b.class) || byPlace(a, b),
    gaps: (a, b) => b.gaps - a.gaps || byPlace(a, b),
  };
  return [...rows].sort(orders[sort]);
}
