/** Who a form is for: one row each. */
import type { TableRow } from '../raw/table-row.ts';
import type { TemplateOrder } from './order.ts';

export interface FormPlace {
  readonly institution_id: string;
  /** Valid on the last day of the period. */
  readonly region_code: string;
  readonly region: string;
  readonly name: string;
}

interface Validity {
  readonly valid_from: string | null;
  readonly valid_to: string | null;
}

/** Exists on any day between the two. */
const within = ({ valid_from, valid_to }: Validity, first: string, last: string) =>
  (valid_from ?? '') <= last && (valid_to ?? '9999') >= first;

function regionOf(
  { data, catalogue, layer, period }: TemplateOrder,
  code: string,
): TableRow<'region'> | undefined {
  const earlier = catalogue.predecessors(layer, code);
  const day = period.period_end;
  return (
    data.rows.region.find(
      ({ layer: own, values }) =>
        own === layer && earlier.has(values.region_code ?? '') && within(values, day, day),
    ) ?? catalogue.region(layer, code)
  );
}

/** The institutions of the level that exist in the period, by region code. */
export function formPlaces(order: TemplateOrder): readonly FormPlace[] {
  const { data, layer, level, period } = order;
  return data.rows.institution
    .flatMap(({ layer: own, values }) => {
      const { institution_id, region_code, name_zh } = values;
      if (own !== layer || values.level !== level || institution_id === null) return [];
      if (!within(values, period.period_start, period.period_end)) return [];
      const region = regionOf(order, region_code ?? '');
      const code = region?.values.region_code ?? region_code ?? '';
      const place = { institution_id, region_code: code, name: name_zh ?? '' };
      return [{ ...place, region: region?.values.name_zh ?? '' }];
    })
    .sort((a, b) => (a.region_code < b.region_code ? -1 : 1));
}
