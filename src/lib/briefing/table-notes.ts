/** What is said of a table beside its caption. */
import { formatNumber } from '#lib/i18n/index.ts';
import type { CollectionMessages } from '#lib/i18n/views/collection.ts';
import type { TablePiece } from './report.ts';

/** Its notes, and first how many of its rows are `shown` where these are not all. */
export function tableNotes(
  { rows, whole, notes = [] }: TablePiece,
  shown: number,
  { cut }: Pick<CollectionMessages, 'cut'>,
): string[] {
  const all = whole?.sheet.rows.length ?? rows.length;
  return [...(shown < all ? [cut(formatNumber(all, 0), formatNumber(shown, 0))] : []), ...notes];
}
