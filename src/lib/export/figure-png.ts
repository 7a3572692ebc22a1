import type { Figure } from './figure-svg.ts';
import { withPngText } from './png-chunks.ts';

/** Under this keyword the provenance JSON stands in the PNG's text. */
export const PNG_KEYWORD = 'Hengjian provenance';

export const PNG_SCALES = [1, 2, 4] as const;
export type PngScale = (typeof PNG_SCALES)[number];

/** Chromium's limits for a canvas; other browsers fail below them, and say so when they do. */
const MOST_PIXELS = 16_384 * 16_384;
const LONGEST_EDGE = 32_767;

/** The picture cannot be made at this size; the message says what to choose instead. */
export class FigureSizeError extends RangeError {
  override readonly name = 'FigureSizeError';
}

function tooLarge({ locale }: Figure, width: number, height: number): FigureSizeError {
  return new FigureSizeError(
    locale === 'zh'
      ? `图片 ${width} × ${height} 像素,超过浏览器上限。请选较小的倍数,或改存 SVG。`
      : `A picture of ${width} × ${height} pixels is beyond what the browser can draw. ` +
          'Choose a smaller scale, or save as SVG.',
  );
}

/**
 * Paints a figure's SVG to a PNG of exactly `width * scale` by `height * scale` pixels. Off-screen:
 * window size, zoom, device pixels and tab have no influence, and the same figure gives the same
 * bytes. Browser only. Throws a FigureSizeError beyond the limits of a canvas.
 */
export async function figurePng(
  figure: Figure,
  { scale }: { readonly scale: PngScale },
): Promise<Blob> {
  const width = figure.width * scale;
  const height = figure.height * scale;
  if (width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_EDGE)
    throw tooLarge(figure, width, height);

  await document.fonts.ready;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw tooLarge(figure, width, height);
  const image = await svgImage(figure.svg);
  context.drawImage(image, 0, 0, width, height);

  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  // A canvas that the browser could not hold gives no bytes at all.
  if (!png || png.size === 0) throw tooLarge(figure, width, height);
  const bytes = withPngText(new Uint8Array(await png.arrayBuffer()), {
    keyword: PNG_KEYWORD,
    text: figure.provenance,
    dpi: figure.dpi === null ? null : figure.dpi * scale,
  });
  return new Blob([new Uint8Array(bytes)], { type: 'image/png' });
}

async function svgImage(svg: string): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml;charset=utf-8' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(url);
  }
}
