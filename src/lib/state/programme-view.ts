/** What the page of the work programme shows, as one value that the URL holds. */
import { ACTIVITY_KINDS, ACTIVITY_STATUSES } from '#lib/model/index.ts';
import type { Activity, ActivityKind } from '#lib/model/index.ts';
import { maybeOneOf, oneOf, parseAddress, printAddress, type Fields } from './address.ts';

/** Rows of the matrix: kinds of activity, or counties. */
export const PROGRAMME_ROWS = ['kind', 'county'] as const;
/** A status, or what is past its day whatever its status. */
export const STATUS_CHOICES = [...ACTIVITY_STATUSES, 'overdue'] as const;

export interface ProgrammeView {
  /** Region code of a city; null for all. */
  readonly city: string | null;
  /** Null for all years. */
  readonly year: string | null;
  readonly kind: ActivityKind | null;
  readonly status: (typeof STATUS_CHOICES)[number] | null;
  readonly rows: (typeof PROGRAMME_ROWS)[number];
}

export interface ProgrammeOptions {
  readonly cities: readonly string[];
  readonly years: readonly string[];
}

export const PROGRAMME_DEFAULTS: ProgrammeView = {
  city: null,
  year: null,
  kind: null,
  status: null,
  rows: 'kind',
};

const sorted = (values: readonly string[]): string[] => [...new Set(values)].sort();

export const programmeOptions = (activities: readonly Activity[]): ProgrammeOptions => ({
  cities: sorted(activities.map(({ region_code }) => region_code)),
  years: sorted(activities.map(({ period }) => period.slice(0, 4))),
});

const fields = ({ cities, years }: ProgrammeOptions): Fields<ProgrammeView> => ({
  city: { name: 'city', field: maybeOneOf(cities) },
  year: { name: 'year', field: maybeOneOf(years) },
  kind: { name: 'kind', field: maybeOneOf(ACTIVITY_KINDS) },
  status: { name: 'status', field: maybeOneOf(STATUS_CHOICES) },
  rows: { name: 'rows', field: oneOf(PROGRAMME_ROWS) },
});

export const parseProgrammeView = (
  params: URLSearchParams,
  options: ProgrammeOptions,
): ProgrammeView => parseAddress(fields(options), params, PROGRAMME_DEFAULTS);

export const programmeSearch = (view: ProgrammeView, options: ProgrammeOptions): string =>
  printAddress(fields(options), view, PROGRAMME_DEFAULTS);
