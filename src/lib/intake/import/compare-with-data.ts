/** What a value means for the data that is there. */
import type { MissingReason } from '#lib/model/index.ts';
import type { CellDraft } from './drafts.ts';
import type { ObservationRow } from './folder.ts';
import type { ReadNumber } from './read-cell.ts';

/** “Not reported” and “late” say nothing about a number that is known already. */
const SAYS_NOTHING: readonly (MissingReason | null)[] = ['not_reported', 'late'];

export function compareWithData(
  read: ReadNumber,
  old: ObservationRow | undefined,
): CellDraft['change'] {
  if (!old) return 'new';
  const before = old.values;
  const hadContent = before.value !== null || before.value_text !== null;
  const hasContent = read.value !== null || read.value_text !== null;
  if (!hasContent) {
    if (hadContent) return SAYS_NOTHING.includes(read.missing_reason) ? 'kept' : 'revises';
    return read.missing_reason === before.missing_reason ? 'unchanged' : 'revises';
  }
  if (!hadContent) return 'fills_gap';
  const sameNumber = read.value === before.value && read.qualifier === before.qualifier;
  const inWordsOnly = read.value === null && before.value === null;
  const same = sameNumber && (!inWordsOnly || read.value_text === before.value_text);
  return same ? 'unchanged' : 'revises';
}
