/** One institution on one page. */
import { textWidth } from '#lib/charts/index.ts';
import { captionOf, type FigureSubject } from '#lib/figure/index.ts';
import { formatPlain } from '#lib/i18n/index.ts';
import { institutionMessages } from '#lib/i18n/views/institution.ts';
import type { InstitutionRow } from '#lib/state/dataset.ts';
import { institutionFacts } from '#lib/state/institution-facts.ts';
import { missingReasonText, rawValueText } from '#lib/ui/value-words.ts';
import type { IndicatorStanding } from '#lib/views/institution/against.ts';
import type { ProfileContext } from '#lib/views/institution/context.ts';
import {
  dimensionFigure,
  hasHistory,
  hasPeers,
  historyFigure,
} from '#lib/views/institution/figures.ts';
import { profileHeadings } from '#lib/views/institution/headings.ts';
import { profileModel } from '#lib/views/institution/model.ts';
import type { Material } from './material.ts';
import { figurePiece } from './pictures.ts';
import { column, missing, number, text, type FigurePiece, type Piece } from './report.ts';
import type { ReportRequest } from './request.ts';
import { layerMark, points, type Words } from './words.ts';

/** `search`: query string of the page that shows the institution. */
export function profilePieces(
  material: Material,
  request: ReportRequest,
  institution: InstitutionRow,
  sources: readonly string[],
  search: string,
  words: Words,
): Piece[] {
  const { dataset, scheme, result, facts, possible, manifest } = material;
  const { locale, m } = words;
  const mark = layerMark(request.layer, m);
  const w = institutionMessages(locale);
  const model = profileModel(
    dataset,
    scheme,
    result,
    request,
    institution.institution_id,
    institutionFacts(facts, institution),
    possible,
  );
  const headings = profileHeadings(model, scheme, manifest, locale, m, w);
  const context: ProfileContext = { model, scheme, manifest, headings, search, locale, m, w };
  const figures = [
    ...(hasPeers(model) ? [dimensionPiece(context)] : []),
    ...(hasHistory(model) ? [historyPiece(context)] : []),
  ];
  const [first, second] = figures;
  return [
    { kind: 'title', text: headings.title },
    // English takes more lines than the page has for a mark between rules.
    ...(mark === '' ? [] : [{ kind: locale === 'zh' ? 'mark' : 'note', text: mark } as const]),
    { kind: 'brief', text: headings.finding },
    ...standing(context, words),
    ...(first && second ? [{ kind: 'pair' as const, figures: [first, second] as const }] : figures),
    ...remarks(context, words).map((line) => ({ kind: 'brief' as const, text: line })),
    ...notes(context).map((line) => ({ kind: 'note' as const, text: line })),
    { kind: 'note', text: sources.join(locale === 'zh' ? '；' : '; ') },
  ];
}

function standing({ model, scheme, w }: ProfileContext, { locale, m, r }: Words): Piece[] {
  const { standing: s, identity } = model;
  if (!s) return [];
  const band = scheme.bands.find(({ code }) => code === s.band)?.name[locale];
  const { change } = s;
  const cells = [
    [w.standing.place, number(w.standing.of(s.place, s.of))],
    ...(s.inCity
      ? [[w.standing.inCity, number(w.standing.of(s.inCity.place, s.inCity.of))] as const]
      : []),
    [w.standing.score, number(points(s.score, 1))],
    ...(band === undefined ? [] : [[w.standing.band, text(band)] as const]),
    [
      w.standing.change,
      text(
        change.kind === 'up' || change.kind === 'down'
          ? m.change[change.kind](change.places)
          : m.change[change.kind],
      ),
    ],
    ...(s.possible
      ? [[w.standing.possible, number(r.possible(s.possible.from, s.possible.to))] as const]
      : []),
    [w.identity.class, identity.class === null ? missing(w.identity.none) : text(identity.class)],
  ] as const;
  return [
    {
      kind: 'table',
      caption: '',
      columns: cells.map(([title, cell]) =>
        // As wide as its words, and the margins of a cell.
        column(title, Math.max(textWidth(title, 10.5), textWidth(cell.text, 10.5)) + 14, 'centre'),
      ),
      rows: [cells.map(([, cell]) => cell)],
    },
  ];
}

/** What must be known to read the figures; said once, below them. */
const notes = (context: ProfileContext): string[] => [
  ...(hasPeers(context.model) ? [dimensionFigure(context).text.note] : []),
  ...(hasHistory(context.model) ? [historyFigure(context).text.note] : []),
];

const withoutNote = (subject: FigureSubject): FigureSubject => ({
  ...subject,
  text: { ...subject.text, note: '' },
});

/** The title of each figure says whose it is; the finding stands above. */
function dimensionPiece(context: ProfileContext): FigurePiece {
  const subject = withoutNote(dimensionFigure(context));
  return figurePiece(
    subject,
    captionOf({ title: subject.text.title, subtitle: '' }, context.locale),
  );
}

function historyPiece(context: ProfileContext): FigurePiece {
  const subject = withoutNote(historyFigure(context));
  return figurePiece(
    subject,
    captionOf({ title: subject.text.title, subtitle: '' }, context.locale),
  );
}

/** Strong and weak points, targets, gaps: a line each. */
function remarks({ model, w }: ProfileContext, { locale, m, r }: Words): string[] {
  const join = locale === 'zh' ? '；' : '; ';
  const lead = ({ name, unit, value, qualifier, medianValue }: IndicatorStanding) => {
    const own = unit?.[locale] ?? '';
    return r.lead(
      name[locale],
      rawValueText({ value, qualifier }, own, m),
      formatPlain(medianValue) + (own === '%' ? '%' : ''),
    );
  };
  const { against, targets, gaps } = model;
  const reported = targets.map(({ name, cell, unit, verdict, comparator, value }) =>
    r.ownTarget(
      name[locale],
      (w.targets.comparator[comparator] ?? w.targets.comparator['equal'])?.(
        rawValueText({ value, qualifier: 'exact' }, unit, m),
      ) ?? '',
      cell?.value == null
        ? missingReasonText(cell?.missing_reason ?? null, m)
        : rawValueText({ value: cell.value, qualifier: cell.qualifier }, unit, m),
      w.targets[verdict],
    ),
  );
  return [
    ...(against.strongest.length > 0 ? [r.strong(against.strongest.map(lead).join(join))] : []),
    ...(against.weakest.length > 0 ? [r.weak(against.weakest.map(lead).join(join))] : []),
    ...(reported.length > 0 ? [r.ownTargets(reported.join(join))] : []),
    ...(gaps.length === 0
      ? []
      : gaps.length > NAMED_GAPS
        ? [w.gaps.count(gaps.length, model.indicators)]
        : [
            r.ownGaps(
              gaps
                .map(({ name, reason }) =>
                  m.ranking.gapReason(name[locale], missingReasonText(reason, m)),
                )
                .join(m.finding.nameJoin),
            ),
          ]),
  ];
}

/** More gaps than this are counted, not named: the page is one page. */
const NAMED_GAPS = 6;
