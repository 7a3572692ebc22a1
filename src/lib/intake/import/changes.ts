/** What an import does to what is known: revisions, gaps kept, locked years, new years. */
import type { Layer, LocalText } from '#lib/model/index.ts';
import { cellPlace, isWritten, type CellDraft } from './drafts.ts';
import { importFinding, type ImportPlace } from './findings/import-finding.ts';
import type { Folder } from './folder.ts';
import { becameOf } from './lead-back.ts';
import { pathOf } from './merge/merge.ts';
import { revisionNote } from './merge/observation-record.ts';
import type { ImportFinding } from './outcome.ts';
import { LAYER_WORDS } from './read-place.ts';
import type { Settled } from './settle.ts';
import { contentInWords } from './value-text.ts';

const oldOf = (cell: CellDraft, folder: Folder) =>
  folder.current(cell.layer, cell.institution_id, cell.indicator, cell.period.period);

function beforeOf(cell: CellDraft, folder: Folder): LocalText {
  const old = oldOf(cell, folder);
  return old ? contentInWords(old.values, cell.unit) : { zh: '', en: '' };
}

function ofCells(cells: readonly CellDraft[], folder: Folder, findings: ImportFinding[]): void {
  const notes = new Set<CellDraft['row']>();
  for (const cell of cells) {
    const place = cellPlace(cell);
    const detail = { raw: cell.raw, became: becameOf(cell) };
    const params = { before: beforeOf(cell, folder), after: becameOf(cell) };
    if (cell.change === 'revises' && revisionNote(cell, oldOf(cell, folder)) !== '')
      findings.push(importFinding('revises', place, { ...detail, params }));
    if (cell.change === 'kept')
      findings.push(importFinding('gap_kept', place, { ...detail, params }));
    const { note } = cell.row;
    const unused = cell.change === 'unchanged' && note !== null && !cell.row.cells.some(isWritten);
    if (unused && !notes.has(cell.row) && note !== (oldOf(cell, folder)?.values.note ?? null)) {
      notes.add(cell.row);
      const row = { ...place, cell: null };
      findings.push(importFinding('note_unused', row, { raw: note }));
    }
  }
}

/** Of each file and locked edition, how many values it cannot change any more. */
function locked(cells: readonly CellDraft[], folder: Folder, findings: ImportFinding[]): void {
  const counts = new Map<
    string,
    { count: number; first: CellDraft; edition: string; year: string }
  >();
  for (const cell of cells) {
    const year = cell.period.period.slice(0, 4);
    for (const { id, layer, period } of folder.data.ledger) {
      if (layer !== cell.layer || period !== year) continue;
      const key = `${cell.row.input.file}/${id}`;
      const before = counts.get(key) ?? { count: 0, first: cell, edition: id, year };
      counts.set(key, { ...before, count: before.count + 1 });
    }
  }
  for (const { count, first, edition, year } of counts.values())
    findings.push(
      importFinding(
        edition === folder.data.edition?.id ? 'locked_in_force' : 'locked_edition',
        cellPlace(first),
        {
          raw: first.raw,
          became: becameOf(first),
          params: { count, edition, year },
        },
      ),
    );
}

/** Said of the file that first brings something into the year. */
function newYears(
  { gaps, edition, taken }: Settled,
  folder: Folder,
  findings: ImportFinding[],
): void {
  const written = [...taken.values()].filter(isWritten);
  const placeIn = (year: string): ImportPlace => {
    const first = written.find(({ period }) => period.period.startsWith(year));
    return { file: first?.row.input.file ?? '', sheet: '', row: null, cell: null };
  };
  for (const year of [...new Set(gaps.map(({ period }) => period))].sort()) {
    const own = gaps.filter(({ period }) => period === year);
    const institutions = new Set(own.map(({ institution_id }) => institution_id)).size;
    const params = { year, count: own.length, institutions };
    findings.push(importFinding('rows_filled', placeIn(year), { params }));
  }
  openedBeside(written, folder, findings);
  if (!edition || written.length === 0) return;
  const unlocked = {
    zh: edition.unlocked ? `；${edition.before.id} 版还没有锁定，请先锁定再放入新的年度` : '',
    en: edition.unlocked ? `; edition ${edition.before.id} is not locked yet: lock it first` : '',
  };
  const params = {
    before: edition.before.cutoff,
    after: edition.after.cutoff,
    old_id: edition.before.id,
    new_id: edition.after.id,
    unlocked,
  };
  const place = placeIn(edition.after.cutoff.slice(0, 4));
  findings.push(importFinding('cutoff_moved', place, { params }));
}

/** New years of institutions that are not ranked: the cut-off is not theirs. */
function openedBeside(
  written: readonly CellDraft[],
  { data, files }: Folder,
  findings: ImportFinding[],
): void {
  const { edition } = data;
  if (!edition) return;
  const known = new Set(files.map(({ path }) => path));
  const ahead = written.filter(
    ({ layer, period }) => layer !== edition.layer && period.period_end > edition.cutoff,
  );
  for (const cell of ahead) {
    const path = pathOf(cell.layer, cell.period.period);
    if (known.has(path)) continue;
    known.add(path);
    const params = {
      layer: LAYER_WORDS[cell.layer],
      ranked: LAYER_WORDS[edition.layer],
      year: cell.period.period.slice(0, 4),
      cutoff: edition.cutoff,
    };
    const place = { file: cell.row.input.file, sheet: '', row: null, cell: null };
    findings.push(importFinding('year_opened', place, { params }));
  }
}

/** Cells of each kind that are named. */
const MOST_CITED = 3;

/** A file whose numbers go to two layers: right for a folder of everything, else a slip in a name. */
function mixedLayers(written: readonly CellDraft[], findings: ImportFinding[]): void {
  const byFile = new Map<string, Map<Layer, CellDraft[]>>();
  for (const cell of written) {
    const { file } = cell.row.input;
    const ofFile = byFile.get(file) ?? new Map<Layer, CellDraft[]>();
    byFile.set(file, ofFile);
    const own = ofFile.get(cell.layer);
    if (own) own.push(cell);
    else ofFile.set(cell.layer, [cell]);
  }
  for (const [file, ofFile] of byFile) {
    if (ofFile.size < 2) continue;
    const fewest = [...ofFile].sort(([, a], [, b]) => a.length - b.length);
    const parts = fewest.map(([layer, cells]) => partOf(layer, cells));
    const params = {
      parts: {
        zh: parts.map(({ zh }) => zh).join('；'),
        en: parts.map(({ en }) => en).join('; '),
      },
    };
    const [first] = fewest[0]?.[1] ?? [];
    const place = first ? cellPlace(first) : { file, sheet: '', row: null, cell: null };
    findings.push(importFinding('layers_mixed', place, { raw: first?.raw ?? '', params }));
  }
}

/** 填报数据 2 家机构 12 个数（表一!B3、表一!C3、表一!D3 等）. */
function partOf(layer: Layer, cells: readonly CellDraft[]): LocalText {
  const institutions = new Set(cells.map(({ institution_id }) => institution_id)).size;
  const cited = cells.slice(0, MOST_CITED).map((cell) => {
    const { sheet, cell: at } = cellPlace(cell);
    return sheet === '' ? (at ?? '') : `${sheet}!${at ?? ''}`;
  });
  const more = cells.length > MOST_CITED;
  const { zh, en } = LAYER_WORDS[layer];
  return {
    zh: `${zh} ${institutions} 家机构 ${cells.length} 个数（${cited.join('、')}${more ? ' 等' : ''}）`,
    en: `${en}, ${cells.length} numbers of ${institutions} institutions (${cited.join(', ')}${more ? ' …' : ''})`,
  };
}

/** Says what becomes of the data, of all cells that stand. */
export function sayChanges(
  standing: readonly CellDraft[],
  settled: Settled,
  folder: Folder,
  findings: ImportFinding[],
): void {
  ofCells(standing, folder, findings);
  locked(standing.filter(isWritten), folder, findings);
  newYears(settled, folder, findings);
  mixedLayers(standing.filter(isWritten), findings);
}
