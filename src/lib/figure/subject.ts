/** What a figure of any view is: a chart, the words around it, and the table behind it. */
import type * as Charts from '#lib/charts/index.ts';
import type { Chart, FigureText } from '#lib/charts/index.ts';
import type { Provenance, Sheet } from '#lib/export/index.ts';
import type { IndexCheck, indexCheck } from '#lib/export/index-check.ts';
import type { EditableChart } from '#lib/export/native.ts';
import {
  dataHash,
  layerState,
  schemeWeights,
  type Layer,
  type LayerState,
  type Locale,
  type Manifest,
  type Scheme,
} from '#lib/model/index.ts';

/** The chart builders, fetched after the first paint, which needs none of them. */
export type ChartModule = typeof Charts;

export interface FigureSubject {
  /** Tells the figures of a page apart; the picture drawn by the build has the name in its address. */
  readonly name: string;
  readonly locale: Locale;
  readonly layer: Layer;
  /** Weights or data are the reader's own. */
  readonly trial?: boolean;
  /** The figure's number and what it shows, title, unit, source, scheme, note; as in every picture. */
  readonly text: FigureText;
  readonly chart: (charts: ChartModule) => Chart;
  /** The table behind the chart: full numbers, the words of the screen. */
  readonly sheet: () => Sheet;
  /** Of tables of scores: what they are made of, for a workbook that works them out again. */
  readonly check?: (make: typeof indexCheck) => IndexCheck | null;
  /** The chart as slides draw it themselves, on one or more of them; none where only the picture will do. */
  readonly native?: () => readonly EditableChart[];
  /** What is in an exported file, for its name: two exports must never share one. */
  readonly fileParts: readonly string[];
  readonly provenance: Provenance;
}

/**
 * Where a figure comes from, for machines: edition, layer, scheme with the weights in force, view,
 * and whether it is local; with `simulated`, also what the scheme's simulation was begun with.
 */
export function provenanceOf(
  manifest: Manifest,
  layer: Layer,
  scheme: Scheme | null,
  view: string,
  { simulated = false }: { readonly simulated?: boolean } = {},
): Provenance {
  const state = layerState(manifest, layer);
  const local = state.local ? { local: manifest.local?.hash ?? '' } : {};
  const filled = state.filled ? { filled: 'yes' } : {};
  const data = dataHash(manifest, layer);
  const base = { edition: manifest.edition.id, layer, view, data, ...local, ...filled };
  if (!scheme) return base;
  const schemeHash = manifest.schemes.find(({ id }) => id === scheme.id)?.sha256 ?? '';
  const { robustness } = scheme;
  return {
    ...base,
    scheme: `${scheme.id} ${scheme.version}`,
    schemeHash,
    weights: schemeWeights(scheme),
    ...(simulated && robustness
      ? { seed: String(robustness.seed), replicates: String(robustness.replicates) }
      : {}),
  };
}

/** Whether its numbers come from files that the reader imported, which nobody has published. */
export const isLocal = ({ provenance }: Pick<FigureSubject, 'provenance'>): boolean =>
  provenance['local'] !== undefined;

/** What its mark has to say of its numbers, whether it is drawn now or was kept. */
export const stateOf = ({ provenance }: Pick<FigureSubject, 'provenance'>): LayerState => ({
  local: provenance['local'] !== undefined,
  filled: provenance['filled'] !== undefined,
});
