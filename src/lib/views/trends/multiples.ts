/** Every indicator of the scheme, or of one dimension, for the institutions shown. */
import { median } from 'd3-array';
import {
  isGroup,
  type LocalText,
  type SchemeIndicator,
  type SchemeNode,
  type SeriesBreak,
} from '#lib/model/index.ts';
import type { TrendsView } from '#lib/state/trends-view.ts';
import { cutsOf, type SeriesCut } from './breaks.ts';
import { gapPoint, valuePoint, type Point } from './point.ts';
import { rawReading, type Reading, type Sources } from './readings.ts';

export interface Panel {
  readonly code: string;
  /** The indicator as the tables know it. */
  readonly column: string;
  readonly name: LocalText;
  readonly unit: LocalText | null;
  readonly lines: readonly { readonly id: string; readonly points: readonly Point[] }[];
  /** Median of the scope, one a year. */
  readonly medians: readonly (number | null)[];
  readonly cuts: readonly SeriesCut[];
}

export interface MultiplesModel {
  readonly axis: TrendsView['axis'];
  /** Ends of the common axis, in points; null: each panel has its own, in its unit. */
  readonly ends: readonly [number, number] | null;
  readonly panels: readonly Panel[];
}

const indicators = (node: SchemeNode): SchemeIndicator[] =>
  isGroup(node) ? node.children.flatMap(indicators) : [node];

export function multiplesModel(
  view: TrendsView,
  sources: Sources,
  breaks: readonly SeriesBreak[],
  periods: readonly string[],
  shown: readonly string[],
): MultiplesModel {
  const { scheme, inScope } = sources;
  const below = scheme.index.children.find(({ code }) => code === view.of) ?? scheme.index;
  const panels = indicators(below).map((indicator): Panel => {
    const column = indicator.column ?? indicator.code;
    const raw = rawReading(column, sources);
    const reading = view.axis === 'common' ? normalised(indicator.code, raw, sources) : raw;
    return {
      code: indicator.code,
      column,
      name: indicator.name,
      unit: indicator.unit ?? null,
      lines: shown.map((id) => ({ id, points: periods.map((period) => reading(id, period)) })),
      medians: periods.map(
        (period) =>
          median(
            inScope.flatMap(({ institution_id }) => reading(institution_id, period).value ?? []),
          ) ?? null,
      ),
      cuts: cutsOf(breaks, { from: 'indicator', indicators: [column] }, 'current', periods).filter(
        ({ institution }) => institution === null || shown.includes(institution),
      ),
    };
  });
  return {
    axis: view.axis,
    ends: view.axis === 'common' ? commonEnds(panels, sources) : null,
    panels,
  };
}

/** Points of the scheme's scale; a missing value stays missing, with its reason. */
function normalised(code: string, raw: Reading, { result, rowOf }: Sources): Reading {
  const column = result.normalised.get(code);
  return (id, period) => {
    const row = rowOf(id, period);
    const value = row === undefined ? NaN : (column?.[row] ?? NaN);
    if (Number.isFinite(value)) return valuePoint(value);
    const given = raw(id, period);
    if (given.gap) return given;
    const status = row === undefined ? undefined : result.status[row];
    return gapPoint(
      status && status.kind !== 'ranked' ? { kind: 'status', status } : { kind: 'absent' },
    );
  };
}

/** The scheme's scale, widened where a method reaches beyond it. */
function commonEnds(panels: readonly Panel[], { scheme }: Sources): [number, number] {
  const values = panels.flatMap(({ lines, medians }) => [
    ...lines.flatMap(({ points }) => points.flatMap(({ value }) => value ?? [])),
    ...medians.flatMap((value) => value ?? []),
  ]);
  const [low, high] = scheme.normalise.range;
  return [
    values.reduce((a, b) => Math.min(a, b), low),
    values.reduce((a, b) => Math.max(a, b), high),
  ];
}
