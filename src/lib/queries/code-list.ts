import { EngineError } from '#lib/engine/engine.ts';

/**
 * A list of codes as the one text that a positional parameter can carry. Codes of the catalogue
 * have no commas; one that has would quietly ask for something else, so it is refused.
 */
export function codeList(codes: readonly string[]): string {
  const bad = codes.find((code) => code.includes(',') || code === '');
  if (bad !== undefined)
    throw new EngineError('query_failed', `${JSON.stringify(bad)} cannot be a code.`, {
      subject: bad,
    });
  return codes.join(',');
}

/** True in SQL where `column` is one of the codes of the next parameter. */
export const inCodeList = (column: string): string =>
  `position(',' || ${column} || ',' in ',' || cast(? as varchar) || ',') > 0`;
