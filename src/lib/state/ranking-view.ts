/**
 * What the ranking page shows, as one value that the URL holds. Anything unknown in an address
 * falls back to the default, so that an old or mistyped link still opens a true page.
 */
import type { Layer, Scheme } from '#lib/model/index.ts';

export const SORT_KEYS = ['rank', 'name', 'score', 'change'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export interface Sort {
  readonly key: SortKey;
  readonly descending: boolean;
}

export interface RankingView {
  readonly layer: Layer;
  readonly period: string;
  /** Region code of a city; null for the whole province. */
  readonly city: string | null;
  readonly level: 'county' | 'city';
  readonly scheme: string;
  /** Code of a direct child of the index; null for the index itself. */
  readonly dimension: string | null;
  readonly sort: Sort;
  readonly query: string;
  /** Rows with their details open. */
  readonly open: readonly string[];
}

/** What an address may choose from. */
export interface RankingOptions {
  readonly layers: readonly Layer[];
  readonly schemes: readonly Scheme[];
  /** Years of each layer; a layer that is not listed takes any. */
  readonly periods: Readonly<Partial<Record<Layer, readonly string[]>>>;
  readonly defaults: RankingView;
}

export const NATURAL_SORT: Sort = { key: 'rank', descending: false };

export function parseRankingView(
  params: URLSearchParams,
  { layers, schemes, periods, defaults }: RankingOptions,
): RankingView {
  const layer = layers.find((known) => known === params.get('data')) ?? defaults.layer;
  const scheme = schemes.find(({ id }) => id === params.get('scheme')) ?? schemes[0];
  const schemeId = params.has('scheme') && scheme ? scheme.id : defaults.scheme;
  const dimensions = schemes.find(({ id }) => id === schemeId)?.index.children ?? [];
  return {
    layer,
    period: knownYear(params.get('year'), periods[layer]) ?? defaults.period,
    city: matching(params.get('city'), /^\d{6}$/) ?? defaults.city,
    level: params.get('level') === 'city' ? 'city' : 'county',
    scheme: schemeId,
    dimension:
      dimensions.find(({ code }) => code === params.get('dimension'))?.code ?? defaults.dimension,
    sort: parseSort(params.get('sort')) ?? defaults.sort,
    query: (params.get('q') ?? '').slice(0, 80),
    open: (params.get('open') ?? '').split(',').filter((id) => /^[\w-]{1,40}$/.test(id)),
  };
}

/** The shortest query string that parses back to the view: defaults are left out. */
export function rankingSearch(view: RankingView, defaults: RankingView): string {
  const params = new URLSearchParams();
  const set = (name: string, value: string | null, fallback: string | null) => {
    if (value !== null && value !== fallback) params.set(name, value);
  };
  set('data', view.layer, defaults.layer);
  set('year', view.period, defaults.period);
  set('city', view.city, defaults.city);
  set('level', view.level, defaults.level);
  set('scheme', view.scheme, defaults.scheme);
  set('dimension', view.dimension, defaults.dimension);
  set('sort', sortText(view.sort), sortText(defaults.sort));
  set('q', view.query, '');
  set('open', view.open.join(','), '');
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

const matching = (text: string | null, pattern: RegExp) =>
  text !== null && pattern.test(text) ? text : null;

const knownYear = (text: string | null, years: readonly string[] | undefined) =>
  years === undefined || (text !== null && years.includes(text)) ? matching(text, /^\d{4}$/) : null;

const sortText = ({ key, descending }: Sort) => (descending ? `-${key}` : key);

function parseSort(text: string | null): Sort | null {
  const descending = text?.startsWith('-') ?? false;
  const key = SORT_KEYS.find((known) => known === (descending ? text?.slice(1) : text));
  return key === undefined ? null : { key, descending };
}
