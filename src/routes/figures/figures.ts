/** The charts that the build draws as pictures: for readers without scripts, and until scripts draw. */
import { placeholderOf, type Placeholder } from '#lib/figure/placeholder.ts';
import type { FigureSubject } from '#lib/figure/index.ts';
import type { Locale } from '#lib/model/index.ts';
import { compareFigureOf } from '../[[lang=lang]]/compare/compare.ts';
import { methodFigureOf } from '../[[lang=lang]]/method/method.ts';
import { factsFigureOf } from '../[[lang=lang]]/facts/facts.ts';
import { programmeFigureOf } from '../[[lang=lang]]/programme/programme.ts';
import { targetsFigureOf } from '../[[lang=lang]]/targets/targets.ts';
import { institutionsFigureOf } from '../[[lang=lang]]/institutions/institutions.ts';
import { timelineFigureOf } from '../[[lang=lang]]/timeline/timeline.ts';
import { trendsFigureOf } from '../[[lang=lang]]/trends/trends.ts';
import { rankingFigureOf } from '../[[lang=lang]]/ranking.ts';

interface DrawnByBuild {
  /** About the width that the figure has on the page, in pixels. */
  readonly width: number;
  readonly subject: (locale: Locale) => Promise<FigureSubject>;
}

/** By name; a page's default figure that waits for no script is listed here. */
export const FIGURES: Readonly<Record<string, DrawnByBuild>> = {
  ranking: { width: 600, subject: rankingFigureOf },
  institutions: { width: 600, subject: institutionsFigureOf },
  programme: { width: 1200, subject: programmeFigureOf },
  targets: { width: 900, subject: targetsFigureOf },
  timeline: { width: 880, subject: timelineFigureOf },
  'facts-national': { width: 600, subject: factsFigureOf('national') },
  'facts-provinces': { width: 600, subject: factsFigureOf('provinces') },
  compare: { width: 600, subject: compareFigureOf },
  trends: { width: 900, subject: (locale) => trendsFigureOf('trends', locale) },
  'trends-stock': { width: 600, subject: (locale) => trendsFigureOf('trends-stock', locale) },
  method: { width: 600, subject: methodFigureOf },
};

/** The picture of a figure; throws for a name that is not listed. */
export async function drawFigure(
  name: string,
  locale: Locale,
  theme: 'light' | 'dark',
): Promise<Placeholder> {
  const drawn = FIGURES[name];
  if (!drawn) throw new Error(`No figure is called ${name}.`);
  return placeholderOf(await drawn.subject(locale), theme, drawn.width);
}

/** Its size in pixels, for the page to leave room. */
export async function placeholderSize(name: string): Promise<{ width: number; height: number }> {
  const { width, height } = await drawFigure(name, 'zh', 'light');
  return { width, height };
}
