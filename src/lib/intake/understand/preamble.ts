/** The lines above a table: its title, who filled it in, the unit and the period. */
import { parsePeriod, type Period } from '../period.ts';
import { readUnitText } from '../values/read-unit-text.ts';
import { toHalfWidth } from '../values/characters.ts';
import { isTitleLike } from './head-rows.ts';
import { isUnit, type Meanings } from './meanings.ts';
import { findPeriod, findPeriods } from './periods.ts';
import type { Region, Sheet } from './sheet.ts';
import type { CellPlace, RowRole } from './sheet-reading.ts';
import { tallyOf } from './tally.ts';

export interface Told<T> {
  readonly told: T;
  readonly cell: CellPlace;
}

export interface Preamble {
  readonly top: number;
  readonly roles: ReadonlyMap<number, RowRole>;
  /** Texts that are no labels, topmost first. */
  readonly titles: readonly Told<string>[];
  readonly period: Period | null;
  readonly unit: Told<string> | null;
  /** The institution or county of a form that speaks of one alone. */
  readonly place: Told<string> | null;
}

export const NO_PREAMBLE: Preamble = {
  top: 0,
  roles: new Map(),
  titles: [],
  period: null,
  unit: null,
  place: null,
};

/** Who sent the table in, when and by what number: not what the numbers are about. */
const FILLED_IN =
  /^\(?(?:填报|填表|制表|报送|上报|报出|打印|审核|编制|发布|批准|制定|备案|有效期?|印发)\S*?(?:日期|时间|期)?$/;
const WHOSE =
  /^\(?(?:填报|填表|报送|上报|编制)?(?:单位|机构|地区|部门)(?:全称|名称)?|^(?:机构|单位)名称|县.*名称/;
const WHEN = /年度|年份|期间|报告期|统计期|时间|日期/;

/** Where the lines above the header begin; `floor` is the first row that may belong to them. */
function topOf(sheet: Sheet, meanings: Meanings, head: number, region: Region, floor: number) {
  let top = head;
  for (let row = head - 1; row >= floor; row--) {
    if (sheet.used(row, region).length === 0) continue;
    const first = floor === region.top;
    const line =
      isTitleLike(sheet, meanings, row, region) ||
      hasLabel(sheet, meanings, row, region) ||
      (first && tallyOf(sheet, meanings, row, region) !== null);
    if (!line || (!first && isNote(sheet, meanings, row, region))) break;
    top = row;
  }
  return top;
}

const hasLabel = (sheet: Sheet, meanings: Meanings, row: number, region: Region): boolean =>
  sheet
    .used(row, region)
    .slice(0, 12)
    .some((column) => meanings.of(sheet.own(row, column)).kind === 'label');

const isNote = (sheet: Sheet, meanings: Meanings, row: number, region: Region): boolean => {
  const [first = region.left] = sheet.used(row, region);
  return meanings.of(sheet.own(row, first)).kind === 'note';
};

export function preambleOf(
  sheet: Sheet,
  meanings: Meanings,
  head: number,
  region: Region,
  floor: number,
): Preamble {
  const top = topOf(sheet, meanings, head, region, floor);
  const roles = new Map<number, RowRole>();
  const titles: Told<string>[] = [];
  let unit: Told<string> | null = null;
  let place: Told<string> | null = null;
  const labelled: Period[] = [];
  for (let row = top; row < head; row++) {
    const used = sheet.used(row, region);
    if (used.length === 0) continue;
    let saysUnit = false;
    for (let index = 0; index < used.length; index++) {
      const cell = { row, column: used[index] ?? 0 };
      const text = sheet.text(row, cell.column);
      const next = sheet.text(row, used[index + 1] ?? -1);
      const said = unitIn(text, next);
      if (said !== null) {
        unit = { told: said, cell };
        saysUnit = true;
      }
      const label = labelIn(text, next, meanings);
      if (label) {
        if (WHOSE.test(label.label) && meanings.isPlace(label.answer))
          place = { told: label.answer, cell };
        const period = WHEN.test(label.label) && !FILLED_IN.test(label.label);
        const told = period ? findPeriod(label.answer)?.period : null;
        if (told && (told.period_type !== 'date' || /截/.test(label.answer))) labelled.push(told);
      } else if (said === null || text.length > 12) titles.push({ told: text, cell });
    }
    const note = !saysUnit && isNote(sheet, meanings, row, region);
    roles.set(row, saysUnit && used.length <= 6 ? 'unit' : note ? 'note' : 'title');
  }
  const period = periodOf(titles) ?? labelled[0] ?? null;
  return { top, roles, titles, period, unit, place: place ?? placeOf(meanings, titles) };
}

/** The first period of the titles that is no day; else a day on which a period ends, as of then. */
function periodOf(titles: readonly Told<string>[]): Period | null {
  const found = titles
    .filter(({ told }) => told.length <= 80)
    .flatMap(({ told }) => findPeriods(told).map(({ period }) => period));
  return found.find(({ period_type }) => period_type !== 'date') ?? found.find(endsMonth) ?? null;
}

const endsMonth = ({ period_end }: Period): boolean =>
  parsePeriod(period_end.slice(0, 7))?.period_end === period_end;

/** 甲县计量检定测试所2023年统计表 is about the institution before its year. */
function placeOf(meanings: Meanings, titles: readonly Told<string>[]): Told<string> | null {
  for (const { told, cell } of titles) {
    const name = /^(.{2,30}?)(?:关于)?(?:19|20)\d{2}/.exec(told)?.[1] ?? told;
    if (meanings.isPlace(name)) return { told: name, cell };
  }
  return null;
}

function unitIn(text: string, next: string): string | null {
  if (text === '') return null;
  const whole = isUnit(text);
  if (whole !== null) return whole;
  if (/^[(（]?(?:计量|数据)?单位[:：]?$/.test(text)) return isUnit(next);
  return /单位|[)）]$/.test(text) ? readUnitText(text) : null;
}

/** 填报单位：甲县, or 填报单位 and 甲县 in the next cell. */
function labelIn(
  text: string,
  next: string,
  meanings: Meanings,
): { label: string; answer: string } | null {
  const half = toHalfWidth(text);
  const match = /^\(?([^:]{2,14}?)\s*:\s*(.*?)\)?$/.exec(half);
  if (match && meanings.of({ kind: 'text', text }).kind === 'label')
    return { label: match[1] ?? '', answer: (match[2] ?? '') || next };
  const meaning = meanings.of({ kind: 'text', text });
  return meaning.kind === 'heading' && meaning.match.kind === 'role'
    ? { label: half, answer: next }
    : null;
}
