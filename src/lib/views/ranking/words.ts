/** Number choices of the ranking view. */
import { formatNumber } from '#lib/i18n/index.ts';
import type { RankedRow } from './model.ts';

/**
 * Decimals for a column of scores: one, or as many as it takes (at most three) that no two
 * different places show the same score.
 */
export function scoreDecimals(rows: readonly Pick<RankedRow, 'rank' | 'score'>[]): number {
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
