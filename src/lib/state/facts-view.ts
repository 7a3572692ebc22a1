/** What the page of published facts shows, as one value that the URL holds. */
import { freeText, maybeOneOf, parseAddress, printAddress, type Fields } from './address.ts';

/** Each null: all of them. */
export interface FactsView {
  /** What the fact tells of, across documents. */
  readonly topic: string | null;
  /** Heading of the document. */
  readonly pillar: string | null;
  /** Code of a province or of the country. */
  readonly province: string | null;
  /** Id of a source. */
  readonly document: string | null;
  readonly year: string | null;
  /** Stock, flow, ratio … */
  readonly kind: string | null;
  readonly query: string;
}

/** What an address may choose from, for each field but the text. */
export type FactsOptions = Readonly<Record<Exclude<keyof FactsView, 'query'>, readonly string[]>>;

export const ALL_FACTS: FactsView = {
  topic: null,
  pillar: null,
  province: null,
  document: null,
  year: null,
  kind: null,
  query: '',
};

const factsFields = (options: FactsOptions): Fields<FactsView> => ({
  topic: { name: 'topic', field: maybeOneOf(options.topic) },
  pillar: { name: 'pillar', field: maybeOneOf(options.pillar) },
  province: { name: 'region', field: maybeOneOf(options.province) },
  document: { name: 'document', field: maybeOneOf(options.document) },
  year: { name: 'year', field: maybeOneOf(options.year) },
  kind: { name: 'kind', field: maybeOneOf(options.kind) },
  query: { name: 'q', field: freeText },
});

export const parseFactsView = (params: URLSearchParams, options: FactsOptions): FactsView =>
  parseAddress(factsFields(options), params, ALL_FACTS);

export const factsSearch = (view: FactsView, options: FactsOptions): string =>
  printAddress(factsFields(options), view, ALL_FACTS);
