/** The figures of a report as pictures. Painting itself is left to whoever has a canvas. */
import * as charts from '#lib/charts/index.ts';
import { figureSvg, type Figure, type FigurePreset } from '#lib/export/index.ts';
import type { FigureBlock } from '#lib/office/docx/index.ts';
import type { FigurePiece } from './report.ts';

/** Paints a figure at its own size to the bytes of a PNG. */
export type Paint = (figure: Figure) => Promise<Uint8Array>;

/** On paper: 300 dots to the inch. */
const DPI = 300;

/**
 * A figure without its title, which the document or the slide around it says; the mark of invented
 * data and the source stay in the picture, because pictures are copied out of documents.
 */
export const pictureOf = ({ subject }: FigurePiece, preset: FigurePreset): Figure =>
  figureSvg({
    chart: subject.chart(charts),
    text: { ...subject.text, title: '', subtitle: '' },
    layer: subject.layer,
    trial: subject.trial ?? false,
    theme: 'light',
    preset,
    provenance: subject.provenance,
  });

/** The figure in words: its caption, then everything that is drawn. */
export const altOf = ({ subject, caption }: FigurePiece): string =>
  subject.chart(charts).summary(caption.replace(/[。.]$/u, ''));

export async function figureBlock(
  piece: FigurePiece,
  preset: 'a4' | 'a4-half',
  paint: Paint,
): Promise<FigureBlock> {
  const figure = pictureOf(piece, preset);
  const millimetres = (pixels: number) => (pixels / DPI) * 25.4;
  return {
    kind: 'figure',
    png: await paint(figure),
    width: millimetres(figure.width),
    height: millimetres(figure.height),
    caption: piece.caption,
    alt: altOf(piece),
  };
}
