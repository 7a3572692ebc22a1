/** XML as a stream of tags and texts: no tree, no namespaces, no entities of its own. */
import { Refused } from '../refused.ts';
import type { Archive } from '../zip/archive.ts';
import { decodeEntities } from './entities.ts';

export interface XmlEvents {
  /** `tag` is what stands between the brackets, for `attribute`; names come without prefix. */
  open?(name: string, tag: string): void;
  /** Also called after `open` for an element without content. */
  close?(name: string): void;
  text?(text: string): void;
}

const QUOTE = 34;
const APOSTROPHE = 39;
const GREATER = 62;
const COLON = 58;
const SLASH = 47;

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

/** Value of an attribute, whatever its prefix; null where the tag has none of that name. */
export function attribute(tag: string, name: string): string | null {
  // Quoted values are stepped over as a whole: what stands in them is no attribute.
  for (let at = 0; ;) {
    const equals = tag.indexOf('=', at);
    if (equals < 0) return null;
    let open = equals + 1;
    while (isSpace(tag.charCodeAt(open))) open++;
    const quote = tag.charCodeAt(open);
    if (quote !== QUOTE && quote !== APOSTROPHE) return null;
    const close = tag.indexOf(quote === QUOTE ? '"' : "'", open + 1);
    if (close < 0) return null;
    if (endsWithName(tag, at, equals, name)) return decodeEntities(tag.slice(open + 1, close));
    at = close + 1;
  }
}

const isSpace = (code: number) => code === 32 || (code >= 9 && code <= 13);

/** True when what stands before the `=` is that name, alone or behind a prefix. */
function endsWithName(tag: string, from: number, equals: number, name: string): boolean {
  let end = equals;
  while (end > from && isSpace(tag.charCodeAt(end - 1))) end--;
  const start = end - name.length;
  if (start <= from || !tag.startsWith(name, start)) return false;
  const before = tag.charCodeAt(start - 1);
  return isSpace(before) || before === COLON;
}

/** Name of an element, without prefix: what stands before the first space or slash. */
function elementName(tag: string, start: number): string {
  let end = start;
  while (end < tag.length && !isSpace(tag.charCodeAt(end)) && tag.charCodeAt(end) !== SLASH) end++;
  return localName(tag.slice(start, end));
}

/** End of the tag that begins at `start`: a `>` inside an attribute is none. -1 if not there yet. */
function tagEnd(source: string, start: number): number {
  let quote = 0;
  for (let at = start; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === QUOTE || code === APOSTROPHE) quote = code;
    else if (code === GREATER) return at;
  }
  return -1;
}

/** Index behind the next `mark`, -1 if it is not there yet. */
function behind(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

/** Where text can be handed on although more of it is to come: not inside an entity. */
function textEnd(source: string, start: number): number {
  const entity = source.lastIndexOf('&');
  return entity >= start && source.length - entity < 50 && !source.includes(';', entity)
    ? entity
    : source.length;
}

/** A tag longer than this is no tag of a workbook. */
const LONGEST = 1024 * 1024;

/** Reads XML piece by piece; `push` what comes, then `end`. */
export function xmlScanner(part: string, events: XmlEvents) {
  const broken = (what: string) => new Refused('damaged', `${part}: ${what}`);
  let rest = '';
  let depth = 0;

  /** Handles what begins with `<` at `start`; the index behind it, or -1 when it is not all there. */
  const markup = (source: string, start: number): number => {
    const next = source[start + 1];
    if (next === '?') return behind(source, '?>', start + 2);
    if (next === '!') {
      if (source.length - start < 9) return -1;
      if (source.startsWith('<!--', start)) return behind(source, '-->', start + 4);
      if (!source.startsWith('<![CDATA[', start)) throw broken('declares entities of its own');
      const end = behind(source, ']]>', start + 9);
      if (end >= 0) events.text?.(source.slice(start + 9, end - 3));
      return end;
    }
    const end = tagEnd(source, start + 1);
    if (end < 0) return -1;
    const tag = source.slice(start + 1, end);
    const name = elementName(tag, next === '/' ? 1 : 0);
    if (name === '') throw broken('a tag without a name');
    if (next === '/') {
      depth--;
      events.close?.(name);
    } else {
      events.open?.(name, tag);
      if (tag.endsWith('/')) events.close?.(name);
      else depth++;
    }
    return end + 1;
  };

  return {
    push(piece: string): void {
      const source = rest + piece;
      let at = 0;
      for (;;) {
        const start = source.indexOf('<', at);
        if (start < 0) {
          const end = textEnd(source, at);
          if (end > at) events.text?.(decodeEntities(source.slice(at, end)));
          at = end;
          break;
        }
        if (start > at) events.text?.(decodeEntities(source.slice(at, start)));
        at = start;
        const next = markup(source, start);
        if (next < 0) break;
        at = next;
      }
      rest = source.slice(at);
      if (rest.startsWith('<') && rest.length > LONGEST) throw broken('a tag without end');
    },
    end(): void {
      if (rest.trim() !== '' || depth !== 0) throw broken('cut off');
    },
  };
}

function encodingOf(first: Uint8Array): string {
  if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le';
  if (first[0] === 0xfe && first[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** Reads a part of an archive as XML, piece by piece as it is unpacked. */
export function scanPart(archive: Archive, part: string, events: XmlEvents): void {
  const scanner = xmlScanner(part, events);
  let decoder: TextDecoder | null = null;
  const decode = (piece?: Uint8Array) => {
    try {
      return decoder ? decoder.decode(piece, { stream: piece !== undefined }) : '';
    } catch {
      throw new Refused('damaged', `${part}: not in the encoding it says`);
    }
  };
  archive.unpack(part, (piece) => {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
    scanner.push(decode(piece));
  });
  scanner.push(decode());
  scanner.end();
}
