/** What an institution's own page shows: a scope, of which it reads year and scheme. */
import { parseAddress, printAddress } from './address.ts';
import { scopeFields, type Scope, type ScopeOptions } from './scope.ts';

export type InstitutionView = Scope;

export interface InstitutionOptions extends ScopeOptions {
  /** What the page shows when the address says nothing. */
  readonly defaults: InstitutionView;
  /** The layer that the institution is of; an address cannot move it to another. */
  readonly own: Pick<Scope, 'layer'>;
  /** What other pages show when the address says nothing; the address leaves that out. */
  readonly site: Scope;
}

/** `site`: the scope of the edition in force; `own`: the institution's layer. */
export const institutionOptions = (
  options: ScopeOptions,
  site: Scope,
  own: InstitutionOptions['own'],
): InstitutionOptions => ({
  ...options,
  own,
  site,
  defaults: { ...site, ...own, period: periodOf(options, site, own) },
});

/** The edition's year, or the last one before it that the institution's layer has. */
function periodOf(
  { periods }: ScopeOptions,
  { period }: Scope,
  { layer }: InstitutionOptions['own'],
): string {
  const known = periods[layer] ?? [];
  if (known.length === 0 || known.includes(period)) return period;
  const before = known.filter((candidate) => candidate < period);
  return before[before.length - 1] ?? known[0] ?? period;
}

/** Year and scheme as asked for, if the institution's layer has them; city and level go along. */
export function parseInstitutionView(
  params: URLSearchParams,
  options: InstitutionOptions,
): InstitutionView {
  const { own, defaults } = options;
  const asked = new URLSearchParams(params);
  asked.set('data', own.layer);
  return parseAddress(scopeFields({ ...options, layers: [own.layer] }), asked, defaults);
}

/** The shortest address; it names the layer where other pages would not show it by themselves. */
export const institutionSearch = (view: InstitutionView, options: InstitutionOptions): string =>
  printAddress(scopeFields(options), view, options.site);
