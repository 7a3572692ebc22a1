/** The matrix of months and categories as a figure; its table file holds the events themselves. */
import { provenanceOf, type FigureSubject } from '#lib/figure/index.ts';
import type { Messages } from '#lib/i18n/index.ts';
import type { TimelineMessages } from '#lib/i18n/views/timeline.ts';
import type { Locale, Manifest } from '#lib/model/index.ts';
import type { Chronicle } from '#lib/state/chronicle.ts';
import { columnWords } from './columns.ts';
import type { TimelineModel } from './model.ts';
import { categoryName, findingText, numberWords } from './words.ts';

export interface TimelineContext {
  readonly model: TimelineModel;
  readonly chronicle: Chronicle;
  readonly locale: Locale;
  readonly m: Messages;
  readonly t: TimelineMessages;
  /** What was chosen, in words: in the picture and in the file's name. */
  readonly chosen: readonly string[];
}

/** Last day that an event of this date may have happened on. */
function lastDay(date: string): string {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length > 7) return date;
  const [year = 0, month = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** `view`: query string of the page, so that an exported file can lead back to it. */
export function timelineFigure(
  context: TimelineContext,
  manifest: Manifest,
  view: string,
): FigureSubject {
  const { model, chronicle, locale, m, t, chosen } = context;
  const { layer } = model.view;
  const { unit, columns } = model.scale;
  const titles = { month: t.figure, quarter: t.figureQuarters, year: t.figureYears };
  const events = model.groups.flatMap((group) => group.events);
  const nameOf = (id: string | null) =>
    id === null ? null : (chronicle.institutions[id]?.[locale] ?? id);
  return {
    name: 'timeline',
    locale,
    layer,
    text: {
      title: titles[unit](t.title[layer]),
      subtitle: [...chosen, findingText(model.finding, model.view, locale, t)].join(' · '),
      unit: t.unit,
      source: layer === 'reported' ? t.sourceName : m.layerSource[layer],
      cutoff: events.map(({ date }) => lastDay(date)).reduce((a, b) => (a > b ? a : b), ''),
      scheme: '',
      edition: manifest.edition.id,
      note: '',
    },
    chart: (charts) =>
      charts.eventMatrix({
        columns: columns.map((column) => columnWords(column, unit, locale, t)),
        rows: model.rows.map(({ category, counts }) => ({
          id: category,
          name: categoryName(category, t),
          counts,
        })),
        locale,
      }),
    sheet: () => ({
      columns: [
        t.csv.id,
        t.csv.date,
        t.csv.category,
        t.csv.text,
        t.csv.numbers,
        t.csv.institution,
        t.csv.region,
        t.csv.document,
        t.csv.locator,
        t.csv.note,
      ],
      rows: events.map((event) => [
        event.id,
        event.date,
        categoryName(event.category, t),
        event.text[locale],
        numberWords(event, t).join(m.finding.join) || null,
        nameOf(event.institution_id),
        chronicle.regions[event.region_code]?.[locale] ?? event.region_code,
        chronicle.sources[event.source_id]?.title ?? event.source_id,
        event.locator,
        event.note,
      ]),
    }),
    fileParts: [m.layer[layer], t.fileName, ...chosen],
    provenance: provenanceOf(manifest, layer, null, view),
  };
}
