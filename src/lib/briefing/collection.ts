/** What a reader has collected from any views, as one report. */
import { dataMark, dataNature } from '#lib/export/data-nature.ts';
import { captionOf } from '#lib/figure/index.ts';
import { keptDocumentFigure, type KeptFigure } from '#lib/figure/tray/kept-figure.ts';
import { formatDay, type Messages } from '#lib/i18n/index.ts';
import { collectionMessages, type CollectionMessages } from '#lib/i18n/views/collection.ts';
import { reportMessages } from '#lib/i18n/views/report.ts';
import type { Locale } from '#lib/model/index.ts';
import { collectedTables } from './collected-table.ts';
import { countPieces, numberWords, type Numbered } from './numbered.ts';
import type { FigurePiece, Origin, Piece, Report, TablePiece } from './report.ts';

export interface Collection {
  readonly title: string;
  /** In the order of the report; at least one. */
  readonly figures: readonly KeptFigure[];
  readonly locale: Locale;
  readonly m: Messages;
}

interface Item {
  readonly kept: KeptFigure;
  readonly origin: Origin;
  readonly shown: readonly (FigurePiece | TablePiece)[];
}

export function collectionReport({ title: given, figures, locale, m }: Collection): Report {
  const w = collectionMessages(locale);
  const title = given.trim() === '' ? w.title : given.trim();
  const items = figures.map((kept) => itemOf(kept, locale, m));
  const counted = countPieces(items.flatMap(({ shown }) => shown));
  const marks = marksOf(counted, w, locale);
  const days = figures.map(({ text }) => text.cutoff).sort();
  const natures = items.map(({ origin }) => origin.nature);
  const marked = natures.filter((nature) => dataMark(nature) !== null);
  return {
    locale,
    title,
    mark: marks.short,
    day: days[days.length - 1] ?? '',
    sources: [...new Set(items.map(({ origin }) => origin.source))],
    nature: marked[0] ?? natures[0] ?? { layer: 'reported', locale },
    fileParts: [...new Set(marked.map((nature) => dataNature({ ...nature, locale }))), title],
    pieces: [
      { kind: 'title', text: title },
      ...marks.full.map((text) => ({ kind: 'mark', text }) as const),
      ...items.flatMap(piecesOf),
      { kind: 'heading', level: 1, text: w.sources },
      ...sourceNotes(counted, w),
    ],
  };
}

function itemOf(kept: KeptFigure, locale: Locale, m: Messages): Item {
  const origin = originOf(kept, locale, m);
  const own = kept.caption.trim();
  const caption = own === '' ? captionOf(kept.text, kept.locale) : own;
  const figure: FigurePiece = {
    kind: 'figure',
    figure: keptDocumentFigure(kept),
    caption,
    origin,
  };
  const title = kept.text.title.trim() === '' ? caption : kept.text.title.trim();
  // Beside its figure a table need not say again what it shows.
  const says = caption.startsWith(title) ? caption.slice(title.length) : caption;
  const around = {
    origin,
    title,
    ...(kept.part === 'both'
      ? { caption: title, subtitle: '' }
      : { caption, subtitle: says.replace(/^[\s：:]+/u, '') }),
  };
  return {
    kept,
    origin,
    shown: [
      ...(kept.part === 'table' ? [] : [figure]),
      ...(kept.part === 'figure' ? [] : collectedTables(kept, around, collectionMessages(locale))),
    ],
  };
}

/** Paragraph, what is shown, what must be known to read it, source. */
function piecesOf({ kept, origin, shown }: Item): Piece[] {
  const paragraphs = kept.paragraph.split(/[\r\n]+/u).filter((line) => line.trim() !== '');
  // A figure has its note in its picture.
  const note = kept.part === 'table' ? kept.text.note : '';
  return [
    ...paragraphs.map((line) => ({ kind: 'paragraph', text: line.trim() }) as const),
    ...shown,
    { kind: 'source', text: origin.source },
    ...(note === '' ? [] : [{ kind: 'source', text: note } as const]),
  ];
}

function originOf(kept: KeptFigure, locale: Locale, m: Messages): Origin {
  const { source, cutoff, scheme, edition } = kept.text;
  const { nature } = keptDocumentFigure(kept);
  const w = collectionMessages(locale);
  return {
    nature,
    mark: dataMark({ ...nature, locale }) ?? '',
    source: [
      m.export.source(source),
      m.export.cutoff(formatDay(cutoff, locale)),
      ...(scheme === '' ? [] : [m.export.scheme(scheme)]),
      ...(edition === '' ? [] : [reportMessages(locale).edition(edition)]),
    ].join(w.semicolon),
  };
}

/** Pieces in groups, by what is said of them; in the order of the report. */
function grouped(
  counted: readonly Numbered[],
  said: (origin: Origin) => string,
): [said: string, pieces: Numbered[]][] {
  const groups = new Map<string, Numbered[]>();
  for (const one of counted) {
    const text = one.piece.origin ? said(one.piece.origin) : '';
    groups.set(text, [...(groups.get(text) ?? []), one]);
  }
  return [...groups];
}

/**
 * What must be known of the data: once where it holds for all, else for which figures and tables;
 * in full at the start, in few words on every page.
 */
function marksOf(counted: readonly Numbered[], w: CollectionMessages, locale: Locale) {
  const groups = grouped(counted, ({ mark }) => mark);
  const marked = groups.filter(([mark]) => mark !== '');
  const [only] = groups;
  if (groups.length === 1 && only) return { short: only[0], full: only[0] === '' ? [] : [only[0]] };
  const inFewWords = marked.flatMap(([, pieces]) => {
    const nature = pieces[0]?.piece.origin?.nature;
    return nature ? [w.of(numberWords(pieces, w), dataNature({ ...nature, locale }))] : [];
  });
  return {
    short: inFewWords.join(w.semicolon),
    full: marked.map(([mark, pieces]) => w.of(numberWords(pieces, w), mark)),
  };
}

function sourceNotes(counted: readonly Numbered[], w: CollectionMessages): Piece[] {
  const groups = grouped(counted, ({ source }) => source);
  return groups.map(([source, pieces]) => ({
    kind: 'note',
    text: groups.length === 1 ? source : w.of(numberWords(pieces, w), source),
  }));
}
