/** What the method page shows, as one value that the URL holds. */
import type { Manifest, Scheme } from '#lib/model/index.ts';
import { parseAddress, printAddress } from './address.ts';
import {
  scopeDefaults,
  scopeFields,
  scopeOptions,
  type Scope,
  type ScopeOptions,
} from './scope.ts';

/** The city of the scope is only carried along: peers are those of the whole province. */
export type MethodView = Scope;

export interface MethodOptions extends ScopeOptions {
  readonly defaults: MethodView;
}

export const methodOptions = (
  manifest: Manifest,
  schemes: readonly Scheme[],
  periods: ScopeOptions['periods'],
): MethodOptions => ({
  ...scopeOptions(manifest, schemes, periods),
  defaults: scopeDefaults(manifest, schemes),
});

export const parseMethodView = (params: URLSearchParams, options: MethodOptions): MethodView =>
  parseAddress(scopeFields(options), params, options.defaults);

export const methodSearch = (view: MethodView, options: MethodOptions): string =>
  printAddress(scopeFields(options), view, options.defaults);
