import Papa from 'papaparse';
import { safeText } from '#lib/export/csv.ts';
import { textIn } from '#lib/i18n/index.ts';
import type { Locale } from '#lib/model/index.ts';
import type { Analysis, Value } from './analysis.ts';
import { analysisRows } from './format-analysis.ts';
import { flagWords, printedRow } from './report.ts';
import type { Report } from './report.ts';

const number = (x: number): string => (Number.isNaN(x) ? '' : String(x));
const place = (rank: number | undefined): string => (rank ? String(rank) : '');

/**
 * The result as CSV, doubles in full; an empty cell is missing. By itself the ranking has a row a unit;
 * with analyses, whose tables have other columns, everything has a row a value: section, row within
 * it, column, value.
 */
export function formatCsv(
  report: Report,
  withSteps: boolean,
  analyses: readonly Analysis[],
  locale: Locale,
): string {
  const [header = [], ...rows] = rankingTable(report, withSteps);
  return csv(
    analyses.length === 0
      ? [header, ...rows]
      : [
          ['section', 'row', 'column', 'value'],
          ...rows.flatMap((cells, row) =>
            cells.map((value, at) => ['ranking', String(row + 1), header[at]!, value]),
          ),
          ...analyses.flatMap((analysis) =>
            [...analysisRows(analysis)].map(([section, row, column, value]) => [
              section,
              String(row),
              column,
              valueText(value, locale),
            ]),
          ),
        ],
  );
}

const csv = (rows: readonly (readonly string[])[]): string =>
  `${Papa.unparse(rows as string[][], { newline: '\n' })}\n`;

function valueText(value: Value, locale: Locale): string {
  if (value === null) return '';
  if (typeof value === 'number') return number(value);
  return safeText(typeof value === 'string' ? value : textIn(value, locale));
}

/**
 * The header and a row a unit. The intermediate tables become further columns, raw to contribution,
 * one for each element, and `cell` says what was done to a value before it was normalised.
 */
function rankingTable(report: Report, withSteps: boolean): string[][] {
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
  return [header, ...rows];
}
