/** What the timeline shows, as one value that the URL holds. */
import {
  freeText,
  maybeOneOf,
  oneOf,
  parseAddress,
  printAddress,
  type Field,
  type Fields,
} from './address.ts';

/** Layers that have events: published ones and fictional ones, never together. */
export const TIMELINE_LAYERS = ['reported', 'synthetic'] as const;
export type TimelineLayer = (typeof TIMELINE_LAYERS)[number];

/** Each null: all of them. */
export interface TimelineView {
  readonly layer: TimelineLayer;
  readonly institution: string | null;
  readonly region: string | null;
  readonly category: string | null;
  readonly year: string | null;
  readonly query: string;
}

/** What there is to choose from in each layer. */
export type TimelineOptions = Readonly<
  Record<
    TimelineLayer,
    Readonly<Record<'institution' | 'region' | 'category' | 'year', readonly string[]>>
  >
>;

export const ALL_EVENTS: TimelineView = {
  layer: 'reported',
  institution: null,
  region: null,
  category: null,
  year: null,
  query: '',
};

const ofLayer = (
  options: TimelineOptions,
  part: keyof TimelineOptions[TimelineLayer],
): Field<string | null, TimelineView> => ({
  parse: (text, { layer = ALL_EVENTS.layer }) =>
    maybeOneOf(options[layer][part]).parse(text, {}) ?? undefined,
  print: (word) => word,
});

const timelineFields = (options: TimelineOptions): Fields<TimelineView> => ({
  layer: { name: 'data', field: oneOf(TIMELINE_LAYERS) },
  institution: { name: 'institution', field: ofLayer(options, 'institution') },
  region: { name: 'region', field: ofLayer(options, 'region') },
  category: { name: 'category', field: ofLayer(options, 'category') },
  year: { name: 'year', field: ofLayer(options, 'year') },
  query: { name: 'q', field: freeText },
});

export const parseTimelineView = (
  params: URLSearchParams,
  options: TimelineOptions,
): TimelineView => parseAddress(timelineFields(options), params, ALL_EVENTS);

export const timelineSearch = (view: TimelineView, options: TimelineOptions): string =>
  printAddress(timelineFields(options), view, ALL_EVENTS);
