/** Changes over the years as figures and a table of a report. */
import { captionOf } from '#lib/figure/index.ts';
import type { ReportMessages } from '#lib/i18n/views/report.ts';
import { trendsMessages } from '#lib/i18n/views/trends.ts';
import { rawValueText } from '#lib/ui/value-words.ts';
import { trendsDefaults, type TrendsView } from '#lib/state/trends-view.ts';
import { stockFigure, trendsFigure } from '#lib/views/trends/figure.ts';
import { trendsHeadings, type TrendsHeadings } from '#lib/views/trends/headings.ts';
import type { StockModel, StockPoint } from '#lib/views/trends/stock.ts';
import { trendsModel, type TrendsModel } from '#lib/views/trends/model.ts';
import { valueTable } from '#lib/views/trends/tables.ts';
import { speech, type Speech } from '#lib/views/trends/words.ts';
import type { Material } from './material.ts';
import { figurePiece } from './pictures.ts';
import type { FigurePiece } from './report.ts';
import type { ReportRequest } from './request.ts';
import { tableBlock } from './table-block.ts';
import type { Words } from './words.ts';

interface Trends {
  readonly model: TrendsModel;
  readonly headings: TrendsHeadings;
  readonly speech: Speech;
}

export function trendsOf(
  material: Material,
  request: ReportRequest,
  what: Pick<TrendsView, 'of' | 'chart'>,
  { locale, m }: Words,
): Trends {
  const { dataset, scheme, result, trends, manifest, choices } = material;
  const { layer, period, city, level, scheme: id } = request;
  const view: TrendsView = {
    ...trendsDefaults(manifest, [scheme]),
    ...{ layer, period, city, level, scheme: id },
    ...what,
  };
  const model = trendsModel({ dataset, scheme, result, ...trends }, view);
  const said = speech(locale, m, trendsMessages(locale), scheme);
  return { model, headings: trendsHeadings(model, scheme, manifest, choices, said), speech: said };
}

export function trendsPiece(
  { model, headings, speech: said }: Trends,
  { scheme, manifest }: Material,
  search: string,
): FigurePiece {
  const subject = trendsFigure(model, scheme, manifest, headings, search, said);
  const caption = captionOf({ title: subject.text.title, subtitle: headings.finding }, said.locale);
  return figurePiece(subject, caption);
}

/** What is held at the end of each year; null where the layer has no such numbers. */
export function stockPiece(
  { model, headings, speech: said }: Trends,
  { scheme, manifest }: Material,
  search: string,
  { r }: Words,
): FigurePiece | null {
  const { stock } = model;
  const subject = stockFigure(model, scheme, manifest, headings.place, search, said);
  if (!subject || !stock) return null;
  const finding = stockFinding(stock, said, r);
  const caption = captionOf({ title: subject.text.title, subtitle: finding }, said.locale);
  return figurePiece(subject, caption);
}

/** From the first year to the last; the last alone where not the same institutions were counted. */
function stockFinding({ stock, years }: StockModel, said: Speech, r: ReportMessages): string {
  const counted = years.filter((year) => year.stock !== null);
  const [first, last] = [counted[0], counted[counted.length - 1]];
  if (!first || !last) return '';
  const text = ({ stock: held }: StockPoint) =>
    rawValueText({ value: held ?? NaN, qualifier: 'exact' }, stock.unit[said.locale], said.m);
  if (first === last || first.n !== last.n) return r.stock.only(last.period, text(last));
  const change = Math.sign((last.stock ?? 0) - (first.stock ?? 0));
  const say = change > 0 ? r.stock.rose : change < 0 ? r.stock.fell : r.stock.same;
  return say(first.period, text(first), last.period, text(last));
}

/** Every institution and year, in the order of the last: paper has no lines to find by colour. */
export function trendsTable({ model, headings, speech: said }: Trends, { r }: Words) {
  const { columns, rows, notes } = valueTable(model, headings.what, said, () => '');
  const last = model.periods.length - 1;
  const values = new Map(model.lines.map(({ id, points }) => [id, points[last]?.value ?? null]));
  const valueOf = (id: string | null) => values.get(id ?? '') ?? -Infinity;
  const ordered = [...rows].sort((a, b) => Math.sign(valueOf(b.id) - valueOf(a.id)) || 0);
  const byScore = r.byScore(model.periods[last] ?? '');
  return {
    block: tableBlock(headings.title, columns, ordered),
    notes: [
      ...headings.notes,
      ...headings.breaks,
      ...notes.map((note) => (note === said.t.table.order ? byScore : note)),
    ],
  };
}
