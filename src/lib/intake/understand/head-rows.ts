/** Which rows head a table: known by what the recogniser understands, not by where they stand. */
import type { LaneRole } from '../recognise/recogniser.ts';
import type { Meanings } from './meanings.ts';
import { findPeriods } from './periods.ts';
import type { Region, Sheet } from './sheet.ts';
import { tallyOf, type Tally } from './tally.ts';

const PLACE_ROLES: readonly LaneRole[] = [
  'institution',
  'institution_id',
  'region',
  'region_code',
  'city',
];
export const isPlaceRole = (role: LaneRole): boolean => PLACE_ROLES.includes(role);

export const hasPlaceRole = ({ roles }: Tally): boolean =>
  PLACE_ROLES.some((role) => roles.has(role));

/** 填报单位 | 甲县 | 单位 | 项 | 年份 | 2023: labels, each with its answer in the next cell. */
export function isAnswerLine({ cells, ...tally }: Tally): boolean {
  if (tally.indicators.size > 0 || cells.length > 8) return false;
  if (tally.count('place') > 1 || tally.periods.size > 1) return false;
  let pairs = 0;
  for (let index = 0; index < cells.length; index++) {
    const { meaning } = cells[index] ?? {};
    const next = cells[index + 1]?.meaning;
    if (meaning?.kind === 'label' || meaning?.kind === 'unit') continue;
    if (meaning?.kind !== 'heading' || meaning.match.kind !== 'role') return false;
    const { role } = meaning.match;
    const answered =
      (isPlaceRole(role) && next?.kind === 'place') ||
      (role === 'period' && next?.kind === 'period') ||
      (role === 'unit' && next?.kind === 'unit');
    if (!answered) return false;
    pairs++;
    index++;
  }
  return pairs > 0;
}

/** An indicator with its year or unit and nothing else: a line of a long table without a value. */
const isRecord = ({ indicators, roles, cells, ...tally }: Tally): boolean =>
  indicators.size === 1 &&
  roles.size === 0 &&
  tally.count('period') + tally.count('unit') > 0 &&
  tally.count('period') + tally.count('unit') + 1 === cells.length;

/** True beside the name of an institution that is merged over several rows. */
function isUnderPlace(sheet: Sheet, meanings: Meanings, row: number, region: Region): boolean {
  for (let column = region.left; column <= Math.min(region.right, region.left + 20); column++)
    if (
      sheet.source(row, column).row < row &&
      meanings.of(sheet.shown(row, column)).kind === 'place'
    )
      return true;
  return false;
}

const LOOK_AHEAD = 4;

/** What stands under the places of a row: numbers in a transposed table, places in a list. */
function underPlaces(
  sheet: Sheet,
  meanings: Meanings,
  row: number,
  tally: Tally,
  bottom: number,
): 'values' | 'places' | 'nothing' {
  const columns = tally.cells
    .filter(({ meaning }) => meaning.kind === 'place')
    .map(({ column }) => column);
  let seen = 0;
  let values = false;
  for (let below = row + 1; below <= bottom && seen < LOOK_AHEAD; below++) {
    if (sheet.used(below).length === 0) continue;
    seen++;
    for (const column of columns.slice(0, 20)) {
      const cell = sheet.own(below, column);
      if (cell === null) continue;
      if (meanings.of(cell).kind === 'place') return 'places';
      if (meanings.isValue(cell)) values = true;
    }
  }
  return values ? 'values' : 'nothing';
}

/** True where the row names the lanes of a table. */
export function isHead(sheet: Sheet, meanings: Meanings, row: number, region: Region): boolean {
  if (sheet.used(row, region).length < 2) return false;
  const tally = tallyOf(sheet, meanings, row, region);
  if (!tally || tally.count('label') + tally.count('note') > 0 || isAnswerLine(tally)) return false;
  if (tally.count('place') > 0) {
    const enough = tally.count('place') >= 2 || tally.roles.has('indicator');
    if (!enough || tally.indicators.size > 0) return false;
    const under = underPlaces(sheet, meanings, row, tally, region.bottom);
    return under === 'values' || (under === 'nothing' && tally.roles.has('indicator'));
  }
  if (isUnderPlace(sheet, meanings, row, region)) return false;
  if (isRecord(tally)) return false;
  if (tally.indicators.size > 0 || tally.roles.size >= 2) return true;
  if (tally.periods.size >= 2) return true;
  return tally.roles.size > 0 && tally.cells.length >= 2;
}

const TITLE = /(?:表|统计|情况|汇总|报告|一览|台账|通报|清单|年报|季报|月报)(?:\S{0,3}|\(.*\))$/;

/** A row of texts above a table that is no part of its header: titles, units, who filled it in. */
export function isTitleLike(
  sheet: Sheet,
  meanings: Meanings,
  row: number,
  region: Region,
): boolean {
  const used = sheet.used(row, region);
  const [first = 0] = used;
  const tally = tallyOf(sheet, meanings, row, region);
  if (!tally) return false;
  const merge = sheet.mergeAt(row, first);
  const apart = tally.cells.every(({ meaning: { kind } }) =>
    ['label', 'note', 'unit', 'period', 'place'].includes(kind),
  );
  if (used.length > 1) {
    if (tally.count('label') > 0 || isAnswerLine(tally)) return true;
    if (tally.periods.size > 1 || (tally.roles.size > 0 && tally.indicators.size > 0)) return false;
    if (tally.count('note') > 0 && tally.indicators.size + tally.roles.size === 0) return true;
    if (apart && tally.count('unit') < 2) return tally.count('place') < 2;
    return used.length <= 3 && used.some((column) => isTitle(sheet.text(row, column)));
  }
  if (merge && merge.right > merge.left)
    return merge.left <= region.left + 1 && merge.right >= region.right - 1
      ? true
      : isTitle(sheet.text(row, first));
  return apart || first <= firstColumn(sheet, region, row) || isTitle(sheet.text(row, first));
}

const isTitle = (text: string): boolean =>
  text.length >= 6 && (TITLE.test(text) || (text.length >= 10 && findPeriods(text).length > 0));

/** First column with content in the rows just below. */
function firstColumn(sheet: Sheet, region: Region, row: number): number {
  let first = region.right;
  for (let below = row + 1; below <= Math.min(region.bottom, row + 3); below++)
    first = Math.min(first, sheet.used(below, region)[0] ?? first);
  return first;
}
