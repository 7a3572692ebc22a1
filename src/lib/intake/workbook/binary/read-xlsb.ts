/** A workbook of binary parts (xlsb): only the checked parts that are needed reach the library. */
import { zipSync } from 'fflate';
import type { Grid } from '../grid.ts';
import type { WorkbookLimits } from '../limits.ts';
import { Refused } from '../refused.ts';
import { relationshipsOf, type Relationship } from '../xlsx/package.ts';
import type { Archive } from '../zip/archive.ts';
import { gridsFromLibrary } from './from-library.ts';
import type { SheetScan } from './scan.ts';
import { cellFormats, records, scanXlsbSheet } from './xlsb-records.ts';

const SHEET = 156;

/** Ids of the sheets in their order: a record has state, number, then the id as counted text. */
function sheetIds(book: Uint8Array, part: string): string[] {
  const view = new DataView(book.buffer, book.byteOffset, book.byteLength);
  const ids: string[] = [];
  for (const { type, data, end } of records(book, part)) {
    if (type !== SHEET) continue;
    const length = data + 12 <= end ? view.getUint32(data + 8, true) : Infinity;
    if (data + 12 + 2 * length > end) throw new Refused('damaged', `${part}: a sheet is cut off`);
    const id = book.subarray(data + 12, data + 12 + 2 * length);
    ids.push(new TextDecoder('utf-16le').decode(id));
  }
  return ids;
}

const type = (name: string, kind: string) =>
  `<Override PartName="/${name}" ContentType="application/vnd.ms-excel.${kind}"/>`;

/** Names of parts come from the file: whatever could end an attribute is refused. */
function checkName(name: string): void {
  if (!/^[\w./ -]+\.bin$/.test(name) || /(^|\/)__proto__/.test(name))
    throw new Refused('damaged', `unexpected part ${name}`);
}

/** Reads every worksheet of a binary workbook. */
export function readXlsb(archive: Archive, part: string, limits: WorkbookLimits): Grid[] {
  const relations = relationshipsOf(archive, part);
  const files = new Map<string, Uint8Array>();
  const kinds: string[] = [];
  const add = (name: string, kind: string, bytes: Uint8Array) => {
    checkName(name);
    if (files.has(name)) throw new Refused('damaged', `${name} is used twice`);
    files.set(name, bytes);
    kinds.push(type(name, kind));
  };
  const findPart = (kind: string): Relationship | undefined =>
    [...relations.values()].find((relation) => relation.type === kind);

  const book = archive.bytes(part);
  add(part, 'sheet.binary.macroEnabled.main', book);
  const texts = findPart('sharedStrings');
  if (texts) add(texts.target, 'sharedStrings', archive.bytes(texts.target));
  const styles = findPart('styles');
  const styleBytes = styles ? archive.bytes(styles.target) : new Uint8Array();
  if (styles) add(styles.target, 'styles', styleBytes);
  const formats = cellFormats(styleBytes, 'styles');
  const scans = sheetIds(book, part).map((id): SheetScan | null => {
    const relation = relations.get(id);
    if (relation?.type !== 'worksheet') return null;
    const { bytes, scan } = scanXlsbSheet(archive.bytes(relation.target), id, formats, limits);
    add(relation.target, 'worksheet', bytes);
    return scan;
  });
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const relationFile = `${folder}_rels/${part.slice(folder.length)}.rels`;
  files.set(relationFile, archive.bytes(relationFile));
  const head = '<?xml version="1.0" encoding="UTF-8"?>';
  const space = 'http://schemas.openxmlformats.org/package/2006/content-types';
  const list = `${head}<Types xmlns="${space}">${kinds.join('')}</Types>`;
  files.set('[Content_Types].xml', new TextEncoder().encode(list));
  return gridsFromLibrary(zipSync(Object.fromEntries(files), { level: 0 }), scans, limits);
}
