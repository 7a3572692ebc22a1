/** What a figure says, in one sentence that can stand under it anywhere. */
import type { FigureText } from '#lib/charts/index.ts';
import type { Locale } from '#lib/model/index.ts';

/** A document numbers its figures itself. */
const NUMBER = /^(?:图|表|Figure|Table)\s*\d+[\s.:：]*/u;

export const unnumbered = (title: string): string => title.replace(NUMBER, '').trim();

const ENDS = { zh: /[。！？；，：.]+$/u, en: /[.;,:!?]+$/u } as const;

/**
 * What is shown, and what it says where the figure says something: 县级机构排名：甲县居首；乙县上升 3 位。
 * Sentences of the finding become clauses, so that it stays one; a title alone has no full stop.
 */
export function captionOf(
  { title, subtitle }: Pick<FigureText, 'title' | 'subtitle'>,
  locale: Locale,
): string {
  const bare = (text: string) => text.trim().replace(ENDS[locale], '');
  const clauses = (text: string) =>
    locale === 'zh' ? text.replace(/[。！？](?=\S)/gu, '；') : text.replace(/[.!?] (?=\S)/gu, '; ');
  const [what, says] = [bare(unnumbered(title)), bare(clauses(subtitle.trim()))];
  if (says === '') return what;
  return locale === 'zh' ? `${what}：${says}。` : `${what}: ${says}.`;
}
