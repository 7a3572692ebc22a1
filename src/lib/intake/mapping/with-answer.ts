/** A mapping with one more answer. */
import { normaliseUnit } from '../values/units.ts';
import { readAnswerCode } from './keys.ts';
import type { Mapping, Question } from './mapping.ts';

/** Code of the indicator, id of the institution or unit that was chosen; or to leave it out. */
export type Answer = { readonly code: string } | 'ignore';

/** A period is an answer for one import, and kept nowhere. */
type Kept = Pick<Question, 'key'> & { readonly kind: Exclude<Question['kind'], 'period'> };

const put = <T>(answers: ReadonlyMap<string, T>, key: string, answer: T): ReadonlyMap<string, T> =>
  new Map([...answers, [key, answer]]);

/** The mapping with the answer to a question; an answer given before is replaced. */
export function withAnswer(mapping: Mapping, question: Kept, answer: Answer): Mapping {
  const { kind, key } = question;
  switch (kind) {
    case 'heading':
      return {
        ...mapping,
        headings: put(
          mapping.headings,
          key,
          answer === 'ignore' ? answer : readAnswerCode(answer.code),
        ),
      };
    case 'institution':
      return {
        ...mapping,
        institutions: put(
          mapping.institutions,
          key,
          answer === 'ignore' ? answer : { institution_id: answer.code },
        ),
      };
    case 'unit':
      // A unit cannot be left out: to leave the lane out is an answer to its heading.
      return answer === 'ignore'
        ? { ...mapping, headings: put(mapping.headings, key, answer) }
        : { ...mapping, units: put(mapping.units, key, normaliseUnit(answer.code)) };
  }
}
