/** The vocabulary of column types that the schemas are written in. */
import { isDay, parsePeriod, type Period } from '../period.ts';
import { bad, define, good, type CellResult, type RawColumn } from './column.ts';
import { parseNumber } from './number.ts';

/** Control and format characters, except the line break inside a quoted cell. */
const CONTROL = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffd]/u;
const OUTER_SPACE = /^[\s\u00a0\u3000]|[\s\u00a0\u3000]$/;

const codePoint = (char: string) =>
  `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Faults that any text may have; null for clean text. */
function textFault(value: string): CellResult<never> | null {
  const control = CONTROL.exec(value);
  if (control) return bad('control_character', { point: codePoint(control[0]) });
  if (OUTER_SPACE.test(value)) return bad('outer_space');
  return null;
}

const clean = <T>(parse: (value: string) => CellResult<T>): RawColumn<T> =>
  define((value) => textFault(value) ?? parse(value));

/** Free text for people; must not begin like a spreadsheet formula. */
export const text = () => clean((value) => (/^[=+\-@]/.test(value) ? bad('formula') : good(value)));

// eslint-disable-next-line no-control-regex
const UNPRINTABLE = /[\0-\x08\x0b-\x1f\x7f]/g;
/** What a spreadsheet program could run as a formula, or take for the mark of a text. */
const NEEDS_MARK = /^[\s\u200b\ufeff]*[=+\-@'\uff1d\uff0b\uff0d\uff20]/;

/** A text that somebody else wrote, as `verbatim` reads it back: with an apostrophe where it needs one. */
export function markVerbatim(written: string): string {
  const text = written.replace(/\r\n?/g, '\n').replace(UNPRINTABLE, '');
  return NEEDS_MARK.test(text) ? `'${text}` : text;
}

/**
 * A text quoted from a file that was handed in: spaces and signs as they stand there. One that a
 * spreadsheet could run as a formula has an apostrophe before it, which is no part of it.
 */
export const verbatim = () =>
  define((value) => {
    if (value.startsWith("'")) return good(value.slice(1));
    return NEEDS_MARK.test(value) ? bad('formula') : good(value);
  });

/** An identifier: letters (of any script), digits and _ - . */
export const code = () =>
  clean((value) => {
    if (/^[=+\-@]/.test(value)) return bad('formula');
    return /^[\p{L}\p{N}_.-]+$/u.test(value) && value === value.normalize('NFKC')
      ? good(value)
      : bad('code_format');
  });

export const regionCode = () =>
  clean((value) => (/^\d{6}$/.test(value) ? good(value) : bad('region_code_format')));

/** One word of a closed list. */
export const word = <const W extends string>(words: readonly W[]) =>
  clean<W>((value) => {
    const known = words.find((candidate) => candidate === value);
    return known === undefined ? bad('word_unknown', { words: words.join(' | ') }) : good(known);
  });

export const day = () => clean((value) => (isDay(value) ? good(value) : bad('date_format')));

export const period = () =>
  clean<Period>((value) => {
    const parsed = parsePeriod(value);
    return parsed ? good(parsed) : bad('period_format');
  });

export const flag = () =>
  clean((value) =>
    value === 'true' || value === 'false' ? good(value === 'true') : bad('boolean_format'),
  );

export const number = () =>
  define((value) => {
    const parsed = parseNumber(value);
    return parsed.ok ? good(parsed.value) : bad(parsed.code, { suggestion: parsed.suggestion });
  });

export const integer = () =>
  define((value) => {
    const parsed = parseNumber(value);
    if (!parsed.ok) return bad(parsed.code, { suggestion: parsed.suggestion });
    return Number.isInteger(parsed.value) ? good(parsed.value) : bad('integer_format');
  });

/** A JSON object of numbers, kept as its text. */
export const jsonObject = () =>
  clean((value) => {
    try {
      const parsed: unknown = JSON.parse(value);
      const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
      return isObject ? good(value) : bad('json_format');
    } catch {
      return bad('json_format');
    }
  });
