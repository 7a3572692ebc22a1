/** Medians by city as bars that slides draw themselves; their ranges are in the picture only. */
import { inPages, PLAIN, type EditableChart } from '#lib/export/native.ts';
import type { InstitutionsMessages } from '#lib/i18n/views/institutions.ts';
import { formatNumber } from '#lib/i18n/index.ts';
import type { Locale } from '#lib/model/index.ts';
import type { InstitutionsModel } from './model.ts';

/** `max`: the highest score there can be. */
export const citiesNative = (
  { cities }: Pick<InstitutionsModel, 'cities'>,
  max: number,
  locale: Locale,
  w: InstitutionsMessages,
): EditableChart[] =>
  inPages(cities).map((part) => ({
    ...PLAIN,
    form: 'bars',
    categories: part.map(
      ({ name, median, n }) => `${name[locale]} ${w.beside(formatNumber(median, 1), n)}`,
    ),
    series: [{ name: w.words.median, values: part.map(({ median }) => median), ink: 'accent' }],
    unit: w.points,
    max,
  }));
