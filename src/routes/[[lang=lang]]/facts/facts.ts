/** The figures of the page of published facts as the build draws them. */
import { messagesFor } from '#lib/i18n/index.ts';
import { factsMessages } from '#lib/i18n/views/facts.ts';
import type { Locale } from '#lib/model/index.ts';
import { readFacts } from '#lib/state/server/published.ts';
import { readSite } from '#lib/state/server/site.ts';
import { seriesFigure, type SeriesKind } from '#lib/views/facts/figure.ts';
import { standardsSeries } from '#lib/views/facts/series.ts';

export const factsFigureOf = (kind: SeriesKind) => async (locale: Locale) => {
  const { manifest } = await readSite();
  const data = await readFacts();
  const context = {
    kind,
    points: standardsSeries(data)[kind],
    data,
    locale,
    m: messagesFor(locale),
    f: factsMessages(locale),
  };
  return seriesFigure(context, manifest, '');
};
