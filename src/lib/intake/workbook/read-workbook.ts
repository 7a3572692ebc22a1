/** Any file a clerk hands over: bytes to grids, or the reason why not. */
import { readXlsb } from './binary/read-xlsb.ts';
import { readXls } from './binary/read-xls.ts';
import type { Grid, WorkbookFormat, WorkbookRead } from './grid.ts';
import { WORKBOOK_LIMITS, type WorkbookLimits } from './limits.ts';
import { readOds } from './ods/read-ods.ts';
import { excerpt, Refused } from './refused.ts';
import { readText } from './text/read-text.ts';
import { mainPart } from './xlsx/package.ts';
import { readXlsx } from './xlsx/read-xlsx.ts';
import { openArchive } from './zip/archive.ts';

const MAGIC = {
  zip: [0x50, 0x4b],
  compound: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  parquet: [0x50, 0x41, 0x52, 0x31],
  pdf: [0x25, 0x50, 0x44, 0x46],
} as const;

const begins = (bytes: Uint8Array, magic: readonly number[]) =>
  magic.every((byte, index) => bytes[index] === byte);

const WORKBOOK_NAME = /\.(xlsx|xlsm|xltx|xltm|xlsb|xls|xlt|et|ett|ods|ots|parquet)$/i;

type Cells = { format: WorkbookFormat; grids: readonly Grid[] };

function readZip(bytes: Uint8Array, limits: WorkbookLimits): Cells {
  const archive = openArchive(bytes, limits);
  const main = mainPart(archive);
  if (main?.toLowerCase().endsWith('.bin'))
    return { format: 'xlsb', grids: readXlsb(archive, main, limits) };
  if (main !== null) return { format: 'xlsx', grids: readXlsx(archive, main, limits) };
  if (archive.has('content.xml')) return { format: 'ods', grids: readOds(archive, limits) };
  throw new Refused('unknown_format', 'a zip file, but no workbook');
}

function readBytes(name: string, bytes: Uint8Array, limits: WorkbookLimits): WorkbookRead {
  if (bytes.length === 0) throw new Refused('empty', '0 bytes');
  if (bytes.length > limits.bytes)
    throw new Refused('too_large', `${bytes.length} > ${limits.bytes} bytes`);
  if (begins(bytes, MAGIC.zip)) return { ok: true, encoding: null, ...readZip(bytes, limits) };
  if (begins(bytes, MAGIC.compound)) {
    const format = /\.ett?$/i.test(name) ? 'et' : 'xls';
    return { ok: true, encoding: null, format, grids: readXls(bytes, limits) };
  }
  if (begins(bytes, MAGIC.parquet)) throw new Refused('damaged', 'Parquet that cannot be read');
  if (begins(bytes, MAGIC.pdf)) throw new Refused('unknown_format', 'PDF');
  const { format, encoding, grid } = readText(bytes, limits);
  if (WORKBOOK_NAME.test(name)) throw new Refused('not_this_format', 'text');
  return { ok: true, format, encoding, grids: [grid] };
}

/**
 * Reads a workbook or a text table by what its bytes are, whatever it is called; the name only
 * tells .et from .xls and finds out text that calls itself a workbook.
 *
 * Sizes are checked before anything is unpacked or looped over, so that what is refused is refused
 * early; but a file within all limits may still take seconds and some hundred megabytes. Hosts
 * therefore run this where they can end it: the page in a worker it terminates, the command line in
 * a child process, each with a limit of time (then the refusal is `too_slow`) and of memory.
 *
 * Never throws: whatever goes wrong inside is a refusal.
 */
export function readWorkbook(
  name: string,
  bytes: Uint8Array,
  limits: WorkbookLimits = WORKBOOK_LIMITS,
): WorkbookRead {
  try {
    return readBytes(name, bytes, limits);
  } catch (error) {
    if (error instanceof Refused)
      return { ok: false, refusal: error.refusal, detail: error.message };
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, refusal: 'damaged', detail: excerpt(detail) };
  }
}
