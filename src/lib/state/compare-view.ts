/** What the compare page shows, as one value that the URL holds. */
import type { Manifest, Scheme } from '#lib/model/index.ts';
import {
  fullAddress,
  ids,
  maybeOneOf,
  oneOf,
  parseAddress,
  printAddress,
  type Fields,
} from './address.ts';
import {
  scopeDefaults,
  scopeFields,
  scopeOptions,
  type Scope,
  type ScopeOptions,
} from './scope.ts';

/** What a group of institutions is stood for by. */
export const REFERENCES = [
  'city-mean',
  'city-median',
  'city-best',
  'province-mean',
  'province-median',
  'province-best',
  'peers-mean',
  'peers-median',
] as const;
export type ReferenceKind = (typeof REFERENCES)[number];

export const COMPARE_CHARTS = ['bars', 'radar'] as const;

/** Institutions that are compared at once; further ones are refused aloud, never dropped. */
export const MOST_COMPARED = 5;
/** Ids that an address is read for, so that those beyond the most can be named. */
const MOST_READ = 20;

export interface CompareView extends Scope {
  /** Empty: the first two of the ranking. */
  readonly pick: readonly string[];
  readonly against: ReferenceKind | null;
  readonly chart: (typeof COMPARE_CHARTS)[number];
  /** Dimensions with their indicators open. */
  readonly open: readonly string[];
}

export interface CompareOptions extends ScopeOptions {
  readonly defaults: CompareView;
}

export const compareOptions = (
  manifest: Manifest,
  schemes: readonly Scheme[],
  periods: ScopeOptions['periods'],
): CompareOptions => ({
  ...scopeOptions(manifest, schemes, periods),
  defaults: {
    ...scopeDefaults(manifest, schemes),
    pick: [],
    against: null,
    chart: 'bars',
    open: [],
  },
});

const compareFields = (options: CompareOptions): Fields<CompareView> => ({
  ...scopeFields(options),
  pick: { name: 'pick', field: ids(MOST_READ) },
  against: { name: 'against', field: maybeOneOf(REFERENCES) },
  chart: { name: 'chart', field: oneOf(COMPARE_CHARTS) },
  open: { name: 'open', field: ids() },
});

export const parseCompareView = (params: URLSearchParams, options: CompareOptions): CompareView =>
  parseAddress(compareFields(options), params, options.defaults);

export const compareSearch = (view: CompareView, options: CompareOptions): string =>
  printAddress(compareFields(options), view, options.defaults);

/** The address with nothing left to the defaults, which a later edition may change. */
export const fullCompareSearch = (view: CompareView, options: CompareOptions): string =>
  fullAddress(compareFields(options), view);
