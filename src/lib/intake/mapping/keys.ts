/** Under which key an answer is kept, so that next year's file of the same shape finds it. */
import { splitPath, tidyHeading } from '../recognise/heading-text.ts';
import { tidyName } from '../values/tidy-name.ts';

/** A slash inside a heading, where / stands between the rows of the header. */
const keepSlash = (text: string) => text.replace(/\//g, '／');

/**
 * The rows of a header joined by “/”, outermost first, tidied, without years: 2024年台账数 finds the
 * answer given for 2023年台账数. Units stay, since 服务企业(家) and 服务企业(人次) may differ.
 */
export function headingKey(path: readonly string[]): string {
  const { rest } = splitPath(path);
  const rows = rest.length > 0 ? rest : path.map(tidyHeading).filter((text) => text !== '');
  return rows.map(keepSlash).join('/');
}

/** The name as written, tidied and without spaces. With the city, where the table tells it, before. */
export function placeKey(name: string, city: string | null = null): string {
  const key = keepSlash(tidyName(name).replace(/ /g, ''));
  return city === null || city.trim() === '' ? key : `${placeKey(city)}/${key}`;
}
