/** What the trends page shows, as one value that the URL holds. */
import type { Manifest, Scheme } from '#lib/model/index.ts';
import {
  ids,
  oneOf,
  parseAddress,
  printAddress,
  year,
  type Field,
  type Fields,
} from './address.ts';
import {
  scopeDefaults,
  scopeFields,
  scopeOptions,
  type Scope,
  type ScopeOptions,
} from './scope.ts';

export const TREND_CHARTS = ['line', 'bump', 'slope', 'multiples'] as const;
export type TrendChart = (typeof TREND_CHARTS)[number];

/** All years by the scheme in force, or each as it was published. */
export const TREND_BASES = ['current', 'published'] as const;
export type TrendBasis = (typeof TREND_BASES)[number];

/** One vertical axis for all small plots, or one each. */
export const TREND_AXES = ['free', 'common'] as const;
export type TrendAxes = (typeof TREND_AXES)[number];

/** Lines that can be told apart; further picks are named, not drawn in colour. */
export const MOST_COLOURED = 7;

export interface TrendsView extends Scope {
  /** `score`, `rank`, the code of a dimension, or of an indicator. */
  readonly of: string;
  readonly chart: TrendChart;
  readonly basis: TrendBasis;
  readonly axis: TrendAxes;
  /** First year; null: the first there is. */
  readonly from: string | null;
  /** Last year; null: the year of the scope. */
  readonly to: string | null;
  readonly pick: readonly string[];
  /** Whose change is explained; null: the first one shown. */
  readonly why: string | null;
}

export interface TrendsOptions extends ScopeOptions {
  readonly defaults: TrendsView;
  /** Codes of all indicators that have values of institutions. */
  readonly codes: readonly string[];
}

export const trendsDefaults = (manifest: Manifest, schemes: readonly Scheme[]): TrendsView => ({
  ...scopeDefaults(manifest, schemes),
  of: 'score',
  chart: 'line',
  basis: 'current',
  axis: 'free',
  from: null,
  to: null,
  pick: [],
  why: null,
});

export const trendsOptions = (
  manifest: Manifest,
  schemes: readonly Scheme[],
  periods: ScopeOptions['periods'],
  codes: readonly string[],
): TrendsOptions => ({
  ...scopeOptions(manifest, schemes, periods),
  defaults: trendsDefaults(manifest, schemes),
  codes,
});

/** Something that the scheme of the address computes, or an indicator of the catalogue. */
const ofField = ({
  schemes,
  codes,
  defaults,
}: TrendsOptions): Field<string, { scheme: string }> => ({
  parse: (text, { scheme = defaults.scheme }) => {
    const children = schemes.find(({ id }) => id === scheme)?.index.children ?? [];
    const known = ['score', 'rank', ...children.map(({ code }) => code), ...codes];
    return known.find((code) => code === text);
  },
  print: (code) => code,
});

const maybeYear: Field<string | null> = {
  parse: (text) => year.parse(text, {}),
  print: (text) => text,
};

const maybeId: Field<string | null> = {
  parse: (text) => ids(1).parse(text, {})?.[0],
  print: (id) => id,
};

const trendsFields = (options: TrendsOptions): Fields<TrendsView> => ({
  ...scopeFields(options),
  of: { name: 'of', field: ofField(options) },
  chart: { name: 'chart', field: oneOf(TREND_CHARTS) },
  basis: { name: 'basis', field: oneOf(TREND_BASES) },
  axis: { name: 'axis', field: oneOf(TREND_AXES) },
  from: { name: 'from', field: maybeYear },
  to: { name: 'to', field: maybeYear },
  pick: { name: 'pick', field: ids(40) },
  why: { name: 'why', field: maybeId },
});

export const parseTrendsView = (params: URLSearchParams, options: TrendsOptions): TrendsView =>
  parseAddress(trendsFields(options), params, options.defaults);

export const trendsSearch = (view: TrendsView, options: TrendsOptions): string =>
  printAddress(trendsFields(options), view, options.defaults);
