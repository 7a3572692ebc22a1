/**
 * A scheme in force, as plain data: its tree with weights and what the elements achieve, how every
 * indicator is made comparable, and how the indicators hang together.
 */
import {
  isGroup,
  type CorrelationMatrix,
  type LocalText,
  type NoImportance,
  type NormaliseSpec,
  type Scheme,
  type SchemeIndicator,
  type ScoreResult,
  type StructureFlag,
} from '#lib/model/index.ts';
import { hierarchyOf, importance, multivariate } from '#lib/scoring/index.ts';
import type { MethodView } from '#lib/state/method-view.ts';

export interface MethodElement {
  readonly code: string;
  readonly name: LocalText;
  /** 1 for a direct child of the index. */
  readonly depth: number;
  readonly parent: string;
  readonly isIndicator: boolean;
  /** Position of its dimension in the scheme, which fixes the colour. */
  readonly colour: number;
  /** Shares among its siblings and of the index, in [0, 1]. */
  readonly nominal: number;
  readonly effective: number;
  /** Squared correlation with the index; null where there is none. */
  readonly pearson2: number | null;
  /** Share of the index's variance that it accounts for by itself; null with a reason. */
  readonly achieved: number | null;
  /** Achieved over effective weight among those of its level: 1 is as weighed. */
  readonly ratio: number | null;
  readonly reason: NoImportance | null;
  readonly n: number;
}

export interface MethodIndicator {
  readonly code: string;
  readonly name: LocalText;
  readonly colour: number;
  readonly unit: LocalText | null;
  readonly direction: 1 | -1;
  readonly method: NormaliseSpec;
  /** Of the peers' values that it was done with; null where there are none. */
  readonly parameters: {
    readonly n: number;
    readonly min: number;
    readonly max: number;
    readonly mean: number;
    readonly sd: number;
  } | null;
  readonly valueRange: readonly [number, number] | null;
}

export interface MethodModel {
  readonly view: MethodView;
  readonly dimensions: number;
  readonly elements: readonly MethodElement[];
  readonly indicators: readonly MethodIndicator[];
  /** Ranked peers that correlations and importance rest on. */
  readonly peers: number;
  /** Pearson's correlations of the normalised indicators, in their order; NaN where there is none. */
  readonly correlations: readonly (readonly number[])[];
  /** Cronbach's alpha of the standardised indicators; null where there is none. */
  readonly alpha: number | null;
  readonly flags: readonly StructureFlag[];
}

const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null);

export function methodModel(scheme: Scheme, result: ScoreResult, view: MethodView): MethodModel {
  const { elements } = hierarchyOf(scheme);
  const colourOf = coloursOf(scheme);
  const counted = new Map(
    importance(result, scheme, view.period, view.level).elements.map((one) => [one.code, one]),
  );
  const structure = multivariate(result, scheme, {
    period: view.period,
    group: view.level,
    stage: 'normalised',
    methods: ['pearson'],
  });
  const indicators = elements.flatMap((one) => (one.kind === 'indicator' ? one.node : []));
  return {
    view,
    dimensions: scheme.index.children.length,
    elements: elements.slice(1).map((element): MethodElement => {
      const { code, name } = element.node;
      const weight = result.weights.get(code);
      const found = counted.get(code);
      return {
        code,
        name,
        depth: element.depth,
        parent: elements[element.parent]?.node.code ?? scheme.index.code,
        isIndicator: element.kind === 'indicator',
        colour: colourOf.get(code) ?? 0,
        nominal: weight?.share ?? NaN,
        effective: weight?.effective ?? NaN,
        pearson2: orNull(found?.pearson2 ?? NaN),
        achieved: orNull(found?.correlation_ratio ?? NaN),
        ratio: orNull(found?.ratio ?? NaN),
        reason: found?.reason ?? null,
        n: found?.n ?? 0,
      };
    }),
    indicators: indicators.map((indicator) => ({
      code: indicator.code,
      name: indicator.name,
      colour: colourOf.get(indicator.code) ?? 0,
      unit: indicator.unit ?? null,
      direction: indicator.direction,
      method: indicator.normalise ?? scheme.normalise.default,
      parameters: parametersOf(result, indicator, view),
      valueRange: indicator.value_range ?? null,
    })),
    peers: structure.rows.length,
    correlations: among(
      structure.elements,
      indicators.map(({ code }) => code),
      structure.correlations.get('pearson'),
    ),
    alpha: orNull(structure.overall.consistency.standardised),
    flags: structure.flags,
  };
}

/** Dimension of every element, as its position in the scheme. */
function coloursOf(scheme: Scheme): Map<string, number> {
  const colours = new Map<string, number>();
  scheme.index.children.forEach((dimension, colour) => {
    const visit = (node: (typeof scheme.index.children)[number]) => {
      colours.set(node.code, colour);
      if (isGroup(node)) node.children.forEach(visit);
    };
    visit(dimension);
  });
  return colours;
}

function parametersOf(
  result: ScoreResult,
  { code }: SchemeIndicator,
  { period, level }: MethodView,
): MethodIndicator['parameters'] {
  const found = result.parameters.find(
    (one) =>
      one.indicator === code &&
      one.group === level &&
      (one.period === null || one.period === period),
  );
  if (!found || found.n === 0) return null;
  const { n, min, max, mean, sd } = found;
  return { n, min, max, mean, sd };
}

/** The part of a correlation matrix that is of some elements. */
function among(
  all: readonly string[],
  wanted: readonly string[],
  matrix: CorrelationMatrix | undefined,
): number[][] {
  const at = wanted.map((code) => all.indexOf(code));
  return at.map((row) => at.map((column) => matrix?.r[row]?.[column] ?? NaN));
}
