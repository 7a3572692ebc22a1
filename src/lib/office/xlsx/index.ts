export { columnWidth, printedWidth } from './printed-width.ts';
export { cellReference, quotedSheet, rangeAddress, rangeReference } from './references.ts';
export { sheetNames } from './sheet-names.ts';
export type * from './workbook-model.ts';
export { writeWorkbook, XLSX_TYPE } from './write-workbook.ts';
