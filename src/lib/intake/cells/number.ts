/** Numbers as people type them: a plain decimal, or a finding that says what is wrong. */
import type { FindingCode } from '../findings/finding.ts';

export type NumberResult =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly code: FindingCode; readonly suggestion: string };

const PLAIN = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const SPACES = /[\s\u00a0\u1680\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff]/g;
const FULLWIDTH = /[０-９．－＋，％]/g;
const PLACEHOLDER = /^(?:[-–—―－‐/／.．…·*＊]+|无|空|缺|暂无|未报|不详|n\/?a|null|nil|none|nan)$/i;
const HEDGE = /余|约|近|多|超过|逾|以上|以下|以内|左右|不足|[<>≤≥＜＞～~]/;
const THOUSANDS = /^-?\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?$/;
const CHINESE_DIGITS = /^[零〇一二两三四五六七八九十百千]+$/;

const halfWidth = (text: string) =>
  text.replace(FULLWIDTH, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));

const fail = (code: FindingCode, suggestion = ''): NumberResult => ({
  ok: false,
  code,
  suggestion,
});

/**
 * What is wrong with a text that is no plain decimal. The order matters: each test supposes that
 * the earlier ones did not hold.
 */
function diagnose(text: string): NumberResult {
  if (PLACEHOLDER.test(text.trim())) return fail('number_placeholder');
  if (/^[=@]/.test(text) || /^[+-][^\d.]/.test(text)) return fail('number_formula');
  const unspaced = text.replace(SPACES, '');
  if (unspaced !== text && PLAIN.test(unspaced)) return fail('number_space', unspaced);
  if (HEDGE.test(text)) return fail('number_hedged');
  const narrow = halfWidth(unspaced);
  if (narrow !== unspaced && PLAIN.test(narrow)) return fail('number_fullwidth', narrow);
  if (CHINESE_DIGITS.test(unspaced)) return fail('number_fullwidth', '0-9');
  if (THOUSANDS.test(narrow)) return fail('number_thousands', narrow.replace(/[,，]/g, ''));
  if (/^-?[\d.,]+\s*[%‰\p{L}(（]/u.test(narrow) && !/^-?[\d.]+e[+-]?\d+$/i.test(narrow))
    return fail('number_unit');
  return fail('number_format');
}

/** Digits from the first that is not 0 on; trailing zeros of the fraction count. */
const significantDigits = (text: string) => text.replace(/[-.]/g, '').replace(/^0+/, '').length;

/** Parses a plain decimal. More than 15 significant digits are refused: a double cannot hold them. */
export function parseNumber(text: string): NumberResult {
  if (!PLAIN.test(text)) return diagnose(text);
  if (significantDigits(text) > 15) return fail('number_precision');
  const value = Number(text);
  return { ok: true, value: value === 0 ? 0 : value };
}
