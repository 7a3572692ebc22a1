/** What the library leaves to chance, to the clock or to the fonts of other programs. */
import { strToU8 } from 'fflate';
import { fixDates, readPart, rewrite, type Parts } from '../package/repack.ts';
import { plainLine } from '../package/plain-line.ts';
import { xmlText } from '../xml.ts';
import { chartWorkbook } from './chart-workbook.ts';
import { chartXml } from './chart-xml.ts';
import type { NativeChart, Slide } from './deck.ts';
import { FONT } from './font.ts';
import { withSlideMark } from './slide-mark.ts';

const CHART = /\/chart(\d+)\.xml/gu;
const WORKBOOK = /Microsoft_Excel_Worksheet(\d+)\.xlsx/gu;

/**
 * Puts the charts and their workbooks in the places that the library made for them, in order. It
 * counts its places over the life of the page; here they are counted anew.
 */
export function placeCharts(parts: Parts, charts: readonly NativeChart[], day: string): void {
  const found = [...parts.keys()].flatMap(
    (path) => /^ppt\/charts\/chart(\d+)\.xml$/u.exec(path)?.[1] ?? [],
  );
  if (found.length !== charts.length)
    throw new Error(`There are ${found.length} places for ${charts.length} charts.`);
  const sorted = [...found].sort((a, b) => Number(a) - Number(b));
  const numbers = new Map(sorted.map((number, i) => [number, i + 1]));
  const renumbered = (text: string) =>
    text
      .replace(CHART, (whole, old: string) => whole.replace(old, String(numbers.get(old))))
      .replace(WORKBOOK, (whole, old: string) => whole.replace(old, String(numbers.get(old))));
  rewrite(parts, /\.rels$|^\[Content_Types\]\.xml$/u, renumbered);
  const moved = [...parts].map(([path, bytes]) => [renumbered(path), bytes] as const);
  parts.clear();
  for (const [path, bytes] of moved) parts.set(path, bytes);
  charts.forEach((chart, i) => {
    const relations = readPart(parts, `ppt/charts/_rels/chart${i + 1}.xml.rels`);
    const [, relation, target] =
      /Id="([^"]+)"[^>]*Target="\.\.\/embeddings\/([^"]+)"/u.exec(relations) ?? [];
    if (relation === undefined || target === undefined)
      throw new Error(`There is no workbook for chart ${i + 1}.`);
    parts.set(`ppt/charts/chart${i + 1}.xml`, strToU8(chartXml(chart, relation)));
    parts.set(`ppt/embeddings/${target}`, chartWorkbook(chart, day));
  });
}

const FACES =
  `<a:latin typeface="${FONT}"/><a:ea typeface="${FONT}"/><a:cs typeface="${FONT}"/>` +
  `<a:font script="Hans" typeface="${FONT}"/>`;

const FONT_SCHEME =
  `<a:fontScheme name="Hengjian"><a:majorFont>${FACES}</a:majorFont>` +
  `<a:minorFont>${FACES}</a:minorFont></a:fontScheme>`;

/** Dates, ids and fonts; and the notes, paragraph by paragraph. */
export function settle(
  parts: Parts,
  day: string,
  slides: readonly Slide[],
  watermark: string,
): void {
  fixDates(parts, day);
  rewrite(parts, /^ppt\/theme\/theme\d+\.xml$/u, (xml) =>
    xml.replace(/<a:fontScheme[\s\S]*?<\/a:fontScheme>/u, FONT_SCHEME),
  );
  // The library names masters that are not there, and a face that has no Chinese letters.
  rewrite(parts, /^\[Content_Types\]\.xml$/u, (xml) =>
    xml.replace(/<Override PartName="\/([^"]+)"[^>]*\/>/gu, (whole, path: string) =>
      parts.has(path) ? whole : '',
    ),
  );
  rewrite(parts, /\.xml$/u, (xml) => xml.replaceAll('typeface="Arial"', `typeface="${FONT}"`));
  rewrite(parts, /^ppt\/presentation\.xml$/u, (xml) => {
    const [notes = ''] = /<p:notesMasterIdLst>[\s\S]*?<\/p:notesMasterIdLst>/u.exec(xml) ?? [];
    return xml.replace(notes, '').replace('<p:sldIdLst>', `${notes}<p:sldIdLst>`);
  });
  rewrite(parts, /^docProps\/app\.xml$/u, (xml) => xml.replaceAll('>Arial<', `>${FONT}<`));
  rewrite(parts, /^ppt\/slides\/slide\d+\.xml$/u, numberShapes);
  // So that outlines and screen readers know titles and header rows for what they are.
  rewrite(parts, /^ppt\/slides\/slide\d+\.xml$/u, (xml) =>
    xml
      .replaceAll('<a:tblPr/>', '<a:tblPr firstRow="1"/>')
      .replace(
        /(name="Title"><\/p:cNvPr><p:cNvSpPr\/>)<p:nvPr><\/p:nvPr>/u,
        '$1<p:nvPr><p:ph type="title"/></p:nvPr>',
      ),
  );
  rewrite(parts, /^ppt\/slideMasters\/slideMaster\d+\.xml$/u, (xml) =>
    withSlideMark(xml, watermark),
  );
  rewrite(parts, /^ppt\/notesSlides\/notesSlide\d+\.xml$/u, (xml, path) => {
    const number = Number(/(\d+)\.xml$/u.exec(path)?.[1] ?? 0);
    return withNotes(xml, slides[number - 1]?.notes ?? []);
  });
}

/** The library numbers its tables apart, so that two shapes of a slide may share a number. */
function numberShapes(xml: string): string {
  let id = 0;
  return xml.replace(/<p:cNvPr id="\d+"/gu, () => `<p:cNvPr id="${(id += 1)}"`);
}

const noteParagraph = (text: string) =>
  `<a:p><a:r><a:rPr lang="zh-CN" dirty="0"><a:latin typeface="${FONT}"/><a:ea typeface="${FONT}"/>` +
  `<a:cs typeface="${FONT}"/></a:rPr><a:t>${xmlText(plainLine(text))}</a:t></a:r></a:p>`;

const withNotes = (xml: string, notes: readonly string[]): string =>
  xml.replace(/<a:p>(?:(?!<a:p>)[\s\S])*?<a:t>-<\/a:t>[\s\S]*?<\/a:p>/u, () =>
    (notes.length > 0 ? notes : ['']).map(noteParagraph).join(''),
  );
