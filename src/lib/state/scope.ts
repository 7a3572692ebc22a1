/** What every view of scored data is asked about: which layer, year, place, level and scheme. */
import type { Layer, Manifest, Scheme } from '#lib/model/index.ts';
import { oneOf, regionCode, year, type Fields } from './address.ts';

export const SCOPE_LEVELS = ['county', 'city'] as const;

export interface Scope {
  readonly layer: Layer;
  readonly period: string;
  /** Region code of a city; null for the whole province. */
  readonly city: string | null;
  readonly level: (typeof SCOPE_LEVELS)[number];
  readonly scheme: string;
}

/** What an address may choose from. */
export interface ScopeOptions {
  readonly layers: readonly Layer[];
  readonly schemes: readonly Scheme[];
  /** Years of each layer; a layer that is not listed takes any. */
  readonly periods: Readonly<Partial<Record<Layer, readonly string[]>>>;
}

/** Layers that hold institutions to score; published facts have a page of their own. */
const SCORED_LAYERS: readonly Layer[] = ['synthetic', 'template'];

/** The scope of the edition in force: what every view shows when the address says nothing. */
export const scopeDefaults = (manifest: Manifest, schemes: readonly Scheme[]): Scope => ({
  layer: manifest.edition.layer,
  period: manifest.edition.cutoff.slice(0, 4),
  city: null,
  level: 'county',
  scheme: schemes.find(({ id }) => id === manifest.edition.scheme)?.id ?? schemes[0]?.id ?? '',
});

export const scopeOptions = (
  manifest: Manifest,
  schemes: readonly Scheme[],
  periods: ScopeOptions['periods'],
): ScopeOptions => ({
  layers: SCORED_LAYERS.filter((layer) => manifest.files.some((file) => file.layer === layer)),
  schemes,
  periods,
});

/** The scope's part of an address; the same names on every page, so that it can be carried along. */
export const scopeFields = ({ layers, schemes, periods }: ScopeOptions): Fields<Scope> => ({
  layer: { name: 'data', field: oneOf(layers) },
  period: {
    name: 'year',
    field: {
      parse: (text, { layer }) => {
        const known = layer === undefined ? undefined : periods[layer];
        return known === undefined || known.includes(text) ? year.parse(text, {}) : undefined;
      },
      print: year.print,
    },
  },
  city: { name: 'city', field: regionCode },
  level: { name: 'level', field: oneOf(SCOPE_LEVELS) },
  scheme: { name: 'scheme', field: oneOf(schemes.map(({ id }) => id)) },
});

/** The parameters that are carried from page to page: the scope, and who was picked. */
export const CARRIED = ['data', 'year', 'city', 'level', 'scheme', 'pick'] as const;
