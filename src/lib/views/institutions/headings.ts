/** The words around the list: of whom it is, and the one sentence it says. */
import { stripItems } from '#lib/frame/strip.ts';
import type { InstitutionsMessages } from '#lib/i18n/views/institutions.ts';
import type { Messages } from '#lib/i18n/index.ts';
import type { Locale, Manifest, Scheme } from '#lib/model/index.ts';
import type { InstitutionsModel } from './model.ts';

export interface InstitutionsHeadings {
  readonly title: string;
  readonly finding: string;
  readonly strip: readonly string[];
}

export function institutionsHeadings(
  model: InstitutionsModel,
  scheme: Scheme | undefined,
  manifest: Manifest,
  locale: Locale,
  m: Messages,
  w: InstitutionsMessages,
): InstitutionsHeadings {
  const { layer, period } = model.view;
  return {
    title: w.title(m.layerOption[layer], period),
    finding: findingSentence(model, m, w),
    strip: stripItems(manifest, period, scheme, locale, m),
  };
}

/** How many there are, how many of them are ranked, how many values are missing. */
function findingSentence(
  { rows, columns }: InstitutionsModel,
  m: Messages,
  w: InstitutionsMessages,
): string {
  const f = w.finding;
  if (rows.length === 0) return f.none + m.finding.stop;
  const of = (level: string) => rows.filter((row) => row.level === level).length;
  const [county, city] = [of('county'), of('city')];
  const count = [
    f.count(rows.length),
    ...(county > 0 && city > 0 ? [f.levels(county, city)] : []),
  ].join(f.comma);
  if (rows.every(({ gaps }) => gaps === columns))
    return [count, f.silent].join(m.finding.join) + m.finding.stop;
  const ranked = rows.filter(({ place }) => place !== null).length;
  const lacking = rows.filter(({ gaps }) => gaps > 0);
  const values = lacking.reduce((sum, { gaps }) => sum + gaps, 0);
  return (
    [
      count,
      ranked === rows.length
        ? f.allRanked
        : [f.ranked(ranked), f.unranked(rows.length - ranked)].join(f.comma),
      lacking.length === 0 ? f.complete : f.gaps(lacking.length, values),
    ].join(m.finding.join) + m.finding.stop
  );
}
