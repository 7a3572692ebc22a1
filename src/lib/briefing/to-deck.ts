import { SLIDE_ROWS, type Deck, type Slide } from '#lib/office/pptx/index.ts';
import type { TableBlock } from '#lib/office/docx/index.ts';
import type { ReportMessages } from '#lib/i18n/views/report.ts';
import type { Paint } from './pictures.ts';
import { breathe, counter, type Watch } from './progress.ts';
import type { FigurePiece, Report } from './report.ts';

/** Letters of running text that a slide holds. */
const MOST_LETTERS = 420;

/**
 * A cover, then a slide for the text under each heading, one or more for each figure and table. Figures are native
 * charts where there are any, else pictures. Rejects with an AbortError when it is cancelled.
 */
export async function deckOf(
  report: Report,
  paint: Paint,
  r: Pick<ReportMessages, 'tableContinued'>,
  watch: Watch = {},
): Promise<Deck> {
  const { locale, title, mark, day, sources, pieces } = report;
  const step = counter(watch, pieces.length);
  const slides: Slide[] = [];
  const source = sources.join(locale === 'zh' ? '；' : '; ');
  slides.push({
    title,
    subtitle: mark,
    body: { kind: 'text', paragraphs: sources },
    source: '',
    notes: [...(mark === '' ? [] : [mark]), ...sources],
  });
  let under = title;
  let said: string[] = [];
  const add = (slide: Pick<Slide, 'title' | 'subtitle' | 'body'>, notes: readonly string[] = []) =>
    slides.push({
      ...slide,
      source,
      notes: [...notes, ...(mark === '' ? [] : [mark]), ...sources],
    });
  const flush = () => {
    for (const paragraphs of dealt(said))
      add({ title: under, subtitle: '', body: { kind: 'text', paragraphs } }, paragraphs);
    said = [];
  };
  const addFigure = async ({ figure, caption }: FigurePiece) => {
    const { title, subtitle, note } = figure.text;
    const head = { title, subtitle };
    const notes = [caption, ...(note === '' ? [] : [note])];
    const native = figure.native();
    native.forEach((chart, i) =>
      add(
        {
          ...head,
          title: r.tableContinued(head.title, i + 1, native.length),
          body: { kind: 'chart', chart: { ...chart, alt: caption } },
        },
        notes,
      ),
    );
    if (native.length > 0) return;
    await breathe(watch);
    const picture = figure.picture('wide');
    const png = await paint(picture);
    const { width, height } = picture;
    const alt = figure.describe(caption);
    add({ ...head, body: { kind: 'picture', png, width, height, alt } }, notes);
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
        for (const [i, table] of pagesOf(piece).entries())
          add({
            title: r.tableContinued(piece.caption || under, i + 1, pagesOf(piece).length),
            subtitle: '',
            body: { kind: 'table', table },
          });
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
  return { locale, title, mark, day, slides };
}

/** Rows dealt out evenly over as many slides as they need. */
function pagesOf({ columns, rows }: TableBlock): Pick<TableBlock, 'columns' | 'rows'>[] {
  const pages = Math.max(1, Math.ceil(rows.length / SLIDE_ROWS));
  const each = Math.ceil(rows.length / pages);
  return Array.from({ length: pages }, (_, page) => ({
    columns,
    rows: rows.slice(page * each, (page + 1) * each),
  }));
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
