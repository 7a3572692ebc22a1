/** The part of a sheet. The order of the elements is that of the schema: programs insist on it. */
import { columnLetters } from '#lib/model/index.ts';
import { element, xmlText, XML_HEAD } from '../xml.ts';
import { sheetData, type Target } from './cells-xml.ts';
import { OFFICE_RELATIONS, SPREADSHEET } from './namespaces.ts';
import { rangeAddress } from './references.ts';
import { validationsXml } from './validations-xml.ts';
import type { PrintSetup, SheetModel } from './workbook-model.ts';

const A4 = 9;
/** In inches. */
const MARGINS = { left: 0.59, right: 0.59, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 };

function viewXml({ frozen }: SheetModel, first: boolean): string {
  const view = { tabSelected: first ? true : undefined, workbookViewId: 0 };
  if (!frozen || (frozen.rows === 0 && frozen.columns === 0))
    return element('sheetViews', {}, element('sheetView', view));
  const { rows, columns } = frozen;
  const pane = rows === 0 ? 'topRight' : columns === 0 ? 'bottomLeft' : 'bottomRight';
  const frozenPane = element('pane', {
    xSplit: columns || undefined,
    ySplit: rows || undefined,
    topLeftCell: `${columnLetters(columns)}${rows + 1}`,
    activePane: pane,
    state: 'frozen',
  });
  return element(
    'sheetViews',
    {},
    element('sheetView', view, frozenPane + element('selection', { pane })),
  );
}

/** Spreadsheets measure a column with its inner margin of 5 of 7 pixels a letter. */
const MARGIN = 0.71;
const WIDEST = 255;

const columnsXml = ({ columns = [] }: SheetModel): string =>
  columns.length === 0
    ? ''
    : element(
        'cols',
        {},
        columns
          .map(({ width }, i) =>
            element('col', {
              min: i + 1,
              max: i + 1,
              width: Math.min(width + MARGIN, WIDEST),
              customWidth: true,
            }),
          )
          .join(''),
      );

/** Widths and heights stay adjustable, so that nothing in a locked sheet is ever cut off. */
const protectionXml = ({ locked = false }: SheetModel): string =>
  locked
    ? element('sheetProtection', {
        sheet: true,
        objects: true,
        scenarios: true,
        formatColumns: false,
        formatRows: false,
        autoFilter: false,
      })
    : '';

const mergesXml = ({ merges = [] }: SheetModel): string =>
  merges.length === 0
    ? ''
    : element(
        'mergeCells',
        { count: merges.length },
        merges.map((range) => element('mergeCell', { ref: rangeAddress(range) })).join(''),
      );

/** “&” begins a code in headers and footers. */
const plainText = (text: string): string => '&C' + text.replaceAll('&', '&&');
const footerText = (text: string): string =>
  plainText(text).replaceAll('{page}', '&P').replaceAll('{pages}', '&N');

function aroundPages({ header, footer }: PrintSetup): string {
  const above = header === undefined ? '' : `<oddHeader>${xmlText(plainText(header))}</oddHeader>`;
  const below = footer === undefined ? '' : `<oddFooter>${xmlText(footerText(footer))}</oddFooter>`;
  return above + below === '' ? '' : element('headerFooter', {}, above + below);
}

function printXml(print: PrintSetup): string {
  const { landscape = false } = print;
  return (
    element('pageMargins', MARGINS) +
    element('pageSetup', {
      paperSize: A4,
      fitToHeight: 0,
      orientation: landscape ? 'landscape' : 'portrait',
    }) +
    aroundPages(print)
  );
}

function dimension({ rows }: SheetModel): string {
  const right = rows.reduce((most, { cells }) => Math.max(most, cells.length - 1), 0);
  return rangeAddress({ top: 0, left: 0, bottom: Math.max(0, rows.length - 1), right });
}

export interface SheetPlace {
  readonly first: boolean;
  /** Relation that leads to the drawing of the comments; null without any. */
  readonly comments: string | null;
}

/** Every sheet prints on A4, as wide as the paper and as long as it takes. */
export function sheetPart(sheet: SheetModel, { first, comments }: SheetPlace, to: Target): string {
  const { filter, validations = [], print = {} } = sheet;
  return (
    XML_HEAD +
    element(
      'worksheet',
      { xmlns: SPREADSHEET, 'xmlns:r': OFFICE_RELATIONS },
      element('sheetPr', {}, element('pageSetUpPr', { fitToPage: true })) +
        element('dimension', { ref: dimension(sheet) }) +
        viewXml(sheet, first) +
        element('sheetFormatPr', { defaultRowHeight: 15 }) +
        columnsXml(sheet) +
        sheetData(sheet, to) +
        protectionXml(sheet) +
        (filter ? element('autoFilter', { ref: rangeAddress(filter) }) : '') +
        mergesXml(sheet) +
        validationsXml(validations) +
        printXml(print) +
        (comments === null ? '' : element('legacyDrawing', { 'r:id': comments })),
    )
  );
}
