/** What the ranking page shows, as one value that the URL holds. */
import type { Manifest, Scheme } from '#lib/model/index.ts';
import { freeText, ids, parseAddress, printAddress, type Field, type Fields } from './address.ts';
import {
  scopeDefaults,
  scopeFields,
  scopeOptions,
  type Scope,
  type ScopeOptions,
} from './scope.ts';

export const SORT_KEYS = ['rank', 'name', 'score', 'change'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export interface Sort {
  readonly key: SortKey;
  readonly descending: boolean;
}

export interface RankingView extends Scope {
  /** Code of a direct child of the index; null for the index itself. */
  readonly dimension: string | null;
  readonly sort: Sort;
  readonly query: string;
  /** Rows with their details open. */
  readonly open: readonly string[];
}

export interface RankingOptions extends ScopeOptions {
  readonly defaults: RankingView;
}

export const NATURAL_SORT: Sort = { key: 'rank', descending: false };

/** What the ranking page shows when the address says nothing. */
export const rankingDefaults = (manifest: Manifest, schemes: readonly Scheme[]): RankingView => ({
  ...scopeDefaults(manifest, schemes),
  dimension: null,
  sort: NATURAL_SORT,
  query: '',
  open: [],
});

export const rankingOptions = (
  manifest: Manifest,
  schemes: readonly Scheme[],
  periods: ScopeOptions['periods'],
): RankingOptions => ({
  ...scopeOptions(manifest, schemes, periods),
  defaults: rankingDefaults(manifest, schemes),
});

/** A direct child of the index of the scheme that the address names, or of the default one. */
export const dimensionField = (
  schemes: readonly Scheme[],
  defaultScheme: string,
): Field<string | null, { scheme: string }> => ({
  parse: (text, { scheme = defaultScheme }) =>
    schemes.find(({ id }) => id === scheme)?.index.children.find(({ code }) => code === text)?.code,
  print: (code) => code,
});

const sortField: Field<Sort> = {
  parse: (text) => {
    const descending = text.startsWith('-');
    const key = SORT_KEYS.find((known) => known === (descending ? text.slice(1) : text));
    return key === undefined ? undefined : { key, descending };
  },
  print: ({ key, descending }) => (descending ? `-${key}` : key),
};

const rankingFields = (options: RankingOptions): Fields<RankingView> => ({
  ...scopeFields(options),
  dimension: {
    name: 'dimension',
    field: dimensionField(options.schemes, options.defaults.scheme),
  },
  sort: { name: 'sort', field: sortField },
  query: { name: 'q', field: freeText },
  open: { name: 'open', field: ids() },
});

export const parseRankingView = (params: URLSearchParams, options: RankingOptions): RankingView =>
  parseAddress(rankingFields(options), params, options.defaults);

export const rankingSearch = (view: RankingView, options: RankingOptions): string =>
  printAddress(rankingFields(options), view, options.defaults);
