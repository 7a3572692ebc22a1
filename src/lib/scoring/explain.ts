import { CELL } from '#lib/model/index.ts';
import type {
  AggregateMethod,
  ImputeSpec,
  NormaliseParameters,
  NormaliseSpec,
  Scheme,
  ScoreResult,
} from '#lib/model/index.ts';
import { hierarchyOf } from './structure/hierarchy.ts';
import type { Element } from './structure/hierarchy.ts';
import { specOf } from './normalise/normalise.ts';

/** Why an element did or did not enter the index in this row. */
export type Part =
  /** It entered with `actual_weight`. */
  | 'used'
  /** No data; for a group, fewer children than it asks for. */
  | 'missing'
  /** Data are there, but no scale: all peers have the same value, say. */
  | 'no_information'
  /** It has a value, but a group above it was left out. */
  | 'left_out'
  /** The row has no index: see its status. */
  | 'unranked';

/** A value on its way, and the rule of METHOD.md that produced it. */
export interface Step {
  readonly step: 'raw' | 'denominated' | 'imputed' | 'treated' | 'normalised' | 'aggregated';
  readonly value: number;
  readonly rule: string;
}

/** One element's way into the index of one row. */
export interface Explanation {
  readonly code: string;
  readonly parent: string | null;
  /** 0 for the index. */
  readonly depth: number;
  readonly part: Part;
  /** raw → normalised for an indicator, aggregated for a group; NaN where there is no value. */
  readonly steps: readonly Step[];
  /** For indicators: how it is normalised, and the figures of its peers. */
  readonly normalise: NormaliseSpec | null;
  readonly parameters: NormaliseParameters | null;
  /** Share of the index that the scheme gives, and the one it had in this row. */
  readonly effective_weight: number;
  readonly actual_weight: number;
  /** Points of the index; NaN where there is no such thing. */
  readonly contribution: number;
  /** Place among the peers, for groups; 0 without one. */
  readonly rank: number;
}

const NORMALISE_RULES: { readonly [M in NormaliseSpec['method']]: string } = {
  minmax: 'R21',
  goalposts: 'R22',
  scaled: 'R22',
  target: 'R23',
  zscore: 'R24',
  rank: 'R25',
  borda: 'R25',
  percentile_rank: 'R25',
  distance_to_max: 'R27',
  distance_to_reference: 'R28',
  fraction_of_max: 'R29',
  none: 'R20',
};

const AGGREGATE_RULES: { readonly [M in AggregateMethod]: string } = {
  arithmetic: 'R33',
  geometric: 'R34',
  harmonic: 'R37',
  generalised: 'R38',
  copeland: 'R62',
  kemeny: 'R63',
  benefit_of_the_doubt: 'R64',
};

const IMPUTE_RULES: { readonly [M in ImputeSpec['method']]: string } = {
  none: 'R11',
  mean: 'R12',
  median: 'R12',
  row_mean: 'R13',
  row_median: 'R13',
  latest: 'R14',
  constant: 'R14',
  linear: 'R14',
};

/**
 * The chain raw → normalised → weight → contribution of every element for one row, the index
 * first, parents before children.
 */
export function explain(result: ScoreResult, scheme: Scheme, row: number): Explanation[] {
  const { elements } = hierarchyOf(scheme);
  const { group, period } = result.rows[row]!;
  const isOfRow = (of: NormaliseParameters) =>
    of.group === group && (of.period === null || of.period === period);
  return elements.map((element) => {
    const { code, depth } = element;
    const indicator = element.kind === 'indicator' ? element.node : null;
    const isOfIndicator = (of: NormaliseParameters) => of.indicator === code && isOfRow(of);
    return {
      code,
      parent: elements[element.parent]?.code ?? null,
      depth,
      part: partOf(result, element, row),
      steps: stepsOf(result, scheme, element, row),
      normalise: indicator && specOf(indicator, scheme),
      parameters: (indicator && result.parameters.find(isOfIndicator)) ?? null,
      effective_weight: result.weights.get(code)!.effective,
      actual_weight: result.actual_weights.get(code)![row]!,
      contribution: result.contributions.get(code)![row]!,
      rank: result.ranks.get(code)?.[row] ?? 0,
    };
  });
}

const TREATED = CELL.winsorised_high | CELL.winsorised_low | CELL.transformed;

function stepsOf(result: ScoreResult, scheme: Scheme, element: Element, row: number): Step[] {
  const { code, kind, node } = element;
  const value = (of: ReadonlyMap<string, Float64Array>) => of.get(code)![row]!;
  if (kind === 'group') {
    const rule = AGGREGATE_RULES[node.aggregate];
    return [{ step: 'aggregated', value: value(result.scores), rule }];
  }
  const flags = result.cells.get(code)?.[row] ?? 0;
  const steps: Step[] = [{ step: 'raw', value: value(result.raw), rule: 'R1' }];
  if (node.denominator !== undefined)
    steps.push({ step: 'denominated', value: value(result.denominated), rule: 'R10' });
  if (flags & CELL.imputed) {
    const { method } = node.impute ?? scheme.impute ?? { method: 'none' };
    steps.push({ step: 'imputed', value: value(result.imputed), rule: IMPUTE_RULES[method] });
  }
  if (flags & TREATED) {
    const rule = flags & CELL.transformed ? 'R17' : 'R16';
    steps.push({ step: 'treated', value: value(result.treated), rule });
  }
  const rule = NORMALISE_RULES[specOf(node, scheme).method];
  steps.push({ step: 'normalised', value: value(result.normalised), rule });
  return steps;
}

function partOf(result: ScoreResult, { code, kind }: Element, row: number): Part {
  const given = result.imputed.get(code);
  if (given && Number.isNaN(given[row]!)) return 'missing';
  if (result.status[row]!.kind !== 'ranked') return 'unranked';
  const value = (kind === 'group' ? result.scores : result.normalised).get(code)![row]!;
  if (Number.isNaN(value)) return given ? 'no_information' : 'missing';
  const isLeftOut =
    result.actual_weights.get(code)![row] === 0 && result.weights.get(code)!.effective > 0;
  return isLeftOut ? 'left_out' : 'used';
}
