import type { Analysis } from './analysis.ts';
import { analysisValue } from './format-analysis.ts';
import { flagWords, orNull, printedRow } from './report.ts';
import type { Report } from './report.ts';

/** Group scores and places of one row, the index aside. */
function groupsOf({ result, scheme }: Report, row: number) {
  return Object.fromEntries(
    [...result.scores]
      .filter(([code]) => code !== scheme.index.code)
      .map(([code, scores]) => [
        code,
        { score: orNull(scores[row]!), rank: result.ranks.get(code)![row]! || null },
      ]),
  );
}

/** The same with lists for typed arrays, at any depth, and null for NaN. */
function plainArrays(value: unknown): unknown {
  if (typeof value === 'number') return orNull(value);
  if (value instanceof Float64Array) return Array.from(value, orNull);
  if (Array.isArray(value)) return value.map(plainArrays);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, of]) => [key, plainArrays(of)]));
}

/** The intermediate tables, column by column; cells run parallel to `rows`, null is missing. */
function stepsOf(report: Report) {
  const { result, order } = report;
  const columns = (of: ReadonlyMap<string, ArrayLike<number>>) =>
    Object.fromEntries([...of].map(([code, xs]) => [code, order.map((row) => orNull(xs[row]!))]));
  return {
    weights: [...result.weights.values()],
    weighings: result.weighings.map(plainArrays),
    raw: columns(result.raw),
    denominated: columns(result.denominated),
    imputed: columns(result.imputed),
    treated: columns(result.treated),
    treatments: result.treatments,
    cells: Object.fromEntries(
      [...result.cells.keys()].map((code) => [
        code,
        order.map((row) => flagWords(report, code, row)),
      ]),
    ),
    parameters: result.parameters.map((of) => ({
      ...of,
      min: orNull(of.min),
      max: orNull(of.max),
      mean: orNull(of.mean),
      sd: orNull(of.sd),
    })),
    normalised: columns(result.normalised),
    scores: columns(result.scores),
    actual_weights: columns(result.actual_weights),
    contributions: columns(result.contributions),
  };
}

/** The result as JSON: every double with the digits that bring it back, null for missing. */
export function formatJson(
  report: Report,
  withSteps: boolean,
  analyses: readonly Analysis[],
): string {
  const { scheme, source, result, order } = report;
  const { id, version, name, weights_label } = scheme;
  const value = {
    scheme: { id, version, name, weights_label },
    source,
    rows: order.map((row) => ({ ...printedRow(report, row), groups: groupsOf(report, row) })),
    issues: result.issues,
    ...(withSteps && { steps: stepsOf(report) }),
    ...(analyses.length > 0 && {
      analyses: Object.fromEntries(analyses.map((of) => [of.key, analysisValue(of)])),
    }),
  };
  return `${JSON.stringify(value, null, 1)}\n`;
}
