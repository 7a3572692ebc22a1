/** What a column of a table holds, as its headings say. */
import type { Period } from '../period.ts';
import type { HeadingMatch, IgnoredLane, LaneRole } from '../recognise/recogniser.ts';
import { readUnitText } from '../values/read-unit-text.ts';
import { tidyName } from '../values/tidy-name.ts';
import { isUnit, type Meanings } from './meanings.ts';
import type { PathPart } from './paths.ts';
import { findPeriod } from './periods.ts';
import type { CellPlace } from './sheet-reading.ts';
import { totalKind } from './total-words.ts';

type Indicator = HeadingMatch & { kind: 'indicator' };

/** What kind of cells a column has. */
export type LaneKind =
  /** They say whose, when or what the row is about. */
  | { readonly kind: 'key'; readonly role: Exclude<LaneRole, 'value'> }
  /** Values; the indicator is null where the row or the title names it. */
  | { readonly kind: 'value'; readonly indicator: Indicator | null }
  | { readonly kind: 'computed'; readonly indicator: string }
  /** The sum over the columns of a row; `places` where it is one over institutions. */
  | {
      readonly kind: 'total';
      readonly places: boolean;
      readonly indicator: Indicator | null;
      readonly label: string;
    }
  | { readonly kind: 'ignored'; readonly why: IgnoredLane }
  | { readonly kind: 'unknown'; readonly match: HeadingMatch & { kind: 'unknown' } }
  /** No heading at all. */
  | { readonly kind: 'bare' };

export interface PlaceHeading {
  /** Its code, where there is no name. */
  readonly name: string;
  /** The code that a row of its own gives beside the name. */
  readonly code: string | null;
  /** The place above it in the header, e.g. its city. */
  readonly above: string | null;
  readonly cell: CellPlace;
}

export interface Lane {
  readonly column: number;
  readonly is: LaneKind;
  /** Headings that name the indicator or role, outermost first; those of period and place are not among them. */
  readonly path: readonly string[];
  readonly headingText: string;
  readonly headingCell: CellPlace;
  readonly period: Period | null;
  /** 一季度, where no heading says of which year; null for none. */
  readonly part: string | null;
  readonly place: PlaceHeading | null;
  readonly unit: string | null;
  readonly unitCell: CellPlace | null;
}

/** Headings as one text. */
export const pathText = (path: readonly string[]): string => path.map(tidyName).join('/');

interface Parts {
  readonly words: PathPart[];
  readonly places: PathPart[];
  readonly totals: PathPart[];
  period: Period | null;
  periodPart: PathPart | null;
  part: string | null;
  unit: string | null;
  unitCell: CellPlace | null;
}

/** Sorts the headings of a column into those that name a period, a place, a unit, and the others. */
function partsOf(meanings: Meanings, path: readonly PathPart[]): Parts {
  const parts: Parts = {
    words: [],
    places: [],
    totals: [],
    period: null,
    periodPart: null,
    part: null,
    unit: null,
    unitCell: null,
  };
  for (const part of path) {
    const meaning = meanings.of({ kind: 'text', text: part.text });
    const quarter = parts.periodPart
      ? meanings.period({ kind: 'text', text: parts.periodPart.text + part.text })
      : null;
    const unit = part.unit || parts.words.length > 0 ? isUnit(part.text) : null;
    if (unit !== null || part.unit) {
      parts.unit = unit ?? parts.unit;
      if (unit !== null) parts.unitCell = part;
    } else if (meaning.kind === 'period' || quarter) {
      parts.period = quarter ?? (meaning.kind === 'period' ? meaning.period : null);
      parts.periodPart = part;
    } else if (isPartOfYear(part.text)) parts.part = part.text;
    else if (meaning.kind === 'place') parts.places.push(part);
    else if (isLastTotal(parts, meaning.kind, part, path)) parts.totals.push(part);
    else parts.words.push(part);
  }
  return parts;
}

/** 一季度, 上半年, 3月: a part of a year that is told elsewhere. */
const PART_OF_YEAR =
  /^(?:第?[一二三四1-4]季度?|q[1-4]|[上下]半年|(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?)$/i;

export const isPartOfYear = (text: string): boolean => PART_OF_YEAR.test(tidyName(text));

/** 合计 over columns; 其中 is the heading of a part, and has to be recognised as such. */
const isLastTotal = (
  { words }: Parts,
  kind: string,
  part: PathPart,
  path: readonly PathPart[],
): boolean =>
  kind === 'total' &&
  words.length === 0 &&
  part === path[path.length - 1] &&
  totalKind(part.text) !== 'other';

/** The unit of brackets, of the innermost heading that has one. */
function bracketUnit(words: readonly PathPart[]): { unit: string; cell: CellPlace } | null {
  for (let index = words.length - 1; index >= 0; index--) {
    const part = words[index];
    const unit = part ? readUnitText(part.text) : null;
    if (part && unit !== null) return { unit, cell: { row: part.row, column: part.column } };
  }
  return null;
}

interface Recognised {
  readonly match: HeadingMatch;
  readonly path: readonly string[];
  readonly period: Period | null;
}

/** The period that a recognised heading tells besides: 2023年强检项目数. */
const periodIn = (match: HeadingMatch): Period | null =>
  (match.kind === 'indicator' || match.kind === 'computed' || match.kind === 'period'
    ? match.period
    : null) ?? null;

/** Asks for the whole path; then without a year that is written into it. */
function recognise(meanings: Meanings, words: readonly PathPart[]): Recognised {
  const path = words.map(({ text }) => text);
  const match = meanings.heading(path);
  if (match.kind !== 'unknown') return { match, path, period: periodIn(match) };
  const own = words.filter(({ inherited }) => !inherited).map(({ text }) => text);
  if (own.length < path.length && own.length > 0) {
    const alone = meanings.heading(own);
    if (alone.kind === 'role' || alone.kind === 'ignored')
      return { match: alone, path: own, period: null };
  }
  const found = path.map((text) => findPeriod(text));
  const dated = found.find((one) => one !== null);
  if (!dated) return { match, path, period: null };
  const rest = path.map((text, index) => found[index]?.rest ?? text).filter((text) => text !== '');
  const undated = rest.length === 0 ? match : meanings.heading(rest);
  return undated.kind === 'unknown'
    ? { match, path, period: null }
    : { match: undated, path: rest, period: dated.period };
}

const at = ({ row, column }: CellPlace): CellPlace => ({ row, column });

const isCode = ({ text }: PathPart): boolean => /^[\w-]+$/.test(tidyName(text));

/** The innermost name among the headings of a column, with its code and the place above it. */
function placeIn(places: readonly PathPart[]): PlaceHeading | null {
  const codes = places.filter(isCode);
  const names = places.filter((part) => !isCode(part));
  const inner = names[names.length - 1] ?? codes[codes.length - 1];
  if (!inner) return null;
  const code = names.length > 0 ? codes[codes.length - 1] : undefined;
  const above = names[names.length - 2]?.text ?? null;
  return { name: inner.text, code: code?.text ?? null, above, cell: at(inner) };
}

/** Reads the headings of one column. */
export function laneOf(
  meanings: Meanings,
  column: number,
  path: readonly PathPart[],
  bottom: number,
): Lane {
  const parts = partsOf(meanings, path);
  const last = path.filter(({ unit }) => !unit).pop();
  const headingCell = last ? at(last) : { row: bottom, column };
  const place = placeIn(parts.places);
  const brackets = parts.unit === null ? bracketUnit(parts.words) : null;
  const base = {
    column,
    headingCell,
    period: parts.period,
    part: parts.period === null ? parts.part : null,
    place,
    unit: parts.unit ?? brackets?.unit ?? null,
    unitCell: (parts.unitCell ? at(parts.unitCell) : brackets?.cell) ?? null,
  };
  const allText = pathText(path.filter(({ unit }) => !unit).map(({ text }) => text));
  const [total] = parts.totals;
  if (total) {
    const words = parts.words.length > 0 ? recognise(meanings, parts.words).match : null;
    const indicator = words?.kind === 'indicator' ? words : null;
    const is: LaneKind = { kind: 'total', places: false, indicator, label: total.text };
    return { ...base, is, path: path.map(({ text }) => text), headingText: allText };
  }
  if (parts.words.length === 0) {
    const valued = parts.period !== null || parts.part !== null || place !== null;
    const is: LaneKind = valued ? { kind: 'value', indicator: null } : { kind: 'bare' };
    return { ...base, is, path: [], headingText: allText };
  }
  const recognised = recognise(meanings, parts.words);
  return {
    ...base,
    is: kindOf(recognised.match),
    path: recognised.path,
    headingText: pathText(recognised.path),
    period: parts.period ?? recognised.period,
  };
}

function kindOf(match: HeadingMatch): LaneKind {
  switch (match.kind) {
    case 'indicator':
      return { kind: 'value', indicator: match };
    case 'computed':
      return { kind: 'computed', indicator: match.indicator };
    case 'role':
      return match.role === 'value'
        ? { kind: 'value', indicator: null }
        : { kind: 'key', role: match.role };
    case 'ignored':
      return { kind: 'ignored', why: match.why };
    case 'total':
      return { kind: 'total', places: false, indicator: null, label: '' };
    case 'period':
      return { kind: 'value', indicator: null };
    case 'unknown':
      return { kind: 'unknown', match };
  }
}
