/** Text tables that tell the clean table, each in its own way. */
import { parsePeriod } from '../../period.ts';
import { buildSheet, fileStem, PERIOD } from './build-sheet.ts';
import type { CorpusFile } from './judge.ts';
import { described, optionsOf, type Options } from './options.ts';
import type { Choices } from './random.ts';
import { encoded, TEXT_FORMS, textEnding, textOf, type TextForm } from './text-file.ts';

export interface CorpusCase {
  readonly name: string;
  readonly options: Options;
  readonly file: CorpusFile;
  /** The period a person gives along with the file. */
  readonly period: ReturnType<typeof parsePeriod>;
}

export const TEXT_FILES = 140;

const drawn = (choose: Choices): TextForm => ({
  encoding: choose.of(TEXT_FORMS.encoding),
  separator: choose.of(TEXT_FORMS.separator),
  lineEnd: choose.of(TEXT_FORMS.lineEnd),
  quotes: choose.of(TEXT_FORMS.quotes),
});

export function textCase(n: number): CorpusCase & { readonly form: TextForm } {
  const { options, choose } = optionsOf(n);
  const form = drawn(choose);
  const sheet = buildSheet({ options, choose });
  const bytes = encoded(textOf(sheet, form), form.encoding);
  const separator = JSON.stringify(form.separator).slice(1, -1);
  return {
    name: `${n} ${described(options)}, ${form.encoding} ${separator} ${form.quotes}`,
    options,
    form,
    file: {
      name: `${fileStem(options)}.${textEnding(form)}`,
      bytes,
      sheets: [sheet],
      named: false,
    },
    period: options.period === 'option' ? parsePeriod(PERIOD) : null,
  };
}
