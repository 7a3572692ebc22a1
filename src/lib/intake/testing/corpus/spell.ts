/** One value in the many ways in which people type it. */
import type { MissingReason, Qualifier } from '#lib/model/index.ts';
import type { Choices } from './random.ts';
import type { Told } from './truth.ts';

export const STYLES = [
  'plain',
  'thousands',
  'full_width',
  'spaces',
  'unit',
  'trailing_zero',
  'chinese',
  'wan',
  'apostrophe',
] as const;
export type Style = (typeof STYLES)[number];

const wide = (text: string) =>
  text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
const grouped = (text: string) => {
  const [whole = '', fraction] = text.split('.');
  const groups = whole.replace(/\d(?=(?:\d{3})+$)/g, '$&,');
  return fraction === undefined ? groups : `${groups}.${fraction}`;
};

/** 1500 as 0.15: the point is moved in the text. */
export function inTenThousands(number: number): string {
  const [whole = '', fraction = ''] = String(number).split('.');
  const padded = whole.padStart(5, '0');
  const digits = `${padded.slice(0, -4)}.${padded.slice(-4)}${fraction}`;
  return digits.replace(/0+$/, '').replace(/\.$/, '');
}

const NUMERALS = '零一二三四五六七八九十';
/** Up to ninety-nine, as people write it. */
function chinese(number: number): string {
  if (number <= 10) return NUMERALS.charAt(number);
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens === 1 ? '' : NUMERALS.charAt(tens)}十${ones === 0 ? '' : NUMERALS.charAt(ones)}`;
}

function digits(number: number, style: Style, unit: string): string {
  const plain = String(number);
  switch (style) {
    case 'plain':
      return plain;
    case 'thousands':
      return grouped(plain);
    case 'full_width':
      return wide(plain);
    case 'spaces':
      return `\u00a0${plain} `;
    case 'unit':
      return `${plain}${unit}`;
    case 'trailing_zero':
      return plain.includes('.') ? `${plain}0` : `${plain}.0`;
    case 'chinese':
      return Number.isInteger(number) && number < 100 ? chinese(number) : plain;
    case 'wan':
      return Number.isInteger(number) && number >= 1000 ? `${inTenThousands(number)}万` : plain;
    case 'apostrophe':
      return `'${plain}`;
  }
}

const GAP_WORDS: Readonly<Partial<Record<MissingReason, readonly string[]>>> = {
  not_reported: ['—', '-', '--', '/', '…', '无', '未报送', 'N/A', '暂无', '——', '－'],
  not_collected: ['未统计', '未采集'],
  late: ['迟报'],
  not_applicable: ['不适用', '不涉及'],
};

const HEDGED: Readonly<
  Partial<Record<Qualifier, readonly ((text: string, unit: string) => string)[]>>
> = {
  more_than: [(text) => `${text}余`, (text, unit) => `${text}余${unit}`, (text) => `超过${text}`],
  about: [(text) => `约${text}`, (text, unit) => `约 ${text} ${unit}`],
  nearly: [(text) => `近${text}`, (text, unit) => `近${text}${unit}`],
};

/** The text of a cell; empty where nothing is told. */
export function spell(told: Told, style: Style, unit: string, choose: Choices): string {
  switch (told.kind) {
    case 'silent':
      return '';
    case 'gap':
      return choose.of(GAP_WORDS[told.reason] ?? ['未报送']);
    case 'value': {
      const hedged = HEDGED[told.hedge];
      if (!hedged) return digits(told.value, style, unit);
      const number = style === 'thousands' || style === 'full_width' ? style : 'plain';
      return choose.of(hedged)(digits(told.value, number, unit), unit);
    }
  }
}
