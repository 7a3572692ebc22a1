/** The five entities of XML and characters by number. No other entity is known, so none expands. */
import { excerpt, Refused } from '../refused.ts';

const NAMED = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

function character(code: number, entity: string): string {
  if (!(code > 0 && code <= 0x10ffff)) throw new Refused('damaged', `XML: &${excerpt(entity)};`);
  return String.fromCodePoint(code);
}

function resolve(entity: string): string {
  if (/^#x[0-9a-f]+$/i.test(entity)) return character(parseInt(entity.slice(2), 16), entity);
  if (/^#\d+$/.test(entity)) return character(Number(entity.slice(1)), entity);
  const named = NAMED.get(entity);
  if (named === undefined) throw new Refused('damaged', `XML: &${excerpt(entity)};`);
  return named;
}

/** Text of XML source; an entity that XML itself does not define refuses the file. */
export function decodeEntities(source: string): string {
  if (!source.includes('&')) return source;
  return source.replace(/&([^;&<]{0,40});/g, (_all, entity: string) => resolve(entity));
}
