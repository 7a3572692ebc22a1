/** The comparison as a figure: what the chart draws, what stands around it, what the file is called. */
import type { ComparisonInput } from '#lib/charts/index.ts';
import { provenanceOf, type FigureSubject } from '#lib/figure/index.ts';
import { schemeLine } from '#lib/frame/strip.ts';
import type { Messages } from '#lib/i18n/index.ts';
import type { CompareMessages } from '#lib/i18n/views/compare.ts';
import type { Locale, Manifest, Scheme } from '#lib/model/index.ts';
import type { CompareView } from '#lib/state/compare-view.ts';
import { cutoffOf } from '#lib/state/cutoff.ts';
import type { CompareHeadings } from './headings.ts';
import type { CompareModel } from './model.ts';
import { compareNative } from './native.ts';
import { compareSheet } from './sheet.ts';
import { decimalsOf, subjectName } from './words.ts';

/** A radar says something from this many dimensions on. */
const LEAST_RADAR_DIMENSIONS = 3;

/** `search`: query string of the page, so that an exported file can lead back to it. */
export function compareFigure(
  model: CompareModel,
  view: CompareView,
  scheme: Scheme,
  manifest: Manifest,
  headings: CompareHeadings,
  search: string,
  locale: Locale,
  c: CompareMessages,
  m: Messages,
): FigureSubject {
  const { layer, period, chart } = view;
  const isRadar = chart === 'radar' && model.lines.length >= LEAST_RADAR_DIMENSIONS;
  const input = chartInput(model, scheme, locale, c, m);
  return {
    name: 'compare',
    locale,
    layer,
    text: {
      title: `${m.export.figure} ${c.figure.title(headings.names, period)}`,
      subtitle: headings.finding,
      unit: m.ranking.scoreUnit,
      source: m.layerSource[layer],
      cutoff: cutoffOf(manifest, period),
      scheme: schemeLine(scheme, locale),
      edition: manifest.edition.id,
      note: [...radarNotes(model, view, locale, c), ...headings.figureNotes].join(
        locale === 'zh' ? '' : ' ',
      ),
    },
    chart: (charts) => (isRadar ? charts.radarChart(input) : charts.groupedBars(input)),
    native: () => compareNative(input, m),
    sheet: () => compareSheet(model, locale, c, m),
    fileParts: [
      m.layer[layer],
      period,
      c.figure.name,
      ...input.series.map(({ name }) => name),
      scheme.name[locale],
      ...(isRadar ? [c.charts.radar] : []),
    ],
    provenance: provenanceOf(manifest, layer, scheme, search),
  };
}

/** What a radar cannot show, said under it. */
export function radarNotes(
  { subjects, lines }: CompareModel,
  { chart }: CompareView,
  locale: Locale,
  c: CompareMessages,
): string[] {
  if (chart !== 'radar') return [];
  if (lines.length < LEAST_RADAR_DIMENSIONS) return [c.figure.radarFew];
  const without = subjects.filter((_, column) =>
    lines.some(({ cells }) => cells[column]?.score == null),
  );
  if (without.length === 0) return [];
  return [c.figure.radarMissing(without.map((subject) => subjectName(subject, locale, c)))];
}

const chartInput = (
  model: CompareModel,
  scheme: Scheme,
  locale: Locale,
  c: CompareMessages,
  m: Messages,
): ComparisonInput => ({
  series: model.subjects.map((subject, column) => ({
    id: subject.id,
    name: subjectName(subject, locale, c),
    isReference: subject.reference !== null,
    values: model.lines.map(({ cells }) => cells[column]?.score ?? null),
  })),
  axes: model.lines.map(({ code, name }) => ({ code, name: name[locale] })),
  unit: m.ranking.scoreUnit,
  decimals: decimalsOf(model),
  max: scheme.normalise.range[1],
  locale,
});
