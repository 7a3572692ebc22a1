/** What the tile map shows, as one value that the URL holds. */
import { isGroup, type Manifest, type Scheme, type SchemeNode } from '#lib/model/index.ts';
import { ids, maybeOneOf, parseAddress, printAddress, type Field, type Fields } from './address.ts';
import {
  scopeDefaults,
  scopeFields,
  scopeOptions,
  type Scope,
  type ScopeOptions,
} from './scope.ts';

/** How numbers are put into classes; `bands` are the scheme's own, of the index alone. */
export const CLASS_METHODS = ['bands', 'equal', 'quantile'] as const;
export type ClassMethod = (typeof CLASS_METHODS)[number];

/** As many as the page can compare. */
export const MOST_PICKED = 5;

export interface MapView extends Scope {
  /** Code of a dimension or an indicator of the scheme; null for the index. */
  readonly of: string | null;
  /** null: bands for the index, equal steps for all else. */
  readonly classes: ClassMethod | null;
  readonly pick: readonly string[];
}

export interface MapOptions extends ScopeOptions {
  readonly defaults: MapView;
}

export const mapOptions = (
  manifest: Manifest,
  schemes: readonly Scheme[],
  periods: ScopeOptions['periods'],
): MapOptions => ({
  ...scopeOptions(manifest, schemes, periods),
  defaults: { ...scopeDefaults(manifest, schemes), of: null, classes: null, pick: [] },
});

/** The node of the hierarchy with this code; the index itself for null. */
export function nodeOf(scheme: Scheme, code: string | null): SchemeNode | null {
  if (code === null) return scheme.index;
  const search = (node: SchemeNode): SchemeNode | null => {
    if (node.code === code) return node;
    if (!isGroup(node)) return null;
    for (const child of node.children) {
      const found = search(child);
      if (found) return found;
    }
    return null;
  };
  return search(scheme.index);
}

/** Anything below the index of the scheme that the address names, or of the default one. */
const elementField = (
  schemes: readonly Scheme[],
  defaultScheme: string,
): Field<string | null, { scheme: string }> => ({
  parse: (text, { scheme = defaultScheme }) => {
    const found = schemes.find(({ id }) => id === scheme);
    return found && text !== found.index.code
      ? (nodeOf(found, text)?.code ?? undefined)
      : undefined;
  },
  print: (code) => code,
});

const mapFields = (options: MapOptions): Fields<MapView> => ({
  ...scopeFields(options),
  of: { name: 'of', field: elementField(options.schemes, options.defaults.scheme) },
  classes: { name: 'classes', field: maybeOneOf(CLASS_METHODS) },
  pick: { name: 'pick', field: ids(MOST_PICKED) },
});

export const parseMapView = (params: URLSearchParams, options: MapOptions): MapView =>
  parseAddress(mapFields(options), params, options.defaults);

export const mapSearch = (view: MapView, options: MapOptions): string =>
  printAddress(mapFields(options), view, options.defaults);
