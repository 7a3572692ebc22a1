import type { Layer, Manifest, Scheme } from '#lib/model/index.ts';
import { NATURAL_SORT, type RankingOptions, type RankingView } from './ranking-view.ts';

/** Layers that hold institutions to rank; published facts have a page of their own. */
const RANKED_LAYERS: readonly Layer[] = ['synthetic', 'template'];

/** What the ranking page shows when the address says nothing. */
export function rankingDefaults(manifest: Manifest, schemes: readonly Scheme[]): RankingView {
  return {
    layer: manifest.edition.layer,
    period: manifest.edition.cutoff.slice(0, 4),
    city: null,
    level: 'county',
    scheme: schemes.find(({ id }) => id === manifest.edition.scheme)?.id ?? schemes[0]?.id ?? '',
    dimension: null,
    sort: NATURAL_SORT,
    query: '',
    open: [],
  };
}

export function rankingOptions(
  manifest: Manifest,
  schemes: readonly Scheme[],
  periods: RankingOptions['periods'],
): RankingOptions {
  return {
    layers: RANKED_LAYERS.filter((layer) => manifest.files.some((file) => file.layer === layer)),
    schemes,
    periods,
    defaults: rankingDefaults(manifest, schemes),
  };
}

/** The day a year's numbers stand for: the edition's cut-off for its own year, else the year's end. */
export function cutoffOf(manifest: Manifest, period: string): string {
  const { cutoff } = manifest.edition;
  return cutoff.startsWith(period) ? cutoff : `${period}-12-31`;
}
