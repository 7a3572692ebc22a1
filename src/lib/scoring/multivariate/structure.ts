import type { ComponentStructure, Structure } from '#lib/model/index.ts';
import { componentsOf } from '../statistics/components.ts';
import { correlationsOf } from '../statistics/correlation.ts';
import { completeIn } from '../statistics/present.ts';
import { cronbachAlpha } from './consistency.ts';

/** Consistency and components of some elements in the rows that have all of them (R82, R83). */
export function structureOf(
  group: string,
  elements: readonly string[],
  columns: ReadonlyMap<string, Float64Array>,
  rows: Int32Array,
): Structure {
  const complete = completeIn(
    elements.map((code) => columns.get(code)!),
    rows,
  );
  return {
    group,
    elements,
    n: complete[0]?.length ?? 0,
    consistency: cronbachAlpha(elements, complete),
    components: principalComponents(complete),
  };
}

/**
 * Principal components of columns of equal length without missing values (R83); null when there
 * are fewer than two columns or three rows, or a column has one value only.
 */
export function principalComponents(columns: readonly Float64Array[]): ComponentStructure | null {
  if (columns.length < 2 || columns[0]!.length < 3) return null;
  const correlations = correlationsOf(columns);
  if (correlations.some((row) => row.some(Number.isNaN))) return null;
  const { eigenvalues, vectors } = componentsOf(correlations);
  return {
    eigenvalues,
    explained: eigenvalues.map((x) => x / columns.length),
    loadings: vectors.map((vector, at) => vector.map((x) => x * Math.sqrt(eigenvalues[at]!))),
  };
}
