import type { Rise, UnitTable } from '#lib/model/index.ts';
import { score } from '#lib/scoring/index.ts';
import type { Report } from '../report.ts';
import { roundTowards } from '../round-towards.ts';

/** What a rise asks for in few digits; null where nothing is gained. */
export interface ShownRise {
  readonly needed_rounded: number | null;
  readonly rise_rounded: number | null;
}

/** Digits that are shown at least: of the value, and after its point. */
const DIGITS = 4;
const MOST_DECIMALS = 15;

/**
 * The needed value rounded towards improvement, so that who reaches what is printed gains the place:
 * to the fewest decimals, four or more, with which it is within the cap and the whole computed with
 * it gives the place; all its digits if none does.
 */
export function shownRise(
  report: Report,
  row: number,
  { indicator, value, cap, outcome }: Rise,
  goal: number,
): ShownRise {
  if (outcome.kind !== 'gains') return { needed_rounded: null, rise_rounded: null };
  const { needed, rise } = outcome;
  const direction = needed > value ? 1 : -1;
  const gains = (x: number): boolean =>
    (cap.value - x) * direction >= 0 && isWithin(placeAt(report, row, indicator, x), goal);
  const size = needed === 0 ? 0 : Math.floor(Math.log10(Math.abs(needed)));
  const least = Math.max(DIGITS, DIGITS - 1 - size);
  for (let decimals = least; decimals <= MOST_DECIMALS; decimals++) {
    const rounded = roundTowards(needed, direction, decimals);
    if (rounded !== needed && !gains(rounded)) continue;
    const moved = roundTowards(Math.abs(rounded - value), 1, decimals);
    return { needed_rounded: rounded, rise_rounded: moved };
  }
  return { needed_rounded: needed, rise_rounded: rise };
}

const isWithin = (place: number, goal: number) => place > 0 && place <= goal;

/** Place of the unit with another value in one cell, by the whole method. */
function placeAt({ table, scheme, elements }: Report, row: number, code: string, x: number) {
  const node = elements.find((element) => element.code === code)?.node;
  const name = node && 'column' in node && node.column !== undefined ? node.column : code;
  const key = table.columns.has(name) ? name : code;
  const changed: UnitTable = {
    ...table,
    columns: new Map(table.columns).set(key, table.columns.get(key)!.with(row, x)),
  };
  return score(changed, scheme).ranks.get(scheme.index.code)![row]!;
}
