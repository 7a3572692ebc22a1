/** Word documents in the form of official ones. Browser and Node; equal documents, equal bytes. */
import {
  AlignmentType,
  Document as WordDocument,
  Footer,
  Header,
  PageNumber,
  Packer,
  Paragraph,
  type Table,
} from 'docx';
import { pack, unpack } from '../package/repack.ts';
import { plainLine } from '../package/plain-line.ts';
import { numbersOf, type Block, type Document } from './document.ts';
import { figureParagraphs, figureRow } from './figure.ts';
import { settle } from './settle.ts';
import { tableElements } from './table.ts';
import { run } from './text.ts';
import { FACES, MARGIN, PAGE, SIZES, twips } from './type-area.ts';

/** 28 points exactly: 22 lines a page, as official documents have. */
const LINE = { line: 560, lineRule: 'exact' } as const;

/** Throws a RangeError for a table row of another length than its columns. */
export async function writeDocx(document: Document): Promise<Uint8Array> {
  const { locale, title, mark, watermark = '', day, blocks } = document;
  const numbers = numbersOf(blocks);
  const word = new WordDocument({
    title: plainLine(title),
    description: plainLine(mark),
    creator: 'Hengjian',
    lastModifiedBy: 'Hengjian',
    styles: {
      default: {
        document: {
          run: {
            font: faceOf('body'),
            size: SIZES.third,
            language: { value: 'en-US', eastAsia: 'zh-CN' },
          },
        },
        title: { run: { font: faceOf('title'), size: SIZES.second, color: '000000' } },
        heading1: headingStyle('heading', 0),
        heading2: headingStyle('subheading', 1),
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(PAGE.width), height: twips(PAGE.height) },
            margin: {
              top: twips(MARGIN.top),
              bottom: twips(MARGIN.bottom),
              left: twips(MARGIN.left),
              right: twips(MARGIN.right),
              header: twips(15),
              footer: twips(25),
            },
          },
        },
        headers: {
          default: new Header({
            children: [centred([run(mark, FACES.heading, SIZES.small)])],
          }),
        },
        footers: {
          default: new Footer({
            children: [
              centred([
                run('— ', FACES.table, SIZES.fourth),
                run([PageNumber.CURRENT], FACES.table, SIZES.fourth),
                run(' —', FACES.table, SIZES.fourth),
              ]),
            ],
          }),
        },
        children: blocks.flatMap((block, i) => elementsOf(block, numbers[i] ?? null, locale)),
      },
    ],
  });
  const parts = unpack(new Uint8Array(await Packer.toArrayBuffer(word)));
  settle(parts, day, watermark);
  return pack(parts);
}

const faceOf = (face: keyof typeof FACES) => {
  const { ascii, eastAsia } = FACES[face];
  return { ascii, hAnsi: ascii, cs: ascii, eastAsia };
};

/** Black, and known to the outline beside the text. */
const headingStyle = (face: keyof typeof FACES, outlineLevel: number) => ({
  run: { font: faceOf(face), size: SIZES.third, color: '000000' },
  paragraph: { outlineLevel },
});

const centred = (children: ReturnType<typeof run>[]) =>
  new Paragraph({ alignment: AlignmentType.CENTER, children });

function elementsOf(
  block: Block,
  number: number | null,
  locale: Document['locale'],
): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'title':
      return [
        new Paragraph({
          style: 'Title',
          alignment: AlignmentType.CENTER,
          keepNext: true,
          spacing: { line: 640, lineRule: 'exact', after: 240 },
          children: [run(block.text, FACES.title, SIZES.second)],
        }),
      ];
    case 'subtitle':
      return [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: { ...LINE, after: 120 },
          children: [run(block.text, FACES.subheading, SIZES.third)],
        }),
      ];
    case 'mark':
      return [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: { before: 60, after: 120 },
          border: {
            top: { style: 'single', size: 6, space: 4, color: '000000' },
            bottom: { style: 'single', size: 6, space: 4, color: '000000' },
          },
          children: [run(block.text, FACES.heading, SIZES.fourth)],
        }),
      ];
    case 'heading':
      return [
        new Paragraph({
          style: block.level === 1 ? 'Heading1' : 'Heading2',
          keepNext: true,
          spacing: { ...LINE, before: 120 },
          indent: { firstLine: 2 * SIZES.third * 10 },
          children: [
            run(block.text, block.level === 1 ? FACES.heading : FACES.subheading, SIZES.third),
          ],
        }),
      ];
    case 'paragraph':
      return [
        new Paragraph({
          alignment: locale === 'zh' ? AlignmentType.BOTH : AlignmentType.LEFT,
          spacing: LINE,
          indent: { firstLine: 2 * SIZES.third * 10 },
          children: [run(block.text, FACES.body, SIZES.third)],
        }),
      ];
    case 'brief': {
      // Words of another language take more room than Chinese ones.
      const [line, size] = locale === 'zh' ? [400, SIZES.smallFourth] : [280, SIZES.fifth];
      return [
        new Paragraph({
          alignment: AlignmentType.LEFT,
          spacing: { line, lineRule: 'exact', after: 40 },
          children: [run(block.text, FACES.body, size)],
        }),
      ];
    }
    case 'note':
      return [
        new Paragraph({
          alignment: AlignmentType.LEFT,
          spacing: { line: 260, lineRule: 'exact' },
          children: [run(block.text, FACES.table, SIZES.small)],
        }),
      ];
    case 'page-break':
      return [new Paragraph({ pageBreakBefore: true, spacing: { line: 20, lineRule: 'exact' } })];
    case 'figure':
      return figureParagraphs(block, number, locale);
    case 'figure-row':
      return figureRow(block, number, locale);
    case 'table':
      return tableElements(block, number, locale);
  }
}
