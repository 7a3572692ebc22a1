/** What `checkData` says of the merged tables, told of the cells that were handed in. */
import type { LocalText } from '#lib/model/index.ts';
import type { Finding } from '../findings/finding.ts';
import { cellPlace, cite, type CellDraft } from './drafts.ts';
import { importFinding } from './findings/import-finding.ts';
import type { Folder } from './folder.ts';
import { pathOf, originKey, type Merged } from './merge/merge.ts';
import type { ImportFinding } from './outcome.ts';
import { contentInWords } from './value-text.ts';

const CITED = /([\w./-]+\.csv)!([A-Z]+)(\d+)/g;

/** Cells of the merged tables cited by where they came from; those of the data stay as they are. */
const recite = (text: string, { origins }: Merged): string =>
  text.replace(CITED, (cited, path: string, _column: string, row: string) => {
    const cell = origins.get(originKey(path, Number(row)));
    return cell ? cite(cellPlace(cell)) : cited;
  });

const both = (text: LocalText, merged: Merged): LocalText => ({
  zh: recite(text.zh, merged),
  en: recite(text.en, merged),
});

export const becameOf = (cell: CellDraft): LocalText => contentInWords(cell, cell.unit);

/** The table that was handed in has a column 备注 where that of the data has `note`. */
const inTheirWords = (text: LocalText): LocalText => ({
  zh: text.zh.replace(/ ?\bnote\b ?/g, '备注'),
  en: text.en,
});

/** What the checks say of tables of the folder, in words for who handed in a file; null for the others. */
function retold({ code, file }: Finding, cell: CellDraft): ImportFinding | null {
  if (code !== 'file_missing') return null;
  const params = {
    period: cell.period.period,
    year: /(\d{4})\.csv$/.exec(file)?.[1] ?? '',
  };
  const detail = { raw: cell.raw, became: becameOf(cell), params };
  return importFinding(code, cellPlace(cell), detail);
}

/** The finding with the place and the raw text of the cell that was handed in. */
export function toldOf(finding: Finding, cell: CellDraft, merged: Merged): ImportFinding {
  const own = retold(finding, cell);
  if (own) return own;
  return {
    severity: finding.severity,
    code: finding.code,
    ...cellPlace(cell),
    raw: cell.raw,
    became: becameOf(cell),
    rule: inTheirWords(both(finding.rule, merged)),
    todo: inTheirWords(both(finding.todo, merged)),
  };
}

/** The cells that are to answer for a finding; none where it cannot be theirs. */
export type Culprits = (finding: Finding) => readonly CellDraft[];

/**
 * A finding about a row that was taken is that cell's. One about a row of the data that was not
 * (last year's stock does not fit this year's any more) is of those cells of the institution that
 * are nearest in time, of the same indicator where there are such. A year without a table is of those that opened a year beyond it.
 */
export function culpritsIn(folder: Folder, merged: Merged, taken: readonly CellDraft[]): Culprits {
  const rows = new Map(
    folder.data.rows.observation.map((row) => [originKey(row.file, row.row), row] as const),
  );
  const byInstitution = new Map<string, CellDraft[]>();
  for (const cell of taken) {
    const cells = byInstitution.get(cell.institution_id);
    if (cells) cells.push(cell);
    else byInstitution.set(cell.institution_id, [cell]);
  }
  // A check compares with the year before: of two as near the later one has nothing to do with it.
  const distance = (cell: CellDraft, period: string) => {
    const years = Number(cell.period.period.slice(0, 4)) - Number(period.slice(0, 4));
    return years > 0 ? years + 0.5 : -years;
  };

  return (finding) => {
    if (finding.row !== null) {
      const key = originKey(finding.file, finding.row);
      const own = merged.origins.get(key);
      if (own) return [own];
      const row = rows.get(key);
      const all = byInstitution.get(row?.values.institution_id ?? '') ?? [];
      const alike = all.filter((cell) => cell.indicator === row?.values.indicator);
      const cells = alike.length > 0 ? alike : all;
      const period = row?.values.period?.period ?? '';
      const nearest = cells.reduce(
        (least, cell) => Math.min(least, distance(cell, period)),
        Infinity,
      );
      return cells.filter((cell) => distance(cell, period) === nearest);
    }
    const ofTable = taken.filter((cell) => pathOf(cell.layer, cell.period.period) === finding.file);
    if (ofTable.length > 0) return ofTable;
    const known = new Set(folder.files.map(({ path }) => path));
    const layer = finding.file.split('/')[0];
    return taken.filter(
      (cell) => cell.layer === layer && !known.has(pathOf(cell.layer, cell.period.period)),
    );
  };
}
