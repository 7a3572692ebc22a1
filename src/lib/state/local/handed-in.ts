/** What was dropped on the page, sorted into tables, a mapping file and what is neither. */
import type { HandedIn, ImportFinding } from '#lib/intake/import/outcome.ts';
import { isParquet } from '#lib/intake/workbook/from-rows.ts';
import { WORKBOOK_LIMITS } from '#lib/intake/workbook/limits.ts';

export const MOST_FILES = 200;
/** Of all files together. */
export const MOST_BYTES = 120 * 1024 * 1024;

export interface Sorted {
  readonly tables: readonly HandedIn[];
  /** Larger than any table may be: not even opened. */
  readonly tooLarge: readonly { readonly name: string; readonly bytes: number }[];
  /** Text of mapping.json, where it was among them. */
  readonly mapping: string | null;
  /** Lock files of spreadsheet programs and the like. */
  readonly leftOut: readonly string[];
}

/** Files that programs leave beside those that people mean. */
const isLitter = (name: string): boolean => /^(~\$|\._|\.)|^(thumbs\.db|desktop\.ini)$/i.test(name);

const isMapping = (name: string): boolean => /^mapping([ _-].*|\(\d+\))?\.json$/i.test(name);

/** Whether so much is taken at all, asked before a byte is read. */
export const isTooMuch = (files: readonly Pick<File, 'size'>[]): boolean =>
  files.length > MOST_FILES ||
  files.reduce((sum, { size }) => sum + Math.min(size, WORKBOOK_LIMITS.bytes), 0) > MOST_BYTES;

/** Reads the files; of a folder, each is named with its path, so that no two have one name. */
export async function sortFiles(
  files: readonly File[],
  onRead: (done: number) => void,
): Promise<Sorted> {
  const tables: HandedIn[] = [];
  const tooLarge: { name: string; bytes: number }[] = [];
  const leftOut: string[] = [];
  const names = new Set<string>();
  let mapping: string | null = null;
  for (const [at, file] of files.entries()) {
    onRead(at);
    const name = unique(file.webkitRelativePath || file.name, names);
    if (isLitter(file.name)) leftOut.push(name);
    else if (isMapping(file.name) && file.size <= WORKBOOK_LIMITS.bytes)
      mapping = await file.text();
    else if (file.size > WORKBOOK_LIMITS.bytes) tooLarge.push({ name, bytes: file.size });
    else tables.push(await withTable({ name, bytes: new Uint8Array(await file.arrayBuffer()) }));
  }
  onRead(files.length);
  return { tables, tooLarge, mapping, leftOut };
}

/** Parquet is known to the engine's room alone; what it cannot read the import refuses. */
async function withTable(file: HandedIn): Promise<HandedIn> {
  if (!isParquet(file.bytes)) return file;
  const { readAnyParquet } = await import('#lib/engine/load/any-parquet.ts');
  const table = await readAnyParquet(file.bytes).catch(() => null);
  return table ? { ...file, table } : file;
}

function unique(name: string, taken: Set<string>): string {
  let own = name;
  for (let n = 2; taken.has(own); n += 1) own = `${name} (${n})`;
  taken.add(own);
  return own;
}

/** What is said of a file that was not opened. */
export const tooLargeFinding = ({
  name,
  bytes,
}: {
  readonly name: string;
  readonly bytes: number;
}): ImportFinding => {
  const most = Math.round(WORKBOOK_LIMITS.bytes / 1024 / 1024);
  const is = (bytes / 1024 / 1024).toFixed(1);
  return {
    ...{ severity: 'error', code: 'too_large', file: name, sheet: '', row: null, cell: null },
    raw: `${is} MB`,
    became: { zh: '', en: '' },
    rule: { zh: `文件不超过 ${most} MB`, en: `A file has at most ${most} MB` },
    todo: {
      zh: '请删去图片等无关内容，或按年度、地区拆开后再导入',
      en: 'Take out pictures and the like, or split it by year or region',
    },
  };
};
