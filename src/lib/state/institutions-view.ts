/** What the list of institutions shows, as one value that the URL holds. */
import type { Manifest, Scheme } from '#lib/model/index.ts';
import {
  flag,
  freeText,
  maybeOneOf,
  parseAddress,
  printAddress,
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

export const LEGAL_FORMS = ['statutory', 'authorised', 'unknown'] as const;
export type LegalForm = (typeof LEGAL_FORMS)[number];

export const INSTITUTIONS_SORT_KEYS = ['rank', 'name', 'city', 'class', 'score', 'gaps'] as const;
export type InstitutionsSortKey = (typeof INSTITUTIONS_SORT_KEYS)[number];

export interface InstitutionsSort {
  readonly key: InstitutionsSortKey;
  readonly descending: boolean;
}

export interface InstitutionsView extends Scope {
  /** All levels, whatever `level` says. */
  readonly everyLevel: boolean;
  readonly legalForm: LegalForm | null;
  /** A class, `-` for institutions without one, or null for all. */
  readonly class: string | null;
  readonly query: string;
  readonly sort: InstitutionsSort;
}

export interface InstitutionsOptions extends ScopeOptions {
  readonly defaults: InstitutionsView;
}

export const institutionsDefaults = (
  manifest: Manifest,
  schemes: readonly Scheme[],
): InstitutionsView => ({
  ...scopeDefaults(manifest, schemes),
  everyLevel: true,
  legalForm: null,
  class: null,
  query: '',
  sort: { key: 'rank', descending: false },
});

export const institutionsOptions = (
  manifest: Manifest,
  schemes: readonly Scheme[],
  periods: ScopeOptions['periods'],
): InstitutionsOptions => ({
  ...scopeOptions(manifest, schemes, periods),
  defaults: institutionsDefaults(manifest, schemes),
});

/** Classes are words of the data; anything short is taken, and finds nobody if there is no such. */
const classField: Field<string | null> = {
  parse: (text) => (text.length > 0 && text.length <= 20 ? text : undefined),
  print: (text) => text,
};

const sortField: Field<InstitutionsSort> = {
  parse: (text) => {
    const descending = text.startsWith('-');
    const key = INSTITUTIONS_SORT_KEYS.find(
      (known) => known === (descending ? text.slice(1) : text),
    );
    return key === undefined ? undefined : { key, descending };
  },
  print: ({ key, descending }) => (descending ? `-${key}` : key),
};

const fields = (options: InstitutionsOptions): Fields<InstitutionsView> => ({
  ...scopeFields(options),
  everyLevel: { name: 'every', field: flag },
  legalForm: { name: 'form', field: maybeOneOf(LEGAL_FORMS) },
  class: { name: 'class', field: classField },
  query: { name: 'q', field: freeText },
  sort: { name: 'sort', field: sortField },
});

export const parseInstitutionsView = (
  params: URLSearchParams,
  options: InstitutionsOptions,
): InstitutionsView => parseAddress(fields(options), params, options.defaults);

export const institutionsSearch = (view: InstitutionsView, options: InstitutionsOptions): string =>
  printAddress(fields(options), view, options.defaults);
