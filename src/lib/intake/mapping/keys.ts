/** Under which key an answer is kept, so that next year's file of the same shape finds it. */
import { splitPath, tidyHeading } from '../recognise/heading-text.ts';
import { tidyName } from '../values/tidy-name.ts';
import type { HeadingAnswer } from './mapping.ts';

function keyOnce(path: readonly string[]): string {
  const rows = path.flatMap((row) => tidyName(row).split('/'));
  const { rest } = splitPath(rows);
  return (rest.length > 0 ? rest : rows.map(tidyHeading).filter((row) => row !== '')).join('/');
}

/**
 * The rows of a header joined by “/”, outermost first, tidied, without years: 2024年台账数 finds the
 * answer given for 2023年台账数. Rows may come joined already. Units stay, since 服务企业(家) and
 * 服务企业(人次) may differ. A key is its own key.
 */
export function headingKey(path: readonly string[]): string {
  const key = keyOnce(path);
  // A numbering may come to light behind a year; every step makes the text shorter.
  const again = keyOnce([key]);
  return again === key ? key : headingKey([again]);
}

/** The name as written, tidied and without spaces. With the city, where the table tells it, before. */
export function placeKey(name: string, city: string | null = null): string {
  const key = tidyName(name).replace(/ /g, '').replace(/\//g, '／');
  return city === null || city.trim() === '' ? key : `${placeKey(city)}/${key}`;
}

/** Behind the code of an indicator in an answer: its numbers are those of the year before. */
const PREVIOUS = '@previous';

/** An answer to a heading as one text. */
export const answerCode = ({ indicator, previous }: HeadingAnswer): string =>
  previous ? indicator + PREVIOUS : indicator;

export const readAnswerCode = (code: string): HeadingAnswer =>
  code.endsWith(PREVIOUS)
    ? { indicator: code.slice(0, -PREVIOUS.length), previous: true }
    : { indicator: code };
