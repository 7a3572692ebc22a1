/** Handed-in files opened: what each is, and its sheets; in an order that is always the same. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { gridFromRows } from '../workbook/from-rows.ts';
import type { WorkbookLimits } from '../workbook/limits.ts';
import { readWorkbook } from '../workbook/read-workbook.ts';
import type { Grid } from '../workbook/grid.ts';
import { importFinding } from './findings/import-finding.ts';
import type { FileReport, HandedIn, ImportFinding, OnProgress } from './outcome.ts';

export interface OpenedFile extends Omit<FileReport, 'sheets'> {
  readonly grids: readonly Grid[];
}

interface Named extends Omit<HandedIn, 'name'> {
  readonly file: string;
  /** Empty for a file that was not read. */
  readonly sha256: string;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** By name, then content; of two files with one name the second is told apart by a number. */
function named(handedIn: readonly HandedIn[]): Named[] {
  const hashed = handedIn
    .map((file) => ({ ...file, sha256: file.refused ? '' : bytesToHex(sha256(file.bytes)) }))
    .sort((a, b) => compare(a.name, b.name) || compare(a.sha256, b.sha256));
  const taken = new Set(hashed.map(({ name }) => name));
  const seen = new Set<string>();
  return hashed.map(({ name, ...rest }) => {
    let file = name;
    for (let count = 2; seen.has(file); count++) {
      const candidate = `${name} (${count})`;
      file = taken.has(candidate) ? file : candidate;
    }
    seen.add(file);
    return { file, ...rest };
  });
}

export function openFiles(
  handedIn: readonly HandedIn[],
  limits: WorkbookLimits | undefined,
  findings: ImportFinding[],
  onProgress: OnProgress | undefined,
): OpenedFile[] {
  const files = named(handedIn);
  const first = new Map<string, string>();
  onProgress?.(0, files.length, 'open');
  return files.map(({ file, sha256: hash, bytes, refused, table }, index) => {
    const place = { file, sheet: '', row: null, cell: null };
    const before = hash === '' ? undefined : first.get(hash);
    if (before === undefined) first.set(hash, file);
    else findings.push(importFinding('file_twice', place, { params: { first: before } }));
    const read = refused
      ? ({ ok: false, ...refused } as const)
      : table
        ? gridFromRows(table, limits)
        : readWorkbook(file, bytes, limits);
    onProgress?.(index + 1, files.length, 'open');
    const opened = { file, sha256: hash, bytes: refused?.size ?? bytes.length };
    if (read.ok)
      return {
        ...opened,
        format: read.format,
        encoding: read.encoding,
        refusal: null,
        grids: read.grids,
      };
    const params = { detail: read.detail };
    findings.push(importFinding(`refused_${read.refusal}`, place, { raw: file, params }));
    return { ...opened, format: null, encoding: null, refusal: read.refusal, grids: [] };
  });
}
