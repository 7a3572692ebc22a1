/** The same number told by several cells: once is enough where they agree, none where they do not. */
import {
  agree,
  alive,
  cellPlace,
  cite,
  keyOf,
  refuse,
  type CellDraft,
  type RowDraft,
} from './drafts.ts';
import { importFinding } from './findings/import-finding.ts';
import { becameOf } from './lead-back.ts';
import type { Conflict, ImportFinding } from './outcome.ts';

function groups(rows: readonly RowDraft[]): CellDraft[][] {
  const byKey = new Map<string, CellDraft[]>();
  for (const row of rows) {
    if (!alive(row)) continue;
    for (const cell of row.cells) {
      const key = keyOf(cell);
      const cells = byKey.get(key);
      if (cells) cells.push(cell);
      else byKey.set(key, [cell]);
    }
  }
  return [...byKey.values()].filter((cells) => cells.length > 1);
}

const toConflict = (cells: readonly CellDraft[]): Conflict => ({
  institution_id: cells[0]?.institution_id ?? '',
  indicator: cells[0]?.indicator ?? '',
  period: cells[0]?.period.period ?? '',
  cells: cells.map((cell) => {
    const { file, sheet } = cellPlace(cell);
    return { file, sheet, cell: cell.at, raw: cell.raw, value: cell.value };
  }),
});

/** How many places a message names. */
const MOST_CITED = 5;

const citeAll = (cells: readonly CellDraft[]): string => {
  const cited = cells
    .slice(0, MOST_CITED)
    .map((cell) => `${cite(cellPlace(cell))} = ${cell.raw}`)
    .join('; ');
  return cells.length > MOST_CITED ? `${cited}; …` : cited;
};

/** Refuses all rows that contradict another one; every pair is judged before any row is refused. */
export function refuseConflicts(rows: readonly RowDraft[], findings: ImportFinding[]): Conflict[] {
  const conflicts = groups(rows).filter(([first, ...others]) =>
    others.some((other) => first && !agree(first, other)),
  );
  for (const cells of conflicts) {
    const params = { cells: citeAll(cells) };
    for (const cell of cells) {
      refuse(cell.row, 'conflict');
      const detail = { raw: cell.raw, became: becameOf(cell), params };
      findings.push(importFinding('conflict', cellPlace(cell), detail));
    }
  }
  return conflicts.map(toConflict);
}

/** Says of each row that tells a number once more where it was told first. */
export function sayDuplicates(
  rows: readonly RowDraft[],
  taken: ReadonlyMap<string, CellDraft>,
  findings: ImportFinding[],
): void {
  for (const row of rows) {
    if (!alive(row)) continue;
    const again = row.cells.filter((cell) => taken.get(keyOf(cell)) !== cell);
    const [cell] = again;
    const first = cell && taken.get(keyOf(cell));
    if (!cell || !first) continue;
    const detail = {
      raw: cell.raw,
      became: becameOf(cell),
      params: { first: cite(cellPlace(first)) },
    };
    findings.push(importFinding('duplicate_row', cellPlace(cell), detail));
  }
}
