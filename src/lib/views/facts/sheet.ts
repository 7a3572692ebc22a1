/** The facts found, as a table file: numbers as numbers, the printed words beside them. */
import type { Sheet } from '#lib/export/index.ts';
import type { Messages } from '#lib/i18n/index.ts';
import type { FactsMessages } from '#lib/i18n/views/facts.ts';
import type { Locale } from '#lib/model/index.ts';
import type { FactsData } from '#lib/state/published-facts.ts';
import type { FactsModel } from './model.ts';
import { publishedDay, valueWords } from './words.ts';

export function factsSheet(
  { groups }: FactsModel,
  { sources, regions }: FactsData,
  locale: Locale,
  m: Messages,
  f: FactsMessages,
): Sheet {
  const words = f.csv.columns;
  return {
    columns: [
      words.number,
      words.pillar,
      words.name,
      words.value,
      words.text,
      words.qualifier,
      words.unit,
      words.period,
      words.region,
      words.entity,
      words.kind,
      words.document,
      words.publisher,
      words.published,
      words.locator,
      words.url,
      words.note,
    ],
    rows: groups.flatMap(({ pillar, facts }) =>
      facts.map((fact) => {
        const source = sources[fact.source_id];
        return [
          fact.number,
          f.pillar[pillar] ?? pillar,
          fact.name[locale],
          fact.value,
          fact.value_text ?? valueWords(fact, locale, m, f).text,
          f.hedge[fact.qualifier],
          fact.unit[locale],
          fact.period,
          regions[fact.region_code]?.name[locale] ?? fact.region_code,
          fact.entity,
          f.kind[fact.measure_kind],
          source?.title ?? fact.source_id,
          source?.publisher ?? null,
          source ? publishedDay(source) : null,
          fact.locator,
          source?.url ?? null,
          fact.note,
        ];
      }),
    ),
  };
}
