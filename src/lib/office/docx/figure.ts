import { AlignmentType, ImageRun, Paragraph } from 'docx';
import type { Locale } from '#lib/model/index.ts';
import { plainLine } from '../package/plain-line.ts';
import type { FigureBlock } from './document.ts';
import { captionRuns } from './text.ts';
import { TYPE_AREA } from './type-area.ts';

/** The library counts in pixels of 96 to the inch. */
const pixels = (millimetres: number): number => (millimetres / 25.4) * 96;

/** Room that the caption takes from a picture as high as the page. */
const CAPTION = 15;

/** Keeps a picture within the type area, in proportion. */
export function fitted({ width, height }: Pick<FigureBlock, 'width' | 'height'>): {
  readonly width: number;
  readonly height: number;
} {
  const scale = Math.min(1, TYPE_AREA.width / width, (TYPE_AREA.height - CAPTION) / height);
  return { width: width * scale, height: height * scale };
}

/** The picture, and its caption below on the same page. */
export function figureParagraphs(
  block: FigureBlock,
  number: number | null,
  locale: Locale,
): Paragraph[] {
  const size = fitted(block);
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { before: 120, line: 240, lineRule: 'auto' },
      children: [
        new ImageRun({
          type: 'png',
          data: block.png,
          transformation: { width: pixels(size.width), height: pixels(size.height) },
          altText: {
            name: plainLine(block.caption),
            title: plainLine(block.caption),
            description: plainLine(block.alt),
          },
        }),
      ],
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 60, after: 160 },
      children: captionRuns('figure', number, block.caption, locale),
    }),
  ];
}
