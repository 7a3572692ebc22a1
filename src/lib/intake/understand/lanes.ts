/** The columns of a table: what their headings say, mended by what stands in them. */
import type { LaneRole } from '../recognise/recogniser.ts';
import { tidyName } from '../values/tidy-name.ts';
import type { Head } from './head.ts';
import { isPlaceRole } from './head-rows.ts';
import { laneOf, type Lane, type LaneKind } from './lane.ts';
import { isUnit, type Meanings } from './meanings.ts';
import { pathsOf } from './paths.ts';
import { cellText, type Region, type Sheet } from './sheet.ts';

/** Cells of a column that are looked at to learn what it holds. */
const SAMPLE = 40;
const SAMPLE_ROWS = 2_000;

export interface Content {
  readonly filled: number;
  readonly places: number;
  readonly codes: number;
  readonly values: number;
  readonly periods: number;
  readonly units: number;
  readonly indicators: number;
  /** 1, 2, 3 … from top to bottom. */
  readonly counts: boolean;
}

/** What the first cells under a heading hold; totals and notes are left out. */
export function contentOf(
  sheet: Sheet,
  meanings: Meanings,
  column: number,
  from: number,
  to: number,
): Content {
  const found = { filled: 0, places: 0, codes: 0, values: 0, periods: 0, units: 0, indicators: 0 };
  let counts = true;
  for (let row = from; row <= Math.min(to, from + SAMPLE_ROWS) && found.filled < SAMPLE; row++) {
    const cell = sheet.own(row, column);
    const meaning = meanings.of(cell);
    if (cell === null || ['blank', 'total', 'note', 'label'].includes(meaning.kind)) continue;
    found.filled++;
    const text = cell.kind === 'number' ? String(cell.value) : tidyName(cellText(cell));
    if (text !== String(found.filled)) counts = false;
    if (meanings.isPlace(text)) {
      found.places++;
      if (/^[\w-]+$/.test(text)) found.codes++;
    }
    if (meaning.kind === 'period') found.periods++;
    if (meanings.isValue(cell)) found.values++;
    else if (isUnit(text) !== null) found.units++;
    else if (meaning.kind === 'heading') {
      const { kind } = meaning.match;
      if (kind === 'indicator' || kind === 'computed') found.indicators++;
    }
  }
  return { ...found, counts: counts && found.filled > 0 };
}

const most = (some: number, { filled }: Content): boolean => filled > 0 && some * 2 >= filled;

const key = (role: Exclude<LaneRole, 'value'>): LaneKind => ({ kind: 'key', role });

/** What a column holds when its heading is missing, unknown, or says 单位, which is both. */
function mended({ is, headingText, place, period, part }: Lane, content: Content): LaneKind {
  if (place !== null || period !== null || part !== null || content.filled === 0) return is;
  const open = is.kind === 'bare' || is.kind === 'unknown';
  // 片区 over names of counties is what they are.
  if (is.kind === 'ignored' && is.why === 'grouping')
    return most(content.places, content) ? key('region') : is;
  const names =
    is.kind === 'key' && (isPlaceRole(is.role) || is.role === 'indicator' || is.role === 'unit');
  if (!open && !names) return is;
  if (most(content.places, content)) {
    if (is.kind === 'key' && isPlaceRole(is.role)) return is;
    return key(most(content.codes, content) ? 'institution_id' : 'institution');
  }
  if (most(content.indicators, content)) return key('indicator');
  if (most(content.units, content) && content.places === 0 && !isRole(is, 'indicator'))
    return key('unit');
  if (is.kind === 'bare' && content.counts && content.filled > 1)
    return { kind: 'ignored', why: 'sequence' };
  const dated = is.kind === 'bare' || /年|期|季|时间|日期/.test(headingText);
  if (open && dated && content.periods === content.filled && content.values < content.filled)
    return key('period');
  return is;
}

const isRole = (is: LaneKind, role: LaneRole): boolean => is.kind === 'key' && is.role === role;

export interface Lanes {
  readonly all: readonly Lane[];
  readonly content: ReadonlyMap<number, Content>;
}

/** All columns of a table that have a heading or content, from left to right. */
export function lanesOf(
  sheet: Sheet,
  meanings: Meanings,
  head: Head,
  region: Region,
  bottom: number,
): Lanes {
  const content = new Map<number, Content>();
  const below = new Set<number>();
  for (let row = head.bottom + 1; row <= bottom; row++)
    for (const column of sheet.used(row, region)) below.add(column);
  const lanes: Lane[] = [];
  for (const [column, path] of pathsOf(sheet, head, region)) {
    const held = contentOf(sheet, meanings, column, head.bottom + 1, bottom);
    if (path.length === 0 && !below.has(column)) continue;
    const lane = laneOf(meanings, column, path, head.bottom);
    content.set(column, held);
    lanes.push({ ...lane, is: mended(lane, held) });
  }
  return { all: withOuterIndicators(lanes, content).map(withPlaceTotals(lanes)), content };
}

/** Left of the indicators, a column of words (维度, 类别) is an outer heading of them. */
function withOuterIndicators(lanes: Lane[], content: ReadonlyMap<number, Content>): Lane[] {
  const at = lanes.findIndex(({ is }) => isRole(is, 'indicator'));
  if (at < 0) return lanes;
  const valued = (lane: Lane) => (content.get(lane.column)?.values ?? 0) > 0;
  return lanes.map((lane, index) =>
    index === at - 1 && (lane.is.kind === 'unknown' || lane.is.kind === 'bare') && !valued(lane)
      ? { ...lane, is: key('indicator') }
      : lane,
  );
}

/** 合计 beside columns of institutions is their sum. */
const withPlaceTotals = (lanes: readonly Lane[]) => {
  const places = lanes.some(({ place }) => place !== null);
  return (lane: Lane): Lane =>
    places && lane.is.kind === 'total' ? { ...lane, is: { ...lane.is, places: true } } : lane;
};
