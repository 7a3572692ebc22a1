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

/** The intermediate tables, column by column; cells run parallel to `rows`, null is missing. */
function stepsOf(report: Report) {
  const { result, order } = report;
  const columns = (of: ReadonlyMap<string, ArrayLike<number>>) =>
    Object.fromEntries([...of].map(([code, xs]) => [code, order.map((row) => orNull(xs[row]!))]));
  return {
    weights: [...result.weights.values()],
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
export function formatJson(report: Report, withSteps: boolean): string {
  const { scheme, source, result, order } = report;
  const { id, version, name, weights_label } = scheme;
  const value = {
    scheme: { id, version, name, weights_label },
    source,
    rows: order.map((row) => ({ ...printedRow(report, row), groups: groupsOf(report, row) })),
    issues: result.issues,
    ...(withSteps && { steps: stepsOf(report) }),
  };
  return `${JSON.stringify(value, null, 1)}\n`;
}
