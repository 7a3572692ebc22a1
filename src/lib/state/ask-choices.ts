import type { LocalText } from '#lib/model/index.ts';
import { institutions, periods } from '#lib/queries/index.ts';
import type { Ask } from './layer-tables/ask.ts';
import type { LayerChoices } from './choices.ts';

/** Asks an engine what its layer offers to choose from. */
export async function askChoices(ask: Ask): Promise<LayerChoices> {
  const [institutionRows, periodRows] = await Promise.all([
    ask(institutions, {}),
    ask(periods, { period_type: 'year' }),
  ]);
  const cities = new Map<string, LocalText>();
  for (const { city_code, city_name_zh, city_name_en } of institutionRows)
    if (city_code !== null && city_name_zh !== null)
      cities.set(city_code, { zh: city_name_zh, en: city_name_en ?? city_name_zh });
  return {
    periods: periodRows.map(({ period }) => period),
    cities: [...cities]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, name]) => ({ code, name })),
  };
}
