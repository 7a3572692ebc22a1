export type { Block, Cell, Document, FigureBlock, TableBlock, TableColumn } from './document.ts';
export { fitted, pageRoom } from './figure.ts';
export { TYPE_AREA } from './type-area.ts';
export { writeDocx } from './write-docx.ts';
