/** A workbook as the bytes of an xlsx file. */
import { zipParts, type Part } from '../zip.ts';
import { commentsOf, hasFormulas } from './cells-xml.ts';
import { boxesPart, commentsPart } from './comments-parts.ts';
import { appPropertiesPart, corePropertiesPart } from './properties-parts.ts';
import { SharedTexts } from './shared-texts.ts';
import { sheetNames } from './sheet-names.ts';
import { sheetPart } from './sheet-part.ts';
import { Styles } from './styles-part.ts';
import {
  contentTypesPart,
  officeRelation,
  PACKAGE_RELATIONS,
  relationsPart,
  workbookPart,
  workbookRelations,
} from './workbook-parts.ts';
import type { SheetModel, WorkbookModel } from './workbook-model.ts';

/** The part of a sheet and what belongs to it; `number` from 1. */
function sheetParts(
  sheet: SheetModel,
  number: number,
  author: string,
  to: { readonly texts: SharedTexts; readonly styles: Styles },
): Part[] {
  const comments = commentsOf(sheet);
  const place = { first: number === 1, comments: comments.length === 0 ? null : 'rId1' };
  const part: Part = [`xl/worksheets/sheet${number}.xml`, sheetPart(sheet, place, to)];
  if (comments.length === 0) return [part];
  const boxes = `vmlDrawing${number}.vml`;
  return [
    part,
    [
      `xl/worksheets/_rels/sheet${number}.xml.rels`,
      relationsPart([
        { id: 'rId1', type: officeRelation('vmlDrawing'), target: `../drawings/${boxes}` },
        { id: 'rId2', type: officeRelation('comments'), target: `../comments${number}.xml` },
      ]),
    ],
    [`xl/comments${number}.xml`, commentsPart(comments, author)],
    [`xl/drawings/${boxes}`, boxesPart(comments)],
  ];
}

/**
 * The file. The same model gives the same bytes on every machine: nothing is taken from the clock,
 * and the packing is our own. Throws a RangeError for what no spreadsheet can hold (a number that is
 * not finite, too many rows), an Error for a style that is not defined or no sheet at all.
 */
export function writeWorkbook(model: WorkbookModel): Uint8Array {
  const { sheets } = model;
  if (sheets.length === 0) throw new Error('A workbook needs a sheet.');
  const names = sheetNames(sheets.map(({ name }) => name));
  const texts = new SharedTexts();
  const styles = new Styles(model);
  const parts = sheets.flatMap((sheet, i) =>
    sheetParts(sheet, i + 1, model.creator, { texts, styles }),
  );
  const commented = sheets.flatMap((sheet, i) => (commentsOf(sheet).length > 0 ? [i + 1] : []));
  return zipParts([
    ['[Content_Types].xml', contentTypesPart(sheets.length, commented)],
    ['_rels/.rels', relationsPart(PACKAGE_RELATIONS)],
    ['docProps/core.xml', corePropertiesPart(model)],
    ['docProps/app.xml', appPropertiesPart(model)],
    ['xl/workbook.xml', workbookPart(model, names, sheets.some(hasFormulas))],
    ['xl/_rels/workbook.xml.rels', relationsPart(workbookRelations(sheets.length))],
    ...parts,
    ['xl/styles.xml', styles.part],
    ['xl/sharedStrings.xml', texts.part],
  ]);
}

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
