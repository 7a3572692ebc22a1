import {
  AlignmentType,
  BorderStyle,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import type { Locale } from '#lib/model/index.ts';
import { plainLine } from '../package/plain-line.ts';
import type { Block, FigureBlock } from './document.ts';
import { captionRuns } from './text.ts';
import { TYPE_AREA, twips } from './type-area.ts';

/** The library counts in pixels of 96 to the inch. */
const pixels = (millimetres: number): number => (millimetres / 25.4) * 96;

/** Millimetres of a heading above and the space around a picture, of a line of its caption. */
const AROUND = 17.5;
const LINE = 5.3;

/** Lines of a caption, at the width of the letters of a wide face: too many rather than too few. */
function captionLines(caption: string): number {
  const points = [...`Figure 00. ${caption}`].reduce(
    (sum, letter) => sum + (letter > '\u2e7f' ? 10.5 : 6.5),
    0,
  );
  return Math.ceil(((points / 72) * 25.4) / TYPE_AREA.width);
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** What is left of a page for a picture between a heading and its own caption. */
export const pageRoom = (caption: string): Size => ({
  width: TYPE_AREA.width,
  height: TYPE_AREA.height - AROUND - captionLines(caption) * LINE,
});

/** Keeps a picture within its room, in proportion. */
export function fitted({ width, height }: Size, room: Size): Size {
  const scale = Math.min(1, room.width / width, room.height / height);
  return { width: width * scale, height: height * scale };
}

/** The picture, and its caption below on the same page. */
export function figureParagraphs(
  block: FigureBlock,
  number: number | null,
  locale: Locale,
  room: Size = pageRoom(block.caption),
): Paragraph[] {
  const size = fitted(block, room);
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
      spacing: { before: 60, after: 160, line: 300, lineRule: 'exact' },
      children: captionRuns('figure', number, block.caption, locale),
    }),
  ];
}

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

/** Figures side by side, in cells without lines. */
export function figureRow(
  { figures, maxHeight }: Extract<Block, { kind: 'figure-row' }>,
  first: number | null,
  locale: Locale,
): (Paragraph | Table)[] {
  const width = Math.floor(twips(TYPE_AREA.width) / figures.length);
  const room = { width: TYPE_AREA.width / figures.length - 2, height: maxHeight };
  const cells = figures.map(
    (figure, i) =>
      new TableCell({
        width: { size: width, type: WidthType.DXA },
        margins: { top: 0, bottom: 0, left: 0, right: 0 },
        children: figureParagraphs(figure, first === null ? null : first + i, locale, room),
      }),
  );
  return [
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: width * figures.length, type: WidthType.DXA },
      columnWidths: figures.map(() => width),
      borders: {
        top: NO_LINE,
        bottom: NO_LINE,
        left: NO_LINE,
        right: NO_LINE,
        insideHorizontal: NO_LINE,
        insideVertical: NO_LINE,
      },
      rows: [new TableRow({ cantSplit: true, children: cells })],
    }),
    new Paragraph({ spacing: { line: 60, lineRule: 'exact' } }),
  ];
}
