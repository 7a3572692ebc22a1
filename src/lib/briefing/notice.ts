/** 通报: a ranking as a notice. */
import { formatDay, formatNumber } from '#lib/i18n/index.ts';
import { variedText } from '#lib/views/ranking/headings.ts';
import { rankingModel, type RankingModel } from '#lib/views/ranking/model.ts';
import type { TableBlock } from '#lib/office/docx/index.ts';
import { cutoffOf } from '#lib/state/cutoff.ts';
import { scoreDecimals } from '#lib/ui/score-decimals.ts';
import type { Material } from './material.ts';
import {
  rankingOf,
  rankingPiece,
  rankingTable,
  rankingViewOf,
  unrankedTable,
} from './ranking-pieces.ts';
import { column, missing, text, type Piece, type Report } from './report.ts';
import type { ReportRequest } from './request.ts';
import { bandSentence, changeSentences, placesSentences } from './summary.ts';
import {
  headings,
  layerMark,
  lockedEdition,
  natureOf,
  names,
  points,
  scopeText,
  sourceLines,
  type Words,
} from './words.ts';

export function noticeReport(
  material: Material,
  request: ReportRequest,
  search: string,
  words: Words,
): Report {
  const { r, m, locale } = words;
  const { manifest, scheme } = material;
  const { layer, period } = request;
  const ranking = rankingOf(material, request, words);
  const { model } = ranking;
  const scope = scopeText(material, request, words);
  const mark = layerMark(layer, m);
  const sources = sourceLines(material, request, words);
  const heading = headings(r);
  const title = r.titles.notice(ranking.headings.caption);
  const ranked = model.ranked.length > 0;
  const unranked = unrankedTable(ranking, material, r.tables.unranked(scope, period), words);
  const paragraph = (words: string): Piece[] =>
    words === '' ? [] : [{ kind: 'paragraph', text: words }];
  return {
    locale,
    title,
    mark,
    day: cutoffOf(manifest, period),
    sources,
    nature: natureOf(material, request),
    fileParts: [m.layer[layer], r.template.notice.name, scope, period, scheme.name[locale]],
    pieces: [
      { kind: 'title', text: title },
      ...(mark === '' ? [] : [{ kind: 'mark', text: mark } as const]),
      heading(r.headings.summary),
      ...paragraph(basisText(material, request, scope, words)),
      ...paragraph(placesSentences(model, scope, words)),
      ...paragraph(changeSentences(model, words)),
      ...paragraph(bandSentence(model, scheme.bands, words)),
      ...(ranked
        ? [
            heading(r.headings.places),
            rankingTable(ranking, material, words),
            heading(r.headings.parts),
            rankingPiece(ranking, material, search, words),
            heading(r.headings.dimensions),
            dimensionTable(material, request, r.tables.dimensions(scope, period), words),
          ]
        : []),
      ...(unranked ? [heading(r.headings.unranked), unranked] : []),
      heading(r.headings.notes),
      ...noteLines(mark, sources, [
        ...ranking.headings.notes,
        ...possibleNote(material, ranking.model, words),
        m.detail.rounding,
      ]),
    ],
  };
}

/** By which scheme, of whom, up to when; and whether it is what was published. */
export function basisText(
  material: Material,
  request: ReportRequest,
  scope: string,
  { r, locale }: Words,
): string {
  const { scheme, manifest } = material;
  const { period } = request;
  const name = `${scheme.name[locale]} v${scheme.version}`;
  const cutoff = formatDay(cutoffOf(manifest, period), locale);
  const locked = lockedEdition(material, request);
  const published = manifest.editions.some((edition) => edition.period === period);
  return (
    r.basis(name, scheme.weights_label[locale], cutoff, scope) +
    (locked
      ? r.locked(locked.id, formatDay(locked.locked_on, locale))
      : published
        ? r.recomputed(period)
        : '')
  ).trim();
}

/** What was simulated for the possible places; nothing where there are none. */
function possibleNote(
  { scheme: { robustness } }: Material,
  { ranked }: RankingModel,
  { r, m, locale }: Words,
): string[] {
  if (!robustness || ranked.every(({ possible }) => possible === null)) return [];
  const { replicates, seed } = robustness;
  return [r.possibleNote(variedText(robustness, locale, m), formatNumber(replicates, 0), seed)];
}

/** Marks first, then sources, then what must be known to read the numbers. */
export const noteLines = (
  mark: string,
  sources: readonly string[],
  notes: readonly string[],
): Piece[] =>
  [...(mark === '' ? [] : [mark]), ...sources, ...new Set(notes)].map((text) => ({
    kind: 'note',
    text,
  }));

function dimensionTable(
  { dataset, scheme, result }: Material,
  request: ReportRequest,
  caption: string,
  words: Words,
): TableBlock {
  const { r, m, locale } = words;
  const rankings = scheme.index.children.map(({ code, name }) => ({
    name,
    rows: rankingModel(dataset, scheme, result, { ...rankingViewOf(request), dimension: code })
      .ranked,
  }));
  // One table, one number of decimals: as many as the closest of its rows needs.
  const decimals = Math.max(...rankings.map(({ rows }) => scoreDecimals(rows)), 1);
  return {
    kind: 'table',
    caption,
    columns: [
      column(r.columns.dimension, 3),
      column(r.columns.best, 4),
      column(r.columns.median, 2, 'centre'),
      column(r.columns.worst, 4),
    ],
    rows: rankings.map(({ name, rows }) => {
      if (rows.length === 0)
        return [text(name[locale]), ...['', '', ''].map(() => missing(m.ranking.missing))];
      const scores = rows.map(({ score }) => score).sort((a, b) => a - b);
      const middle =
        (scores[Math.floor((scores.length - 1) / 2)]! +
          scores[Math.ceil((scores.length - 1) / 2)]!) /
        2;
      const having = (wanted: number) =>
        r.bestOf(
          names(
            rows.filter(({ score }) => score === wanted).map((row) => row.name),
            words,
          ),
          points(wanted, decimals),
        );
      return [
        text(name[locale]),
        text(having(scores[scores.length - 1]!)),
        { kind: 'number', text: points(middle, decimals) },
        text(having(scores[0]!)),
      ];
    }),
  };
}
