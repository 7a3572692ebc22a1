/** Slides of 16 to 9 with charts that can be edited. Browser and Node; equal decks, equal bytes. */
import PptxGenJS from 'pptxgenjs';
import { pack, unpack } from '../package/repack.ts';
import { plainLine } from '../package/plain-line.ts';
import { BODY, SLIDE } from './body.ts';
import type { Deck, Slide } from './deck.ts';
import { FONT } from './font.ts';
import { placeCharts, settle } from './settle.ts';
import { addTable } from './table.ts';
import { typeSize } from './type-size.ts';

const INK = '262626';
const INK_2 = '595959';

export async function writePptx(deck: Deck): Promise<Uint8Array> {
  const { title, mark, watermark = '', day, slides, locale } = deck;
  const pptx = new PptxGenJS();
  pptx.layout = 'LAYOUT_WIDE';
  pptx.title = plainLine(title);
  pptx.author = 'Hengjian';
  pptx.company = 'Hengjian';
  pptx.subject = plainLine(mark);
  pptx.theme = { headFontFace: FONT, bodyFontFace: FONT };
  const lang = locale === 'zh' ? 'zh-CN' : 'en-US';
  slides.forEach((one, i) => addSlide(pptx, one, { mark: one.mark ?? mark, lang, number: i + 1 }));
  const written = await pptx.write({ outputType: 'uint8array' });
  const parts = unpack(written as Uint8Array);
  placeCharts(
    parts,
    slides.flatMap(({ body }) => (body.kind === 'chart' ? [body.chart] : [])),
    day,
  );
  settle(parts, day, slides, watermark);
  return pack(parts);
}

interface Around {
  readonly mark: string;
  readonly lang: string;
  readonly number: number;
}

function addSlide(pptx: PptxGenJS, slide: Slide, { mark, lang, number }: Around): void {
  const page = pptx.addSlide();
  const common = { fontFace: FONT, lang, margin: 0, valign: 'middle' } as const;
  const line = { x: BODY.x, w: BODY.w } as const;
  if (mark !== '') {
    const band = { x: 0, y: 0, w: SLIDE.w, h: 0.36 };
    page.addText(plainLine(mark), {
      ...common,
      ...band,
      align: 'center',
      fontSize: typeSize(mark, band, 12, 7),
      bold: true,
      color: '5C3A00',
      fill: { color: 'FFE9B8' },
      objectName: 'Mark',
    });
  }
  page.addText(plainLine(slide.title), {
    ...common,
    ...line,
    y: 0.5,
    h: 0.65,
    // Said here, because masters centre their titles.
    align: 'left',
    fontSize: typeSize(slide.title, { w: BODY.w, h: 0.65 }, 26, 14),
    bold: true,
    color: INK,
    fit: 'shrink',
    objectName: 'Title',
  });
  if (slide.subtitle !== '')
    page.addText(plainLine(slide.subtitle), {
      ...common,
      ...line,
      y: 1.15,
      h: 0.5,
      fontSize: typeSize(slide.subtitle, { w: BODY.w, h: 0.5 }, 14, 9),
      color: INK_2,
      fit: 'shrink',
      objectName: 'Subtitle',
    });
  addBody(page, slide, lang);
  page.addText(plainLine(slide.source), {
    ...common,
    x: BODY.x,
    y: 6.85,
    w: BODY.w - 1,
    h: 0.4,
    fontSize: typeSize(slide.source, { w: BODY.w - 1, h: 0.4 }, 10, 6),
    color: INK_2,
    objectName: 'Source',
  });
  page.addText(String(number), {
    ...common,
    x: SLIDE.w - 1.5,
    y: 6.85,
    w: 1,
    h: 0.4,
    align: 'right',
    fontSize: 10,
    color: INK_2,
    objectName: 'Page',
  });
  // The text itself is put in afterwards: the library keeps no paragraphs apart.
  page.addNotes('-');
}

function addBody(page: PptxGenJS.Slide, { body }: Slide, lang: string): void {
  switch (body.kind) {
    case 'text':
      page.addText(
        body.paragraphs.map((text) => ({
          text: plainLine(text),
          options: { breakLine: true, paraSpaceAfter: 10 },
        })),
        {
          ...BODY,
          fontFace: FONT,
          fontSize: 18,
          color: INK,
          lang,
          valign: 'top',
          margin: 0,
          lineSpacingMultiple: 1.2,
          fit: 'shrink',
          objectName: 'Text',
        },
      );
      return;
    case 'picture': {
      const scale = Math.min(BODY.w / body.width, BODY.h / body.height);
      const [w, h] = [body.width * scale, body.height * scale];
      page.addImage({
        data: `image/png;base64,${base64(body.png)}`,
        x: BODY.x + (BODY.w - w) / 2,
        y: BODY.y + (BODY.h - h) / 2,
        w,
        h,
        altText: plainLine(body.alt),
        objectName: 'Picture',
      });
      return;
    }
    case 'chart':
      // A stand-in: the part itself is put in its place when the package is there.
      page.addChart('bar', [{ name: '-', labels: ['-'], values: [1] }], {
        ...BODY,
        altText: plainLine(body.chart.alt),
        objectName: 'Chart',
      });
      return;
    case 'table':
      addTable(page, body.table, BODY, lang);
  }
}

/** In pieces: a whole picture is more than a call takes as arguments. */
function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
