import { chromium } from 'playwright';
import { PNG_KEYWORD } from '#lib/export/index.ts';
import { withPngText } from '#lib/export/png-chunks.ts';
import type { Paint } from '#lib/briefing/pictures.ts';
import { ensureBrowser } from '../lib/ensure-browser.ts';

export interface Painter {
  readonly paint: Paint;
  close(): Promise<void>;
}

/** Paints figures as the page does: on a canvas of a browser, without a network. */
export async function openPainter(): Promise<Painter> {
  const { path } = await ensureBrowser();
  const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox'] });
  const page = await browser.newPage();
  return {
    paint: async ({ svg, width, height, provenance, dpi }) => {
      const data = await page.evaluate(
        async (picture) => {
          await document.fonts.ready;
          const canvas = document.createElement('canvas');
          canvas.width = picture.width;
          canvas.height = picture.height;
          const url = URL.createObjectURL(
            new Blob([picture.svg], { type: 'image/svg+xml;charset=utf-8' }),
          );
          const image = new Image();
          image.src = url;
          await image.decode();
          canvas.getContext('2d')!.drawImage(image, 0, 0, picture.width, picture.height);
          URL.revokeObjectURL(url);
          return canvas.toDataURL('image/png');
        },
        { svg, width, height },
      );
      const png = Buffer.from(data.slice(data.indexOf(',') + 1), 'base64');
      return withPngText(new Uint8Array(png), { keyword: PNG_KEYWORD, text: provenance, dpi });
    },
    close: () => browser.close(),
  };
}
