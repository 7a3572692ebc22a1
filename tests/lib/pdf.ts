/** Pages of a PDF as a reader sees them: words, and where they stand. */
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';

/** In points from the lower left corner. */
export interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly words: readonly Placed[];
  readonly pictures: readonly Placed[];
}

type Matrix = readonly [number, number, number, number, number, number];

const times = (m: Matrix, n: Matrix): Matrix => [
  n[0] * m[0] + n[1] * m[2],
  n[0] * m[1] + n[1] * m[3],
  n[2] * m[0] + n[3] * m[2],
  n[2] * m[1] + n[3] * m[3],
  n[4] * m[0] + n[5] * m[2] + m[4],
  n[4] * m[1] + n[5] * m[3] + m[5],
];

// What reads the PDF uses it, and the oldest Node that we run on has it not.
const buffers = ArrayBuffer.prototype as { transferToFixedLength?: () => ArrayBuffer };
buffers.transferToFixedLength ??= function (this: ArrayBuffer) {
  return this.slice(0);
};

export async function pagesOf(bytes: Uint8Array): Promise<PdfPage[]> {
  const { OPS } = await getResolvedPDFJS();
  const pdf = await getDocumentProxy(bytes);
  const pages: PdfPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const { items } = await page.getTextContent();
    const words = items.flatMap((item): Placed[] => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [, , , , x, y] = item.transform as number[];
      return [{ text: item.str, x: x!, y: y!, width: item.width, height: item.height }];
    });
    const { fnArray, argsArray } = await page.getOperatorList();
    const changes = argsArray as readonly Matrix[];
    let now: Matrix = [1, 0, 0, 1, 0, 0];
    const kept: Matrix[] = [];
    const pictures: Placed[] = [];
    fnArray.forEach((operator, i) => {
      if (operator === OPS.save) kept.push(now);
      else if (operator === OPS.restore) now = kept.pop() ?? now;
      else if (operator === OPS.transform) now = times(now, changes[i]!);
      else if (operator === OPS.paintImageXObject)
        pictures.push({ text: '', x: now[4], y: now[5], width: now[0], height: now[3] });
    });
    pages.push({ width, height, words, pictures });
  }
  return pages;
}

/** Without blanks and the letters that only look alike, so that line breaks do not matter. */
export const squeezed = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');

/** What stands between two heights, on all pages one after another. */
export const printed = (pages: readonly PdfPage[], from = -Infinity, to = Infinity): string =>
  squeezed(
    pages
      .flatMap(({ words }) => words.filter(({ y }) => y > from && y < to))
      .map(({ text }) => text)
      .join(''),
  );

/** What does not lie wholly on its page, by a point at least. */
export const cut = (pages: readonly PdfPage[]): string[] =>
  pages.flatMap(({ width, height, words, pictures }, page) =>
    [...words, ...pictures]
      .filter(
        ({ x, y, width: w, height: h }) =>
          x < -1 || y < -1 || x + w > width + 1 || y + h > height + 1,
      )
      .map(({ text, x, y }) => `page ${page + 1}: ${text || 'picture'} at ${x}, ${y}`),
  );
