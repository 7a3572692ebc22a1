/** What the list of institutions shows, as one value that the URL holds. */
import type { Manifest, Scheme } from '#lib/model/index.ts';
import {
  flag,
  freeText,
  maybeOneOf,
  oneOf,
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

/** Each in the one direction that is of use: best place, first name, most gaps first. */
export const INSTITUTIONS_SORTS = ['rank', 'name', 'city', 'class', 'gaps'] as const;
export type InstitutionsSort = (typeof INSTITUTIONS_SORTS)[number];

/** Stands for institutions without a class among the classes of an address. */
export const NO_CLASS = '-';

export interface InstitutionsView extends Scope {
  /** All levels, whatever `level` says. */
  readonly everyLevel: boolean;
  readonly legalForm: LegalForm | null;
  /** A class, NO_CLASS for institutions without one, or null for all. */
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
  sort: 'rank',
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

const fields = (options: InstitutionsOptions): Fields<InstitutionsView> => ({
  ...scopeFields(options),
  everyLevel: { name: 'every', field: flag },
  legalForm: { name: 'form', field: maybeOneOf(LEGAL_FORMS) },
  class: { name: 'class', field: classField },
  query: { name: 'q', field: freeText },
  sort: { name: 'sort', field: oneOf(INSTITUTIONS_SORTS) },
});

export const parseInstitutionsView = (
  params: URLSearchParams,
  options: InstitutionsOptions,
): InstitutionsView => parseAddress(fields(options), params, options.defaults);

export const institutionsSearch = (view: InstitutionsView, options: InstitutionsOptions): string =>
  printAddress(fields(options), view, options.defaults);
