/** Whose value a cell holds and of when; or why that cannot be said. */
import type { Layer } from '#lib/model/index.ts';
import { parsePeriod, type Period } from '../period.ts';
import type { PlaceMatch } from '../recognise/recogniser.ts';
import type { DataCell } from '../understand/sheet-reading.ts';
import type { ImportCode } from './findings/import-finding.ts';
import type { Params } from '../findings/finding.ts';
import type { Folder } from './folder.ts';

export type PlaceFault = { readonly code: ImportCode; readonly params: Params };

type Institution = PlaceMatch & { kind: 'institution' };

export const LAYER_WORDS: Readonly<Record<Layer, { zh: string; en: string }>> = {
  reported: { zh: '已发布数据', en: 'the published data' },
  template: { zh: '填报数据', en: 'the data of the form' },
  synthetic: { zh: '示例数据', en: 'the demonstration data' },
};

/** 甲所（syn-1）. */
function named(id: string, { names }: Folder): string {
  const name = names.get(id);
  return name === undefined ? id : `${name}（${id}）`;
}

const unknownPlace = (name: string): PlaceFault =>
  name.trim() === ''
    ? { code: 'place_absent', params: {} }
    : { code: 'place_unknown', params: { name } };

/** The institution, where the layer may be imported into. */
export function institutionOf(
  { place, placeText, period }: DataCell,
  layer: Layer | null,
  folder: Folder,
): Institution | PlaceFault {
  switch (place.kind) {
    case 'institution': {
      const open = place.layer !== 'reported' && (layer === null || layer === place.layer);
      if (open) return place;
      const params = { id: named(place.institution_id, folder), layer: LAYER_WORDS[place.layer] };
      return { code: 'layer_other', params };
    }
    case 'contradiction':
      return {
        code: 'place_contradiction',
        params: { by_code: named(place.by_code, folder), by_name: named(place.by_name, folder) },
      };
    case 'not_valid':
      return {
        code: 'place_not_valid',
        params: {
          id: named(place.institution_id, folder),
          period: period?.period ?? place.period,
        },
      };
    case 'several':
      return { code: 'place_several', params: { name: placeText } };
    case 'unknown':
      // The very name is listed: what stands beside it is not known.
      if (place.proposals.some(({ name }) => name === placeText.trim()))
        return { code: 'place_doubted', params: { name: placeText } };
      return unknownPlace(placeText);
    case 'total':
    case 'ignored':
      return unknownPlace(placeText);
  }
}

export interface PeriodRead {
  readonly period: Period;
  /** Said of the period; null where it stands as written. */
  readonly said: PlaceFault | null;
}

/** The period as the yearly tables keep it: the last day of a year stands for the year. */
export function periodOf(
  period: Period | null,
  layer: Layer,
  folder: Folder,
): PeriodRead | PlaceFault {
  if (period === null) return { code: 'period_absent', params: {} };
  const year = period.period_start.slice(0, 4);
  if (year !== period.period_end.slice(0, 4))
    return { code: 'period_span', params: { period: period.period } };
  const whole = parsePeriod(year);
  if (period.period === `${year}-12-31` && whole && !folder.keepsDays.has(layer))
    return {
      period: whole,
      said: { code: 'period_year_end', params: { day: period.period, year } },
    };
  const said: PlaceFault | null =
    period.period_type === 'year'
      ? null
      : { code: 'period_not_year', params: { period: period.period } };
  return { period, said };
}
