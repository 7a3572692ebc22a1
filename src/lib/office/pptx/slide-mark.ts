/** A pale text across every slide, on its master: behind all that stands on the slide itself. */
import { plainLine } from '../package/plain-line.ts';
import { printedWidth } from '../xlsx/index.ts';
import { xmlText } from '../xml.ts';
import { SLIDE } from './body.ts';
import { FONT } from './font.ts';

/** Paler than the lines of a chart, whose labels are read over it. */
const COLOUR = 'E7E7E7';
const DEGREES = 25;
/** Points: the largest type, and the length that a text turned that far may have. */
const LARGEST = 60;
const ROOM = ((SLIDE.w - 1.2) * 72) / Math.cos((DEGREES * Math.PI) / 180);

/** English Metric Units, in which slides are measured. */
const emu = (points: number) => Math.round(points * 12_700);

/** The master with the text before its other shapes; as it was for an empty text. */
export function withSlideMark(master: string, watermark: string): string {
  const text = plainLine(watermark).trim();
  if (text === '') return master;
  const letters = Math.max(1, printedWidth(text) / 2);
  const size = Math.floor(Math.min(LARGEST, ROOM / (letters + 1)));
  const [width, height] = [(letters + 1) * size, size * 1.5];
  const [x, y] = [(SLIDE.w * 72 - width) / 2, (SLIDE.h * 72 - height) / 2];
  const shape =
    '<p:sp><p:nvSpPr><p:cNvPr id="9001" name="Watermark"/><p:cNvSpPr/>' +
    '<p:nvPr userDrawn="1"/></p:nvSpPr>' +
    `<p:spPr><a:xfrm rot="${-DEGREES * 60_000}"><a:off x="${emu(x)}" y="${emu(y)}"/>` +
    `<a:ext cx="${emu(width)}" cy="${emu(height)}"/></a:xfrm>` +
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>' +
    '<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/>' +
    '<a:lstStyle/><a:p><a:pPr algn="ctr"/>' +
    `<a:r><a:rPr lang="zh-CN" sz="${size * 100}" b="0"><a:solidFill><a:srgbClr val="${COLOUR}"/>` +
    `</a:solidFill><a:latin typeface="${FONT}"/><a:ea typeface="${FONT}"/>` +
    `<a:cs typeface="${FONT}"/></a:rPr><a:t>${xmlText(text)}</a:t></a:r></a:p></p:txBody></p:sp>`;
  return master.replace('</p:grpSpPr>', () => `</p:grpSpPr>${shape}`);
}
