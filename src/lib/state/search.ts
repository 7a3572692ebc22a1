/** Finding rows by what somebody typed. */

/** Full-width forms, capitals and grouping spaces make no difference. */
const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(\d)\s+(?=\d)/g, '$1');

/** The texts of a row as one, to look into again and again. */
export const searchText = (texts: readonly (string | null)[]): string =>
  fold(texts.filter((text) => text !== null).join('\n'));

/** Whether a row has every word of the query somewhere; an empty query finds everything. */
export function finder(query: string): (folded: string) => boolean {
  const words = fold(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  return (folded) => words.every((word) => folded.includes(word));
}
