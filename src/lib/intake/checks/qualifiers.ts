/** Qualifier, wording and number of a hedged value tell the same story. */
import type { Qualifier } from '#lib/model/index.ts';
import { hedgeOf, numbersIn } from '../cells/hedge.ts';
import type { Finding } from '../findings/finding.ts';
import { findingAt, type TableRow } from '../raw/table-row.ts';
import type { Check } from './check.ts';

/** 约 may be kept as about or, where the source rounds by itself, as approx. */
const agrees = (qualifier: Qualifier, expected: Qualifier) =>
  qualifier === expected || (expected === 'about' && qualifier === 'approx');

/** Binary floating point: 41.8 · 10 000 is not exactly 418 000. */
const equal = (a: number, b: number) =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

function faults(row: TableRow<'observation'>): Finding[] {
  const { value, value_text, qualifier } = row.values;
  if (value === null || qualifier === null || row.unread.has('value_text')) return [];
  if (value_text === null)
    return qualifier === 'exact' ? [] : [findingAt(row, 'value_text', 'qualifier_text_absent')];
  const findings: Finding[] = [];
  const hedge = hedgeOf(value_text);
  if (hedge && !agrees(qualifier, hedge.qualifier)) {
    const params = { word: hedge.word, expected: hedge.qualifier };
    findings.push(findingAt(row, 'qualifier', 'qualifier_mismatch', { params }));
  }
  const numbers = numbersIn(value_text);
  if (numbers.length > 0 && !numbers.some((number) => equal(number, value)))
    findings.push(
      findingAt(row, 'value_text', 'value_text_number', {
        params: { number: numbers.join(' / ') },
      }),
    );
  return findings;
}

export const qualifiers: Check = (data) => data.rows.observation.flatMap(faults);
