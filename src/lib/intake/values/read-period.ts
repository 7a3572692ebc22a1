/** Years, quarters, months and days as people write them in a table. */
import { parsePeriod, type Period } from '../period.ts';
import type { CellContent } from '../workbook/grid.ts';
import { toHalfWidth, withoutMarks, withoutSpaces } from './characters.ts';
import { chineseInteger } from './chinese.ts';

const DIGITS = '〇一二三四五六七八九';
const two = (number: string | number) => String(number).padStart(2, '0');

/** 二〇二三年十二月 in Arabic digits; other Chinese numerals before 月, 日 and 季度 as well. */
const inArabic = (text: string): string =>
  text
    .replace(/零|○/g, '〇')
    .replace(/[一二][〇一二三四五六七八九]{3}(?=年|$)/, (year) =>
      year.replace(/./g, (char) => String(DIGITS.indexOf(char))),
    )
    .replace(/[一二三四五六七八九十]+(?=月|日|季)/g, (numeral) =>
      String(chineseInteger(numeral) ?? numeral),
    );

type Spelling = readonly [RegExp, (...parts: string[]) => string | null];

/** The last day of a year or month: 截至2023年底 is a stock on 2023-12-31. */
const lastDay = (period: string): string | null => parsePeriod(period)?.period_end ?? null;
/** A span of months; January to December is the year. */
const months = (year: string, first: string, last: string): string | null => {
  if (Number(first) === Number(last)) return `${year}-${two(first)}`;
  if (Number(first) === 1 && Number(last) === 12) return year;
  return `${year}-${two(first)}/${year}-${two(last)}`;
};

const SPELLINGS: readonly Spelling[] = [
  [/^(\d{4})(?:年|年度|年全年|全年)?$/, (year = '') => year],
  [/^(\d{4})年?度?第?([1-4])季度?$/, (year, quarter) => `${year}-Q${quarter}`],
  [/^(\d{4})[-年./]?q([1-4])$/, (year, quarter) => `${year}-Q${quarter}`],
  [/^q([1-4])[-/]?(\d{4})$/, (quarter, year) => `${year}-Q${quarter}`],
  [
    /^(\d{4})年?第?([1-4])(?:[-至到]|季度?[-至到])第?([1-4])季度?$/,
    (year = '', first, last) =>
      months(year, String(Number(first) * 3 - 2), String(Number(last) * 3)),
  ],
  [
    /^(\d{4})年?前([23])个?季度?$/,
    (year = '', last) => months(year, '1', String(Number(last) * 3)),
  ],
  [/^(\d{4})年?上半年$/, (year = '') => months(year, '1', '6')],
  [/^(\d{4})年?下半年$/, (year = '') => months(year, '7', '12')],
  [/^(\d{4})年(\d{1,2})月份?$/, (year, month = '') => `${year}-${two(month)}`],
  /** 2023.1 may be a 2023.10 that has lost its zero. */
  [/^(\d{4})[-/](\d{1,2})$/, (year, month = '') => `${year}-${two(month)}`],
  [/^(\d{4})\.(\d{2}|[2-9])$/, (year, month = '') => `${year}-${two(month)}`],
  [/^(\d{4})(0[1-9]|1[0-2])$/, (year, month) => `${year}-${month}`],
  [
    /^(\d{4})年(\d{1,2})月?[-至到](\d{1,2})月份?$/,
    (year = '', first = '', last = '') => months(year, first, last),
  ],
  [
    /^(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?(?:t?\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?z?)?$/,
    (year, month = '', day = '') => `${year}-${two(month)}-${two(day)}`,
  ],
  [/^(\d{4})(\d\d)(\d\d)$/, (year, month, day) => `${year}-${month}-${day}`],
  [/^(\d{4})年?[-至到](\d{4})年?$/, (first, last) => `${first}-${last}`],
  [/^(\d{4})年?(?:年?底|年?末|12月底|12月末)$/, (year = '') => lastDay(year)],
  [/^(\d{4})年(\d{1,2})月[底末]$/, (year, month = '') => lastDay(`${year}-${two(month)}`)],
];

/** “As of” makes a month its last day; a bare year says too little for that. */
function asOf(text: string): Period | null {
  const until = textPeriod(text.replace(/[止前]$/, ''));
  if (until?.period_type === 'month' || until?.period_type === 'quarter')
    return parsePeriod(until.period_end);
  return until?.period_type === 'date' ? until : null;
}

function textPeriod(text: string): Period | null {
  for (const [pattern, spell] of SPELLINGS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const spelled = spell(...match.slice(1));
    if (spelled !== null) return parsePeriod(spelled);
  }
  return null;
}

function readPeriodText(written: string): Period | null {
  if (written.length > 60) return null;
  const tidy = withoutSpaces(toHalfWidth(withoutMarks(written))).toLowerCase();
  const bare = tidy.replace(/^[([](.+)[)\]]$/, '$1').replace(/[—–―−~〜]+/g, '-');
  const text = inArabic(bare);
  const [, until] = /^(?:数据)?截[至止]到?(.+)$/.exec(text) ?? [];
  return until === undefined ? textPeriod(text) : asOf(until);
}

/** A day that is shown without its day of the month stands for the month. */
function dateCell(day: string, shown: string): Period | null {
  const written = readPeriodText(shown);
  if (written && written.period_start <= day && day <= written.period_end) return written;
  const numbers = (shown.match(/\d+/g) ?? []).map(Number);
  const ofMonth = Number(day.slice(8));
  const showsDay = numbers.length > 1 && numbers.includes(ofMonth);
  const monthOnly = /^(?:\d{2,4}年)?\d{1,2}月$|^[a-z]{3,9}[- ]\d{2,4}$/i.test(shown.trim());
  return parsePeriod(monthOnly && !(showsDay && numbers.length > 2) ? day.slice(0, 7) : day);
}

/**
 * Reads a cell as a year, quarter, month, day or span; null where it is none or could be several
 * (2023.1, 12/1/2023, a year of two digits, a number that could be the serial of a day).
 * 2023年底 and 截至2023年12月 are the last day: what is counted then is a stock.
 */
export function readPeriod(cell: CellContent): Period | null {
  if (cell.kind === 'text') return readPeriodText(cell.text);
  if (cell.kind === 'number') return readPeriodText(String(cell.value));
  return cell.kind === 'date' ? dateCell(cell.day, cell.text) : null;
}
