/** What the page of the work programme needs, and its default picture. */
import { messagesFor } from '#lib/i18n/index.ts';
import { programmeMessages } from '#lib/i18n/views/programme.ts';
import { targetsMessages } from '#lib/i18n/views/targets.ts';
import type { Locale } from '#lib/model/index.ts';
import { PROGRAMME_DEFAULTS } from '#lib/state/programme-view.ts';
import { readSite } from '#lib/state/server/site.ts';
import { readTargetEvidence } from '#lib/state/server/targets.ts';
import { indexEvidence } from '#lib/state/targets/index.ts';
import { programmeFigure } from '#lib/views/programme/figure.ts';
import { programmeModel } from '#lib/views/programme/model.ts';
import { findingSentence } from '#lib/views/programme/words.ts';

/** The evidence without the yearly numbers of institutions, which the programme does not read. */
export async function programmeEvidence() {
  const [published, demo] = await Promise.all([
    readTargetEvidence('reported'),
    readTargetEvidence('synthetic'),
  ]);
  return { published, demo: { ...demo, cells: [] } };
}

export async function programmeFigureOf(locale: Locale) {
  const { manifest } = await readSite();
  const { demo } = await programmeEvidence();
  const model = programmeModel(indexEvidence(demo), PROGRAMME_DEFAULTS, manifest.edition.cutoff);
  const words = {
    locale,
    m: messagesFor(locale),
    p: programmeMessages(locale),
    t: targetsMessages(locale),
  };
  return programmeFigure(model, manifest, findingSentence(model, words), '', words);
}
