/** Takes what the data as a whole can bear: merge, check, refuse the rows at fault, and again. */
import { findFaults } from '../check-data.ts';
import type { Finding } from '../findings/finding.ts';
import {
  alive,
  isWritten,
  keyOf,
  refuse,
  type CellDraft,
  sheetPlace,
  type RowDraft,
  type SheetInput,
} from './drafts.ts';
import { importFinding } from './findings/import-finding.ts';
import type { Folder } from './folder.ts';
import { culpritsIn, toldOf } from './lead-back.ts';
import { merge, TableMemory, type Merged } from './merge/merge.ts';
import { gapsAskedBy, gapsOfNewYears, moveCutoff, type MovedEdition } from './merge/new-year.ts';
import type { Gap } from './merge/observation-record.ts';
import type { ImportFinding } from './outcome.ts';

/** After so many rounds what still does not pass is refused as a whole. */
const MOST_ROUNDS = 12;

export interface Settled {
  /** One cell of each number that was taken, in the order of the files. */
  readonly taken: ReadonlyMap<string, CellDraft>;
  readonly merged: Merged;
  readonly gaps: readonly Gap[];
  readonly edition: MovedEdition | null;
}

/** The first cell of each number in rows that stand. */
function firstOfEach(rows: readonly RowDraft[]): Map<string, CellDraft> {
  const taken = new Map<string, CellDraft>();
  for (const row of rows) {
    if (!alive(row)) continue;
    for (const cell of row.cells) {
      const key = keyOf(cell);
      if (!taken.has(key)) taken.set(key, cell);
    }
  }
  return taken;
}

class Settlement {
  readonly #rows: readonly RowDraft[];
  readonly #folder: Folder;
  readonly #findings: ImportFinding[];
  readonly #memory: TableMemory;
  #asked = new Map<string, Gap>();

  constructor(rows: readonly RowDraft[], folder: Folder, findings: ImportFinding[]) {
    this.#rows = rows;
    this.#folder = folder;
    this.#findings = findings;
    this.#memory = new TableMemory(folder);
  }

  #merge(withNotes: boolean): Settled {
    const taken = firstOfEach(this.#rows);
    const written = [...taken.values()].filter(isWritten);
    const given = new Set(
      written.map((cell) => `${cell.institution_id}/${cell.indicator}/${cell.period.period}`),
    );
    const paths = new Set(written.map((cell) => `${cell.layer}/${cell.period.period.slice(0, 4)}`));
    const gaps = new Map<string, Gap>();
    for (const gap of [...gapsOfNewYears(this.#folder, written), ...this.#asked.values()]) {
      const key = `${gap.institution_id}/${gap.indicator}/${gap.period}`;
      if (!given.has(key) && paths.has(`${gap.layer}/${gap.period}`)) gaps.set(key, gap);
    }
    const edition = moveCutoff(this.#folder, written);
    const all = [...gaps.values()];
    const options = { gaps: all, edition: edition?.file ?? null, withNotes };
    return {
      taken,
      merged: merge(this.#folder, this.#memory, written, options),
      gaps: all,
      edition,
    };
  }

  /** Refuses the rows that answer for the errors; false where no row could be found. */
  #refuse(errors: readonly Finding[], settled: Settled): boolean {
    const written = [...settled.taken.values()].filter(isWritten);
    const culprits = culpritsIn(this.#folder, settled.merged, written);
    const asked = gapsAskedBy(this.#folder, written);
    let progress = false;
    for (const error of errors) {
      const gaps = asked(error);
      for (const gap of gaps) {
        const key = `${gap.path}/${gap.institution_id}/${gap.indicator}`;
        progress ||= !this.#asked.has(key);
        this.#asked.set(key, gap);
      }
      if (gaps.length > 0) continue;
      const said = new Set<RowDraft>();
      for (const cell of culprits(error)) {
        progress = true;
        refuse(cell.row, error.code);
        if (said.has(cell.row)) continue;
        said.add(cell.row);
        this.#findings.push(toldOf(error, cell, settled.merged));
      }
    }
    return progress;
  }

  /** Nothing can be found to answer for what is wrong: the folder itself, or all that is left. */
  #refuseAll(errors: readonly Finding[]): void {
    const before = findFaults(this.#folder.files).filter(({ severity }) => severity === 'error');
    const code = before.length > 0 ? 'folder_errors' : 'not_settled';
    const [first] = before.length > 0 ? before : errors;
    const params = {
      count: before.length,
      first: {
        zh: `${first?.file ?? ''} ${first?.cell ?? ''} ${first?.rule.zh ?? ''}`,
        en: `${first?.file ?? ''} ${first?.cell ?? ''} ${first?.rule.en ?? ''}`,
      },
    };
    const sheets = new Set<SheetInput>();
    for (const row of this.#rows) {
      if (!alive(row) || !row.cells.some(isWritten)) continue;
      refuse(row, code);
      if (sheets.has(row.input)) continue;
      sheets.add(row.input);
      this.#findings.push(importFinding(code, sheetPlace(row.input), { params }));
    }
  }

  /** Warnings of rows that are taken, at their cells. */
  #warn(warnings: readonly Finding[], { merged }: Settled): void {
    for (const finding of warnings) {
      const cell =
        finding.row === null ? undefined : merged.origins.get(`${finding.file}:${finding.row}`);
      if (cell) this.#findings.push(toldOf(finding, cell, merged));
    }
  }

  settle(onRound: (round: number) => void): Settled {
    for (let round = 1; ; round++) {
      onRound(round);
      const settled = this.#merge(false);
      if (settled.merged.tables.length === 0) return settled;
      const findings = findFaults(settled.merged.files);
      const errors = findings.filter(({ severity }) => severity === 'error');
      if (errors.length === 0) {
        this.#warn(findings, settled);
        const revised = [...settled.taken.values()].some(({ change }) => change === 'revises');
        return revised ? this.#merge(true) : settled;
      }
      if (round >= MOST_ROUNDS || !this.#refuse(errors, settled)) this.#refuseAll(errors);
    }
  }
}

/**
 * Settles which rows are taken. When it returns, `checkData` finds no error in the merged folder;
 * rows it found at fault are refused, with what is wrong said at their own cells.
 */
export const settle = (
  rows: readonly RowDraft[],
  folder: Folder,
  findings: ImportFinding[],
  onRound: (round: number) => void,
): Settled => new Settlement(rows, folder, findings).settle(onRound);
