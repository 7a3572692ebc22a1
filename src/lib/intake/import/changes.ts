/** What an import does to what is known: revisions, gaps kept, locked years, new years. */
import type { LocalText } from '#lib/model/index.ts';
import { cellPlace, isWritten, type CellDraft } from './drafts.ts';
import { importFinding, type ImportPlace } from './findings/import-finding.ts';
import type { Folder } from './folder.ts';
import { becameOf } from './lead-back.ts';
import { revisionNote } from './merge/observation-record.ts';
import type { ImportFinding } from './outcome.ts';
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
function newYears({ gaps, edition, taken }: Settled, findings: ImportFinding[]): void {
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

/** Says what becomes of the data, of all cells that stand. */
export function sayChanges(
  standing: readonly CellDraft[],
  settled: Settled,
  folder: Folder,
  findings: ImportFinding[],
): void {
  ofCells(standing, folder, findings);
  locked(standing.filter(isWritten), folder, findings);
  newYears(settled, findings);
}
