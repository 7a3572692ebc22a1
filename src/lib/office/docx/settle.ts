/** What the library leaves to chance or to other programs, said once and for all. */
import { strToU8 } from 'fflate';
import { fixDates, rewrite, type Parts } from '../package/repack.ts';
import { xmlAttribute } from '../xml.ts';
import { FACES, FONTS, SIZES } from './type-area.ts';
import { withPageMark } from './page-mark.ts';

const FONT_TABLE =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
  FONTS.map(
    ({ name, instead }) =>
      `<w:font w:name="${xmlAttribute(name)}"><w:altName w:val="${xmlAttribute(instead)}"/></w:font>`,
  ).join('') +
  '</w:fonts>';

const { ascii, eastAsia } = FACES.heading;
const captionRun = (content: string) =>
  `<w:r><w:rPr><w:rFonts w:ascii="${ascii}" w:hAnsi="${ascii}" w:cs="${ascii}" w:eastAsia="${eastAsia}"/>` +
  `<w:sz w:val="${SIZES.fifth}"/><w:szCs w:val="${SIZES.fifth}"/></w:rPr>${content}</w:r>`;

/** A simple field in the long form, whose number viewers show that know nothing of fields. */
const longField = (instruction: string, shown: string) =>
  [
    '<w:fldChar w:fldCharType="begin"/>',
    `<w:instrText xml:space="preserve"> ${instruction} </w:instrText>`,
    '<w:fldChar w:fldCharType="separate"/>',
    `<w:t>${shown}</w:t>`,
    '<w:fldChar w:fldCharType="end"/>',
  ]
    .map(captionRun)
    .join('');

/** Dates, ids and fonts: the same for equal documents, and said in every run. */
export function settle(parts: Parts, day: string, watermark: string): void {
  fixDates(parts, day);
  parts.set('word/fontTable.xml', strToU8(FONT_TABLE));
  rewrite(parts, /^word\/header\d+\.xml$/u, (xml) => withPageMark(xml, watermark));
  rewrite(parts, /^word\/(?:document|header\d*|footer\d*)\.xml$/u, (xml) => {
    let pictures = 0;
    return xml
      .replace(/<wp:docPr id="[^"]*"/gu, () => `<wp:docPr id="${(pictures += 1)}"`)
      .replace(
        /<w:fldSimple w:instr="([^"]*)"><w:r><w:t[^>]*>(\d+)<\/w:t><\/w:r><\/w:fldSimple>/gu,
        (_whole, instruction: string, shown: string) => longField(instruction, shown),
      );
  });
}
