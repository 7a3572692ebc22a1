/** What stands around the words of a heading: numbering, footnote marks, units, a year. */
import { parsePeriod, type Period } from '../period.ts';
import { readPeriod } from '../values/read-period.ts';
import { readUnitText } from '../values/read-unit-text.ts';
import { tidyName } from '../values/tidy-name.ts';
import { isKnownUnit } from '../values/units.ts';

/** No heading is longer; what is, is a note. */
const LONGEST = 120;

/** 1. / 2.3、/ (3) / 一、/ （二）/ ① before the words. */
const NUMBERING =
  /^(?:\d{1,2}(?:\.\d{1,2})*[、.)](?!\d)|\d{1,2}(?:\.\d{1,2})+(?=\p{Script=Han})|\(\d{1,2}\)|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|[①-⑳])/u;
const FOOTNOTE = /(?:[①-⑳*¹²³]+|\[\d{1,2}\]|\(?注\d{1,2}\)?)$/;

/** The heading without numbering, marks, (盖章), a colon at the end and 其中 before. */
export function tidyHeading(text: string): string {
  if (text.length > LONGEST) return tidyName(text);
  const tidy = tidyName(text);
  const bare = tidy
    .replace(/^[*★▲●]+/, '')
    .replace(NUMBERING, '')
    .replace(FOOTNOTE, '')
    .replace(/\((?:盖章|公章|签章|全称|必填|选填|单选|可不填|如有)\)$/, '')
    .replace(/:$/, '')
    .replace(/^其中[:,、]?(?=.)/, '');
  return bare === '' ? tidy : bare;
}

const LAST_BRACKETS = /^(.+?)\(((?:[^()]|\([^()]*\))+)\)$/;

/** The heading without the unit behind it; null where it has none that is known. */
export function withoutUnit(heading: string): string | null {
  const [, before = '', inside = ''] = LAST_BRACKETS.exec(heading) ?? [];
  if (inside !== '') return isKnownUnit(inside) || readUnitText(inside) !== null ? before : null;
  const labelled = /^(.+?)[,;]?(?:计量)?单位[:为]/.exec(heading)?.[1];
  if (labelled !== undefined)
    return readUnitText(heading.slice(labelled.length)) === null ? null : labelled;
  if (/[^%]%$/.test(heading)) return heading.slice(0, -1);
  const [, left, unit] = /^(.+)\/([^/]+)$/.exec(heading) ?? [];
  return left !== undefined && unit !== undefined && isKnownUnit(unit) ? left : null;
}

/** True for a text that is a unit and nothing else: 项, (万元), 单位:项. */
export const isUnitOnly = (heading: string): boolean =>
  isKnownUnit(heading) ||
  (/^\(?(?:计量)?单位[:为]/.test(heading) && readUnitText(heading) !== null);

const periodOf = (text: string): Period | null => readPeriod({ kind: 'text', text });

/** Words behind a year that add nothing: 2023年数据. */
const FILLER = /(?:数据|数值|数|值|实际|情况)$/;
/** What a period in front of other words begins with; nothing longer is one. */
const STARTS_PERIOD = /^(?:截[至止])?[\d二]/;
const LONGEST_PERIOD = 20;

export interface PeriodSplit {
  readonly period: Period | null;
  /** The heading without its period; empty where it is nothing else. */
  readonly rest: string;
}

/** 2023年强检项目数 and 强检项目数(2023年) to the period and the words. */
export function splitPeriod(heading: string): PeriodSplit {
  const whole = periodOf(heading) ?? periodOf(heading.replace(FILLER, ''));
  if (whole) return { period: whole, rest: '' };
  const [, before = '', inside = ''] = LAST_BRACKETS.exec(heading) ?? [];
  const bracketed = inside === '' ? null : periodOf(inside);
  if (bracketed) return { period: bracketed, rest: before };
  if (STARTS_PERIOD.test(heading))
    for (let end = Math.min(heading.length - 1, LONGEST_PERIOD); end >= 4; end -= 1) {
      const period = periodOf(heading.slice(0, end));
      // 2023 before 年 is only a part of what is written, as 20231 would be.
      if (period && !/^[\d年月度底末]/.test(heading.slice(end)))
        return { period, rest: heading.slice(end).replace(/^[-_:、]/, '') };
    }
  const [, words, year] = /^(\D+)(\d{4})(?:年度?)?$/.exec(heading) ?? [];
  const behind = words !== undefined && year !== undefined ? parsePeriod(year) : null;
  return behind && words !== undefined
    ? { period: behind, rest: words.replace(/[-_:]$/, '') }
    : { period: null, rest: heading };
}

export interface PathSplit {
  /** null for none; `conflict` where the rows of the header tell two. */
  readonly period: Period | 'conflict' | null;
  /** The rows that say something, outermost first, each tidied and once. */
  readonly rest: readonly string[];
}

/** 2023年 over 第一季度 is one period. */
function withJoinedPeriods(rows: readonly string[]): string[] {
  const joined: string[] = [];
  for (const row of rows) {
    const above = joined[joined.length - 1];
    if (above !== undefined && periodOf(above) !== null && periodOf(above + row) !== null)
      joined[joined.length - 1] = above + row;
    else joined.push(row);
  }
  return joined;
}

/** The rows of a header without what repeats by merging, without 其中, and its period apart. */
export function splitPath(path: readonly string[]): PathSplit {
  const tidy = path.map(tidyHeading).filter((text) => text !== '');
  const rows = tidy.filter(
    (text, index) => text !== tidy[index - 1] && (text !== '其中' || index === tidy.length - 1),
  );
  const splits = withJoinedPeriods(rows).map(splitPeriod);
  const periods = new Map(
    splits.flatMap(({ period }) => (period ? [[period.period, period]] : [])),
  );
  const [first = null] = periods.values();
  return {
    period: periods.size > 1 ? 'conflict' : first,
    rest: splits.map(({ rest }) => tidyHeading(rest)).filter((rest) => rest !== ''),
  };
}
