/** A text as a string of a style sheet. */
const quoted = (text: string): string =>
  `"${text.replace(/[\\"]/g, '\\$&').replace(/[\r\n\f]+/g, ' ')}"`;

/**
 * What stands in the margins of every printed sheet, for print.css: a sheet that is parted from the
 * others still says of what data it is, and of what page. `across`: the sheets lie on their side.
 * Returns what takes it back.
 */
export function sheetLines(
  data: readonly string[],
  page: readonly string[],
  across = false,
): () => void {
  const { style, dataset } = document.documentElement;
  if (across) dataset['sheets'] = 'across';
  style.setProperty('--sheet-data', quoted(data.join(' · ')));
  style.setProperty('--sheet-page', quoted(page.join(' · ')));
  return () => {
    style.removeProperty('--sheet-data');
    style.removeProperty('--sheet-page');
    delete dataset['sheets'];
  };
}
