/** The figures of the trends page: what is drawn, what stands around it, what the file is called. */
import type {
  MultiplesPanel,
  SmallMultiplesInput,
  TrendAxis,
  TrendBreak,
  TrendLinesInput,
  TrendPoint,
  TrendSeries,
} from '#lib/charts/index.ts';
import { multiplesNotes } from '#lib/charts/small-multiples-text.ts';
import { trendNotes } from '#lib/charts/trend-lines-text.ts';
import { provenanceOf, type FigureSubject } from '#lib/figure/index.ts';
import { schemeLine } from '#lib/frame/strip.ts';
import { formatPlain } from '#lib/i18n/index.ts';
import type { Manifest, Scheme } from '#lib/model/index.ts';
import { cutoffOf } from '#lib/state/cutoff.ts';
import type { SeriesCut } from './breaks.ts';
import { MOST_CONTEXT, type TrendsHeadings } from './headings.ts';
import type { TrendsModel } from './model.ts';
import type { Panel } from './multiples.ts';
import { stockNative, trendsNative } from './native.ts';
import type { Point } from './point.ts';
import { stockSheet, trendsSheet } from './sheet.ts';
import { distanceText, numberText, pointText, unitText, withUnit, type Speech } from './words.ts';

/** `view`: query string of the page, so that an exported file can lead back to it. */
export function trendsFigure(
  model: TrendsModel,
  scheme: Scheme,
  manifest: Manifest,
  headings: TrendsHeadings,
  view: string,
  words: Speech,
): FigureSubject {
  const { layer, chart } = model.view;
  const { m, locale } = words;
  const joint = locale === 'zh' ? '' : ' ';
  const last = model.periods[model.periods.length - 1] ?? model.view.period;
  return {
    name: 'trends',
    locale,
    layer,
    text: {
      title: `${m.export.figure} ${headings.title}`,
      subtitle: chart === 'multiples' ? shownText(model, headings, words) : headings.finding,
      unit: figureUnit(model, words),
      source: m.layerSource[layer],
      cutoff: cutoffOf(manifest, last),
      scheme: schemeLine(scheme, locale),
      edition: manifest.edition.id,
      note: [
        // What the choice “content” does to small plots is of the page.
        ...(chart === 'multiples' ? [] : [...headings.who, ...headings.notes]),
        ...headings.breaks,
      ].join(joint),
    },
    chart: (charts) => {
      if (model.multiples) return charts.smallMultiplesChart(multiplesInput(model, words));
      const input = chartInput(model, words);
      if (chart === 'slope') return charts.slopeChart(input);
      return model.measure.asRank ? charts.bumpChart(input) : charts.trendLinesChart(input);
    },
    sheet: () => trendsSheet(model, headings.what, words),
    native: () => trendsNative(model, figureUnit(model, words), locale),
    fileParts: fileParts(model, headings, words),
    provenance: provenanceOf(manifest, layer, scheme, view),
  };
}

/** Whom small plots show, and why where nobody was picked. */
function shownText({ lines }: TrendsModel, { who }: TrendsHeadings, { m, locale }: Speech): string {
  const names = lines.flatMap(({ colour, name }) => (colour === null ? [] : [name[locale]]));
  return [m.finding.list(names) + m.finding.stop, ...who].join(locale === 'zh' ? '' : ' ');
}

function figureUnit(model: TrendsModel, words: Speech): string {
  const { measure, multiples } = model;
  if (multiples) return words.t.axes[multiples.axis];
  if (measure.sort === 'rank') return words.t.rankUnit;
  return measure.sort === 'class' ? words.t.classUnit : unitText(measure, words);
}

const pointOf = (point: Point, measure: TrendsModel['measure'], words: Speech): TrendPoint => ({
  value: point.value,
  text: pointText(point, measure, words),
});

const breaksOf = (cuts: readonly (SeriesCut & { readonly number?: number })[]): TrendBreak[] =>
  cuts.map(({ number = null, at, institution }) => ({
    number,
    at,
    ids: institution === null ? null : [institution],
  }));

/** What the drawing itself needs to have explained: axis, gaps, breaks, grey marks. */
export const chartNotes = (model: TrendsModel, words: Speech): string[] =>
  model.multiples
    ? multiplesNotes(multiplesInput(model, words))
    : trendNotes(chartInput(model, words));

const multiplesInput = (model: TrendsModel, words: Speech): SmallMultiplesInput => ({
  locale: words.locale,
  periods: model.periods,
  panels: model.multiples!.panels.map((panel) => panelOf(model, panel, words)),
});

function chartInput(model: TrendsModel, words: Speech): TrendLinesInput {
  const { lines, measure, periods, stats, cuts, otherCuts } = model;
  const context = lines.filter(({ colour }) => colour === null).length;
  const drawn = lines.filter(({ colour }) => colour !== null || context <= MOST_CONTEXT);
  const input: TrendLinesInput = {
    locale: words.locale,
    periods,
    series: drawn.map(({ id, name, colour, points }): TrendSeries => ({
      id,
      name: name[words.locale],
      colour,
      points: points.map((point) => pointOf(point, measure, words)),
    })),
    // Breaks of grey lines have no number: they are dashed, not marked.
    breaks: breaksOf([...cuts, ...otherCuts]),
    ranges: rangesOf(stats, measure, words),
    axis: axisOf(model),
  };
  return model.view.chart === 'slope' ? ends(input) : input;
}

function rangesOf(stats: TrendsModel['stats'], measure: TrendsModel['measure'], words: Speech) {
  if (stats.every(({ spread }) => spread === null)) return [];
  return stats.map(({ low, high, spread }) =>
    low && high && spread !== null
      ? {
          low: low.value,
          high: high.value,
          text: distanceText(spread, measure, words),
        }
      : null,
  );
}

function axisOf({ lines, measure }: TrendsModel): TrendAxis {
  if (measure.sort === 'rank') {
    const places = lines.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []));
    return { kind: 'rank', worst: places.reduce((a, b) => Math.max(a, b), 1) };
  }
  if (measure.sort === 'class') {
    const names = new Map<number, string>();
    for (const { points } of lines)
      for (const { value, valueText } of points)
        if (value !== null) names.set(value, valueText ?? formatPlain(value));
    return {
      kind: 'class',
      ticks: [...names].sort(([a], [b]) => a - b).map(([value, label]) => ({ value, label })),
    };
  }
  const bounded = measure.sort === 'ratio' && measure.unit?.zh === '%';
  return bounded || measure.sort === 'score'
    ? { kind: 'value', limits: [null, 100] }
    : { kind: 'value' };
}

/** The first and the last year alone, with every break that lies in between. */
function ends(input: TrendLinesInput): TrendLinesInput {
  const last = input.periods.length - 1;
  if (last < 1) return input;
  return {
    ...input,
    periods: [input.periods[0]!, input.periods[last]!],
    ranges: [],
    breaks: input.breaks.map((one) => ({ ...one, at: 1 })),
    series: input.series.map((one) => ({
      ...one,
      points: [one.points[0]!, one.points[last]!],
    })),
  };
}

function panelOf(model: TrendsModel, panel: Panel, words: Speech): MultiplesPanel {
  const { locale, t } = words;
  const common = model.multiples!.ends;
  const unit = panel.unit?.[locale] ?? '';
  const names = new Map(model.lines.map(({ id, name }) => [id, name[locale]]));
  const values = [
    ...panel.lines.flatMap(({ points }) => points.flatMap(({ value }) => value ?? [])),
    ...panel.medians.flatMap((value) => value ?? []),
  ];
  const own = ownEnds(values);
  return {
    id: panel.code,
    title: panel.name[locale],
    axisText: common
      ? t.panelAxis.common(formatPlain(common[0]), formatPlain(common[1]))
      : t.panelAxis.free(formatPlain(own[0]), formatPlain(own[1]), unit),
    ends: common ?? own,
    series: panel.lines.map(({ id, points }, colour) => ({
      id,
      name: names.get(id) ?? id,
      colour,
      points: points.map((point) => ({
        value: point.value,
        text: pointText(
          point,
          common
            ? { sort: 'score', unit: null }
            : { sort: unit === '%' ? 'ratio' : 'count', unit: panel.unit },
          words,
        ),
      })),
    })),
    reference: panel.medians,
    breaks: panel.cuts.map(({ at, institution }, i) => ({
      number: numberOf(model, panel, i),
      at,
      ids: institution === null ? null : [institution],
    })),
  };
}

/** A break of a panel has the number of its note. */
function numberOf({ cuts }: TrendsModel, panel: Panel, position: number): number {
  const id = panel.cuts[position]?.id;
  return cuts.find((cut) => cut.id === id)?.number ?? position + 1;
}

/** From the smallest to the largest; from zero where that is near, and never without height. */
function ownEnds(values: readonly number[]): [number, number] {
  const low = values.reduce((a, b) => Math.min(a, b), Infinity);
  const high = values.reduce((a, b) => Math.max(a, b), -Infinity);
  if (values.length === 0) return [0, 1];
  const start = low >= 0 && low <= 0.35 * high ? 0 : Math.floor(low);
  return [start, Math.max(Math.ceil(high), start + 1)];
}

/** Says what is in the file, so that two exports never share a name. */
function fileParts(model: TrendsModel, { what, place }: TrendsHeadings, words: Speech): string[] {
  const { view, periods, lines, standsIn, basis } = model;
  const { m, t, locale } = words;
  const names = lines
    .filter(({ colour }) => colour !== null)
    .slice(0, 3)
    .map(({ name }) => name[locale]);
  return [
    m.layer[view.layer],
    place,
    what,
    t.charts[view.chart],
    ...(basis === null ? [] : [t.basesShort[basis]]),
    `${periods[0] ?? ''}-${periods[periods.length - 1] ?? ''}`,
    ...(standsIn ? [] : names),
  ];
}

/** What is held and what is new, as a small figure of its own; null where there is nothing. */
export function stockFigure(
  model: TrendsModel,
  scheme: Scheme,
  manifest: Manifest,
  place: string,
  view: string,
  words: Speech,
): FigureSubject | null {
  const { stock } = model;
  if (!stock || stock.years.every((year) => year.stock === null)) return null;
  const { m, t, locale } = words;
  const { layer } = model.view;
  const last = model.periods[model.periods.length - 1] ?? model.view.period;
  const whose = model.lines.find(({ id }) => id === stock.institution)?.name[locale];
  const measure = { sort: 'count', unit: stock.stock.unit } as const;
  const text = (value: number | null, point: Point | undefined) =>
    value === null
      ? `${t.stock.missing}${point?.gap ? `（${pointText(point, measure, words)}）` : ''}`
      : point
        ? pointText(point, measure, words)
        : withUnit(numberText(value, measure), measure, words);
  const title = `${t.stock.figure} ${stock.stock.name[locale]}${m.colon}${t.stock.title(whose ?? t.stock.total(place))}`;
  return {
    name: 'trends-stock',
    locale,
    layer,
    text: {
      title,
      subtitle: stock.institution === null ? t.stock.rule : t.stock.ruleOne,
      unit: stock.stock.unit[locale],
      source: m.layerSource[layer],
      cutoff: cutoffOf(manifest, last),
      scheme: schemeLine(scheme, locale),
      edition: manifest.edition.id,
      note: '',
    },
    chart: (charts) =>
      charts.stockBarsChart({
        locale,
        years: stock.years.map(({ period, stock: held, added, points, n, of }) => ({
          period,
          stock: held,
          added,
          text:
            t.stock.year(text(held, points?.stock), text(added, points?.added)) +
            (stock.institution === null ? t.stock.counted(String(n), String(of)) : ''),
        })),
      }),
    sheet: () => stockSheet(stock, words),
    native: () => stockNative(stock, stock.stock.unit[locale], locale),
    fileParts: [m.layer[layer], whose ?? place, stock.stock.name[locale], t.stock.addedColumn],
    provenance: provenanceOf(manifest, layer, scheme, view),
  };
}
