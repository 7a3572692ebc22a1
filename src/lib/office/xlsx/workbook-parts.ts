/** The parts of a workbook that hold its sheets together. */
import { columnLetters } from '#lib/model/index.ts';
import { element, xmlText, XML_HEAD, type AttributeValues } from '../xml.ts';
import { CONTENT, OFFICE_RELATIONS, PACKAGE, SPREADSHEET } from './namespaces.ts';
import { quotedSheet, rangeReference } from './references.ts';
import type { SheetModel, WorkbookModel } from './workbook-model.ts';

export interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

export const relationsPart = (relations: readonly Relation[]): string =>
  XML_HEAD +
  element(
    'Relationships',
    { xmlns: `${PACKAGE}/relationships` },
    relations
      .map(({ id, type, target }) =>
        element('Relationship', { Id: id, Type: type, Target: target }),
      )
      .join(''),
  );

export const officeRelation = (name: string): string => `${OFFICE_RELATIONS}/${name}`;

export const PACKAGE_RELATIONS: readonly Relation[] = [
  { id: 'rId1', type: officeRelation('officeDocument'), target: 'xl/workbook.xml' },
  {
    id: 'rId2',
    type: `${PACKAGE}/relationships/metadata/core-properties`,
    target: 'docProps/core.xml',
  },
  { id: 'rId3', type: officeRelation('extended-properties'), target: 'docProps/app.xml' },
];

/** Rows and columns to repeat on paper, as the defined name that programs look for. */
function printTitles(sheet: SheetModel, name: string): string | null {
  const { titleRows, titleColumns } = sheet.print ?? {};
  const parts = [
    ...(titleColumns
      ? [`$${columnLetters(titleColumns[0])}:$${columnLetters(titleColumns[1])}`]
      : []),
    ...(titleRows ? [`$${titleRows[0] + 1}:$${titleRows[1] + 1}`] : []),
  ];
  if (parts.length === 0) return null;
  return parts.map((part) => `${quotedSheet(name)}!${part}`).join(',');
}

function definedNames(model: WorkbookModel, names: readonly string[]): string {
  const define = (name: string, refersTo: string, values: AttributeValues = {}) =>
    element('definedName', { name, ...values }, xmlText(refersTo));
  const own = model.sheets.flatMap((sheet, localSheetId) => {
    const name = names[localSheetId] ?? '';
    const titles = printTitles(sheet, name);
    const filter = sheet.filter;
    return [
      ...(filter
        ? [
            define('_xlnm._FilterDatabase', rangeReference(name, filter), {
              localSheetId,
              hidden: true,
            }),
          ]
        : []),
      ...(titles === null ? [] : [define('_xlnm.Print_Titles', titles, { localSheetId })]),
    ];
  });
  const all = [...own, ...(model.names ?? []).map(({ name, refersTo }) => define(name, refersTo))];
  return all.length === 0 ? '' : element('definedNames', {}, all.join(''));
}

/** `formulas`: everything is calculated anew when the file is opened. */
export function workbookPart(
  model: WorkbookModel,
  names: readonly string[],
  formulas: boolean,
): string {
  const sheets = names.map((name, i) =>
    element('sheet', { name, sheetId: i + 1, 'r:id': `rId${i + 1}` }),
  );
  return (
    XML_HEAD +
    element(
      'workbook',
      { xmlns: SPREADSHEET, 'xmlns:r': OFFICE_RELATIONS },
      element('bookViews', {}, element('workbookView', { activeTab: 0 })) +
        element('sheets', {}, sheets.join('')) +
        definedNames(model, names) +
        (formulas ? element('calcPr', { fullCalcOnLoad: true }) : ''),
    )
  );
}

export const workbookRelations = (sheets: number): readonly Relation[] => [
  ...Array.from({ length: sheets }, (_, i) => ({
    id: `rId${i + 1}`,
    type: officeRelation('worksheet'),
    target: `worksheets/sheet${i + 1}.xml`,
  })),
  { id: `rId${sheets + 1}`, type: officeRelation('styles'), target: 'styles.xml' },
  { id: `rId${sheets + 2}`, type: officeRelation('sharedStrings'), target: 'sharedStrings.xml' },
];

/** `commented`: numbers of the sheets that have comments, from 1. */
export function contentTypesPart(sheets: number, commented: readonly number[]): string {
  const override = (PartName: string, ContentType: string) =>
    element('Override', { PartName, ContentType });
  const fallback = (Extension: string, ContentType: string) =>
    element('Default', { Extension, ContentType });
  return (
    XML_HEAD +
    element(
      'Types',
      { xmlns: `${PACKAGE}/content-types` },
      fallback('rels', 'application/vnd.openxmlformats-package.relationships+xml') +
        fallback('xml', 'application/xml') +
        (commented.length === 0
          ? ''
          : fallback('vml', 'application/vnd.openxmlformats-officedocument.vmlDrawing')) +
        override('/xl/workbook.xml', `${CONTENT}.sheet.main+xml`) +
        Array.from({ length: sheets }, (_, i) =>
          override(`/xl/worksheets/sheet${i + 1}.xml`, `${CONTENT}.worksheet+xml`),
        ).join('') +
        commented
          .map((number) => override(`/xl/comments${number}.xml`, `${CONTENT}.comments+xml`))
          .join('') +
        override('/xl/styles.xml', `${CONTENT}.styles+xml`) +
        override('/xl/sharedStrings.xml', `${CONTENT}.sharedStrings+xml`) +
        override(
          '/docProps/core.xml',
          'application/vnd.openxmlformats-package.core-properties+xml',
        ) +
        override(
          '/docProps/app.xml',
          'application/vnd.openxmlformats-officedocument.extended-properties+xml',
        ),
    )
  );
}
