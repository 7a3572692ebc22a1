/** The ranking as tables and figure of a report. */
import { captionOf } from '#lib/figure/index.ts';
import type { LocalText } from '#lib/model/index.ts';
import type { TableBlock } from '#lib/office/docx/index.ts';
import { scoreDecimals } from '#lib/ui/score-decimals.ts';
import { statusText } from '#lib/ui/value-words.ts';
import { rankingFigure } from '#lib/views/ranking/figure.ts';
import { rankingHeadings, type RankingHeadings } from '#lib/views/ranking/headings.ts';
import { rankingModel, type RankedRow, type RankingModel } from '#lib/views/ranking/model.ts';
import { NATURAL_SORT, type RankingView } from '#lib/state/ranking-view.ts';
import type { Material } from './material.ts';
import { figurePiece } from './pictures.ts';
import { column, missing, number, text, type FigurePiece } from './report.ts';
import type { ReportRequest } from './request.ts';
import { points, type Words } from './words.ts';

export const rankingViewOf = (request: ReportRequest): RankingView => {
  const { layer, period, city, level, scheme } = request;
  return {
    ...{ layer, period, city, level, scheme },
    dimension: null,
    sort: NATURAL_SORT,
    query: '',
    open: [],
  };
};

export interface Ranking {
  readonly model: RankingModel;
  readonly headings: RankingHeadings;
}

export function rankingOf(material: Material, request: ReportRequest, words: Words): Ranking {
  const { dataset, scheme, result, possible, manifest, choices } = material;
  const view = rankingViewOf(request);
  // Only for the scope that was simulated: a profile's places are counted among all peers.
  const known = request.template === 'counties' && request.city !== null ? null : possible;
  const model = rankingModel(dataset, scheme, result, view, known);
  const headings = rankingHeadings(model, scheme, manifest, choices, words.locale, words.m);
  return { model, headings };
}

/** All ranked rows; the columns of the page. */
export function rankingTable(
  { model, headings }: Ranking,
  { scheme }: Pick<Material, 'scheme'>,
  words: Words,
): TableBlock {
  const { m, r, locale } = words;
  const c = m.ranking.columns;
  const decimals = scoreDecimals(model.ranked);
  const withCity = model.ranked.some(({ place }) => place !== null) && model.view.city === null;
  const withBand = model.ranked.some(({ band }) => band !== null);
  const withPossible = model.ranked.some(({ possible }) => possible !== null);
  const bandName = (row: RankedRow) =>
    scheme.bands.find(({ code }) => code === row.band)?.name[locale] ?? '';
  return {
    kind: 'table',
    caption: headings.caption,
    columns: [
      column(c.rank, 14, 'centre'),
      column(c.institution, 14),
      ...(withCity ? [column(r.columns.city, 14)] : []),
      column(m.ranking.withUnit(c.score, m.ranking.scoreUnit), 12, 'right'),
      column(c.change, 13, 'right'),
      ...(withPossible ? [column(c.possible, 12, 'right')] : []),
      ...(withBand ? [column(c.band, 9, 'centre')] : []),
    ],
    rows: [...model.ranked]
      .sort((a, b) => a.rank - b.rank)
      .map((row) => [
        number(row.tied ? r.tied(row.rank, m.ranking.tied) : String(row.rank)),
        text(row.name[locale]),
        ...(withCity ? [text(row.place?.[locale] ?? '')] : []),
        number(points(row.score, decimals)),
        text(changeText(row, words)),
        ...(withPossible
          ? [row.possible ? number(r.possible(row.possible.from, row.possible.to)) : missing('—')]
          : []),
        ...(withBand ? [text(bandName(row))] : []),
      ]),
  };
}

function changeText({ change }: RankedRow, { m }: Words): string {
  return change.kind === 'up' || change.kind === 'down'
    ? m.change[change.kind](change.places)
    : m.change[change.kind];
}

/** Those without a place, and why; null where everybody has one. */
export function unrankedTable(
  { model }: Ranking,
  { scheme }: Pick<Material, 'scheme'>,
  caption: string,
  { locale, m, r }: Words,
): TableBlock | null {
  if (model.unranked.length === 0) return null;
  const dimensions = new Map<string, LocalText>(
    scheme.index.children.map(({ code, name }) => [code, name]),
  );
  return {
    kind: 'table',
    caption,
    columns: [column(r.columns.institution, 1), column(r.columns.reason, 3)],
    rows: model.unranked.map((row) => [
      text(row.name[locale]),
      missing(statusText(row.status, dimensions, locale, m)),
    ]),
  };
}

export function rankingPiece(
  { model, headings }: Ranking,
  { scheme, manifest }: Material,
  view: string,
  { locale, m }: Words,
): FigurePiece {
  const subject = rankingFigure(
    model,
    scheme,
    manifest,
    { title: headings.caption, finding: headings.finding, notes: headings.notes },
    view,
    locale,
    m,
  );
  return figurePiece(subject, captionOf(subject.text, locale));
}
