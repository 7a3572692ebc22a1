/** The tables of the data folder with what is taken: rows added, blank rows of a form replaced. */
import type { Layer } from '#lib/model/index.ts';
import type { InputFile } from '../../raw/read-data.ts';
import { isWritten, type CellDraft } from '../drafts.ts';
import type { Folder } from '../folder.ts';
import { joinRecords, splitRecords, type CsvRecords } from './csv-records.ts';
import { columnsOfHeader, rowFor } from './header.ts';
import {
  gapCells,
  OBSERVATION_COLUMNS,
  observationCells,
  ORIGIN_COLUMNS,
  replacesInPlace,
  type Gap,
} from './observation-record.ts';
import { sourceId, withSources, type SourceFile } from './sources.ts';

export interface Merged {
  /** Changed and new files, whole, by path. */
  readonly tables: readonly InputFile[];
  /** All files of the folder with those in place. */
  readonly files: readonly InputFile[];
  /** The cell that a row of a changed table came from, by `path:row`. */
  readonly origins: ReadonlyMap<string, CellDraft>;
}

export const pathOf = (layer: Layer, period: string): string =>
  `${layer}/observations/${period.slice(0, 4)}.csv`;

export const originKey = (path: string, row: number): string => `${path}:${row}`;

const encode = (text: string) => new TextEncoder().encode(text);

/** Tables read once, however often rows are put in. */
export class TableMemory {
  readonly #folder: Folder;
  readonly #tables = new Map<string, CsvRecords | null>();

  constructor(folder: Folder) {
    this.#folder = folder;
  }

  /** A copy that may be changed; null where the folder has no such file. */
  copy(path: string): CsvRecords | null {
    let table = this.#tables.get(path);
    if (table === undefined) {
      const file = this.#folder.files.find((candidate) => candidate.path === path);
      table = file
        ? splitRecords(new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes))
        : null;
      this.#tables.set(path, table);
    }
    return table && { ...table, records: [...table.records] };
  }
}

interface OpenTable {
  readonly table: CsvRecords;
  readonly columns: readonly string[];
}

/** The table with the columns of origin, which older tables lack: every row gets them, empty. */
function openTable(memory: TableMemory, path: string): OpenTable {
  const table = memory.copy(path);
  const all = [...OBSERVATION_COLUMNS, ...ORIGIN_COLUMNS];
  if (!table)
    return { table: { start: '', records: [all.join(',')], lineEnd: '\n' }, columns: all };
  const columns = columnsOfHeader(table.records[0] ?? '');
  const absent = ORIGIN_COLUMNS.filter((column) => !columns.includes(column));
  if (absent.length === 0) return { table, columns };
  const cells = ','.repeat(absent.length);
  const records = table.records.map((record, index) => {
    if (index === 0) return `${record},${absent.join(',')}`;
    return record.trim() === '' ? record : record + cells;
  });
  return { table: { ...table, records }, columns: [...columns, ...absent] };
}

/** By institution, indicator and period, in the order of the folder's own tables. */
function inOrder(cells: readonly CellDraft[], folder: Folder): CellDraft[] {
  const rank = (code: string) => folder.order.get(code) ?? Infinity;
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...cells].sort(
    (a, b) =>
      rank(a.institution_id) - rank(b.institution_id) ||
      rank(a.indicator) - rank(b.indicator) ||
      compare(a.period.period, b.period.period),
  );
}

function group<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    const list = groups.get(name);
    if (list) list.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}

export interface MergeOptions {
  readonly gaps: readonly Gap[];
  /** edition.json, where it changes. */
  readonly edition: InputFile | null;
  readonly withNotes: boolean;
}

/** Merges the cells that change the data; one cell of each number. */
export function merge(
  folder: Folder,
  memory: TableMemory,
  cells: readonly CellDraft[],
  { gaps, edition, withNotes }: MergeOptions,
): Merged {
  const written = inOrder(cells.filter(isWritten), folder);
  const byPath = group(written, (cell) => pathOf(cell.layer, cell.period.period));
  const gapsByPath = group(gaps, (gap) => gap.path);
  const origins = new Map<string, CellDraft>();
  const tables: InputFile[] = [];
  for (const path of [...new Set([...byPath.keys(), ...gapsByPath.keys()])].sort()) {
    const { table, columns } = openTable(memory, path);
    for (const cell of byPath.get(path) ?? []) {
      const record = rowFor(columns, observationCells(cell, folder, withNotes));
      const { layer, institution_id, indicator, period } = cell;
      const old = folder.current(layer, institution_id, indicator, period.period);
      if (old && replacesInPlace(cell, old)) {
        table.records[old.row - 1] = record;
        origins.set(originKey(path, old.row), cell);
      } else {
        table.records.push(record);
        origins.set(originKey(path, table.records.length), cell);
      }
    }
    for (const gap of gapsByPath.get(path) ?? [])
      table.records.push(rowFor(columns, gapCells(gap, folder)));
    tables.push({ path, bytes: encode(joinRecords(table)) });
  }
  const sources = withSources(folder, sourcesOf(written));
  if (sources !== null) tables.push({ path: 'sources.csv', bytes: encode(sources) });
  if (edition && written.length > 0) tables.push(edition);
  const changed = new Map(tables.map((file) => [file.path, file]));
  const kept = folder.files.filter(({ path }) => !changed.has(path));
  return { tables, files: [...kept, ...tables], origins };
}

/** The files that something is taken from, each once, by id. */
function sourcesOf(cells: readonly CellDraft[]): SourceFile[] {
  const used = new Map<string, SourceFile>();
  for (const { layer, row } of cells) {
    const { file, sha256 } = row.input;
    const id = sourceId(layer, sha256);
    const before = used.get(id);
    if (!before || file < before.file) used.set(id, { layer, file, sha256 });
  }
  return [...used.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, source]) => source);
}
