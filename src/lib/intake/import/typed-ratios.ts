/** Ratios that the table tells as well, held against what the program computes. */
import type { Period } from '../period.ts';
import { quotient } from '../rules/quotient.ts';
import type { RatioRule } from '../rules/rule.ts';
import { readValue } from '../values/read-value.ts';
import type { CellContent } from '../workbook/grid.ts';
import { placeOf, type CellDraft, type SheetInput } from './drafts.ts';
import { importFinding } from './findings/import-finding.ts';
import type { Folder } from './folder.ts';
import type { ImportFinding } from './outcome.ts';
import { plainDecimal } from './numbers.ts';

interface Subject {
  readonly layer: CellDraft['layer'];
  readonly institution_id: string;
  readonly period: Period;
}

/** The one institution and period of some cells; null where there are several. */
function onlySubject(subjects: readonly Subject[]): Subject | null {
  const [first] = subjects;
  if (!first) return null;
  const same = subjects.every(
    ({ institution_id, period }) =>
      institution_id === first.institution_id && period.period === first.period.period,
  );
  return same ? first : null;
}

function index(subjects: Map<number, Subject[]>, at: number, subject: Subject): void {
  const list = subjects.get(at);
  if (list) list.push(subject);
  else subjects.set(at, [subject]);
}

/** Decimals of a number as shown: a ratio rounded to them may differ by half of the last. */
const decimalsOf = (text: string): number => /[.．](\d+)/.exec(text)?.[1]?.length ?? 0;

/** 85.5 agrees with 85.47…; so does 0.855, as a cell without a percent format holds it. */
function agrees(typed: number, shown: string, computed: number): boolean {
  const within = (value: number, decimals: number) =>
    Math.abs(value - computed) <= 0.5 * 10 ** -decimals + 1e-9;
  const decimals = decimalsOf(shown);
  return within(typed, decimals) || within(typed * 100, Math.max(0, decimals - 2));
}

export type Read = (subject: Subject, indicator: string) => number | null;

function check(
  cell: CellContent | null,
  rule: RatioRule,
  subject: Subject,
  read: Read,
): { typed: string; computed: string } | null {
  const typed = readValue(cell, { unit: '%', ratio: true });
  const { value } = quotient(rule, (indicator) => read(subject, indicator));
  if (cell === null || typed.kind !== 'value' || typed.qualifier !== 'exact' || value === null)
    return null;
  if (agrees(typed.value, cell.text, value)) return null;
  return {
    typed: plainDecimal(typed.value),
    computed: plainDecimal(Math.round(value * 100) / 100),
  };
}

/**
 * Says of each computed lane that it is not taken, and of each cell that disagrees both numbers;
 * `refused` are the rows whose own numbers were not taken, zero-based.
 */
export function checkTypedRatios(
  input: SheetInput,
  folder: Folder,
  read: Read,
  refused: ReadonlySet<number>,
  findings: ImportFinding[],
): void {
  const { grid, reading } = input;
  const computed = reading.asides.filter(
    ({ why, row, column }) => why === 'computed' && grid.cell(row, column) !== null,
  );
  if (computed.length === 0) return;
  const [byRow, byColumn] = [new Map<number, Subject[]>(), new Map<number, Subject[]>()];
  for (const { place, period, row, column } of reading.cells) {
    if (place.kind !== 'institution' || period === null) continue;
    const subject = { layer: place.layer, institution_id: place.institution_id, period };
    index(byRow, row, subject);
    index(byColumn, column, subject);
  }
  const name = (code: string) =>
    `${code} ${folder.catalogue.indicator(null, code)?.values.name_zh ?? ''}`;
  const lanes = new Map<string, { count: number; row: number; column: number }>();
  for (const { row, column, indicator = '' } of computed) {
    const lane = lanes.get(indicator) ?? { count: 0, row, column };
    lanes.set(indicator, { ...lane, count: lane.count + 1 });
    const rule = folder.ratios.find((candidate) => candidate.indicator === indicator);
    const subject = onlySubject(byRow.get(row) ?? []) ?? onlySubject(byColumn.get(column) ?? []);
    const cell = grid.cell(row, column);
    // What would be compared in a refused row are the numbers of the data, not those of the table.
    const differs = rule && subject && !refused.has(row) && check(cell, rule, subject, read);
    if (!rule || !differs) continue;
    const params = { indicator: name(indicator), formula: rule.formula, ...differs };
    const detail = { raw: cell?.text ?? '', params };
    findings.push(importFinding('ratio_differs', placeOf(input, row, column), detail));
  }
  for (const [indicator, { count, row, column }] of lanes) {
    const params = { indicator: name(indicator), count };
    findings.push(importFinding('lane_computed', placeOf(input, row, column), { params }));
  }
}
