/**
 * The review number that a published map carries (审图号): GS(2024)1234号, GS京(2022)0123号,
 * 浙S(2023)12号, 浙台S(2021)1号, with brackets of either width. Normalised to one writing; null for
 * anything else. Only the form can be checked.
 */
export function mapNumber(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/[〔【[]/gu, '(')
    .replace(/[〕】\]]/gu, ')')
    .replace(/^审图号:?/u, '');
  const match =
    /^(gs\p{Script=Han}?|\p{Script=Han}{1,3}s)\((19|20)(\d{2})\)(?:第)?(\d{1,6})号$/iu.exec(plain);
  if (!match) return null;
  const [, series = '', century = '', year = '', number = ''] = match;
  return `${series.toUpperCase()}(${century}${year})${number}号`;
}
