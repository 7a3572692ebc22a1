/** Findings of an import: one place, the raw text, what it became, the rule, and what to do. */
import type { LocalText } from '#lib/model/index.ts';
import { both, type Params } from '../../findings/finding.ts';
import type { ImportFinding, ImportSeverity } from '../outcome.ts';
import { FILE_MESSAGES, SHEET_MESSAGES } from './file-messages.ts';
import { FOLDER_MESSAGES } from './folder-messages.ts';
import type { ImportMessage } from './message.ts';
import { ROW_MESSAGES } from './row-messages.ts';
import { UNCLEAR_MESSAGES, VALUE_MESSAGES } from './value-messages.ts';

const ALL = {
  ...FILE_MESSAGES,
  ...SHEET_MESSAGES,
  ...ROW_MESSAGES,
  ...UNCLEAR_MESSAGES,
  ...VALUE_MESSAGES,
  ...FOLDER_MESSAGES,
};

/** Codes of this room; the faults that `checkData` finds keep their own. */
export type ImportCode = keyof typeof ALL;

export const IMPORT_MESSAGES: Readonly<Record<ImportCode, ImportMessage>> = ALL;

/** Where a finding is: the sheet is empty for text files, row and cell null for the whole. */
export type ImportPlace = Pick<ImportFinding, 'file' | 'sheet' | 'row' | 'cell'>;

export const NOTHING: LocalText = { zh: '', en: '' };

export interface ImportDetail {
  readonly raw?: string;
  readonly became?: LocalText;
  readonly params?: Params;
  readonly severity?: ImportSeverity;
}

export function importFinding(
  code: ImportCode,
  place: ImportPlace,
  { raw = '', became = NOTHING, params = {}, severity }: ImportDetail = {},
): ImportFinding {
  const message = IMPORT_MESSAGES[code];
  const { file, sheet, row, cell } = place;
  return {
    severity: severity ?? message.severity,
    code,
    file,
    sheet,
    row,
    cell,
    raw,
    became,
    rule: both(message.rule, params),
    todo: both(message.todo, params),
  };
}

const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0);

/** Order of reading: by file, sheet (in the order of `sheets`), row, cell, code. */
export function sortImportFindings(
  findings: readonly ImportFinding[],
  orderOf: (file: string, sheet: string) => number,
): ImportFinding[] {
  const keyed = findings.map((finding) => ({
    finding,
    order: orderOf(finding.file, finding.sheet),
  }));
  keyed.sort(
    ({ finding: a, order: left }, { finding: b, order: right }) =>
      left - right ||
      compare(a.file, b.file) ||
      (a.row ?? 0) - (b.row ?? 0) ||
      compare(a.cell?.length ?? 0, b.cell?.length ?? 0) ||
      compare(a.cell ?? '', b.cell ?? '') ||
      compare(a.code, b.code) ||
      compare(a.rule.zh, b.rule.zh),
  );
  return keyed.map(({ finding }) => finding);
}
