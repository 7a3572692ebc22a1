/** The default picture of targets as the build draws it. */
import { targetWords } from '#lib/frame/target-words.ts';
import { textsOf } from '#lib/i18n/index.ts';
import { targetsMessages } from '#lib/i18n/views/targets.ts';
import type { Locale } from '#lib/model/index.ts';
import { cutoffOf } from '#lib/state/cutoff.ts';
import { readSite } from '#lib/state/server/site.ts';
import { readTargetEvidence } from '#lib/state/server/targets.ts';
import { indexEvidence } from '#lib/state/targets/index.ts';
import { targetsOptions } from '#lib/state/targets-view.ts';
import { overviewFigure } from '#lib/views/targets/figure.ts';
import { targetsModel } from '#lib/views/targets/model.ts';

export async function targetsFigureOf(locale: Locale) {
  const { manifest } = await readSite();
  const published = await readTargetEvidence('reported');
  const demo = await readTargetEvidence('synthetic');
  const view = targetsOptions(manifest, [published, demo]).defaults;
  const asOf = { period: view.period, day: cutoffOf(manifest, view.period) };
  const model = targetsModel(indexEvidence(published), indexEvidence(demo), view, asOf);
  const group = model.groups.find(({ key }) => key === 'demo');
  if (!group) throw new Error('There are no targets of the demonstration layer to draw.');
  const t = targetsMessages(locale);
  const words = targetWords(locale, textsOf(locale, manifest), t, group.evidence.indicators);
  return overviewFigure(group, t.group.demo, { manifest, words, asOf, search: '', number: 2 });
}
