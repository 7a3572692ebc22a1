/** The two figures of the page: public measurement standards, national and of provinces. */
import type { FactBar } from '#lib/charts/index.ts';
import { provenanceOf, type FigureSubject } from '#lib/figure/index.ts';
import { formatPeriod, formatPlain, type Messages } from '#lib/i18n/index.ts';
import type { FactsMessages } from '#lib/i18n/views/facts.ts';
import type { Locale, Manifest } from '#lib/model/index.ts';
import type { FactsData } from '#lib/state/published-facts.ts';
import type { TableColumn, TableRow } from '#lib/ui/data-table.ts';
import { rawValueText } from '#lib/ui/value-words.ts';
import { factsNative } from './native.ts';
import type { FactSeries, SeriesPoint } from './series.ts';
import { publishedDay, webAddress } from './words.ts';

export type SeriesKind = keyof FactSeries;

/** What the drawing and the words need to know. */
export interface SeriesContext {
  readonly kind: SeriesKind;
  readonly points: readonly SeriesPoint[];
  readonly data: FactsData;
  readonly locale: Locale;
  readonly m: Messages;
  readonly f: FactsMessages;
}

/** The number with its hedge, without the unit that the axis has: “6.2万余”, “63 658”. */
function label({ fact }: SeriesPoint, { locale, m }: SeriesContext): string {
  if (locale === 'zh' && fact.value_text !== null)
    return fact.value_text.replace(fact.unit.zh, '').trim();
  return rawValueText(fact, '', m).trim();
}

const regionName = ({ fact }: SeriesPoint, { data, locale }: SeriesContext): string =>
  data.regions[fact.region_code]?.name[locale] ?? fact.region_code;

/** Under a bar: its year always; who published when tells two numbers of one year apart. */
function under(point: SeriesPoint, context: SeriesContext): string[] {
  const { fact } = point;
  const period = formatPeriod(fact.period, context.locale);
  if (context.kind === 'provinces') return [period, regionName(point, context)];
  const source = context.data.sources[fact.source_id];
  const day = source ? publishedDay(source) : null;
  return [period, ...(day === null ? [] : [context.f.series.published(day)])];
}

const bar = (point: SeriesPoint, context: SeriesContext): FactBar => ({
  id: point.fact.id,
  value: point.value,
  label: label(point, context),
  qualifier: point.fact.qualifier,
  under: under(point, context),
});

/** What the series says in one line; nothing is subtracted and nobody is ranked. */
export function seriesFinding(context: SeriesContext): string {
  const { kind, points, locale, f } = context;
  const [first, last] = [points[0], points[points.length - 1]];
  if (!first || !last) return f.empty;
  if (kind === 'provinces') return f.series.notRanked(points.length) + f.stop;
  const at = ({ fact }: SeriesPoint) => formatPeriod(fact.period, locale);
  const text = f.series.span(at(first), label(first, context), at(last), label(last, context));
  return text.slice(0, 1).toUpperCase() + text.slice(1) + f.stop;
}

export const seriesNotes = ({ kind, f }: SeriesContext): string[] =>
  kind === 'national' ? [f.series.sameYear, f.series.years] : [f.series.years];

export function seriesTable(context: SeriesContext): {
  columns: TableColumn[];
  rows: TableRow[];
} {
  const { kind, points, data, locale, f } = context;
  const words = f.series.columns;
  // A column that says “China” in every row says nothing.
  const hasRegions = kind === 'provinces';
  return {
    columns: [
      { label: words.period, whole: true },
      ...(hasRegions ? [{ label: words.region, whole: locale === 'zh' }] : []),
      { label: words.value, unit: f.series.unit, numeric: true },
      { label: words.source },
    ],
    rows: points.map((point) => {
      const source = data.sources[point.fact.source_id];
      const href = source ? webAddress(source) : null;
      const day = source ? publishedDay(source) : null;
      return {
        id: point.fact.id,
        cells: [
          formatPeriod(point.fact.period, locale),
          ...(hasRegions ? [regionName(point, context)] : []),
          { text: label(point, context), origin: point.fact.id },
          {
            text: source?.title ?? point.fact.source_id,
            ...(href === null ? {} : { href }),
            ...(day === null ? {} : { sub: f.series.published(day) }),
          },
        ],
      };
    }),
  };
}

/** `view`: query string of the page, so that an exported file can lead back to it. */
export function seriesFigure(
  context: SeriesContext,
  manifest: Manifest,
  view: string,
): FigureSubject {
  const { kind, points, data, locale, m, f } = context;
  const isNational = kind === 'national';
  const bars = points.map((point) => bar(point, context));
  return {
    name: isNational ? 'facts-national' : 'facts-provinces',
    locale,
    layer: 'reported',
    text: {
      title: isNational ? f.series.nationalTitle : f.series.provinceTitle,
      subtitle: seriesFinding(context),
      unit: f.series.unit,
      source: f.series.sourceName,
      cutoff: points.map(({ fact }) => fact.until).reduce((a, b) => (a > b ? a : b), ''),
      scheme: '',
      edition: manifest.edition.id,
      note: seriesNotes(context).join(locale === 'zh' ? '' : ' '),
    },
    chart: (charts) =>
      charts.factBars({
        bars,
        unit: f.series.unit,
        locale,
      }),
    native: () =>
      factsNative(
        bars,
        isNational ? f.series.nationalCaption : f.series.provinceCaption,
        f.series.unit,
      ),
    sheet: () => ({
      columns: [
        f.csv.columns.period,
        f.csv.columns.region,
        f.csv.columns.value,
        f.csv.columns.text,
        f.csv.columns.unit,
        f.csv.columns.document,
        f.csv.columns.published,
        f.csv.columns.url,
      ],
      rows: points.map((point) => {
        const source = data.sources[point.fact.source_id];
        return [
          point.fact.period,
          regionName(point, context),
          point.value,
          point.fact.value_text ?? formatPlain(point.value),
          point.fact.unit[locale],
          source?.title ?? null,
          source ? publishedDay(source) : null,
          source?.url ?? null,
        ];
      }),
    }),
    fileParts: [m.layer.reported, isNational ? f.series.fileNational : f.series.fileProvinces],
    provenance: provenanceOf(manifest, 'reported', null, view),
  };
}
