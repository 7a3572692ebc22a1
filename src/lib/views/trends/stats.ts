/** What the institutions of a scope come to together; missing ones are left out and counted. */
import { mean, median, sum } from 'd3-array';
import { changeOf, type Change } from './change.ts';
import type { MeasureSort } from './measure.ts';
import type { Point } from './point.ts';

export interface Extreme {
  readonly value: number;
  /** Ids of all that have it. */
  readonly ids: readonly string[];
}

export interface Stat {
  /** With a value. */
  readonly n: number;
  /** That existed. */
  readonly of: number;
  /** null where nobody has a value, or where values do not add up. */
  readonly total: number | null;
  /** Of the institutions' values, each counting the same. */
  readonly mean: number | null;
  /** Of ratios: all numerators over all denominators, that is weighted by the denominator. */
  readonly weighted: { readonly value: number; readonly n: number } | null;
  /** Whose weights: what the denominators are. Empty where the data do not say. */
  readonly weightedBy: string;
  readonly median: number | null;
  readonly low: Extreme | null;
  readonly high: Extreme | null;
  /** Highest minus lowest. */
  readonly spread: number | null;
  /** Against the year before, over those that have both years and no break in between. */
  readonly change: LikeForLike | null;
}

export interface LikeForLike {
  readonly n: number;
  /** Of the total of counts, of the mean of ratios and scores. */
  readonly change: Change;
}

export interface Member {
  readonly id: string;
  readonly point: Point;
  /** Of the year before; undefined in the first year. */
  readonly before: Point | undefined;
  readonly cut: boolean;
}

const extreme = (
  members: readonly Member[],
  pick: (values: number[]) => number,
): Extreme | null => {
  const known = members.filter(({ point }) => point.value !== null);
  if (known.length === 0) return null;
  const value = pick(known.map(({ point }) => point.value!));
  return { value, ids: known.filter(({ point }) => point.value === value).map(({ id }) => id) };
};

const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b));
const most = (values: number[]) => values.reduce((a, b) => Math.max(a, b));

/** `factor`: what a numerator over a denominator is multiplied by; 100 where the unit is %. */
export function statOf(sort: MeasureSort, members: readonly Member[], factor: number): Stat {
  const existing = members.filter(({ point }) => point.gap?.kind !== 'absent');
  const values = existing.flatMap(({ point }) => point.value ?? []);
  const hasMean = values.length > 0 && sort !== 'class' && sort !== 'rank';
  const [low, high] = [extreme(existing, least), extreme(existing, most)];
  return {
    n: values.length,
    of: existing.length,
    total: sort === 'count' && values.length > 0 ? sum(values) : null,
    mean: hasMean ? mean(values)! : null,
    ...weightedOf(sort, existing, factor),
    median: hasMean ? median(values)! : null,
    low: sort === 'rank' ? null : low,
    high: sort === 'rank' ? null : high,
    spread: hasMean && low && high ? high.value - low.value : null,
    change: likeForLike(sort, existing),
  };
}

function weightedOf(sort: MeasureSort, members: readonly Member[], factor: number) {
  const parts = members.filter(
    ({ point: { value, numerator, denominator } }) =>
      value !== null && numerator !== null && denominator !== null && denominator > 0,
  );
  if (sort !== 'ratio' || parts.length === 0) return { weighted: null, weightedBy: '' };
  const kinds = [...new Set(parts.map(({ point }) => point.denominatorKind ?? ''))];
  const [numerator, denominator] = [
    sum(parts, ({ point }) => point.numerator!),
    sum(parts, ({ point }) => point.denominator!),
  ];
  return {
    weighted: { value: (numerator / denominator) * factor, n: parts.length },
    weightedBy: kinds.length === 1 ? kinds[0]! : '',
  };
}

/** null in the first year, and for places and classes. */
function likeForLike(sort: MeasureSort, members: readonly Member[]): LikeForLike | null {
  if (sort === 'rank' || sort === 'class' || members.every(({ before }) => !before)) return null;
  const both = members.filter(
    ({ point, before, cut }) => !cut && point.value !== null && before?.value != null,
  );
  if (both.length === 0) return { n: 0, change: { kind: 'none', why: 'missing_both' } };
  const together = sort === 'count' ? sum : mean;
  const point = (values: readonly number[], of: (member: Member) => Point): Point => ({
    ...both[0]!.point,
    value: together(values)!,
    qualifier: both.find((member) => of(member).qualifier !== 'exact') ? 'about' : 'exact',
  });
  return {
    n: both.length,
    change: changeOf(
      sort,
      point(
        both.map(({ before }) => before!.value!),
        ({ before }) => before!,
      ),
      point(
        both.map(({ point: { value } }) => value!),
        (member) => member.point,
      ),
      false,
    ),
  };
}
