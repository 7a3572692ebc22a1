/** What the key columns of a row say: whose, when, of which indicator, in which unit. */
import type { Period } from '../period.ts';
import type { HeadingMatch, PlaceMatch } from '../recognise/recogniser.ts';
import { normaliseUnit } from '../values/units.ts';
import type { Lane } from './lane.ts';
import type { Meanings } from './meanings.ts';
import { cellText, type Sheet } from './sheet.ts';
import type { CellPlace } from './sheet-reading.ts';
import { lanesWith } from './table.ts';
import type { CellContent } from '../workbook/grid.ts';

export interface KeyLanes {
  readonly institution: readonly Lane[];
  readonly region: readonly Lane[];
  readonly code: readonly Lane[];
  readonly city: readonly Lane[];
  readonly period: readonly Lane[];
  readonly indicator: readonly Lane[];
  readonly unit: readonly Lane[];
}

export function keyLanesOf(lanes: readonly Lane[]): KeyLanes {
  return {
    institution: lanesWith(lanes, 'institution'),
    region: lanesWith(lanes, 'region'),
    code: [...lanesWith(lanes, 'institution_id'), ...lanesWith(lanes, 'region_code')],
    city: lanesWith(lanes, 'city'),
    period: lanesWith(lanes, 'period'),
    indicator: lanesWith(lanes, 'indicator'),
    unit: lanesWith(lanes, 'unit'),
  };
}

export interface KeyCell {
  readonly text: string;
  readonly cell: CellPlace;
}

/** The text a row shows in the first of the columns that has one. */
export function keyText(sheet: Sheet, lanes: readonly Lane[], row: number): KeyCell | null {
  for (const { column } of lanes) {
    const content = sheet.shown(row, column);
    const text = content?.kind === 'number' ? codeText(content) : cellText(content);
    if (text !== '') return { text, cell: sheet.source(row, column) };
  }
  return null;
}

/** 331002 may be shown as 331,002. */
const codeText = (content: CellContent & { kind: 'number' }): string =>
  Number.isInteger(content.value) ? String(content.value) : content.text;

const NUMBERING = /^(?:\d{1,3}[.、]|[(（]\d{1,3}[)）]|[一二三四五六七八九十]{1,3}、|[①-⑳])\s*/;
const PART = /^其中\s*[:：]?\s*/;

/** The name without 其中 and a number before it, where only then it is known. */
export function bareName(meanings: Meanings, text: string): string {
  if (meanings.isPlace(text)) return text;
  const bare = text.replace(PART, '').replace(NUMBERING, '');
  return bare !== text && meanings.isPlace(bare) ? bare : text;
}

export interface PlaceKey {
  readonly code: KeyCell | null;
  readonly name: KeyCell | null;
  readonly city: KeyCell | null;
  readonly region: KeyCell | null;
}

export function placeKey(sheet: Sheet, meanings: Meanings, keys: KeyLanes, row: number): PlaceKey {
  const institution = keyText(sheet, keys.institution, row);
  const region = keyText(sheet, keys.region, row);
  const city = keyText(sheet, keys.city, row);
  const bare = (cell: KeyCell | null) => cell && { ...cell, text: bareName(meanings, cell.text) };
  const name = bare(institution ?? region);
  return {
    code: keyText(sheet, keys.code, row),
    // A column of cities alone is one of places.
    name: name ?? (keys.institution.length + keys.region.length === 0 ? bare(city) : null),
    city: name ? city : null,
    region: institution ? region : null,
  };
}

/** Whose a row is; `group` is the city of a heading row above, asked only where the name is not enough. */
export function matchPlace(
  meanings: Meanings,
  { code, name, city, region }: PlaceKey,
  group: string | null,
  period: Period | null,
): PlaceMatch {
  if (!code && !name) return { kind: 'unknown', proposals: [] };
  const asked = {
    code: code?.text ?? null,
    name: name?.text ?? null,
    city: city?.text ?? null,
    ...(region && { region: region.text }),
  };
  const match = meanings.place(asked, period);
  if (group === null || city || (match.kind !== 'several' && match.kind !== 'unknown'))
    return match;
  const grouped = meanings.place({ ...asked, city: group }, period);
  return grouped.kind === 'institution' || grouped.kind === 'not_valid' ? grouped : match;
}

/** The period a row tells; `undefined` where it has no column for one, null where it cannot be read. */
export function rowPeriod(
  sheet: Sheet,
  meanings: Meanings,
  keys: KeyLanes,
  row: number,
): Period | null | undefined {
  if (keys.period.length === 0) return undefined;
  const cells = keys.period.flatMap(({ column }) => {
    const content = sheet.shown(row, column);
    return content !== null && cellText(content) !== '' ? [content] : [];
  });
  const [first, second] = cells;
  if (!first) return null;
  if (!second) return meanings.period(first);
  const [year, part] = [cellText(first), cellText(second)];
  const joined = { kind: 'text', text: `${year.replace(/年度?$/, '')}年${part}` } as const;
  const both = meanings.period(joined);
  if (both) return both;
  const [one, other] = [meanings.period(first), meanings.period(second)];
  return one && other && one.period === other.period ? one : null;
}

export interface RowIndicator {
  readonly match: HeadingMatch;
  readonly path: readonly string[];
  readonly cell: CellPlace;
}

/**
 * What the indicator columns of a row name, outer ones before inner; `above` is the heading row over
 * it, asked only where the row's own words say too little. Null for a row that names none.
 */
export function rowIndicator(
  sheet: Sheet,
  meanings: Meanings,
  keys: KeyLanes,
  row: number,
  above: string | null,
): RowIndicator | null {
  const path: string[] = [];
  let cell: CellPlace | null = null;
  for (const { column } of keys.indicator) {
    const text = cellText(sheet.shown(row, column));
    if (text === '' || text === path[path.length - 1]) continue;
    path.push(text);
    cell = sheet.source(row, column);
  }
  const [only = ''] = path;
  if (!cell) return null;
  if (path.length > 1) {
    const codes = path.map((text) => meanings.indicator(text));
    const same = sameIndicator(codes);
    return { match: same ?? meanings.heading(path), path, cell };
  }
  const match = meanings.indicator(only);
  const open = match.kind === 'unknown' || match.kind === 'total';
  if (!open || above === null) return { match, path, cell };
  const under = meanings.heading([above, only]);
  return under.kind === 'unknown'
    ? { match, path, cell }
    : { match: under, path: [above, only], cell };
}

/** A column of codes beside one of names. */
function sameIndicator(matches: readonly HeadingMatch[]): HeadingMatch | null {
  const [first] = matches;
  if (first?.kind !== 'indicator' && first?.kind !== 'computed') return null;
  const all = matches.every(
    (match) =>
      (match.kind === 'indicator' || match.kind === 'computed') &&
      match.indicator === first.indicator,
  );
  return all ? first : null;
}

export function rowUnit(
  sheet: Sheet,
  meanings: Meanings,
  keys: KeyLanes,
  row: number,
): { unit: string; cell: CellPlace } | null {
  const found = keyText(sheet, keys.unit, row);
  // A unit nobody knows is kept as written, so that it is refused and not forgotten.
  return (
    found && { unit: meanings.unit(found.text) ?? normaliseUnit(found.text), cell: found.cell }
  );
}
