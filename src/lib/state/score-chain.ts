/** The chain behind one score: raw value, normalised value, weight, contribution, source. */
import {
  institutionObservationId,
  isGroup,
  type LocalText,
  type NormaliseParameters,
  type NormaliseSpec,
  type Scheme,
  type SchemeIndicator,
  type SchemeNode,
  type ScoreResult,
} from '#lib/model/index.ts';
import type { Dataset, SchemeObservation } from './dataset.ts';
import { rowIndex } from './standing.ts';

export interface ChainLine {
  readonly code: string;
  readonly name: LocalText;
  readonly unit: LocalText | null;
  /** The observation, also where its value is missing; null where not even a row exists. */
  readonly cell: SchemeObservation | null;
  /** Name of that observation, whether or not there is one. */
  readonly origin: string;
  readonly method: NormaliseSpec;
  readonly parameters: NormaliseParameters | null;
  readonly normalised: number | null;
  /** Share of the index after missing siblings were left out; null where itself missing. */
  readonly weight: number | null;
  readonly contribution: number | null;
}

export interface ChainGroup {
  readonly code: string;
  readonly name: LocalText;
  readonly colour: number;
  readonly score: number | null;
  readonly weight: number | null;
  readonly contribution: number | null;
  readonly lines: readonly ChainLine[];
}

/** One group a dimension of the scheme, with its indicators; empty where the row is unknown. */
export function scoreChain(
  dataset: Dataset,
  scheme: Scheme,
  result: ScoreResult,
  unit: string,
  period: string,
): ChainGroup[] {
  const row = rowIndex(result)(unit, period);
  if (row === undefined) return [];
  const group = result.rows[row]?.group;
  const at = (column: ReadonlyMap<string, Float64Array>, code: string): number | null => {
    const value = column.get(code)?.[row] ?? NaN;
    return Number.isNaN(value) ? null : value;
  };
  return scheme.index.children.map((node, colour) => ({
    code: node.code,
    name: node.name,
    colour,
    score: at(isGroup(node) ? result.scores : result.normalised, node.code),
    weight: at(result.actual_weights, node.code),
    contribution: at(result.contributions, node.code),
    lines: indicatorsOf(node).map((indicator) => ({
      code: indicator.code,
      name: indicator.name,
      unit: indicator.unit ?? null,
      cell: dataset.cell(unit, period, indicator.column ?? indicator.code),
      origin: institutionObservationId(
        dataset.layer,
        unit,
        indicator.column ?? indicator.code,
        period,
      ),
      method: indicator.normalise ?? scheme.normalise.default,
      parameters:
        result.parameters.find(
          (parameters) =>
            parameters.indicator === indicator.code &&
            parameters.group === group &&
            (parameters.period === null || parameters.period === period),
        ) ?? null,
      normalised: at(result.normalised, indicator.code),
      weight: at(result.actual_weights, indicator.code),
      contribution: at(result.contributions, indicator.code),
    })),
  }));
}

/** The indicators below a node of a scheme, or itself where it is one. */
export function indicatorsOf(node: SchemeNode): SchemeIndicator[] {
  return isGroup(node) ? node.children.flatMap(indicatorsOf) : [node];
}
