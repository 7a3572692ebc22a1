/** The chronicles of both layers, and the default figure, as the build has them. */
import { messagesFor } from '#lib/i18n/index.ts';
import { timelineMessages } from '#lib/i18n/views/timeline.ts';
import type { Locale } from '#lib/model/index.ts';
import { readChronicle } from '#lib/state/server/published.ts';
import { readSite } from '#lib/state/server/site.ts';
import { ALL_EVENTS } from '#lib/state/timeline-view.ts';
import { timelineFigure } from '#lib/views/timeline/figure.ts';
import { timelineModel } from '#lib/views/timeline/model.ts';

export const readChronicles = async () => ({
  reported: await readChronicle('reported'),
  synthetic: await readChronicle('synthetic'),
});

export async function timelineFigureOf(locale: Locale) {
  const { manifest } = await readSite();
  const chronicles = await readChronicles();
  const context = {
    model: timelineModel(chronicles, ALL_EVENTS),
    chronicle: chronicles.reported,
    locale,
    m: messagesFor(locale),
    t: timelineMessages(locale),
    chosen: [],
  };
  return timelineFigure(context, manifest, '');
}
