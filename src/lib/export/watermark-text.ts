/** The words of a watermark as every kind of file takes them. */
import { cleanText } from '#lib/charts/clean-text.ts';

/** Letters of a watermark; what is longer is cut. */
export const WATERMARK_LETTERS = 40;

/** One line without what XML forbids, at most as long as a watermark may be; empty for none. */
export const watermarkText = (text: string): string =>
  [...cleanText(text).replace(/\s+/gu, ' ').trim()].slice(0, WATERMARK_LETTERS).join('').trim();

/** Days as `withDay` writes them, at the end of a text: 2026-11-22, 2026年11月22日, 22 November 2026. */
const DAY_AT_END = /\s*(?:\d{4}-\d{2}-\d{2}|\d{4}年\d{1,2}月\d{1,2}日|\d{1,2} [A-Z][a-z]+ \d{4})$/u;

/** The text with a day at its end, in place of one that stands there; the text gives way. */
export function withDay(text: string, day: string): string {
  const unit = [...watermarkText(text).replace(DAY_AT_END, '')];
  const room = WATERMARK_LETTERS - [...day].length - 1;
  return `${unit.slice(0, room).join('')} ${day}`.trim();
}
