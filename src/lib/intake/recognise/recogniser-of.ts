/** What headings and names mean, from the data folder and the answers given so far. */
import type { Mapping } from '../mapping/mapping.ts';
import type { Catalogue } from '../raw/catalogue.ts';
import type { DataSet } from '../raw/read-data.ts';
import { matchHeading, matchIndicator } from './headings.ts';
import { indicatorNames } from './indicator-names.ts';
import { isPlaceText, matchPlace } from './match-place.ts';
import { placeIndex } from './place-index.ts';
import { placeProposals } from './place-proposals.ts';
import { knownPlaces } from './places.ts';
import type { Recogniser } from './recogniser.ts';
import { isTotalText } from './totals.ts';

/**
 * Recognises by mapping, code, name, alias and former name, each exactly; a text that is only like a
 * known one gets proposals. Indicators are those that all layers share; institutions those of the
 * layers that take imports. The same question always has the same answer.
 */
export function recogniserOf(data: DataSet, catalogue: Catalogue, mapping: Mapping): Recogniser {
  const names = indicatorNames(data);
  const index = placeIndex(knownPlaces(data, catalogue));
  const isPlace = (text: string) => isPlaceText(text, index);
  const headings = { names, mapping, isPlace };
  const places = { index, mapping, propose: placeProposals(index.names) };
  return {
    heading: (path) => matchHeading(path, headings),
    indicator: (text) => matchIndicator(text, headings),
    place: (text, period) => matchPlace(text, period, places),
    isPlace,
    isTotal: isTotalText,
    unitOf(code) {
      const indicator = names.byCode.get(code);
      if (!indicator) throw new Error(`no indicator ${code}`);
      return { unit: indicator.unit, ratio: indicator.kind === 'ratio' };
    },
  };
}
