import { SimpleField, TextRun, type PageNumber, type ParagraphChild } from 'docx';
import type { Locale } from '#lib/model/index.ts';
import { plainLine } from '../package/plain-line.ts';
import { FACES, SIZES } from './type-area.ts';

type Field = (typeof PageNumber)[keyof typeof PageNumber];

/** A run with its fonts said outright, so that no theme or style of another program changes them. */
export function run(
  content: string | readonly Field[],
  face: { readonly eastAsia: string; readonly ascii: string },
  size: number,
  colour?: string,
): TextRun {
  const { ascii, eastAsia } = face;
  // Quotes and dashes, which either script has, are set in the Chinese face beside Chinese text.
  const hint = typeof content === 'string' && /\p{Script=Han}/u.test(content);
  return new TextRun({
    ...(typeof content === 'string' ? { text: plainLine(content) } : { children: content }),
    font: { ascii, hAnsi: ascii, cs: ascii, eastAsia, ...(hint ? { hint: 'eastAsia' } : {}) },
    size,
    ...(colour === undefined ? {} : { color: colour }),
  });
}

const LABELS = {
  zh: { figure: '图', table: '表', gap: '　' },
  en: { figure: 'Figure ', table: 'Table ', gap: '. ' },
} as const;

/**
 * 图1 and its caption. The number is a field: Word counts on when figures are added or taken out.
 */
export function captionRuns(
  kind: 'figure' | 'table',
  number: number | null,
  caption: string,
  locale: Locale,
): ParagraphChild[] {
  const { gap, ...label } = LABELS[locale];
  const face = FACES.heading;
  if (number === null) return [run(caption, face, SIZES.fifth)];
  return [
    run(label[kind], face, SIZES.fifth),
    new SimpleField(`SEQ ${label[kind].trim()} \\* ARABIC`, String(number)),
    run(gap + caption, face, SIZES.fifth),
  ];
}
