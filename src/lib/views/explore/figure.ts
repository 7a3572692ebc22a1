/** The answer as a figure with its table: bars of the first measure, or lines over years. */
import type { PlainBarsInput, TrendLinesInput } from '#lib/charts/index.ts';
import type { Sheet } from '#lib/export/index.ts';
import { provenanceOf, type FigureSubject } from '#lib/figure/index.ts';
import { schemeLine } from '#lib/frame/strip.ts';
import { formatNumber } from '#lib/i18n/index.ts';
import type { Manifest, Scheme } from '#lib/model/index.ts';
import type { Choices } from '#lib/state/choices.ts';
import { cutoffOf } from '#lib/state/cutoff.ts';
import { barsNative, linesNative } from './native.ts';
import { nameOfRow, said, unitOf, type Answer, type Wording } from './model.ts';

/** More bars, or lines, than this are no picture any more. */
const MOST_BARS = 40;
const MOST_LINES = 7;

export interface ExploreFigure {
  readonly subject: FigureSubject;
  /** What the picture leaves out, in words. */
  readonly notes: readonly string[];
}

/** null where there is nothing to draw. */
export function exploreFigure(
  answer: Answer,
  words: Wording,
  finding: string,
  notes: readonly string[],
  scheme: Scheme | undefined,
  manifest: Manifest,
  choices: Choices,
  search: string,
): ExploreFigure | null {
  const { model, measures, locale, m, v } = words;
  const { view } = model;
  const [measure] = measures;
  if (!measure || !answer.rows.some(({ cells }) => cells[0]?.value != null)) return null;
  const lines = view.chart === 'lines' && view.by.includes('period');
  const left =
    !lines && answer.rows.length > MOST_BARS
      ? [v.notes.firstOnly(MOST_BARS, answer.rows.length)]
      : lines && seriesOf(answer, words).length > MOST_LINES
        ? [v.notes.firstOnly(MOST_LINES, seriesOf(answer, words).length)]
        : [];
  const own = [...(measures.length > 1 ? [v.notes.chartFirst(measure.name[locale])] : []), ...left];
  const city = choices[view.layer]?.cities.find(({ code }) => code === view.city)?.name[locale];
  const place = city ?? m.layerOption[view.layer];
  const scope = view.level === null ? place : m.ranking.scope(place, m.level[view.level]);
  const title = v.figureTitle(
    measure.name[locale],
    v.aggregates[view.aggregate],
    view.by.map((one) => v.grouping[one]).join(m.finding.nameJoin),
    v.where(scope, view.period),
  );
  const used = measures.some(({ scored }) => scored) ? (scheme ?? null) : null;
  return {
    notes: own,
    subject: {
      name: 'explore',
      locale,
      layer: view.layer,
      text: {
        title: `${m.export.figure} ${title}`,
        subtitle: finding,
        unit: unitOf(measure, words),
        source: m.layerSource[view.layer],
        cutoff:
          view.period !== null && /^\d{4}$/u.test(view.period)
            ? cutoffOf(manifest, view.period)
            : manifest.edition.cutoff,
        scheme: used ? schemeLine(used, locale) : '',
        edition: manifest.edition.id,
        note: [...notes, ...answer.refusals, ...own].join(locale === 'zh' ? '' : ' '),
      },
      chart: (charts) =>
        lines
          ? charts.trendLinesChart(linesInput(answer, words))
          : charts.plainBars(barsInput(answer, words, finding)),
      native: () =>
        lines
          ? linesNative(linesInput(answer, words), {
              unit: unitOf(measure, words),
              decimals: answer.decimals[0] ?? 0,
            })
          : barsNative(barsInput(answer, words, finding), measure.name[locale], m.ranking.missing),
      sheet: () => exploreSheet(answer, words),
      fileParts: [
        m.layer[view.layer],
        ...(city === undefined ? [] : [city]),
        ...(view.level === null ? [] : [m.level[view.level]]),
        view.period ?? v.allPeriods,
        ...measures.map(({ name }) => name[locale]),
        v.aggregates[view.aggregate],
        ...view.by.map((one) => v.grouping[one]),
        ...(lines ? [v.charts.lines] : []),
      ],
      provenance: provenanceOf(manifest, view.layer, used, search),
    },
  };
}

function barsInput(answer: Answer, words: Wording, finding: string): PlainBarsInput {
  const [measure] = words.measures;
  return {
    bars: answer.rows.slice(0, MOST_BARS).map((row) => ({
      id: row.id,
      name: nameOfRow(row, words.v),
      value: row.cells[0]?.value ?? null,
    })),
    unit: measure ? unitOf(measure, words) : '',
    decimals: answer.decimals[0] ?? 0,
    description: finding,
    locale: words.locale,
  };
}

/** The other group by name, with its rows. */
function seriesOf({ rows }: Answer, { model, v }: Wording) {
  const at = model.view.by.indexOf('period');
  const series = new Map<string, Map<string, (typeof rows)[number]>>();
  for (const row of rows) {
    const period = row.keys[at] ?? '';
    const name = row.keys.filter((_, i) => i !== at).join(' · ') || v.all;
    const own = series.get(name) ?? new Map<string, (typeof rows)[number]>();
    own.set(period, row);
    series.set(name, own);
  }
  return [...series];
}

function linesInput(answer: Answer, words: Wording): TrendLinesInput {
  const { model, locale } = words;
  const at = model.view.by.indexOf('period');
  const periods = [...new Set(answer.rows.map(({ keys }) => keys[at] ?? ''))].sort();
  return {
    locale,
    periods,
    series: seriesOf(answer, words)
      .slice(0, MOST_LINES)
      .map(([name, rows], colour) => ({
        id: name,
        name,
        colour,
        points: periods.map((period) => {
          const value = rows.get(period)?.cells[0]?.value ?? null;
          return {
            value,
            text: value === null ? words.m.ranking.missing : said(value, 0, answer, words),
          };
        }),
      })),
    breaks: [],
    ranges: [],
    axis: { kind: 'value' },
  };
}

/** Full numbers, and beside each what it rests on; what has no value is an empty cell. */
export function exploreSheet(answer: Answer, words: Wording): Sheet {
  const { model, measures, locale, m, v } = words;
  return {
    columns: [
      ...model.view.by.map((one) => v.grouping[one]),
      ...measures.flatMap((measure) => {
        const name = `${measure.name[locale]} ${v.aggregates[model.view.aggregate]}`;
        return [
          m.ranking.withUnit(name, unitOf(measure, words)),
          v.columns.n(measure.name[locale]),
          v.columns.missing(measure.name[locale]),
          v.columns.hedged(measure.name[locale]),
        ];
      }),
    ],
    rows: answer.rows.map(({ keys, cells }) => [
      ...keys,
      ...cells.flatMap((cell) => [
        cell?.value ?? null,
        cell?.n ?? 0,
        cell?.missing ?? 0,
        cell?.hedged ?? 0,
      ]),
    ]),
  };
}

/** A cell of the table on the page. */
export function cellText(answer: Answer, row: number, at: number, { m, v }: Wording) {
  const cell = answer.rows[row]?.cells[at] ?? null;
  if (cell === null) return { text: '' };
  const sub = v.n(cell.n, cell.missing, cell.hedged);
  if (cell.value !== null) return { text: formatNumber(cell.value, answer.decimals[at] ?? 0), sub };
  return cell.n === 0 ? { text: m.ranking.missing, missing: true, sub } : { text: '—', sub };
}
