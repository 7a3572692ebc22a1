import { score } from '#lib/scoring/index.ts';
import type { UnitRow } from '#lib/model/index.ts';
import type { Analysis } from './analysis.ts';
import { analyse } from './analyse.ts';
import { formatCsv } from './format-csv.ts';
import { formatJson } from './format-json.ts';
import { formatTable } from './format-table.ts';
import type { Options } from './options.ts';
import { problem, stopOn } from './problem.ts';
import type { Problem } from './problem.ts';
import { readData } from './read-data.ts';
import { readScheme } from './read-scheme.ts';
import { reportOf } from './report.ts';
import type { Report } from './report.ts';

/** Scores what the options name and gives the text to print. Throws InputError. */
export async function run(options: Options, editionFolder = 'static/data'): Promise<string> {
  const { scheme } = await readScheme(options.scheme);
  const data = await readData(options.data, '--data', scheme, { ...options, editionFolder });
  stopOn([
    ...unknownPeriod(options.period, data.table.rows),
    ...unknownUnits(options, data.table.rows),
  ]);
  // Panel normalisation needs every period, also when only one is printed.
  const result = score(data.table, scheme);
  const report = reportOf(result, scheme, data, options.period);
  return print(report, await analyse(report, options, editionFolder), options);
}

function print(
  report: Report,
  analyses: readonly Analysis[],
  { format, steps, locale }: Options,
): string {
  switch (format) {
    case 'json':
      return formatJson(report, steps, analyses);
    case 'csv':
      return formatCsv(report, steps, analyses, locale);
    case 'table':
      return formatTable(report, steps, analyses, locale);
  }
}

function unknownPeriod(period: string | null, rows: readonly UnitRow[]): Problem[] {
  const known = [...new Set(rows.map((row) => row.period))].sort();
  if (period === null || known.includes(period)) return [];
  const list = known.filter((word) => word !== '').join(', ');
  return [
    list === ''
      ? problem(
          '--period',
          '数据没有时期列，请去掉此项',
          'the data have no periods: leave it out',
          { found: period },
        )
      : problem(
          '--period',
          `数据中没有该时期，可选：${list}`,
          `no such period; there are: ${list}`,
          { found: period },
        ),
  ];
}

/** How many codes a message lists. */
const LISTED = 12;

function unknownUnits(
  { inverse, swap, explain, period }: Options,
  rows: readonly UnitRow[],
): Problem[] {
  const inPeriod = rows.filter((row) => row.period === period);
  // An unknown period is a problem of its own.
  const here = inPeriod.length > 0 ? inPeriod : rows;
  const known = [...new Set(here.map(({ unit }) => unit))].sort();
  const asked = [
    ['--inverse', inverse],
    ['--swap', swap?.[0] ?? null],
    ['--swap', swap?.[1] ?? null],
    ['--explain', explain],
  ] as const;
  const list = known.slice(0, LISTED).join(', ') + (known.length > LISTED ? ', …' : '');
  return asked.flatMap(([flag, unit]) =>
    unit === null || known.includes(unit)
      ? []
      : [
          problem(
            flag,
            `数据中没有该单元，可选：${list}`,
            `no such unit in the data; there are: ${list}`,
            { found: unit },
          ),
        ],
  );
}
