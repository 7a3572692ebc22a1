/**
 * The published totals of public measurement standards, national and provincial, in the order of
 * time. They are of different years and sources, so that nothing is computed from them.
 */
import type { FactsData, PublishedFact } from '#lib/state/published-facts.ts';

/** 社会公用计量标准数量。 */
const STANDARDS = 'TZ2';

export interface SeriesPoint {
  readonly fact: PublishedFact;
  readonly value: number;
}

export interface FactSeries {
  readonly national: readonly SeriesPoint[];
  readonly provinces: readonly SeriesPoint[];
}

export function standardsSeries(data: FactsData): FactSeries {
  const at = (level: string) =>
    data.facts
      .flatMap((fact): SeriesPoint[] => {
        const isTotal = fact.indicator === STANDARDS && fact.entity === null;
        const isThere = data.regions[fact.region_code]?.level === level;
        return isTotal && isThere && fact.value !== null ? [{ fact, value: fact.value }] : [];
      })
      .sort((a, b) => (orderOf(a, data) < orderOf(b, data) ? -1 : 1));
  return { national: at('country'), provinces: at('province') };
}

/** By the last day counted, then by the day of publication. */
const orderOf = ({ fact }: SeriesPoint, { sources }: FactsData): string =>
  `${fact.until} ${sources[fact.source_id]?.published ?? ''} ${fact.id}`;
