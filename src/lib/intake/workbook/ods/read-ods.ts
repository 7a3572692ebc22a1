/** An OpenDocument spreadsheet as grids. What a cell shows is written in the file. */
import type { Grid } from '../grid.ts';
import type { WorkbookLimits } from '../limits.ts';
import { Refused } from '../refused.ts';
import { scanPart } from '../xml/scan.ts';
import type { Archive } from '../zip/archive.ts';
import { Tables } from './tables.ts';

function refuseEncrypted(archive: Archive): void {
  if (!archive.has('META-INF/manifest.xml')) return;
  scanPart(archive, 'META-INF/manifest.xml', {
    open(name) {
      if (name === 'encryption-data') throw new Refused('encrypted', 'META-INF/manifest.xml');
    },
  });
}

/** Reads every table, hidden ones too. Refused where the document is another kind (text, slides). */
export function readOds(archive: Archive, limits: WorkbookLimits): Grid[] {
  refuseEncrypted(archive);
  const tables = new Tables(limits);
  let isSpreadsheet = false;
  scanPart(archive, 'content.xml', {
    open(name, tag) {
      if (name === 'spreadsheet') isSpreadsheet = true;
      if (isSpreadsheet || name === 'style' || name === 'table-properties') tables.open(name, tag);
    },
    text: (text) => tables.text(text),
    close(name) {
      if (isSpreadsheet) tables.close(name);
    },
  });
  if (!isSpreadsheet) throw new Refused('not_this_format', 'OpenDocument, but no spreadsheet');
  return tables.grids;
}
