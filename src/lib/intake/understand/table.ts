/** A table of a sheet: its header, its columns, and whether it is one of the statistics at all. */
import type { LaneRole } from '../recognise/recogniser.ts';
import type { Head } from './head.ts';
import { isPlaceRole } from './head-rows.ts';
import { lanesOf, type Content } from './lanes.ts';
import type { Lane } from './lane.ts';
import type { Meanings } from './meanings.ts';
import type { Preamble } from './preamble.ts';
import type { Region, Sheet } from './sheet.ts';
import type { SheetReading } from './sheet-reading.ts';

export type Layout = SheetReading['layouts'][number];

export interface Table {
  readonly head: Head;
  /** From the header to the last row that may belong to it. */
  readonly region: Region;
  readonly preamble: Preamble;
  readonly lanes: readonly Lane[];
  readonly layout: Layout;
  /** The table says itself whose its numbers are. */
  readonly hasPlace: boolean;
}

/** Columns of a role, from left to right. */
export const lanesWith = (lanes: readonly Lane[], role: LaneRole): readonly Lane[] =>
  lanes.filter(({ is }) => is.kind === 'key' && is.role === role);

export const isValueLane = ({ is }: Lane): boolean =>
  is.kind === 'value' || is.kind === 'computed' || is.kind === 'unknown' || is.kind === 'bare';

function layoutOf(lanes: readonly Lane[]): Layout {
  const values = lanes.filter(({ is }) => is.kind === 'value' || is.kind === 'unknown');
  if (values.some(({ place }) => place !== null)) return 'transposed';
  if (values.some(({ period, part }) => period !== null || part !== null)) return 'wide_by_period';
  const named = values.some(({ is }) => is.kind === 'value' && is.indicator !== null);
  return !named && lanesWith(lanes, 'indicator').length > 0 ? 'long' : 'wide';
}

/**
 * The table under a header, or null where there is none: without a column that can hold values, or
 * with neither institutions nor indicators, it is a list, an instruction, or a line that happens to
 * have such words.
 */
export function tableAt(
  sheet: Sheet,
  meanings: Meanings,
  head: Head,
  region: Region,
  preamble: Preamble,
): Table | null {
  const { all: lanes, content } = lanesOf(sheet, meanings, head, region, region.bottom);
  const places = lanes.some(
    ({ is, place }) => place !== null || (is.kind === 'key' && isPlaceRole(is.role)),
  );
  const table: Table = {
    head,
    region,
    preamble,
    lanes,
    layout: layoutOf(lanes),
    hasPlace: places,
  };
  return isStatistics(table, content) ? table : null;
}

function isStatistics({ lanes, hasPlace }: Table, content: ReadonlyMap<number, Content>): boolean {
  const held = (lane: Lane) => content.get(lane.column) ?? null;
  const indicators = lanesWith(lanes, 'indicator');
  const values = lanes.filter(({ is }) => is.kind === 'value');
  const named = values.some(({ is }) => is.kind === 'value' && is.indicator !== null);
  const computed = lanes.some(({ is }) => is.kind === 'computed');
  const numbers = lanes.some((lane) => isValueLane(lane) && (held(lane)?.values ?? 0) > 0);
  if (hasPlace) {
    if (named || computed) return true;
    if (values.length > 0) return indicators.length > 0 || numbers;
    return numbers;
  }
  const known = named || indicators.some((lane) => (held(lane)?.indicators ?? 0) > 0);
  return known && numbers && values.length > 0;
}
