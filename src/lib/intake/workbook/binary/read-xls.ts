/** An OLE compound file (.xls, .et): the workbook stream inside, if it is one we can read. */
import { CFB } from '@e965/xlsx';
import type { Grid } from '../grid.ts';
import type { WorkbookLimits } from '../limits.ts';
import { Refused } from '../refused.ts';
import { gridsFromLibrary } from './from-library.ts';
import { scanXls } from './xls-records.ts';

/** The part of the library that reads compound files, which has no types of its own. */
interface CompoundFiles {
  read(bytes: Uint8Array, options: { type: 'buffer' }): unknown;
  find(file: unknown, path: string): { content?: ArrayLike<number> } | null;
}
const compound = CFB as CompoundFiles;

function streamOf(file: unknown): Uint8Array {
  const find = (path: string) => compound.find(file, path);
  if (find('/EncryptionInfo') || find('/EncryptedPackage'))
    throw new Refused('encrypted', 'EncryptedPackage');
  const stream = find('/Workbook');
  if (stream?.content) return Uint8Array.from(stream.content);
  if (find('/Book')) throw new Refused('unknown_format', 'older than Excel 97: save as .xlsx');
  for (const path of ['/WordDocument', '/PowerPoint Document'])
    if (find(path)) throw new Refused('not_this_format', path.slice(1));
  throw new Refused('unknown_format', 'no workbook inside: save as .xlsx');
}

/** Reads every worksheet of a compound file. */
export function readXls(bytes: Uint8Array, limits: WorkbookLimits): Grid[] {
  let file: unknown;
  try {
    file = compound.read(bytes, { type: 'buffer' });
  } catch (error) {
    throw new Refused('damaged', error instanceof Error ? error.message : String(error));
  }
  const { stream, sheets } = scanXls(streamOf(file), limits);
  return gridsFromLibrary(stream, sheets, limits);
}
