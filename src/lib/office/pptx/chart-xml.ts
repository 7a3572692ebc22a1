/**
 * A chart part (ECMA-376 part 1, 21.2). Written here and not by the library, which leaves fonts to
 * other programs, writes zero as nothing and elements that the schema does not know.
 */
import { plainLine } from '../package/plain-line.ts';
import { xmlText } from '../xml.ts';
import { references } from './chart-workbook.ts';
import type { NativeChart, NativeSeries } from './deck.ts';
import { FONT } from './font.ts';

const CATEGORY_AXIS = 1001;
const VALUE_AXIS = 1002;
const INK = '262626';
const HAIRLINE = 'D9D9D9';

const NAMESPACES =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"' +
  ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"' +
  ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

const solid = (colour: string) => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;

const face = `<a:latin typeface="${FONT}"/><a:ea typeface="${FONT}"/><a:cs typeface="${FONT}"/>`;

const properties = (tag: 'defRPr' | 'rPr', size: number) =>
  `<a:${tag} sz="${size}" b="0">${solid(INK)}${face}</a:${tag}>`;

const textOf = (size: number) =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${properties('defRPr', size)}</a:pPr>` +
  '<a:endParaRPr lang="zh-CN"/></a:p></c:txPr>';

const formatCode = ({ decimals }: NativeChart) =>
  decimals > 0 ? `0.${'0'.repeat(decimals)}` : '0';

/** `relation`: of the embedded workbook. */
export function chartXml(chart: NativeChart, relation: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    `<c:chartSpace ${NAMESPACES}><c:date1904 val="0"/><c:roundedCorners val="0"/>` +
    '<c:chart><c:autoTitleDeleted val="1"/>' +
    `<c:plotArea><c:layout/>${plot(chart)}${categoryAxis(chart)}${valueAxis(chart)}</c:plotArea>` +
    (chart.series.length > 1
      ? `<c:legend><c:legendPos val="t"/><c:overlay val="0"/>${textOf(1100)}</c:legend>`
      : '') +
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>' +
    `<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textOf(1200)}` +
    `<c:externalData r:id="${relation}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`
  );
}

function plot(chart: NativeChart): string {
  const { form, series } = chart;
  const axes = `<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/>`;
  const drawn = series.map((one, i) => seriesXml(chart, one, i)).join('');
  if (form === 'lines')
    return (
      '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>' +
      `${drawn}<c:marker val="1"/>${axes}</c:lineChart>`
    );
  const isStacked = form === 'stacked-bars';
  return (
    `<c:barChart><c:barDir val="${form === 'columns' ? 'col' : 'bar'}"/>` +
    `<c:grouping val="${isStacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>${drawn}` +
    `<c:gapWidth val="40"/>${isStacked ? '<c:overlap val="100"/>' : ''}${axes}</c:barChart>`
  );
}

function seriesXml(chart: NativeChart, { name, colour, values }: NativeSeries, i: number): string {
  const { form, categories } = chart;
  const cells = references(chart, i);
  const isLine = form === 'lines';
  const points = values
    .map((value, at) => (value === null ? '' : `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`))
    .join('');
  const names = categories
    .map((text, at) => `<c:pt idx="${at}"><c:v>${xmlText(plainLine(text))}</c:v></c:pt>`)
    .join('');
  // Numbers on the parts of a stack would not be read; the table beside has them.
  const labelled = form !== 'stacked-bars' && (!isLine || chart.series.length <= 4);
  return (
    `<c:ser><c:idx val="${i}"/><c:order val="${i}"/>` +
    `<c:tx><c:strRef><c:f>${xmlText(cells.name)}</c:f><c:strCache><c:ptCount val="1"/>` +
    `<c:pt idx="0"><c:v>${xmlText(plainLine(name))}</c:v></c:pt></c:strCache></c:strRef></c:tx>` +
    (isLine
      ? `<c:spPr><a:ln w="28575" cap="rnd">${solid(colour)}<a:round/></a:ln></c:spPr>` +
        `<c:marker><c:symbol val="circle"/><c:size val="7"/><c:spPr>${solid(colour)}` +
        `<a:ln w="9525">${solid('FFFFFF')}</a:ln></c:spPr></c:marker>`
      : `<c:spPr>${solid(colour)}</c:spPr><c:invertIfNegative val="0"/>`) +
    (labelled ? labels(chart) : '') +
    `<c:cat><c:strRef><c:f>${xmlText(cells.categories)}</c:f><c:strCache>` +
    `<c:ptCount val="${categories.length}"/>${names}</c:strCache></c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>${xmlText(cells.values)}</c:f><c:numCache>` +
    `<c:formatCode>General</c:formatCode><c:ptCount val="${categories.length}"/>${points}` +
    `</c:numCache></c:numRef></c:val>${isLine ? '<c:smooth val="0"/>' : ''}</c:ser>`
  );
}

const labels = (chart: NativeChart) =>
  `<c:dLbls><c:numFmt formatCode="${formatCode(chart)}" sourceLinked="0"/>` +
  `<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textOf(1000)}` +
  `<c:dLblPos val="${chart.form === 'lines' ? 't' : 'outEnd'}"/>` +
  '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>' +
  '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>';

const lies = ({ form }: NativeChart) => form === 'bars' || form === 'stacked-bars';

function categoryAxis(chart: NativeChart): string {
  // Lying bars are read from the top, where the program would begin at the bottom.
  const orientation = lies(chart) ? 'maxMin' : 'minMax';
  return (
    `<c:catAx><c:axId val="${CATEGORY_AXIS}"/>` +
    `<c:scaling><c:orientation val="${orientation}"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${lies(chart) ? 'l' : 'b'}"/>` +
    '<c:numFmt formatCode="General" sourceLinked="0"/>' +
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>' +
    `<c:spPr><a:ln w="9525">${solid('7F7F7F')}</a:ln></c:spPr>${textOf(lies(chart) ? 1000 : 1200)}` +
    // Where places are counted from the top, the categories still stand at the bottom.
    `<c:crossAx val="${VALUE_AXIS}"/><c:crosses val="${chart.isRank ? 'max' : 'autoZero'}"/>` +
    '<c:auto val="0"/>' +
    '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/>' +
    '<c:noMultiLvlLbl val="1"/></c:catAx>'
  );
}

function valueAxis(chart: NativeChart): string {
  const { max, isRank, unit, form } = chart;
  const low = isRank ? 1 : form === 'lines' ? null : 0;
  return (
    `<c:valAx><c:axId val="${VALUE_AXIS}"/>` +
    `<c:scaling><c:orientation val="${isRank ? 'maxMin' : 'minMax'}"/>` +
    (max === null ? '' : `<c:max val="${max}"/>`) +
    (low === null ? '' : `<c:min val="${low}"/>`) +
    `</c:scaling><c:delete val="0"/><c:axPos val="${lies(chart) ? 'b' : 'l'}"/>` +
    `<c:majorGridlines><c:spPr><a:ln w="6350">${solid(HAIRLINE)}</a:ln></c:spPr></c:majorGridlines>` +
    axisTitle(unit) +
    `<c:numFmt formatCode="${isRank ? '0' : 'General'}" sourceLinked="0"/>` +
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>' +
    `<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${textOf(1000)}` +
    `<c:crossAx val="${CATEGORY_AXIS}"/><c:crosses val="${lies(chart) ? 'max' : 'autoZero'}"/>` +
    '<c:crossBetween val="between"/></c:valAx>'
  );
}

const axisTitle = (unit: string) =>
  unit === ''
    ? ''
    : '<c:title><c:tx><c:rich><a:bodyPr rot="0" vert="horz"/><a:lstStyle/><a:p>' +
      `<a:pPr>${properties('defRPr', 1000)}</a:pPr><a:r>` +
      `<a:rPr lang="zh-CN" sz="1000" b="0">${solid(INK)}${face}</a:rPr><a:t>${xmlText(plainLine(unit))}</a:t>` +
      '</a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>';
