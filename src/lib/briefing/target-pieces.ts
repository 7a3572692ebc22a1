/** Targets as a figure and a table of a report. */
import { captionOf } from '#lib/figure/index.ts';
import {
  actualParts,
  actualText,
  distanceText,
  reasonText,
  targetWords,
  wantedText,
  type TargetWords,
} from '#lib/frame/target-words.ts';
import { targetsMessages } from '#lib/i18n/views/targets.ts';
import { cutoffOf } from '#lib/state/cutoff.ts';
import { evaluateTarget, type Evaluation } from '#lib/state/targets/index.ts';
import type { Cell } from '#lib/office/docx/index.ts';
import { overviewFigure } from '#lib/views/targets/figure.ts';
import { findingSentence } from '#lib/views/targets/finding.ts';
import type { TargetGroup } from '#lib/views/targets/model.ts';
import type { Material } from './material.ts';
import { figurePiece } from './pictures.ts';
import { column, missing, text, type Piece } from './report.ts';
import type { ReportRequest } from './request.ts';
import { lockedEdition, type Words } from './words.ts';

/** How far, and where nobody can say yet, whose number or which quarter is missing. */
function distanceCell(one: Evaluation, words: TargetWords): Cell {
  const distance = distanceText(one, words);
  if (one.verdict !== 'undecided') return text(distance);
  const parts = actualParts(one, words);
  const why = parts.length > 0 ? parts.join(words.m.finding.join) : reasonText(one, words);
  return one.distance === null ? missing(why) : { ...text(distance), sub: why };
}

/** Of the region asked for, or all of the layer; a sentence where there are none. */
export function targetPieces(
  { evidence, manifest, dataset, scheme }: Material,
  { layer, period, city }: ReportRequest,
  search: string,
  { locale, m, r }: Words,
): Piece[] {
  const asOf = { period, day: cutoffOf(manifest, period) };
  const counties = new Set(
    dataset.institutions
      .filter(({ city_code }) => city_code === city)
      .map(({ region_code }) => region_code),
  );
  const evaluations = evidence.targets
    .filter(({ region_code }) => city === null || region_code === city || counties.has(region_code))
    .map((target) => evaluateTarget(target, evidence, asOf));
  if (evaluations.length === 0) {
    const locked = lockedEdition({ manifest, scheme }, { layer, period });
    return [{ kind: 'paragraph', text: locked ? r.targetsNotLocked : r.targetsNone }];
  }
  const t = targetsMessages(locale);
  const words = targetWords(locale, m, t, evidence.indicators);
  const key = layer === 'synthetic' ? 'demo' : 'other';
  const group: TargetGroup = {
    id: key,
    key,
    evidence,
    place: null,
    document: null,
    evaluations,
    matrix: null,
  };
  const n = evaluations.length;
  const finding = findingSentence({ groups: [group], shown: n, all: n }, t);
  const subject = overviewFigure(group, t.group[key], {
    manifest,
    words,
    asOf,
    search,
    number: 1,
  });
  const caption = captionOf({ title: subject.text.title, subtitle: '' }, locale);
  const nameOf = ({ target }: (typeof evaluations)[number]) =>
    [
      evidence.regions[target.region_code]?.[locale],
      locale === 'zh' ? target.name_zh : target.name_en,
    ]
      .filter((part) => part !== undefined)
      .join(m.colon);
  return [
    { kind: 'paragraph', text: finding },
    figurePiece(subject, caption),
    {
      kind: 'table',
      caption: r.tables.targets(period),
      columns: [
        column(t.column.target, 5),
        column(t.column.wanted, 3),
        column(t.column.actual, 3),
        column(t.column.verdict, 3),
        column(t.column.distance, 3),
      ],
      rows: evaluations.map((one) => [
        text(nameOf(one)),
        text(wantedText(one, words)),
        actualText(one, words) === '' ? missing(t.actual.none) : text(actualText(one, words)),
        text(t.verdict[one.verdict]),
        distanceCell(one, words),
      ]),
    },
  ];
}
