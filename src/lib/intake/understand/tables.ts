/** Finds the tables of a sheet: one below the other, and side by side. */
import { headAt, type Head } from './head.ts';
import { isHead, isPlaceRole } from './head-rows.ts';
import type { Lane } from './lane.ts';
import type { Meanings } from './meanings.ts';
import { preambleOf, type Preamble } from './preamble.ts';
import type { Region, Sheet } from './sheet.ts';
import { tableAt, type Table } from './table.ts';
import { tallyOf } from './tally.ts';

interface Candidate {
  readonly head: Head;
  readonly preamble: Preamble;
}

/** All tables of a part of the sheet, from top to bottom, then from left to right. */
export function tablesOf(sheet: Sheet, meanings: Meanings, region: Region): readonly Table[] {
  const strips = stripsOf(sheet, region, region.top, region.bottom);
  if (strips.length > 1) {
    const apart = strips.map((strip) => stacked(sheet, meanings, strip));
    if (apart.every((tables) => tables.some(({ hasPlace }) => hasPlace))) return apart.flat();
  }
  return stacked(sheet, meanings, region).flatMap((table) => sideBySide(sheet, meanings, table));
}

/** Parts with empty columns between them. */
function stripsOf(sheet: Sheet, region: Region, top: number, bottom: number): Region[] {
  const used = new Set<number>();
  for (let row = top; row <= bottom; row++)
    for (const column of sheet.used(row, region)) used.add(column);
  const strips: Region[] = [];
  let left: number | null = null;
  for (let column = region.left; column <= region.right + 1; column++) {
    if (column <= region.right && used.has(column)) left ??= column;
    else if (left !== null) {
      strips.push({ ...region, left, right: column - 1 });
      left = null;
    }
  }
  return strips;
}

function candidatesOf(sheet: Sheet, meanings: Meanings, region: Region): readonly Candidate[] {
  const found: Candidate[] = [];
  let floor = region.top;
  for (let row = region.top; row <= region.bottom; row++) {
    if (!isHead(sheet, meanings, row, region)) continue;
    const head = headAt(sheet, meanings, row, region, floor);
    found.push({ head, preamble: preambleOf(sheet, meanings, head.top, region, floor) });
    row = head.bottom;
    floor = head.bottom + 1;
  }
  return found;
}

/** The headings, and the units below them, which a header that is repeated often lacks. */
function textsOf(sheet: Sheet, { top, bottom, unitRows, numberRows }: Head, region: Region) {
  const texts: { headings: string; units: string } = { headings: '', units: '' };
  for (let row = top; row <= bottom; row++) {
    if (numberRows.has(row)) continue;
    const kind = unitRows.has(row) ? 'units' : 'headings';
    for (const column of sheet.used(row, region))
      texts[kind] += `${column}:${sheet.text(row, column)}\n`;
  }
  return texts;
}

type Texts = ReturnType<typeof textsOf>;

const isRepeated = (first: Texts, again: Texts): boolean =>
  first.headings === again.headings && (again.units === '' || again.units === first.units);

const titlesOf = ({ titles }: Preamble): string =>
  titles
    .map(({ told }) => told)
    .filter((title) => !/续|接上/.test(title))
    .join('\n');

/** An institution without numbers, last before the header is repeated, stands like a title. */
function withoutRows(sheet: Sheet, meanings: Meanings, head: Head, preamble: Preamble): Preamble {
  const isRow = ({ told, cell }: Preamble['titles'][number]): boolean => {
    const text = sheet.text(head.bottom, cell.column);
    const above = meanings.of({ kind: 'text', text });
    return (
      meanings.isPlace(told) &&
      above.kind === 'heading' &&
      above.match.kind === 'role' &&
      isPlaceRole(above.match.role)
    );
  };
  return { ...preamble, titles: preamble.titles.filter((title) => !isRow(title)) };
}

/** No word says that the row is a header; it may be one of data that lacks its number. */
const isWeak = (
  sheet: Sheet,
  meanings: Meanings,
  { top, bottom }: Head,
  region: Region,
): boolean => {
  for (let row = top; row <= bottom; row++)
    if ((tallyOf(sheet, meanings, row, region)?.roles.size ?? 0) > 0) return false;
  return true;
};

/** Directly below another row, with neither a title nor an empty row between. */
const follows = (sheet: Sheet, head: Head, preamble: Preamble): boolean =>
  preamble.roles.size === 0 && head.top > 0 && sheet.used(head.top - 1).length > 0;

function stacked(sheet: Sheet, meanings: Meanings, region: Region): readonly Table[] {
  const candidates = candidatesOf(sheet, meanings, region);
  const found: { head: Head; preamble: Preamble; texts: Texts }[] = [];
  candidates.forEach(({ head, preamble }, index) => {
    const next = candidates[index + 1];
    const bottom = next ? next.preamble.top - 1 : region.bottom;
    const texts = textsOf(sheet, head, region);
    const last = found[found.length - 1];
    const own = titlesOf(last ? withoutRows(sheet, meanings, head, preamble) : preamble);
    const sameTitle = own === '' || own === (last ? titlesOf(last.preamble) : '');
    if (last && sameTitle && isRepeated(last.texts, texts)) return;
    if (last && isWeak(sheet, meanings, head, region) && follows(sheet, head, preamble)) return;
    if (tableAt(sheet, meanings, head, { ...region, top: head.top, bottom }, preamble))
      found.push({ head, preamble, texts });
  });
  return found.flatMap(({ head, preamble }, index) => {
    const next = found[index + 1];
    const bottom = next ? next.preamble.top - 1 : region.bottom;
    return tableAt(sheet, meanings, head, { ...region, top: head.top, bottom }, preamble) ?? [];
  });
}

/** Tables under one header row: with an empty column between them, or each with its institutions. */
function sideBySide(sheet: Sheet, meanings: Meanings, table: Table): readonly Table[] {
  const { head, region, preamble } = table;
  const strips = stripsOf(sheet, region, head.top, region.bottom);
  if (strips.length > 1) {
    const apart = strips.map((strip) => tableAt(sheet, meanings, head, strip, preamble));
    if (apart.every((part) => part?.hasPlace)) return apart.flatMap((part) => part ?? []);
  }
  const starts = folds(table.lanes);
  if (starts.length < 2) return [table];
  const parts = starts.map((left, index) => {
    const right = (starts[index + 1] ?? region.right + 1) - 1;
    const part = { ...region, left: index === 0 ? region.left : left, right };
    return tableAt(sheet, meanings, head, part, preamble);
  });
  return parts.includes(null) ? [table] : parts.flatMap((part) => part ?? []);
}

/** First columns of the parts of a table folded to save paper: 机构 数 | 机构 数. */
function folds(lanes: readonly Lane[]): number[] {
  const starts: number[] = [];
  const seen = new Set<string>();
  let valued = true;
  for (const { is, column } of lanes) {
    if (is.kind === 'value' || is.kind === 'computed' || is.kind === 'unknown') valued = true;
    else if (is.kind === 'key' && isPlaceRole(is.role)) {
      if (valued && (starts.length === 0 || seen.has(is.role))) {
        starts.push(column);
        seen.clear();
      }
      seen.add(is.role);
      valued = false;
    }
  }
  return starts;
}
