/** What is asked on the explore page, as one value that the URL holds. Statements are not in it. */
import {
  LAYERS,
  TABLE_NAMES,
  type Layer,
  type Manifest,
  type Scheme,
  type TableName,
} from '#lib/model/index.ts';
import { AGGREGATES, GROUPINGS, type Aggregate, type Grouping } from '#lib/queries/group-facts.ts';
import {
  ids,
  maybeOneOf,
  oneOf,
  parseAddress,
  printAddress,
  regionCode,
  type Field,
  type Fields,
} from './address.ts';
import { scopeDefaults } from './scope.ts';

export { AGGREGATES, GROUPINGS, type Aggregate, type Grouping };

export const MOST_MEASURES = 4;
export const CHART_KINDS = ['bars', 'lines'] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

/** Rows of a table on one page. */
export const TABLE_PAGE = 200;

export interface ExploreView {
  readonly layer: Layer;
  readonly scheme: string;
  /** Codes of indicators, `score`, `rank`, or codes of the scheme's dimensions. */
  readonly measures: readonly string[];
  /** By one thing or two; none: all together. */
  readonly by: readonly Grouping[];
  readonly aggregate: Aggregate;
  /** null: all. */
  readonly period: string | null;
  readonly city: string | null;
  readonly level: 'county' | 'city' | null;
  readonly chart: ChartKind;
  /** A table to be listed; null: none. */
  readonly table: TableName | null;
  /** From 1. */
  readonly page: number;
}

export interface ExploreOptions {
  readonly layers: readonly Layer[];
  readonly schemes: readonly Scheme[];
  readonly defaults: ExploreView;
}

export const exploreOptions = (manifest: Manifest, schemes: readonly Scheme[]): ExploreOptions => {
  const { layer, period, city, level, scheme } = scopeDefaults(manifest, schemes);
  return {
    layers: LAYERS.filter((known) => manifest.files.some((file) => file.layer === known)),
    schemes,
    defaults: {
      ...{ layer, period, city, level, scheme },
      measures: ['TZ2'],
      by: ['city'],
      aggregate: 'mean',
      chart: 'bars',
      table: null,
      page: 1,
    },
  };
};

const ALL = 'all';

/** A value of `field`, or `all` for null. */
const orAll = <T>(field: Field<T>): Field<T | null> => ({
  parse: (text) => (text === ALL ? null : field.parse(text, {})),
  print: (value) => (value === null ? ALL : field.print(value)),
});

const period: Field<string> = {
  parse: (text) => (/^[\w-]{4,12}$/u.test(text) ? text : undefined),
  print: (text) => text,
};

const groupings: Field<readonly Grouping[]> = {
  parse: (text) => {
    if (text === 'none') return [];
    const found = [...new Set(text.split(','))].flatMap(
      (word) => GROUPINGS.find((known) => known === word) ?? [],
    );
    return found.length === 0 ? undefined : found.slice(0, 2);
  },
  print: (list) => (list.length === 0 ? 'none' : list.join(',')),
};

const measures: Field<readonly string[]> = {
  parse: (text) => {
    const list = ids(MOST_MEASURES).parse(text, {}) ?? [];
    return list.length === 0 ? undefined : list;
  },
  print: (list) => list.join(','),
};

const page: Field<number> = {
  parse: (text) => (/^[1-9]\d{0,5}$/u.test(text) ? Number(text) : undefined),
  print: String,
};

const exploreFields = (options: ExploreOptions): Fields<ExploreView> => ({
  layer: { name: 'data', field: oneOf(options.layers) },
  scheme: { name: 'scheme', field: oneOf(options.schemes.map(({ id }) => id)) },
  measures: { name: 'm', field: measures },
  by: { name: 'by', field: groupings },
  aggregate: { name: 'agg', field: oneOf(AGGREGATES) },
  period: { name: 'year', field: orAll(period) },
  city: { name: 'city', field: regionCode },
  level: { name: 'level', field: orAll(oneOf(['county', 'city'] as const)) },
  chart: { name: 'chart', field: oneOf(CHART_KINDS) },
  table: { name: 'table', field: maybeOneOf(TABLE_NAMES) },
  page: { name: 'page', field: page },
});

export const parseExploreView = (params: URLSearchParams, options: ExploreOptions): ExploreView =>
  parseAddress(exploreFields(options), params, options.defaults);

export const exploreSearch = (view: ExploreView, options: ExploreOptions): string =>
  printAddress(exploreFields(options), view, options.defaults);
