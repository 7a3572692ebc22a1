/** The questions of an import as a mapping file to be completed by a person. */
import { answerCode } from '#lib/intake/mapping/keys.ts';
import type { Mapping, Question } from '#lib/intake/mapping/mapping.ts';

type Entry = Record<string, unknown>;

const sorted = <T>(answers: ReadonlyMap<string, T>) =>
  [...answers].sort(([a], [b]) => (a < b ? -1 : 1));

/**
 * The answers given so far and one entry for each question, its answer empty and the proposals
 * beside it: an empty answer is refused, so that nothing is taken on a guess.
 */
export function mappingDraft(mapping: Mapping, questions: readonly Question[]): string {
  const open = (kind: Question['kind'], name: string, answer: string): Entry[] =>
    questions
      .filter((question) => question.kind === kind)
      .map(({ key, proposals }) => ({
        [name]: key,
        [answer]: '',
        proposals: proposals.map((one) =>
          one.code === one.name ? one.code : `${one.code} ${one.name}`,
        ),
      }));
  const answered = <T extends object>(
    answers: ReadonlyMap<string, T | 'ignore'>,
    name: string,
  ): Entry[] =>
    sorted(answers).map(([key, answer]) => ({
      [name]: key,
      ...(answer === 'ignore' ? { ignore: true } : answer),
    }));
  const draft = {
    version: 1,
    headings: [
      ...sorted(mapping.headings).map(([heading, answer]) => ({
        heading,
        ...(answer === 'ignore' ? { ignore: true } : { indicator: answerCode(answer) }),
      })),
      ...open('heading', 'heading', 'indicator'),
    ],
    institutions: [
      ...answered(mapping.institutions, 'name'),
      ...open('institution', 'name', 'institution_id'),
    ],
    units: [
      ...sorted(mapping.units).map(([heading, unit]) => ({ heading, unit })),
      ...open('unit', 'heading', 'unit'),
    ],
  };
  return `${JSON.stringify(draft, null, 2)}\n`;
}
