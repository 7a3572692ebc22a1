/** How many decimals a set of scores needs, on every page alike. */
import { formatNumber } from '#lib/i18n/index.ts';

/** A score, and the place that it gave; whoever shares a place has the same score. */
interface PlacedScore {
  readonly rank: number;
  readonly score: number;
}

/**
 * Decimals for a column of scores: one, or as many as it takes (at most three) that no two
 * different places show the same score.
 */
export function scoreDecimals(rows: readonly PlacedScore[]): number {
  for (const decimals of [1, 2]) {
    const ranksOf = new Map<string, number>();
    const clash = rows.some(({ rank, score }) => {
      const text = formatNumber(score, decimals);
      const other = ranksOf.get(text);
      ranksOf.set(text, rank);
      return other !== undefined && other !== rank;
    });
    if (!clash) return decimals;
  }
  return 3;
}
