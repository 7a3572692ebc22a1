import { nativeChart } from '#lib/export/native-colours.ts';
import { dealRows, type Deck, type Slide } from '#lib/office/pptx/index.ts';
import { collectionMessages } from '#lib/i18n/views/collection.ts';
import type { ReportMessages } from '#lib/i18n/views/report.ts';
import { countPieces } from './numbered.ts';
import { onPage, type Paint } from './pictures.ts';
import { breathe, counter, type Watch } from './progress.ts';
import { tableNotes } from './table-notes.ts';
import type { FigurePiece, Report, TablePiece } from './report.ts';

/** Letters of running text that a slide holds. */
const MOST_LETTERS = 420;
/** Slides of one table that anybody looks through. */
const MOST_PAGES = 8;

/**
 * A cover, then a slide for the text under each heading, one or more for each figure and table. Figures are native
 * charts where there are any, else pictures. Rejects with an AbortError when it is cancelled.
 */
export async function deckOf(
  report: Report,
  paint: Paint,
  r: Pick<ReportMessages, 'tableContinued'>,
  watch: Watch = {},
  watermark = '',
): Promise<Deck> {
  const { locale, title, mark, day, sources, pieces } = report;
  const w = collectionMessages(locale);
  const numbers = new Map(countPieces(pieces).map(({ piece, number }) => [piece, number]));
  const step = counter(watch, pieces.length);
  const slides: Slide[] = [];
  const allSources = sources.join(w.semicolon);
  slides.push({
    title,
    subtitle: mark,
    body: {
      kind: 'text',
      // They are listed at the end of what was collected from many places.
      paragraphs: allSources.length > MOST_LETTERS ? [w.sourcesBelow] : sources,
    },
    source: '',
    notes: [...(mark === '' ? [] : [mark]), ...sources],
  });
  let under = title;
  let said: string[] = [];
  const add = (
    slide: Pick<Slide, 'title' | 'subtitle' | 'body'>,
    notes: readonly string[] = [],
    origin?: FigurePiece['origin'],
  ) => {
    const about = origin ?? { mark, source: allSources };
    slides.push({
      ...slide,
      source: about.source,
      ...(origin ? { mark: origin.mark } : {}),
      notes: [
        ...notes,
        ...(about.mark === '' ? [] : [about.mark]),
        ...(origin ? [origin.source] : sources),
      ],
    });
  };
  const titled = (piece: FigurePiece | TablePiece, words: string) => {
    const number = numbers.get(piece) ?? null;
    return number === null ? words : w.titled(w[piece.kind](String(number)), words);
  };
  const flush = () => {
    for (const paragraphs of dealt(said))
      add({ title: under, subtitle: '', body: { kind: 'text', paragraphs } }, paragraphs);
    said = [];
  };
  const addFigure = async (piece: FigurePiece) => {
    const { figure, caption, origin } = piece;
    const { title, subtitle, note } = figure.text;
    const head = { title: titled(piece, title), subtitle };
    const notes = [caption, ...(note === '' ? [] : [note])];
    const native = figure.native();
    native.forEach((chart, i) =>
      add(
        {
          ...head,
          title: r.tableContinued(head.title, i + 1, native.length),
          body: { kind: 'chart', chart: nativeChart(chart, caption) },
        },
        notes,
        origin,
      ),
    );
    if (native.length > 0) return;
    await breathe(watch);
    const picture = onPage(figure.picture('wide'), watermark !== '');
    const png = await paint(picture);
    const { width, height } = picture;
    const alt = figure.describe(caption);
    add({ ...head, body: { kind: 'picture', png, width, height, alt } }, notes, origin);
  };
  const addTable = (piece: TablePiece) => {
    const { columns, caption, whole, origin } = piece;
    // What was collected is in a file too; a table of a template stands nowhere else.
    const pages = dealRows(piece).slice(0, whole ? MOST_PAGES : undefined);
    const shown = pages.reduce((sum, { length }) => sum + length, 0);
    const notes = tableNotes(piece, shown, w);
    // That rows are left out is said where the table begins, too.
    const cut =
      whole && pages.length > 1 && shown < whole.sheet.rows.length ? notes.slice(0, 1) : [];
    const named = whole ? whole.title + whole.part : caption;
    const words = titled(piece, named === '' ? under : named);
    pages.forEach((rows, i) => {
      const last = i === pages.length - 1;
      add(
        {
          title: r.tableContinued(words, i + 1, pages.length),
          subtitle: [...(i === 0 && whole ? [...cut, whole.subtitle] : []), ...(last ? notes : [])]
            .filter((line) => line !== '')
            .join(' '),
          body: { kind: 'table', table: { columns, rows } },
        },
        last ? notes : [],
        origin,
      );
    });
  };
  for (const piece of pieces) {
    switch (piece.kind) {
      case 'title':
      case 'heading':
        flush();
        under = piece.text;
        break;
      case 'figure':
        flush();
        await addFigure(piece);
        break;
      case 'pair':
        flush();
        for (const figure of piece.figures) await addFigure(figure);
        break;
      case 'table':
        flush();
        addTable(piece);
        break;
      case 'source':
        break;
      case 'page-break':
        flush();
        break;
      case 'mark':
        break;
      default:
        said.push(piece.text);
    }
    step();
    await breathe(watch);
  }
  flush();
  return { locale, title, mark, watermark, day, slides };
}

/** Paragraphs dealt out over slides, so that none is shrunk until it cannot be read. */
function dealt(paragraphs: readonly string[]): string[][] {
  const pages: string[][] = [];
  let letters = Infinity;
  for (const text of paragraphs) {
    if (letters + text.length > MOST_LETTERS) {
      pages.push([]);
      letters = 0;
    }
    pages[pages.length - 1]!.push(text);
    letters += text.length;
  }
  return pages;
}
