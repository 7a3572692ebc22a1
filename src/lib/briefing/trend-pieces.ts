/** Changes over the years as figures and a table of a report. */
import { captionOf } from '#lib/figure/index.ts';
import { trendsMessages } from '#lib/i18n/views/trends.ts';
import { trendsDefaults, type TrendsView } from '#lib/state/trends-view.ts';
import { stockFigure, trendsFigure } from '#lib/views/trends/figure.ts';
import { trendsHeadings, type TrendsHeadings } from '#lib/views/trends/headings.ts';
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
): FigurePiece | null {
  const { stock } = model;
  const subject = stockFigure(model, scheme, manifest, headings.place, search, said);
  if (!subject || !stock) return null;
  const caption = captionOf({ title: subject.text.title, subtitle: '' }, said.locale);
  return figurePiece(subject, caption);
}

/** Every institution and year. */
export function trendsTable({ model, headings, speech: said }: Trends) {
  const table = valueTable(model, headings.what, said, () => '');
  return {
    block: tableBlock(headings.title, table.columns, table.rows),
    notes: [...headings.notes, ...headings.breaks, ...table.notes],
  };
}
