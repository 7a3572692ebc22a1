/** What the checks say: one finding a fault, with the place, the rule and the cure. */
import type { LocalText } from '#lib/model/index.ts';
import { MESSAGES, type FindingCode } from './messages.ts';

export type { FindingCode } from './messages.ts';
export type Severity = 'error' | 'warning';

export interface Finding {
  readonly severity: Severity;
  readonly code: FindingCode;
  /** Relative to the data folder, with forward slashes. */
  readonly file: string;
  /** Spreadsheet row (the header is row 1); null when the finding is about the whole file. */
  readonly row: number | null;
  readonly column: string | null;
  /** Spreadsheet address such as H17; null without a row or a column. */
  readonly cell: string | null;
  /** The text that was found, as it stands in the file. */
  readonly found: string;
  readonly rule: LocalText;
  readonly todo: LocalText;
}

export interface Place {
  readonly file: string;
  readonly row?: number | null;
  readonly column?: string | null;
  readonly cell?: string | null;
}

/** Words that fill the `{name}` slots of a message; one text serves both languages. */
export type Params = Readonly<Record<string, string | number | LocalText>>;

function fill(template: string, params: Params, locale: 'zh' | 'en'): string {
  return template.replace(/\{(\w+)\}/g, (slot, name: string) => {
    const value = params[name];
    if (value === undefined) return slot;
    return typeof value === 'object' ? value[locale] : String(value);
  });
}

/** A text with its `{slots}` filled, in both languages. */
export const both = (text: LocalText, params: Params): LocalText => ({
  zh: fill(text.zh, params, 'zh'),
  en: fill(text.en, params, 'en'),
});

export interface FindingDetail {
  readonly found?: string;
  readonly params?: Params;
  /** Overrides the severity of the code, e.g. where a note explains the value. */
  readonly severity?: Severity;
  /** Overrides the general wording of the rule, e.g. with the text of data/rules.csv. */
  readonly rule?: LocalText;
  /** Overrides what to do, e.g. where a note already explains the value. */
  readonly todo?: LocalText;
}

export function makeFinding(code: FindingCode, place: Place, detail: FindingDetail = {}): Finding {
  const message = MESSAGES[code];
  const params = detail.params ?? {};
  return {
    severity: detail.severity ?? message.severity ?? 'error',
    code,
    file: place.file,
    row: place.row ?? null,
    column: place.column ?? null,
    cell: place.cell ?? null,
    found: detail.found ?? '',
    rule: detail.rule ?? both(message.rule, params),
    todo: detail.todo ?? both(message.todo, params),
  };
}

const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0);

/** Order of reading: by file, row, cell, code; independent of the order of the checks. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      compare(a.row ?? 0, b.row ?? 0) ||
      compare(a.cell?.length ?? 0, b.cell?.length ?? 0) ||
      compare(a.cell ?? '', b.cell ?? '') ||
      compare(a.code, b.code) ||
      compare(a.found, b.found),
  );
}

export const hasErrors = (findings: readonly Finding[]) =>
  findings.some((finding) => finding.severity === 'error');
