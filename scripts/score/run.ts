import { score } from '#lib/scoring/index.ts';
import type { UnitRow } from '#lib/model/index.ts';
import { formatCsv } from './format-csv.ts';
import { formatJson } from './format-json.ts';
import { formatTable } from './format-table.ts';
import type { Options } from './options.ts';
import { problem, stopOn } from './problem.ts';
import { readEdition } from './read-edition.ts';
import { readScheme } from './read-scheme.ts';
import { readTable } from './read-table.ts';
import { reportOf } from './report.ts';
import { toUnitTable } from './unit-table.ts';

/** Scores what the options name and gives the text to print. Throws InputError. */
export async function run(options: Options, editionFolder = 'static/data'): Promise<string> {
  const { scheme } = await readScheme(options.scheme);
  const data =
    options.data === 'edition'
      ? await readEdition(editionFolder, scheme, options.layer, options.locale)
      : {
          ...toUnitTable(await readTable(options.data), scheme),
          source: { file: options.data, edition: null, layer: null },
        };
  checkPeriod(options.period, data.table.rows);
  // Panel normalisation needs every period, also when only one is printed.
  const result = score(data.table, scheme);
  const report = reportOf(result, scheme, data.names, data.source, options.period);
  switch (options.format) {
    case 'json':
      return formatJson(report, options.steps);
    case 'csv':
      return formatCsv(report, options.steps);
    case 'table':
      return formatTable(report, options.steps, options.locale);
  }
}

function checkPeriod(period: string | null, rows: readonly UnitRow[]): void {
  const known = [...new Set(rows.map((row) => row.period))].sort();
  if (period === null || known.includes(period)) return;
  const list = known.filter((word) => word !== '').join(', ');
  stopOn([
    list === ''
      ? problem(
          '--period',
          '数据没有时期列，请去掉此项',
          'the data have no periods: leave it out',
          {
            found: period,
          },
        )
      : problem(
          '--period',
          `数据中没有该时期，可选：${list}`,
          `no such period; there are: ${list}`,
          {
            found: period,
          },
        ),
  ]);
}
