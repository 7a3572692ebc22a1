/** Numbers in Arabic digits at the beginning of a text. */
import { decimalOf, shift, type Decimal } from './decimal.ts';
import type { Conversion, UnclearReason } from './read-value.ts';

export type NumeralRead =
  | {
      readonly ok: true;
      readonly decimal: Decimal;
      readonly conversions: readonly Conversion[];
      readonly rest: string;
    }
  | { readonly ok: false; readonly why: UnclearReason };

/** Digits with whatever may separate them. Spaces are left only between digits and separators. */
const RUN = /^(?:\d(?:[\d,'’.\s]*\d)?|\.\d+)/;
const PLAIN = /^(?:(?:0|[1-9]\d*)(?:\.\d+)?|\.\d+)$/;
/** Groups of three with the same separator throughout; a line break separates two numbers. */
const GROUPED = /^[1-9]\d{0,2}(?:([,'’]|[^\S\r\n\t\v\f])\d{3})(?:\1\d{3})*(?:\.\d+)?$/;
/** 1.234,56: points group and the comma is the decimal point; 1.234,567 could be either. */
const EUROPEAN = /^[1-9]\d{0,2}(?:(?:\.\d{3})+,(?:\d{1,2}|\d{4,})|(?:\.\d{3}){2,},\d{3})$/;
const EXPONENT = /^[eE]([+-]?\d{1,3})(?![\d.,])/;
/** 3亿5000万 and 1万2000: the lower part fills its four places, else it could mean something else. */
const COMPOUND = /^([1-9]\d*)(?:亿(\d{4})万(\d{4})?|万(\d{4}))(?![\d.,十百千万亿])/;

function compound(text: string): NumeralRead | null {
  const match = COMPOUND.exec(text);
  if (!match) return null;
  const [all, high = '', tenThousands, ones, onesAlone] = match;
  const digits = high + (tenThousands ?? '') + (ones ?? onesAlone ?? '');
  const inTenThousands = tenThousands !== undefined && ones === undefined;
  return {
    ok: true,
    decimal: shift(decimalOf(digits), inTenThousands ? 4 : 0),
    conversions: tenThousands === undefined ? ['wan'] : ['yi', 'wan'],
    rest: text.slice(all.length),
  };
}

/** Why a run of digits and separators is no number. */
function refusal(run: string): UnclearReason {
  if (/\s/.test(run)) return 'two_numbers';
  return /^\d+(?:\.\d+)?$/.test(run) ? 'words' : 'ambiguous_separator';
}

/** Reads the number that the text begins with; null where it begins with none. */
export function readArabic(text: string): NumeralRead | null {
  const run = RUN.exec(text)?.[0];
  if (run === undefined) return null;
  const whole = compound(text);
  if (whole) return whole;
  const rest = text.slice(run.length);
  if (PLAIN.test(run)) {
    const [written = '', exponent] = EXPONENT.exec(rest) ?? [];
    if (exponent === undefined) return { ok: true, decimal: decimalOf(run), conversions: [], rest };
    const decimal = shift(decimalOf(run), Number(exponent));
    return { ok: true, decimal, conversions: ['scientific'], rest: rest.slice(written.length) };
  }
  if (GROUPED.test(run)) {
    const decimal = decimalOf(run.replace(/[^\d.]/g, ''));
    return { ok: true, decimal, conversions: ['thousands'], rest };
  }
  if (EUROPEAN.test(run)) {
    const decimal = decimalOf(run.replace(/\./g, '').replace(',', '.'));
    return { ok: true, decimal, conversions: ['thousands', 'decimal_comma'], rest };
  }
  return { ok: false, why: refusal(run) };
}
