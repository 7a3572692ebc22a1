/** A number written in any spelling is read as exactly that number, and nothing else is a number. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Qualifier } from '#lib/model/index.ts';
import { hedgeOf, hedgeWords } from '../cells/hedge.ts';
import { GAPS } from './gaps.ts';
import { readPeriod } from './read-period.ts';
import { readValue, type ValueContext } from './read-value.ts';
import { readUnitText } from './read-unit-text.ts';
import { tidyName } from './tidy-name.ts';

const COUNT: ValueContext = { unit: null, ratio: false };
const RUNS = { numRuns: 10_000 };
const read = (text: string, of = COUNT) => readValue({ kind: 'text', text }, of);

interface Sample {
  readonly whole: number;
  readonly places: number;
  /** Plain decimal. */
  readonly text: string;
}

/** Decimals of up to 15 digits; the digits are moved in the text, never computed. */
const sample = (most: number, decimals: number): fc.Arbitrary<Sample> =>
  fc
    .tuple(
      fc.oneof(
        fc.nat(9999),
        fc.nat(9_999_999),
        fc.maxSafeNat().map((n) => n % most),
      ),
      fc.nat(decimals),
    )
    .map(([whole, places]) => ({ whole, places, text: withPoint(String(whole), places) }));

function withPoint(digits: string, places: number): string {
  if (places === 0) return digits;
  const padded = digits.padStart(places + 1, '0');
  return `${padded.slice(0, -places)}.${padded.slice(-places)}`;
}

const wide = (text: string) =>
  text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
const grouped = (text: string, separator: string) => {
  const [whole = '', fraction] = text.split('.');
  const groups = whole.replace(/\d(?=(?:\d{3})+$)/g, `$&${separator}`);
  return fraction === undefined ? groups : `${groups}.${fraction}`;
};
const timesTenThousand = ({ whole, places }: Sample, tens: number) =>
  places > tens ? withPoint(String(whole), places - tens) : `${whole}${'0'.repeat(tens - places)}`;

const D = '零一二三四五六七八九';
/** An independent speller: digit by digit from the right, then the zeros are put in order. */
function inChinese(number: number): string {
  if (number === 0) return '零';
  const units = ['', '十', '百', '千'];
  const sections: string[] = [];
  for (let rest = number, at = 0; rest > 0; rest = Math.floor(rest / 10_000), at += 1) {
    const section = [...String(rest % 10_000).padStart(4, '0')]
      .map((digit, index) =>
        digit === '0' ? '零' : `${D.charAt(Number(digit))}${units[3 - index]}`,
      )
      .join('');
    sections.unshift(/[^零]/.test(section) ? `${section}${['', '万', '亿', '万'][at]}` : section);
  }
  let text = sections
    .join('')
    .replace(/零+/g, '零')
    .replace(/^零|零$/g, '');
  text = text
    .replace(/零([万亿])/g, '$1零')
    .replace(/零+/g, '零')
    .replace(/零$/, '');
  return text.replace(/^一十/, '十');
}

interface Spelling {
  readonly name: string;
  readonly of: fc.Arbitrary<Sample>;
  readonly write: (sample: Sample) => string;
  readonly value?: (sample: Sample) => number;
  readonly qualifier?: Qualifier;
  readonly unit?: string;
  readonly context?: ValueContext;
}
const ANY = sample(1e15, 4);
const SHORT = sample(1e10, 3);
const NATURAL = sample(1e8, 0);
const RATIO: ValueContext = { unit: '%', ratio: true };
const negative = ({ text }: Sample) => 0 - Number(text);

const SPELLINGS: readonly Spelling[] = [
  { name: 'plain', of: ANY, write: ({ text }) => text },
  { name: 'full width', of: ANY, write: ({ text }) => wide(text) },
  { name: 'spaces around', of: ANY, write: ({ text }) => `\u00a0 ${text}\u3000` },
  { name: 'leading apostrophe', of: ANY, write: ({ text }) => `'${text}` },
  { name: 'commas', of: ANY, write: ({ text }) => grouped(text, ',') },
  { name: 'full-width commas', of: ANY, write: ({ text }) => grouped(text, '，') },
  { name: 'apostrophes', of: ANY, write: ({ text }) => grouped(text, "'") },
  { name: 'thin spaces', of: ANY, write: ({ text }) => grouped(text, '\u2009') },
  { name: 'no-break spaces', of: ANY, write: ({ text }) => grouped(text, '\u00a0') },
  { name: 'hyphen', of: ANY, write: ({ text }) => `-${text}`, value: negative },
  { name: 'minus', of: ANY, write: ({ text }) => `−${text}`, value: negative },
  { name: 'full-width minus', of: ANY, write: ({ text }) => wide(`-${text}`), value: negative },
  { name: 'accounting', of: ANY, write: ({ text }) => `(${grouped(text, ',')})`, value: negative },
  { name: 'plus', of: ANY, write: ({ text }) => `+${text}` },
  {
    name: 'scientific',
    of: sample(1e13, 0),
    write: ({ text }) => Number(text).toExponential().toUpperCase(),
  },
  { name: 'percent', of: SHORT, write: ({ text }) => `${text}%`, unit: '%', context: RATIO },
  { name: 'wide percent', of: SHORT, write: ({ text }) => `${text}％`, unit: '%', context: RATIO },
  { name: '百分之', of: SHORT, write: ({ text }) => `百分之${text}`, unit: '%', context: RATIO },
  {
    name: 'per mille of a ratio',
    of: sample(1e10, 0),
    write: ({ text }) => `${text}‰`,
    value: ({ text }) => Number(withPoint(text, 1)),
    unit: '%',
    context: RATIO,
  },
  {
    name: '万',
    of: SHORT,
    write: ({ text }) => `${text}万`,
    value: (s) => Number(timesTenThousand(s, 4)),
  },
  {
    name: '亿',
    of: SHORT,
    write: ({ text }) => `${text}亿元`,
    value: (s) => Number(timesTenThousand(s, 8)),
    unit: '元',
  },
  {
    name: '万 under a heading in 万元',
    of: SHORT,
    write: ({ text }) => `${text}万元`,
    unit: '万元',
    context: { unit: '万元', ratio: false },
  },
  { name: 'a unit', of: ANY, write: ({ text }) => `${text} 台（件）`, unit: '台(件)' },
  { name: 'Chinese', of: sample(1e12, 0), write: ({ whole }) => inChinese(whole) },
  {
    name: 'Chinese with 两 and a unit',
    of: NATURAL,
    write: ({ whole }) => `${inChinese(whole).replace(/二(?=[百千万亿])/g, '两')}家`,
    unit: '家',
  },
  {
    name: 'Chinese capitals',
    of: NATURAL,
    write: ({ whole }) =>
      inChinese(whole).replace(/[一二三四五六七八九十百千]/g, (char) =>
        '壹贰叁肆伍陆柒捌玖拾佰仟'.charAt('一二三四五六七八九十百千'.indexOf(char)),
      ),
  },
  {
    name: 'a Chinese decimal',
    of: sample(1e8, 3),
    write: ({ text }) => {
      const [whole = '', fraction] = text.split('.');
      const decimals = fraction?.replace(/\d/g, (digit) => D.charAt(Number(digit)));
      return inChinese(Number(whole)) + (decimals === undefined ? '' : `点${decimals}`);
    },
  },
  {
    name: '余',
    of: NATURAL,
    write: ({ text }) => `${text}余家`,
    qualifier: 'more_than',
    unit: '家',
  },
  {
    name: '万余',
    of: SHORT,
    write: ({ text }) => `${text}万余件`,
    value: (s) => Number(timesTenThousand(s, 4)),
    qualifier: 'more_than',
    unit: '件',
  },
  ...hedgeWords('before').map(({ word, qualifier }) => ({
    name: `${word} before`,
    of: SHORT,
    write: ({ text }: Sample) => `${word}${text}`,
    qualifier,
  })),
  ...hedgeWords('after').map(({ word, qualifier }) => ({
    name: `${word} after`,
    of: SHORT,
    write: ({ text }: Sample) => `${text}${word}`,
    qualifier,
  })),
];

test.each(SPELLINGS)('$name: what is written is what is read', (spelling) => {
  const { of, write, value, qualifier = 'exact', unit = null, context } = spelling;
  const reads = fc.property(of, (number) => {
    const expected = value ? value(number) : Number(number.text);
    const result = read(write(number), context);
    const right =
      result.kind === 'value' &&
      Object.is(result.value, expected) &&
      result.qualifier === qualifier &&
      result.unit === unit;
    if (!right) throw new Error(`${write(number)}, ${expected}: ${JSON.stringify(result)}`);
  });
  expect(() => fc.assert(reads, RUNS)).not.toThrow();
});

test('a number cell in percent format is the number stored, its point moved by two places', () => {
  fc.assert(
    fc.property(sample(1e9, 5), fc.nat(4), ({ whole, places, text }, decimals) => {
      const stored = Number(withPoint(String(whole), places + 2));
      const shown = `${(stored * 100).toFixed(decimals)}%`;
      const result = readValue({ kind: 'number', value: stored, text: shown }, RATIO);
      expect(result).toMatchObject({ kind: 'value', value: Number(text), unit: '%' });
    }),
    RUNS,
  );
});

const unicode = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom(..."0123456789.,，-—/%()（）万亿百千十一二两点余约近以上 项台件\n'"),
    maxLength: 20,
  }),
);

test('never throws, and a value is always a finite number with a digit or numeral behind it', () => {
  fc.assert(
    fc.property(unicode, (text) => {
      tidyName(text);
      readUnitText(text);
      readPeriod({ kind: 'text', text });
      for (const of of [COUNT, RATIO, { unit: text, ratio: false }]) {
        const result = read(text, of);
        if (result.kind !== 'value') continue;
        expect(Number.isFinite(result.value) && !Object.is(result.value, -0)).toBe(true);
        expect(text).toMatch(
          /[0-9０-９零〇一二两三四五六七八九十百千万亿壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億兩]/,
        );
      }
    }),
    RUNS,
  );
});

const LETTERS = 'abcdxyzABCXYZαβж甲乙丙春秋乘加减嗯□?!;&$€^|~_=';
const junk = fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 4 });
test('a number with letters around it that mean nothing here is unclear', () => {
  fc.assert(
    fc.property(ANY, junk, fc.nat(2), ({ text }, letters, where) => {
      const at = Math.min(where, text.length);
      const spoiled = [
        letters + text,
        text + letters,
        text.slice(0, at) + letters + text.slice(at),
      ];
      expect(read(spoiled[where] ?? '').kind).toBe('unclear');
    }),
    RUNS,
  );
});

test('two numbers with anything between them are never one number', () => {
  const between = fc.constantFrom(
    '-',
    '—',
    '~',
    '～',
    '至',
    '到',
    '/',
    '、',
    ';',
    '+',
    '±',
    ':',
    ', ',
    '\n',
  );
  fc.assert(
    fc.property(NATURAL, between, NATURAL, (a, sign, b) => {
      expect(read(`${a.text}${sign}${b.text}`).kind).toBe('unclear');
    }),
    RUNS,
  );
});

test('commas that do not part groups of three are never read', () => {
  const groups = fc.array(fc.stringMatching(/^\d{1,5}$/), { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(groups, (parts) => {
      const [first = '', ...others] = parts;
      const right = /^[1-9]\d{0,2}$/.test(first) && others.every((part) => part.length === 3);
      const result = read(parts.join(','));
      expect(result.kind).toBe(right ? 'value' : 'unclear');
      if (result.kind === 'value') expect(result.value).toBe(Number(parts.join('')));
    }),
    RUNS,
  );
});

test('a gap or nothing is never a number, however it is spaced or widened', () => {
  const blank = fc.string({ unit: fc.constantFrom(' ', '\u00a0', '\u3000', '\t', '\n', '\u200b') });
  const gap = fc.constantFrom('', ...GAPS.keys());
  fc.assert(
    fc.property(blank, gap, blank, fc.boolean(), (before, form, after, full) => {
      const result = read(`${before}${full ? wide(form) : form}${after}`);
      expect(result.kind).toBe(form === '' ? 'empty' : 'missing');
    }),
    RUNS,
  );
});

test('hedges by place and hedges found in a text tell the same', () => {
  for (const { word, qualifier } of hedgeWords('before'))
    expect(hedgeOf(`${word}100`)?.qualifier ?? qualifier).toBe(qualifier);
  for (const { word, qualifier } of [...hedgeWords('after'), ...hedgeWords('inside')])
    expect(hedgeOf(`100${word}`)?.qualifier ?? qualifier).toBe(qualifier);
});
