/**
 * Numbers in Chinese numerals at the beginning of a text, where they can mean one number only.
 * Not read: digits in a row (二〇二三, 三五 “three to five”), what leaves out its last place (三万五,
 * 一百五), 廿 and 卅 (they stand in lunar dates), 两 where it could be the weight (一两).
 */
import type { NumeralRead } from './arabic.ts';
import { decimalOf } from './decimal.ts';

const RUN = /^[零〇一二两三四五六七八九十百千万亿点壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億兩]+/;
const CAPITALS = '壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億兩〇';
const PLAIN = '一二二三三四五六六七八九十百千万亿两零';
const DIGITS = '零一二三四五六七八九';
const PLACES = ['', '十', '百', '千'];

const digit = (char: string) => (char === '两' ? 2 : DIGITS.indexOf(char));

/** Up to 9999 in the official spelling, 12 as 一十二. */
function spellSection(section: number): string {
  let text = '';
  for (let place = 3; place >= 0; place -= 1) {
    const value = Math.floor(section / 10 ** place) % 10;
    if (value > 0) text += `${DIGITS.charAt(value)}${PLACES[place] ?? ''}`;
    else if (text !== '' && !text.endsWith('零')) text += '零';
  }
  return text.replace(/零$/, '');
}

/** The number spelled out; `zeroAfterRound` is the habit of 十万零五千 instead of 十万五千. */
function spell(value: number, zeroAfterRound: boolean): string {
  if (value === 0) return '零';
  const [unit, word] = value >= 1e8 ? [1e8, '亿'] : [1e4, '万'];
  if (value < 1e4) return spellSection(value);
  const [high, low] = [Math.floor(value / unit), value % unit];
  const head = spell(high, zeroAfterRound) + word;
  if (low === 0) return head;
  const gap = low < unit / 10 || (zeroAfterRound && high % 10 === 0);
  return `${head}${gap ? '零' : ''}${spell(low, zeroAfterRound)}`;
}

/** The value of a numeral that may be misspelled; what it comes to is spelled again and compared. */
function evaluate(text: string): number {
  for (const [word, unit] of [
    ['亿', 1e8],
    ['万', 1e4],
  ] as const) {
    const at = text.lastIndexOf(word);
    if (at >= 0) return evaluate(text.slice(0, at)) * unit + evaluate(text.slice(at + 1));
  }
  let [sum, current] = [0, 0];
  for (const char of text) {
    const place = PLACES.indexOf(char);
    if (place > 0) {
      sum += current * 10 ** place;
      current = 0;
    } else current = digit(char);
  }
  return sum + current;
}

/** The whole number a text spells; null where it is not spelled as one is. */
export function chineseInteger(text: string): number | null {
  if (/两(?![百千万亿]|$)|.两$/.test(text)) return null;
  const full = text.replace(/(^|[零百千万亿])十/g, '$1一十');
  const value = evaluate(full);
  if (!(value < 1e15)) return null;
  const spelled = full.replace(/两/g, '二');
  return spelled === spell(value, false) || spelled === spell(value, true) ? value : null;
}

/**
 * Reads the numeral that the text begins with; null where it begins with none. `hedged`: a bare 百,
 * 千 or 万 is a number (近百, 百余), not a way of speaking (百家).
 */
export function readChinese(text: string, hedged: boolean): NumeralRead | null {
  const written = RUN.exec(text)?.[0];
  if (written === undefined) return null;
  const plain = written.replace(/./g, (char) => {
    const at = CAPITALS.indexOf(char);
    return at < 0 ? char : PLAIN.charAt(at);
  });
  const [, whole = plain, fraction, scale = ''] =
    /^([^点]+)点([零一二三四五六七八九]+)([万亿]*)$/.exec(plain) ?? [];
  const head = hedged && /^[百千万亿]/.test(whole) ? `一${whole}` : whole;
  const value = chineseInteger(head);
  if (value === null || (fraction === undefined && plain.includes('点')))
    return { ok: false, why: unclear(plain) };
  if (fraction === undefined)
    return {
      ok: true,
      decimal: decimalOf(String(value)),
      conversions: ['chinese_numeral'],
      rest: text.slice(written.length),
    };
  const decimals = fraction.replace(/./g, (char) => String(digit(char)));
  return {
    ok: true,
    decimal: decimalOf(`${value}.${decimals}`),
    conversions: ['chinese_numeral'],
    rest: scale + text.slice(written.length),
  };
}

const unclear = (plain: string) => {
  if (/^[一二]?[零一九][零一二三四五六七八九]{2,3}$/.test(plain)) return 'date';
  return /^[一二两三四五六七八九]{2}[十百千万亿]*$/.test(plain) ? 'range' : 'words';
};
