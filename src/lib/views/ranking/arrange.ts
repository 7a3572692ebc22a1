/** Which rows are shown, and in what order; ranks are never touched. */
import type { Sort } from '#lib/state/ranking-view.ts';
import type { Listed, RankedRow } from './model.ts';

/** Whether any name of the row contains the text searched for. */
export function matches({ name, institution, place }: Listed, query: string): boolean {
  const wanted = query.trim().toLowerCase();
  return [name, institution, ...(place ? [place] : [])].some(({ zh, en }) =>
    [zh, en].some((text) => text.toLowerCase().includes(wanted)),
  );
}

/** Upwards first; those without a previous rank come last in either direction. */
function changeValue({ change }: RankedRow): number {
  if (change.kind === 'up') return change.places;
  if (change.kind === 'down') return -change.places;
  return change.kind === 'same' ? 0 : NaN;
}

export function sortRows(rows: readonly RankedRow[], { key, descending }: Sort): RankedRow[] {
  const sign = descending ? -1 : 1;
  const byName = new Intl.Collator('zh-CN').compare;
  return [...rows].sort((a, b) => {
    if (key === 'name') return sign * byName(a.name.zh, b.name.zh);
    if (key === 'score') return sign * (a.score - b.score);
    if (key === 'rank') return sign * (a.rank - b.rank);
    const [x, y] = [changeValue(a), changeValue(b)];
    if (Number.isNaN(x) || Number.isNaN(y))
      return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
    return sign * (x - y);
  });
}
