/** Texts as cells hold them. */
import { xmlText } from '../xml.ts';
import { SHEET_LIMITS } from './workbook-model.ts';

/**
 * Begins like something that spreadsheets would calculate if a person opened the cell and closed it
 * again: = + - @, also full-width, behind blanks or quotes.
 */
const FORMULA_LIKE = /^[\s"'\u00a0\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;

/** Such a text gets the mark that keeps it text when the cell is edited. */
export const looksLikeFormula = (text: string): boolean => FORMULA_LIKE.test(text);

/** Control characters that XML lacks are written _x0007_; text that looks like that is guarded. */
function escapeControls(text: string): string {
  return (
    text
      .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
      // eslint-disable-next-line no-control-regex -- these very characters are looked for
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, (letter) => {
        const code = letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
        return `_x${code}_`;
      })
  );
}

/** One kind of line end, and no more letters than a cell can hold; what was cut off ends in “…”. */
function fitted(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n');
  if (lines.length <= SHEET_LIMITS.letters) return lines;
  return lines.slice(0, SHEET_LIMITS.letters - 1).replace(/[\ud800-\udbff]$/, '') + '…';
}

/** The inside of a `t` element. */
export const cellText = (text: string): string => xmlText(escapeControls(fitted(text)));

/** Blanks at the ends would be dropped without it. */
export const tElement = (text: string): string =>
  /^\s|\s$|\n|\s\s/u.test(text)
    ? `<t xml:space="preserve">${cellText(text)}</t>`
    : `<t>${cellText(text)}</t>`;
