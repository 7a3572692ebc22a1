/** Numbers in at most five classes, whose limits can be said. */
import { quantileSorted, tickStep } from 'd3-array';
import type { SchemeBand } from '#lib/model/index.ts';
import { RAMP_STEPS } from '#lib/charts/sequential.ts';
import type { ClassMethod } from '#lib/state/map-view.ts';

export interface ValueClass {
  /** Code of the band where the classes are the scheme's; else null. */
  readonly band: string | null;
  /** Lower limit, belonging to the class; null: none. */
  readonly from: number | null;
  /** Upper limit, belonging to the next class, or to this one where it is the last; null: none. */
  readonly to: number | null;
  readonly count: number;
}

export interface Classes {
  readonly method: ClassMethod;
  /** From the lowest up. */
  readonly list: readonly ValueClass[];
}

/** The class of a number, from 0; the list must cover it. */
export function classOf(list: readonly Pick<ValueClass, 'from'>[], value: number): number {
  let found = 0;
  list.forEach(({ from }, i) => {
    if (from !== null && value >= from) found = i;
  });
  return found;
}

type Limits = Omit<ValueClass, 'count'>;

/** Classes over `values` (finite); none where there is no value. */
export function classify(
  values: readonly number[],
  method: ClassMethod,
  bands: readonly SchemeBand[],
): Classes {
  const byBands = method === 'bands' && bands.length > 0 && bands.length <= RAMP_STEPS;
  const used = byBands ? 'bands' : method === 'quantile' ? 'quantile' : 'equal';
  if (values.length === 0) return { method: used, list: [] };
  const limits = byBands
    ? bandLimits(bands)
    : used === 'quantile'
      ? cutAt(quantileCuts(values), values)
      : cutAt(equalCuts(values), null);
  const counts = limits.map(() => 0);
  for (const value of values) {
    const at = classOf(limits, value);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return { method: used, list: limits.map((limit, i) => ({ ...limit, count: counts[i] ?? 0 })) };
}

function bandLimits(bands: readonly SchemeBand[]): Limits[] {
  const rising = [...bands].sort((a, b) => a.min - b.min);
  return rising.map(({ code, min }, i) => ({
    band: code,
    from: i === 0 ? null : min,
    to: rising[i + 1]?.min ?? null,
  }));
}

/** Limits at every cut; with `values`, the outer ones are the least and the greatest of them. */
function cutAt(cuts: readonly number[], values: readonly number[] | null): Limits[] {
  const [first = null, last = null] = values ? [least(values), greatest(values)] : [];
  const all = values ? [first, ...cuts, last] : cuts;
  return all.slice(0, -1).map((from, i) => ({ band: null, from, to: all[i + 1] ?? null }));
}

const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Infinity);
const greatest = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), -Infinity);

/** Round limits one step apart, outer ones included; at most five steps. */
function equalCuts(values: readonly number[]): number[] {
  const [low, high] = [least(values), greatest(values)];
  if (low === high) return [low, high];
  for (let wanted = RAMP_STEPS; wanted > 0; wanted--) {
    const step = tickStep(low, high, wanted);
    const first = Math.floor(low / step + 1e-9);
    const last = Math.ceil(high / step - 1e-9);
    if (last - first <= RAMP_STEPS)
      return Array.from({ length: last - first + 1 }, (_, i) => exact((first + i) * step, step));
  }
  return [low, high];
}

/** 0.30000000000000004 is 0.3. */
const exact = (value: number, step: number): number =>
  Number(value.toFixed(Math.min(12, Math.max(0, 1 - Math.floor(Math.log10(step))))));

/** Inner limits with about as many values on each side; equal values are never parted. */
function quantileCuts(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const cuts = Array.from({ length: RAMP_STEPS - 1 }, (_, i) => {
    const at = quantileSorted(sorted, (i + 1) / RAMP_STEPS) ?? 0;
    // The next value that is there: a limit that nobody has says less.
    return sorted.find((value) => value >= at) ?? at;
  });
  return [...new Set(cuts)].filter((cut) => cut > (sorted[0] ?? 0));
}
