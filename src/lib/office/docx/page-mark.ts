/**
 * A pale text across every page, behind its words: the very shape that word processors insert as
 * their watermark, so that Word, WPS and LibreOffice show and print it, and their own commands take
 * it away. The library does not know it.
 */
import { plainLine } from '../package/plain-line.ts';
import { xmlAttribute } from '../xml.ts';
import { printedWidth } from '../xlsx/index.ts';
import { PAGE } from './type-area.ts';

const COLOUR = '#dcdcdc';
/** Points: the largest type, and what a text along the diagonal may take, from edge to edge. */
const LARGEST = 54;
const ROOM = ((PAGE.width - 24) / 25.4) * 72 * Math.SQRT2;

/** Of a text drawn along a path, as the format defines it (ECMA-376 part 4, 19.1.2.23). */
const SHAPE_TYPE =
  '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"' +
  ' path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>' +
  '<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>' +
  '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>' +
  '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>' +
  '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/>' +
  '</v:formulas><v:path textpathok="t" o:connecttype="custom"' +
  ' o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>' +
  '<v:textpath on="t" fitshape="t"/></v:shapetype>';

/** The text is stretched to its shape, whose sides are therefore those of the text as it is set. */
function sides(text: string): { width: number; height: number } {
  const letters = Math.max(1, printedWidth(text) / 2);
  const size = Math.min(LARGEST, ROOM / (letters + 1));
  return { width: letters * size, height: size };
}

const points = (value: number) => `${value.toFixed(1)}pt`;

function shape(text: string): string {
  const { width, height } = sides(text);
  const style =
    `position:absolute;margin-left:0;margin-top:0;width:${points(width)};height:${points(height)};` +
    'rotation:315;z-index:-251658752;mso-position-horizontal:center;' +
    'mso-position-horizontal-relative:page;mso-position-vertical:center;' +
    'mso-position-vertical-relative:page';
  return (
    `<w:r><w:rPr><w:noProof/></w:rPr><w:pict>${SHAPE_TYPE}` +
    `<v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136"` +
    ` style="${style}" o:allowincell="f" fillcolor="${COLOUR}" stroked="f">` +
    `<v:textpath style="font-family:&quot;黑体&quot;;font-size:1pt"` +
    ` string="${xmlAttribute(text)}"/><w10:wrap anchorx="page" anchory="page"/></v:shape></w:pict></w:r>`
  );
}

/** The header with the text in its last paragraph; as it was for an empty text. */
export function withPageMark(header: string, watermark: string): string {
  const text = plainLine(watermark).trim();
  const end = header.lastIndexOf('</w:p>');
  return text === '' || end < 0 ? header : header.slice(0, end) + shape(text) + header.slice(end);
}
