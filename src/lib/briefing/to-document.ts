import { TYPE_AREA, type Block, type Document } from '#lib/office/docx/index.ts';
import { collectionMessages } from '#lib/i18n/views/collection.ts';
import { fitPages } from './page-fit.ts';
import { figureBlock, type Paint } from './pictures.ts';
import { breathe, counter, stopIfAborted, type Watch } from './progress.ts';
import type { Piece, Report } from './report.ts';
import { tableNotes } from './table-notes.ts';

const noteOf = (text: string): Block => ({ kind: 'note', text });

const figuresIn = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, { kind }) => sum + (kind === 'figure' ? 1 : kind === 'pair' ? 2 : 0), 0);

/** Rejects with an AbortError when it is cancelled, between one figure and the next. */
export async function documentOf(
  report: Report,
  paint: Paint,
  watch: Watch = {},
  watermark = '',
): Promise<Document> {
  const step = counter(watch, figuresIn(report.pieces));
  const w = collectionMessages(report.locale);
  const blocks: Block[] = [];
  for (const piece of report.pieces) {
    if (piece.kind === 'figure') {
      await breathe(watch);
      blocks.push(await figureBlock(piece, 'a4', paint, watermark !== ''));
      step();
    } else if (piece.kind === 'pair') {
      const figures = [];
      for (const figure of piece.figures) {
        await breathe(watch);
        figures.push(await figureBlock(figure, 'a4-half', paint, watermark !== ''));
        step();
      }
      blocks.push({ kind: 'figure-row', figures, maxHeight: TYPE_AREA.height });
    } else if (piece.kind === 'table') {
      blocks.push(piece, ...tableNotes(piece, piece.rows.length, w).map(noteOf));
    } else blocks.push(piece.kind === 'source' ? noteOf(piece.text) : piece);
  }
  stopIfAborted(watch.signal);
  const { locale, title, mark, day } = report;
  return { locale, title, mark, watermark, day, blocks: fitPages(blocks, locale) };
}
