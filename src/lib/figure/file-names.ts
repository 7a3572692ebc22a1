import type * as Exports from '#lib/export/index.ts';
import { localWords } from '#lib/i18n/index.ts';
import { isLocal, type FigureSubject } from './subject.ts';

/** The name of a figure's file; `options` is what tells two files of one figure apart. */
export function figureFileName(
  subject: FigureSubject,
  files: Pick<typeof Exports, 'fileName'>,
  extension: string,
  options: readonly string[] = [],
): string {
  const { fileParts, text, locale } = subject;
  const mark = isLocal(subject) ? [localWords(locale).short] : [];
  return files.fileName([...mark, ...fileParts, ...options], text.cutoff, extension);
}
