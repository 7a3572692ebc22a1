/** An institution against its peers: each dimension, and the indicators it is best and worst in. */
import {
  institutionObservationId,
  isGroup,
  type LocalText,
  type Scheme,
  type SchemeIndicator,
  type SchemeNode,
  type ScoreResult,
} from '#lib/model/index.ts';
import type { Dataset, InstitutionRow, SchemeObservation } from '#lib/state/dataset.ts';
import { placesIn, type RowOf } from '#lib/state/standing.ts';

/** What the ranked peers have, in points; the institution itself is one of them if ranked. */
export interface PeerRange {
  readonly n: number;
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

export interface DimensionStanding {
  readonly code: string;
  readonly name: LocalText;
  readonly colour: number;
  /** null where missing. */
  readonly score: number | null;
  /** Competition rank among the peers ranked by the index; null without one. */
  readonly place: number | null;
  readonly of: number;
  /** null where no peer has a score. */
  readonly peers: PeerRange | null;
}

/** One indicator: own value beside the middle one of the peers. */
export interface IndicatorStanding {
  readonly code: string;
  readonly name: LocalText;
  readonly unit: LocalText | null;
  readonly value: number;
  readonly qualifier: SchemeObservation['qualifier'];
  /** Name of the observation. */
  readonly origin: string;
  /** Middle of the peers' values, in the indicator's own unit. */
  readonly medianValue: number;
  /** Normalised value less the peers' median of it, in points. */
  readonly lead: number;
}

export interface Against {
  /** Most ahead of the peers' median first; only indicators ahead of it. */
  readonly strongest: readonly IndicatorStanding[];
  /** Most behind first; only indicators behind it. */
  readonly weakest: readonly IndicatorStanding[];
}

export interface Gap {
  readonly indicator: string;
  readonly name: LocalText;
  readonly dimension: LocalText;
  readonly reason: string;
  /** Name of the observation, whether or not there is a row. */
  readonly origin: string;
}

/** How many indicators are named at either end. */
const NAMED = 3;

interface Question {
  readonly dataset: Dataset;
  readonly scheme: Scheme;
  readonly result: ScoreResult;
  readonly rowOf: RowOf;
  readonly peers: readonly InstitutionRow[];
  readonly id: string;
  readonly period: string;
}

export function againstPeers(question: Question): {
  readonly dimensions: readonly DimensionStanding[];
  readonly against: Against;
} {
  const { scheme, result, peers, rowOf, period } = question;
  const rows = peers
    .flatMap(({ institution_id }) => rowOf(institution_id, period) ?? [])
    .filter((row) => result.status[row]?.kind === 'ranked');
  return {
    dimensions: scheme.index.children.map((node, colour) =>
      dimensionOf(question, rows, node, colour),
    ),
    against: indicatorsAgainst(question, rows),
  };
}

function dimensionOf(
  { result, rowOf, peers, id, period }: Question,
  rows: readonly number[],
  node: SchemeNode,
  colour: number,
): DimensionStanding {
  const column = (isGroup(node) ? result.scores : result.normalised).get(node.code);
  const places = placesIn(result, rowOf, peers, node.code, period);
  const row = rowOf(id, period);
  const score = row === undefined ? NaN : (column?.[row] ?? NaN);
  return {
    code: node.code,
    name: node.name,
    colour,
    score: Number.isNaN(score) ? null : score,
    place: places.get(id) ?? null,
    of: places.size,
    peers: rangeOf(rows.map((peer) => column?.[peer] ?? NaN)),
  };
}

function indicatorsAgainst(
  { dataset, scheme, result, rowOf, id, period }: Question,
  rows: readonly number[],
): Against {
  const row = rowOf(id, period);
  if (row === undefined) return { strongest: [], weakest: [] };
  const all = indicatorsOf(scheme.index).flatMap((indicator): IndicatorStanding[] => {
    const { code, column = code, name, unit = null } = indicator;
    const cell = dataset.cell(id, period, column);
    const normalised = result.normalised.get(code);
    const own = normalised?.[row] ?? NaN;
    const median = rangeOf(rows.map((peer) => normalised?.[peer] ?? NaN))?.median;
    const raw = result.raw.get(code);
    const medianValue = rangeOf(rows.map((peer) => raw?.[peer] ?? NaN))?.median;
    if (!cell || cell.value === null || Number.isNaN(own)) return [];
    if (median === undefined || medianValue === undefined) return [];
    const { value, qualifier } = cell;
    const origin = institutionObservationId(dataset.layer, id, column, period);
    return [{ code, name, unit, value, qualifier, origin, medianValue, lead: own - median }];
  });
  // Sorting is stable: equal leads stay in the scheme's order.
  return {
    strongest: all
      .filter(({ lead }) => lead > 0)
      .sort((a, b) => b.lead - a.lead)
      .slice(0, NAMED),
    weakest: all
      .filter(({ lead }) => lead < 0)
      .sort((a, b) => a.lead - b.lead)
      .slice(0, NAMED),
  };
}

/** Smallest, middle and largest of the values that are there; null where none is. */
export function rangeOf(values: readonly number[]): PeerRange | null {
  const there = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const n = there.length;
  if (n === 0) return null;
  const low = there[Math.floor((n - 1) / 2)]!;
  const high = there[Math.ceil((n - 1) / 2)]!;
  return { n, min: there[0]!, median: (low + high) / 2, max: there[n - 1]! };
}

/** The indicators that the scheme asks for and the institution has no value of, with the reason. */
export function ownGaps(
  dataset: Dataset,
  scheme: Scheme,
  id: string,
  period: string,
): { readonly missing: readonly Gap[]; readonly of: number } {
  let of = 0;
  const missing = scheme.index.children.flatMap((dimension) =>
    indicatorsOf(dimension).flatMap(({ code, column = code, name }): Gap[] => {
      of += 1;
      const cell = dataset.cell(id, period, column);
      if (cell?.value != null) return [];
      const reason = cell?.missing_reason ?? 'not_reported';
      const origin = institutionObservationId(dataset.layer, id, column, period);
      return [{ indicator: code, name, dimension: dimension.name, reason, origin }];
    }),
  );
  return { missing, of };
}

export const indicatorsOf = (node: SchemeNode): SchemeIndicator[] =>
  isGroup(node) ? node.children.flatMap(indicatorsOf) : [node];
