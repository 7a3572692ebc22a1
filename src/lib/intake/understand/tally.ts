/** What the cells of a row say, counted: the sign by which a header row is known. */
import type { LaneRole } from '../recognise/recogniser.ts';
import type { Meaning, Meanings } from './meanings.ts';
import type { Region, Sheet } from './sheet.ts';

/** Cells of a row beyond these are not asked. */
const ENOUGH = 80;

export interface Tally {
  readonly cells: readonly { readonly column: number; readonly meaning: Meaning }[];
  readonly roles: ReadonlySet<LaneRole>;
  readonly indicators: ReadonlySet<string>;
  readonly periods: ReadonlySet<string>;
  count(kind: Meaning['kind']): number;
}

/** The row's cells by what they say; null for an empty row and for one that has numbers. */
export function tallyOf(
  sheet: Sheet,
  meanings: Meanings,
  row: number,
  region: Region,
): Tally | null {
  const used = sheet.used(row, region).slice(0, ENOUGH);
  if (used.length === 0) return null;
  if (used.some((column) => isNumberAt(sheet, meanings, row, column))) return null;
  const counts = new Map<Meaning['kind'], number>();
  const roles = new Set<LaneRole>();
  const indicators = new Set<string>();
  const periods = new Set<string>();
  const cells = used.map((column) => ({ column, meaning: meanings.of(sheet.own(row, column)) }));
  for (const { meaning } of cells) {
    counts.set(meaning.kind, (counts.get(meaning.kind) ?? 0) + 1);
    if (meaning.kind === 'number' || meaning.kind === 'gap') return null;
    if (meaning.kind === 'period') periods.add(meaning.period.period);
    if (meaning.kind !== 'heading') continue;
    if (meaning.match.kind === 'role') roles.add(meaning.match.role);
    if (meaning.match.kind === 'indicator' || meaning.match.kind === 'computed')
      indicators.add(meaning.match.indicator);
  }
  return { cells, roles, indicators, periods, count: (kind) => counts.get(kind) ?? 0 };
}

function isNumberAt(sheet: Sheet, meanings: Meanings, row: number, column: number): boolean {
  const cell = sheet.own(row, column);
  return cell !== null && meanings.surelyNumber(cell);
}
