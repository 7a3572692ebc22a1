import Papa from 'papaparse';
import { safeText } from '#lib/export/csv.ts';
import { flagWords, printedRow } from './report.ts';
import type { Report } from './report.ts';

const number = (x: number): string => (Number.isNaN(x) ? '' : String(x));
const place = (rank: number | undefined): string => (rank ? String(rank) : '');

/**
 * The result as CSV, a row a unit, doubles in full; an empty cell is missing. The intermediate
 * tables become further columns, raw to contribution, one for each element, and `cell` says what was
 * done to a value before it was normalised.
 */
export function formatCsv(report: Report, withSteps: boolean): string {
  const { result, order, elements, source } = report;
  const groups = [...result.scores.keys()];
  const codes = elements.map(({ code }) => code);
  const steps: readonly (readonly [string, ReadonlyMap<string, Float64Array>])[] = withSteps
    ? [
        ['raw', result.raw],
        ['imputed', result.imputed],
        ['treated', result.treated],
        ['normalised', result.normalised],
        ['actual_weight', result.actual_weights],
        ['contribution', result.contributions],
      ]
    : [];
  const stepColumns = steps.flatMap(([step, columns]) =>
    codes.filter((code) => columns.has(code)).map((code) => ({ step, code, columns })),
  );
  const flagged = withSteps ? [...result.cells.keys()] : [];
  const layer = source.layer === null ? [] : ['layer'];
  const header = [
    ...layer,
    ...['unit', 'name', 'period', 'group', 'status', 'availability', 'rank', 'band'],
    ...groups.map((code) => `score:${code}`),
    ...groups.map((code) => `rank:${code}`),
    ...stepColumns.map(({ step, code }) => `${step}:${code}`),
    ...flagged.map((code) => `cell:${code}`),
  ];
  const rows = order.map((row) => {
    const of = printedRow(report, row);
    return [
      ...(source.layer === null ? [] : [source.layer]),
      ...[of.unit, of.name ?? '', of.period, of.group].map(safeText),
      of.status.kind,
      number(of.availability),
      of.rank === null ? '' : String(of.rank),
      of.band ?? '',
      ...groups.map((code) => number(result.scores.get(code)![row]!)),
      ...groups.map((code) => place(result.ranks.get(code)![row])),
      ...stepColumns.map(({ columns, code }) => number(columns.get(code)![row]!)),
      ...flagged.map((code) => flagWords(report, code, row)),
    ];
  });
  return `${Papa.unparse([header, ...rows], { newline: '\n' })}\n`;
}
