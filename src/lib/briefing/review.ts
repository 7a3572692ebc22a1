/** 年度分析: the year, how it came about, which targets were met, what is missing. */
import type { LocalText } from '#lib/model/index.ts';
import type { TableBlock } from '#lib/office/docx/index.ts';
import { cutoffOf } from '#lib/state/cutoff.ts';
import { missingReasonText } from '#lib/ui/value-words.ts';
import type { Listed } from '#lib/views/ranking/model.ts';
import type { Material } from './material.ts';
import { basisText, noteLines } from './notice.ts';
import { rankingOf, rankingPiece, unrankedTable } from './ranking-pieces.ts';
import { column, missing, text, type Piece, type Report } from './report.ts';
import type { ReportRequest } from './request.ts';
import { bandSentence, changeSentences, placesSentences } from './summary.ts';
import { targetPieces } from './target-pieces.ts';
import { stockPiece, trendsOf, trendsPiece, trendsTable } from './trend-pieces.ts';
import {
  headings,
  layerMark,
  natureOf,
  names,
  scopeText,
  sourceLines,
  type Words,
} from './words.ts';

export function reviewReport(
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
  const title = r.titles.review(scope, period);
  const scores = trendsOf(material, request, { of: 'score', chart: 'line' }, words);
  const places = trendsOf(material, request, { of: 'rank', chart: 'bump' }, words);
  const values = trendsTable(scores, words);
  const stock = stockPiece(scores, material, search, words);
  const unranked = unrankedTable(ranking, material, r.tables.unranked(scope, period), words);
  const paragraph = (said: string): Piece[] =>
    said === '' ? [] : [{ kind: 'paragraph', text: said }];
  const ranked = model.ranked.length > 0;
  return {
    locale,
    title,
    mark,
    day: cutoffOf(manifest, period),
    sources,
    nature: natureOf(material, request),
    fileParts: [m.layer[layer], r.template.review.name, scope, period, scheme.name[locale]],
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
            rankingPiece(ranking, material, search, words),
            heading(r.headings.trends),
            trendsPiece(scores, material, search),
            trendsPiece(places, material, search),
            values.block,
          ]
        : []),
      ...(stock ? [heading(r.headings.stock), stock] : []),
      heading(r.headings.targets),
      ...targetPieces(material, request, search, words),
      heading(r.headings.gaps),
      ...gapPieces([...model.ranked, ...model.unranked], period, words),
      ...(unranked ? [unranked] : []),
      heading(r.headings.notes),
      ...noteLines(mark, sources, [
        ...ranking.headings.notes,
        ...(ranked ? values.notes : []),
        m.detail.rounding,
      ]),
    ],
  };
}

/** Which indicators are missing, for whom and why. */
function gapPieces(
  rows: readonly Pick<Listed, 'name' | 'gaps'>[],
  period: string,
  words: Words,
): Piece[] {
  const { r, m, locale } = words;
  const count = rows.reduce((sum, { gaps }) => sum + gaps.length, 0);
  if (count === 0) return [{ kind: 'paragraph', text: r.gaps.none(rows.length) }];
  const found = new Map<string, { name: LocalText; by: Map<string, LocalText[]> }>();
  for (const { name: whose, gaps } of rows)
    for (const { indicator, name, reason } of gaps) {
      const known = found.get(indicator) ?? { name, by: new Map<string, LocalText[]>() };
      known.by.set(reason, [...(known.by.get(reason) ?? []), whose]);
      found.set(indicator, known);
    }
  const table: TableBlock = {
    kind: 'table',
    caption: r.tables.gaps(period),
    columns: [column(r.columns.indicator, 2), column(r.columns.missing, 3)],
    rows: [...found.values()].map(({ name, by }) => [
      text(name[locale]),
      missing(
        [...by]
          .map(([reason, whose]) =>
            r.gaps.byReason(names(whose, words), missingReasonText(reason, m)),
          )
          .join(locale === 'zh' ? '；' : '; '),
      ),
    ]),
  };
  return [{ kind: 'paragraph', text: r.gaps.some(rows.length, count) }, table];
}
