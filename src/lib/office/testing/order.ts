import { everyNode, type Node } from './xml-reader.ts';

/**
 * Children of elements in the order that the schemas of ECMA-376 demand; programs refuse files for
 * less. Only elements that our writers use.
 */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing ind contextualSpacing jc textAlignment outlineLvl rPr'.split(
      ' ',
    ),
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps strike color spacing w kern position sz szCs highlight u vertAlign lang'.split(
      ' ',
    ),
  'w:tblPr':
    'tblStyle tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook'.split(' '),
  'w:tcPr': 'tcW gridSpan vMerge tcBorders shd noWrap tcMar textDirection vAlign'.split(' '),
  'w:tblBorders': 'top left bottom right insideH insideV'.split(' '),
  'w:tcBorders': 'top left bottom right'.split(' '),
  'w:tbl': 'tblPr tblGrid tr'.split(' '),
  'w:sectPr':
    'headerReference footerReference pgSz pgMar pgBorders pgNumType cols titlePg docGrid'.split(
      ' ',
    ),
  'c:chartSpace': 'date1904 roundedCorners chart spPr txPr externalData'.split(' '),
  'c:chart': 'title autoTitleDeleted plotArea legend plotVisOnly dispBlanksAs'.split(' '),
  'c:plotArea': 'layout barChart lineChart catAx valAx spPr'.split(' '),
  'c:barChart': 'barDir grouping varyColors ser dLbls gapWidth overlap axId'.split(' '),
  'c:lineChart': 'grouping varyColors ser dLbls marker axId'.split(' '),
  'c:ser': 'idx order tx spPr invertIfNegative marker dPt dLbls cat val smooth'.split(' '),
  'c:dLbls':
    'numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize'.split(
      ' ',
    ),
  'c:scaling': 'orientation max min'.split(' '),
  'c:catAx':
    'axId scaling delete axPos majorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses auto lblAlgn lblOffset tickLblSkip noMultiLvlLbl'.split(
      ' ',
    ),
  'c:valAx':
    'axId scaling delete axPos majorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossBetween'.split(
      ' ',
    ),
  'c:legend': 'legendPos overlay spPr txPr'.split(' '),
  'c:title': 'tx layout overlay'.split(' '),
  'p:presentation':
    'sldMasterIdLst notesMasterIdLst handoutMasterIdLst sldIdLst sldSz notesSz defaultTextStyle extLst'.split(
      ' ',
    ),
  'a:defRPr': 'ln noFill solidFill latin ea cs'.split(' '),
  'a:rPr': 'ln noFill solidFill latin ea cs'.split(' '),
};

/** Children that stand out of order or that the schema does not know there. */
export const orderFaults = (root: Node): string[] =>
  everyNode(root).flatMap((node) => {
    const order = ORDER[node.name];
    if (!order) return [];
    let last = 0;
    return node.children.flatMap((child) => {
      const at = order.indexOf(child.name.replace(/^\w+:/u, ''));
      const fault = at < last ? [`${child.name} in ${node.name}`] : [];
      last = Math.max(last, at);
      return fault;
    });
  });
