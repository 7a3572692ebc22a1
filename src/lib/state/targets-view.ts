/** What the page of targets shows, as one value that the URL holds. */
import type { Manifest } from '#lib/model/index.ts';
import { ids, maybeOneOf, oneOf, parseAddress, printAddress, type Fields } from './address.ts';
import type { TargetEvidence } from './targets/evidence.ts';

export const TARGET_LAYERS = ['all', 'reported', 'synthetic'] as const;

export interface TargetsView {
  readonly layer: (typeof TARGET_LAYERS)[number];
  /** The year whose numbers the targets are tested by. */
  readonly period: string;
  /** Region the targets are set for; null for all. */
  readonly region: string | null;
  /** Who set them; null for all. */
  readonly owner: string | null;
  /** Targets with their test laid open. */
  readonly open: readonly string[];
}

export interface TargetsOptions {
  readonly periods: readonly string[];
  readonly owners: readonly string[];
  readonly regions: readonly string[];
  readonly defaults: TargetsView;
}

const unique = (values: readonly string[]): string[] => [...new Set(values)];

export function targetsOptions(
  manifest: Manifest,
  evidence: readonly TargetEvidence[],
): TargetsOptions {
  const targets = evidence.flatMap((layer) => layer.targets);
  const year = manifest.edition.cutoff.slice(0, 4);
  const years = evidence.flatMap(({ cells }) => cells.map(({ period }) => period));
  return {
    periods: unique([...years, year]).sort(),
    owners: unique(targets.map(({ owner }) => owner)),
    regions: unique(targets.map(({ region_code }) => region_code)),
    defaults: { layer: 'all', period: year, region: null, owner: null, open: [] },
  };
}

const fields = ({ periods, owners, regions }: TargetsOptions): Fields<TargetsView> => ({
  layer: { name: 'data', field: oneOf(TARGET_LAYERS) },
  period: { name: 'year', field: oneOf(periods) },
  region: { name: 'city', field: maybeOneOf(regions) },
  owner: { name: 'owner', field: maybeOneOf(owners) },
  open: { name: 'open', field: ids() },
});

export const parseTargetsView = (params: URLSearchParams, options: TargetsOptions): TargetsView =>
  parseAddress(fields(options), params, options.defaults);

export const targetsSearch = (view: TargetsView, options: TargetsOptions): string =>
  printAddress(fields(options), view, options.defaults);
