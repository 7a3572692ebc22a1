/** The figures of a report as pictures. Painting itself is left to whoever has a canvas. */
import * as charts from '#lib/charts/index.ts';
import { withoutPaper } from '#lib/export/figure-ground.ts';
import type { Figure } from '#lib/export/index.ts';
import { documentFigure } from '#lib/figure/document-figure.ts';
import type { FigureSubject } from '#lib/figure/index.ts';
import type { FigureBlock } from '#lib/office/docx/index.ts';
import type { FigurePiece } from './report.ts';

/** Paints a figure at its own size to the bytes of a PNG. */
export type Paint = (figure: Figure) => Promise<Uint8Array>;

/** On paper: 300 dots to the inch. */
const DPI = 300;

/** A figure of a view, for a report that draws it now. `caption`: one sentence, without a number. */
export const figurePiece = (subject: FigureSubject, caption: string): FigurePiece => ({
  kind: 'figure',
  figure: documentFigure(subject, charts),
  caption,
});

/**
 * On a page with a watermark a picture has no paper of its own, which would blank the one text that
 * stands whole across the page; and none of its own beside it, because two are read as noise.
 */
export const onPage = (figure: Figure, isMarked: boolean): Figure =>
  isMarked ? withoutPaper(figure) : figure;

export async function figureBlock(
  { figure: source, caption }: FigurePiece,
  preset: 'a4' | 'a4-half',
  paint: Paint,
  isMarked = false,
): Promise<FigureBlock> {
  const figure = onPage(source.picture(preset), isMarked);
  const millimetres = (pixels: number) => (pixels / DPI) * 25.4;
  return {
    kind: 'figure',
    png: await paint(figure),
    width: millimetres(figure.width),
    height: millimetres(figure.height),
    caption,
    alt: source.describe(caption),
  };
}
